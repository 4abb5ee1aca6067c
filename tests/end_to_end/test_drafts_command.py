"""`lpd drafts`: the store from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.plan.file import load_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.folder_lock import FolderLock
from lpd_desktop.store.draft_store import DraftStore
from tests.end_to_end.command_line import Outcome, run_lpd


@pytest.fixture
def lpd(monkeypatch: pytest.MonkeyPatch):
    def run(*arguments: object) -> Outcome:
        return run_lpd(monkeypatch, "drafts", *arguments)

    return run


def test_what_was_added_is_listed_and_taken_out_byte_for_byte(lpd, plan: Path) -> None:
    added = lpd("add", plan)
    assert added.status == 0
    draft = added.out.strip()
    listed = lpd("list")
    assert draft in listed.out
    assert sample_file().plan.jobcenter.name in listed.out
    assert " Uhr" in listed.out
    assert "1 Entwurf" in listed.err
    target = plan.with_name("out.lpd")
    assert lpd("take", draft, "-o", target).status == 0
    assert target.read_bytes() == plan.read_bytes()


def test_the_same_plan_is_taken_once(lpd, plan: Path) -> None:
    first, second = lpd("add", plan), lpd("add", plan)
    assert first.out == second.out
    assert "schon unverändert" in second.err
    assert lpd("list").out.count("\n") == 1


def test_a_backup_is_restored_after_a_loss(lpd, plan: Path, isolated_data_folder: Path) -> None:
    draft = lpd("add", plan).out.strip()
    backup = plan.with_name("sicherung.db")
    assert lpd("backup", "-o", backup).status == 0
    (isolated_data_folder / "drafts.db").write_bytes(b"damaged beyond reading")
    refused = lpd("list")
    assert (refused.status, refused.out) == (2, "")
    assert "lpd drafts repair" in refused.err
    restored = lpd("restore", backup)
    assert restored.status == 0
    assert "beschaedigt" in restored.err
    assert draft in lpd("list").out
    checked = lpd("check")
    assert (checked.status, checked.out) == (0, "")
    assert "unversehrt" in checked.err


def test_damage_is_named_with_status_one(lpd, plan: Path, isolated_data_folder: Path) -> None:
    import sqlite3
    from contextlib import closing

    draft = lpd("add", plan).out.strip()
    with closing(sqlite3.connect(isolated_data_folder / "drafts.db")) as connection:
        connection.execute("update answers set content = content || ' '")
        connection.commit()
    checked = lpd("check")
    assert checked.status == 1
    assert draft in checked.out
    target = plan.with_name("out.lpd")
    taken = lpd("take", draft, "-o", target)
    assert taken.status == 1
    assert "beschädigt gespeichert" in taken.err
    assert not target.exists()
    partly = lpd("take", draft, "--partial", "-o", target)
    assert partly.status == 1
    assert "lesbar" in partly.err
    assert load_lpd(target).plan.id == sample_file().plan.id


@pytest.mark.parametrize(
    "arguments",
    [
        ("take", "0190-nothing", "-o", "out.lpd"),
        ("add", "missing.lpd"),
        ("restore", "missing.db"),
        ("backup", "-o", "missing/folder/b.db"),
        ("take", "0190-nothing"),
        (),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_status_two(
    lpd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = lpd(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert "Traceback" not in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_store_is_repaired_and_each_draft_is_told(
    lpd, plan: Path, isolated_data_folder: Path
) -> None:
    draft = lpd("add", plan).out.strip()
    assert lpd("repair").status == 0
    assert lpd("backup", "-o", isolated_data_folder / "drafts-ersetzt-1.db").status == 0
    store = isolated_data_folder / "drafts.db"
    store.write_bytes(b"damaged beyond reading")
    assert lpd("check").status == 1
    done = lpd("repair")
    assert (done.status, done.out.startswith(draft)) == (1, True)
    assert "drafts-ersetzt-1.db" in done.err
    (kept,) = isolated_data_folder.glob("drafts-beschaedigt-*.db")
    assert kept.read_bytes() == b"damaged beyond reading"
    assert lpd("check").status == 0
    assert lpd("take", draft, "-o", plan.with_name("wieder.lpd")).status == 0
    assert plan.with_name("wieder.lpd").read_bytes() == plan.read_bytes()


def test_nothing_is_repaired_while_a_window_works_with_the_store(
    lpd, plan: Path, isolated_data_folder: Path
) -> None:
    lpd("add", plan)
    (isolated_data_folder / "drafts.db").write_bytes(b"damaged beyond reading")
    window = FolderLock(isolated_data_folder)
    assert window.take()
    refused = lpd("repair")
    window.release()
    assert (refused.status, refused.out) == (2, "")
    assert "Fenster" in refused.err
    assert (isolated_data_folder / "drafts.db").read_bytes() == b"damaged beyond reading"


def test_one_goes_on_with_an_older_state_only_when_told_so(
    lpd, plan: Path, isolated_data_folder: Path
) -> None:
    draft = lpd("add", plan).out.strip()
    path = isolated_data_folder / "drafts.db"
    older = path.read_bytes()
    with DraftStore.open(isolated_data_folder) as store:
        store.trash(draft)
    path.write_bytes(older)
    checked = lpd("check")
    assert checked.status == 1
    assert "fehl" in checked.out
    listed = lpd("list")
    assert listed.status == 1
    assert "lpd drafts repair" in listed.err
    assert lpd("repair", "--as-is").status == 0
    assert lpd("list").status == 0
    assert lpd("check").status == 0
