"""The register of submissions: steps, papers, and what becomes of them."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile, write_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store import kept_papers
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.erasing import erase_from
from lpd_desktop.store.errors import (
    ChangedElsewhereError,
    DamagedDraftError,
    UnknownDraftError,
    UnknownSubmissionError,
)
from lpd_desktop.store.kept_papers import (
    PaperError,
    bare_name,
    unusual_kind,
)
from lpd_desktop.store.repair.repairing import repair_store, store_problems
from lpd_desktop.store.submission_entries import (
    Planned,
)

PLANNED = Planned(1, "5" * 64, "LPD_2023_Talbrueck_v1.pdf", "a" * 64, "MAGS", "mail", "Paket")
PDF = b"%PDF-1.7 scanned"


def submitted(file: LpdFile) -> LpdFile:
    return replace(file, work=changed(file.work, state="submitted"))


@pytest.fixture
def store(tmp_path: Path):
    with DraftStore.open(tmp_path) as opened:
        yield opened


@pytest.fixture
def draft(store: DraftStore) -> str:
    return store.add(sample_file())


def test_a_hand_over_is_told_from_its_first_step_to_its_last(store: DraftStore, draft: str) -> None:
    assert store.submissions.unfinished(draft) is None
    submission = store.submissions.begin(draft, PLANNED)
    begun = store.submissions.unfinished(draft)
    assert begun is not None
    assert (begun.id, begun.step, begun.planned) == (submission, "begun", PLANNED)
    store.submissions.written(submission)
    written = store.submissions.unfinished(draft)
    assert written is not None
    assert written.step == "written"
    store.submissions.record(submission, submitted(store.load(draft)))
    assert store.submissions.unfinished(draft) is None
    assert [each.step for each in store.submissions.list()] == ["recorded"]
    assert store.summary(draft).state == "submitted"


def test_what_was_given_up_is_no_longer_unfinished_and_stays_in_the_list(
    store: DraftStore, draft: str
) -> None:
    submission = store.submissions.begin(draft, PLANNED)
    store.submissions.abandon(submission)
    assert store.submissions.unfinished(draft) is None
    assert store.submissions.of(submission).step == "abandoned"


def test_a_draft_that_was_changed_meanwhile_is_not_recorded_as_submitted(
    store: DraftStore, draft: str
) -> None:
    submission = store.submissions.begin(draft, PLANNED)
    before = store.load(draft)
    revision = store.summary(draft).revision
    other = changed(before.plan, as_of="2022-11-30")
    store.save(draft, replace(before, plan=other))
    with pytest.raises(ChangedElsewhereError):
        store.submissions.record(submission, submitted(before), expected_revision=revision)
    assert store.load(draft).plan == other
    assert store.submissions.of(submission).step == "begun"


def test_the_newest_submission_leads_and_each_draft_has_its_own(
    store: DraftStore, draft: str
) -> None:
    other = store.add(sample_file())
    first = store.submissions.record_at_once(draft, PLANNED, submitted(store.load(draft)))
    store.submissions.begin(other, PLANNED)
    assert [each.id for each in store.submissions.list(draft)] == [first]
    assert len(store.submissions.list()) == 2


def test_papers_come_back_byte_for_byte(store: DraftStore, draft: str) -> None:
    submission = store.submissions.begin(draft, PLANNED)
    kept = store.submissions.add_paper(submission, "signed_page", "C:\\Scans\\Seite: 1.pdf", PDF)
    assert store.submissions.take_paper(kept.id) == (kept, PDF)
    (found,) = store.submissions.of(submission).papers
    assert (found.name, found.size, found.kind) == ("Seite_ 1.pdf", len(PDF), "signed_page")
    assert not store.submissions.of(submission).is_acknowledged
    store.submissions.add_paper(submission, "acknowledgement", "Eingang.eml", b"Subject: da")
    assert store.submissions.of(submission).is_acknowledged


def test_the_same_paper_is_kept_once(store: DraftStore, draft: str) -> None:
    submission = store.submissions.begin(draft, PLANNED)
    first = store.submissions.add_paper(submission, "acknowledgement", "a.pdf", PDF)
    assert store.submissions.add_paper(submission, "acknowledgement", "b.pdf", PDF) == first
    assert len(store.submissions.of(submission).papers) == 1


def test_a_paper_that_was_added_by_mistake_can_be_removed(store: DraftStore, draft: str) -> None:
    submission = store.submissions.begin(draft, PLANNED)
    paper = store.submissions.add_paper(submission, "other", "falsch.pdf", PDF)
    store.submissions.remove_paper(paper.id)
    assert store.submissions.of(submission).papers == ()
    with pytest.raises(UnknownSubmissionError):
        store.submissions.take_paper(paper.id)


def test_empty_too_large_and_too_many_papers_are_refused(
    store: DraftStore, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    submission = store.submissions.begin(draft, PLANNED)
    with pytest.raises(PaperError, match="leer"):
        store.submissions.add_paper(submission, "other", "x.pdf", b"")
    monkeypatch.setattr(kept_papers, "PAPER_LIMIT", 1024 * 1024)
    with pytest.raises(PaperError, match="größer als 1 MB"):
        store.submissions.add_paper(submission, "other", "x.pdf", bytes(1024 * 1024 + 1))
    monkeypatch.setattr(kept_papers, "MOST_PAPERS", 1)
    store.submissions.add_paper(submission, "other", "x.pdf", PDF)
    with pytest.raises(PaperError, match="schon 1 Beilagen"):
        store.submissions.add_paper(submission, "other", "y.pdf", PDF + b"2")
    assert len(store.submissions.of(submission).papers) == 1


def test_unknown_drafts_and_submissions_are_told(store: DraftStore) -> None:
    with pytest.raises(UnknownDraftError):
        store.submissions.begin("nicht-da", PLANNED)
    for call in (store.submissions.written, store.submissions.of, store.submissions.remove_paper):
        with pytest.raises(UnknownSubmissionError, match="lpd submissions list"):
            call("nicht-da")


def test_nothing_of_an_erased_draft_stays_in_any_file(tmp_path: Path) -> None:
    marker = b"Geheimsache-Eingangsstempel"
    with DraftStore.open(tmp_path) as store:
        draft = store.add(sample_file())
        planned = replace(PLANNED, recipient=marker.decode())
        submission = store.submissions.begin(draft, planned)
        store.submissions.add_paper(submission, "other", "x.pdf", marker * 2000)
        store.backup(tmp_path / "kopie.db")
        store.erase(draft)
        assert store.submissions.list() == []
        assert store.check() == []
    erase_from(tmp_path / "kopie.db", draft)
    files = [path for path in tmp_path.iterdir() if path.is_file()]
    assert {"drafts.db", "kopie.db"} <= {path.name for path in files}
    assert [path.name for path in files if marker in path.read_bytes()] == []


def test_a_backup_brings_submissions_and_papers_back(store: DraftStore, tmp_path: Path) -> None:
    draft = store.add(sample_file())
    submission = store.submissions.begin(draft, PLANNED)
    paper = store.submissions.add_paper(submission, "acknowledgement", "x.pdf", PDF)
    store.backup(tmp_path / "kopie.db")
    store.erase(draft)
    other = tmp_path / "neu"
    with DraftStore.open(other) as fresh:
        fresh.restore(tmp_path / "kopie.db")
        assert fresh.submissions.of(submission).papers == (paper,)


def test_an_entry_never_changes(store: DraftStore, draft: str) -> None:
    submission = store.submissions.begin(draft, PLANNED)
    store.submissions.add_paper(submission, "other", "x.pdf", PDF)
    for table in ("submissions", "submission_steps", "submission_papers"):
        with (
            closing(sqlite3.connect(store_path(store._folder))) as other,
            pytest.raises(sqlite3.IntegrityError, match="never changes"),
        ):
            other.execute(f"update {table} set time = ''")


def spoil(folder: Path, table: str, column: str) -> None:
    with closing(sqlite3.connect(store_path(folder))) as connection:
        connection.execute(f"drop trigger {table}_never_change")
        connection.execute(f"update {table} set {column} = 'x'")
        connection.commit()


def test_damage_is_named_and_a_damaged_paper_is_not_handed_out(tmp_path: Path) -> None:
    with DraftStore.open(tmp_path) as store:
        submission = store.submissions.begin(store.add(sample_file()), PLANNED)
        paper = store.submissions.add_paper(submission, "other", "Bogen.pdf", PDF)
    spoil(tmp_path, "submission_papers", "sha256")
    with DraftStore.open(tmp_path) as store:
        assert any("Bogen.pdf" in problem for problem in store.check())
        with pytest.raises(DamagedDraftError, match="Bogen"):
            store.submissions.take_paper(paper.id)
    spoil(tmp_path, "submissions", "recipient")
    with DraftStore.open(tmp_path) as store:
        assert any("Einreichung" in problem for problem in store.check())
        assert store.submissions.list() == []
        with pytest.raises(DamagedDraftError):
            store.submissions.written(submission)


def test_repair_keeps_submissions_steps_and_large_papers(tmp_path: Path) -> None:
    """Two of the middle pages are gone; what SQLite no longer reads is read page by page."""
    paper_bytes = bytes(range(256)) * 400
    with DraftStore.open(tmp_path) as store:
        drafts = [store.add(sample_file()) for _ in range(3)]
        submission = store.submissions.begin(drafts[0], PLANNED)
        store.submissions.written(submission)
        paper = store.submissions.add_paper(submission, "signed_page", "x.png", paper_bytes)
        content = write_lpd(store.load(drafts[0]))
    path = store_path(tmp_path)
    data = bytearray(path.read_bytes())
    place = data.index(b"CREATE TABLE history")
    data[place : place + 6] = b"CRXATE"
    path.write_bytes(bytes(data))
    assert store_problems(tmp_path)
    repair_store(tmp_path, None)
    with DraftStore.open(tmp_path) as store:
        assert store.check() == []
        assert write_lpd(store.load(drafts[0])) == content
        assert store.submissions.of(submission).step == "written"
        assert store.submissions.take_paper(paper.id) == (paper, paper_bytes)


def test_repair_takes_from_the_copy_what_the_damaged_store_lost(tmp_path: Path) -> None:
    with DraftStore.open(tmp_path) as store:
        draft = store.add(sample_file())
        submission = store.submissions.begin(draft, PLANNED)
        paper = store.submissions.add_paper(submission, "other", "x.png", PDF)
        store.backup(tmp_path / "drafts-ersetzt-1.db")
    shutil.copy(tmp_path / "drafts-ersetzt-1.db", store_path(tmp_path))
    with closing(sqlite3.connect(store_path(tmp_path))) as connection:
        connection.execute("delete from submission_papers")
        connection.execute("delete from submissions")
        connection.commit()
    repair_store(tmp_path, tmp_path / "drafts-ersetzt-1.db")
    with DraftStore.open(tmp_path) as store:
        assert store.submissions.of(submission).papers == (paper,)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("/home/x/Eingang.eml", "Eingang.eml"),
        ("..\\..\\a.pdf", "a.pdf"),
        ("", "Beilage"),
        ("...", "Beilage"),
        ("a\u202efdp.exe", "a_fdp.exe"),
        ("x" * 300 + ".pdf", "x" * 251 + ".pdf"),
        ("y" * 300, "y" * 255),
        ("ä" * 120 + ".pdf", "ä" * 120 + ".pdf"),
        ("ä" * 200 + ".pdf", "ä" * 125 + ".pdf"),
    ],
)
def test_the_name_of_a_paper_holds_no_folder_and_no_trick(given: str, kept: str) -> None:
    assert bare_name(given) == kept


def test_unexpected_files_are_named_and_expected_ones_are_not() -> None:
    assert unusual_kind("x.pdf", PDF) == ""
    assert unusual_kind("x.eml", b"From: a") == ""
    assert "trotzdem" in unusual_kind("x.exe", b"MZ")
    assert "nach keine" in unusual_kind("x.png", PDF)
