"""`lpd drafts`: the store from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.plan.file import load_lpd
from lpd_desktop.plan.sample import sample_file
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
    assert "lpd drafts restore" in refused.err
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
