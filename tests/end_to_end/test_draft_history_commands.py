"""`lpd drafts points`, `point`, `history`, `show`, `bring-back`, `discard-session`, the trash."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile, write_lpd
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.account import account_name
from lpd_desktop.runtime.folder_lock import FolderLock
from lpd_desktop.store.draft_store import DraftStore
from tests.end_to_end.command_line import Outcome, run_lpd

SAMPLE = sample_file()
WHERE = "A.staff"


@pytest.fixture
def lpd(monkeypatch: pytest.MonkeyPatch):
    def run(*arguments: object) -> Outcome:
        return run_lpd(monkeypatch, "drafts", *arguments)

    return run


@pytest.fixture
def folder() -> Path:
    return Path(os.environ["LPD_DATA"])


def saying(words: str, where: str = WHERE, file: LpdFile = SAMPLE) -> LpdFile:
    answer = changed(file.plan.answer(where), text=(paragraph(words),))
    return replace(file, plan=file.plan.with_answer(where, answer))


OLD, NEW = saying("Zwölf Stellen sind besetzt."), saying("Elf Stellen sind besetzt.")


@pytest.fixture
def draft(folder: Path) -> str:
    """A draft whose session began with the old text and that now has the new one."""
    with DraftStore.open(folder) as store:
        number = store.add(OLD)
        store.points.begin_session(number)
        store.save(number, NEW)
    return number


def stored(folder: Path, draft: str) -> LpdFile:
    with DraftStore.open(folder) as store:
        return store.load(draft)


def brought_back(folder: Path, draft: str) -> LpdFile:
    """The stored plan, whose last editor is whoever brought something back."""
    file = stored(folder, draft)
    assert file.work.editors[-1].account == account_name()
    return replace(file, work=changed(file.work, editors=()))


def test_a_version_is_kept_by_hand_listed_shown_and_brought_back(
    lpd, folder: Path, draft: str
) -> None:
    point = lpd("point", draft, "--name", "Fassung Kreistag").out.strip()
    listed = lpd("points", draft)
    assert "Fassung Kreistag" in listed.out.splitlines()[0]
    assert "Beginn der Sitzung" in listed.out.splitlines()[1]
    with DraftStore.open(folder) as store:
        store.save(draft, OLD)
    shown = lpd("show", draft, WHERE, "--point", point)
    assert shown.out == "Elf Stellen sind besetzt.\n"
    assert "[-Elf-]" in shown.err
    assert "[+Zwölf+]" in shown.err
    assert lpd("bring-back", draft, "--point", point).status == 0
    assert brought_back(folder, draft) == NEW
    assert "Vor dem Zurückholen" in lpd("points", draft).out.splitlines()[0]
    assert "schon dasselbe" in lpd("bring-back", draft, "--point", point).err


def test_one_answer_of_a_version_is_brought_back_and_the_others_stay(
    lpd, folder: Path, draft: str
) -> None:
    with DraftStore.open(folder) as store:
        start = store.points.session_start(draft).id
        store.save(draft, saying("Anderes bleibt.", "A.budget", NEW))
    assert lpd("bring-back", draft, "--point", start, "--only", WHERE).status == 0
    plan = stored(folder, draft).plan
    assert plan.answer(WHERE) == OLD.plan.answer(WHERE)
    assert "Anderes bleibt." in str(plan.answer("A.budget").text)


def test_an_earlier_text_is_listed_shown_and_brought_back(lpd, folder: Path, draft: str) -> None:
    listed = lpd("history", draft, WHERE)
    assert "Zwölf Stellen sind besetzt" in listed.out
    number = listed.out.split()[0]
    assert lpd("show", draft, "--text", number).out == "Zwölf Stellen sind besetzt.\n"
    assert lpd("bring-back", draft, "--text", number).status == 0
    assert brought_back(folder, draft) == OLD


def test_the_session_is_discarded_and_can_be_had_back(lpd, folder: Path, draft: str) -> None:
    assert lpd("discard-session", draft).status == 0
    assert write_lpd(stored(folder, draft)) == write_lpd(OLD)
    kept = lpd("points", draft).out.split()[0]
    assert lpd("bring-back", draft, "--point", kept).status == 0
    assert brought_back(folder, draft) == NEW


def test_what_is_approved_goes_back_to_nothing(lpd, folder: Path, draft: str) -> None:
    with DraftStore.open(folder) as store:
        store.save(draft, replace(NEW, work=changed(NEW.work, state="submitted")))
    for call in (("bring-back", draft, "--point", "1"), ("discard-session", draft)):
        refused = lpd(*call)
        assert refused.status == 1
        assert "eingereicht" in refused.err


def test_what_is_not_there_is_one_sentence(lpd, folder: Path, draft: str) -> None:
    with DraftStore.open(folder) as store:
        other = store.add(SAMPLE)
    calls = (
        ("points", "weg"),
        ("history", "weg", WHERE),
        ("show", draft, "--text", "99"),
        ("show", draft, "--point", "99"),
        ("bring-back", other, "--point", "1"),
        ("discard-session", other),
        ("erase", "weg", "--yes"),
    )
    for call in calls:
        refused = lpd(*call)
        assert refused.status == 2, call
        assert len(refused.err.splitlines()) == 1


def test_a_text_whose_place_is_gone_says_so(lpd, folder: Path, draft: str) -> None:
    number = len(SAMPLE.plan.potentials)
    where = f"C.potentials/{number}/background"
    with DraftStore.open(folder) as store:
        fewer = changed(SAMPLE.plan, potentials=SAMPLE.plan.potentials[:-1])
        store.save(draft, replace(SAMPLE, plan=fewer))
        text = store.history(draft, where)[0].number
    refused = lpd("bring-back", draft, "--text", text)
    assert refused.status == 1
    assert "nicht mehr" in refused.err


def test_the_trash_keeps_lists_and_gives_back(lpd, draft: str) -> None:
    assert lpd("trash", draft).status == 0
    assert draft not in lpd("list").out
    assert draft in lpd("trash").out
    assert lpd("untrash", draft).status == 0
    assert draft in lpd("list").out


def test_erasing_asks_and_leaves_nothing_but_the_id(
    lpd, folder: Path, draft: str, tmp_path: Path
) -> None:
    backup = tmp_path / "kept.db"
    lpd("backup", "-o", backup)
    asked = lpd("erase", draft)
    assert asked.status == 2
    assert "--yes" in asked.err
    assert lpd("erase", draft, "--yes").status == 0
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert not [path.name for path in files if b"Stellen sind" in path.read_bytes()]
    lpd("restore", backup)
    assert draft not in lpd("list").out


def test_nothing_is_erased_while_a_window_is_open(lpd, folder: Path, draft: str) -> None:
    lock = FolderLock(folder)
    assert lock.take()
    refused = lpd("erase", draft, "--yes")
    lock.release()
    assert refused.status == 2
    assert "geöffnet" in refused.err
    assert draft in lpd("list").out


@pytest.mark.parametrize("where", ["B.topics", "nix", "", "/", "A.staff/x"])
def test_of_a_place_that_is_none_nothing_is_claimed_and_nothing_brought_back(
    lpd, folder: Path, draft: str, where: str
) -> None:
    for arguments in (
        ("history", draft, where),
        ("show", draft, where, "--point", 1),
        ("bring-back", draft, "--point", 1, "--only", where),
    ):
        told = lpd(*arguments)
        assert told.status == 2
        assert f"Unter „{where}“ gibt es in dem Entwurf keine Antwort" in told.err
        assert WHERE in told.err
    assert stored(folder, draft).plan == NEW.plan


def test_a_missing_choice_is_asked_for_in_german(lpd, draft: str) -> None:
    told = lpd("show", draft)
    assert told.status == 2
    assert "es fehlt eine dieser Angaben: --point --text. Hilfe gibt" in told.err
