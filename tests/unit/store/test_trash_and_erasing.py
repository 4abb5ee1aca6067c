"""The trash keeps for a year; what is erased leaves no word behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Release, Signatory
from lpd_desktop.store import draft_store, saving
from lpd_desktop.store.connection import read_only, store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.erasing import erase_from
from lpd_desktop.store.errors import BusyStoreError, UnknownDraftError

SAMPLE = sample_file()
MARK = "Zwetschgenmus"
OLDER_STORE = Path(__file__).resolve().parents[2] / "data" / "stores" / "version-1.db"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    times = ["2022-01-01T00:00:00Z"]
    for module in (draft_store, saving):
        monkeypatch.setattr(module, "utc_now", lambda: times[-1])
    return times


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DraftStore]:
    with DraftStore.open(tmp_path / "store") as opened:
        yield opened


def saying(words: str) -> LpdFile:
    answer = changed(SAMPLE.plan.answer("A.staff"), text=(paragraph(words),))
    return replace(SAMPLE, plan=SAMPLE.plan.with_answer("A.staff", answer))


def approved(file: LpdFile) -> LpdFile:
    signatory = Signatory(name="Erika Muster", role="Leitung")
    release = Release(
        version=1, seal="0" * 64, signatories=(signatory,), place="Talbrück", date="2022-11-10"
    )
    return replace(file, work=changed(file.work, state="approved"), release=release)


def fill(store: DraftStore) -> str:
    """A draft whose mark stands in answers, history, restore points and a release."""
    draft = store.add(saying(f"{MARK} " * 10))
    store.points.begin_session(draft)
    store.save(draft, saying(MARK))
    store.add_release(draft, approved(saying(f"{MARK} freigegeben")), f"%PDF {MARK}".encode())
    return draft


def holds_mark(folder: Path) -> list[str]:
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and MARK.encode() in path.read_bytes()
    ]


def test_after_a_year_in_the_trash_a_draft_is_gone(tmp_path: Path, clock: list[str]) -> None:
    with DraftStore.open(tmp_path) as store:
        old, young, used = fill(store), store.add(SAMPLE), store.add(SAMPLE)
        store.trash(old)
        clock.append("2022-06-01T00:00:00Z")
        store.trash(young)
        clock.append("2023-01-02T00:00:01Z")
        store.save(used, saying("weiter"))
    with DraftStore.open(tmp_path) as store:
        assert store.purged == 1
        assert [draft.id for draft in store.list_drafts(trashed=True)] == [young]
        assert store.check() == []
        with pytest.raises(UnknownDraftError):
            store.load(old)
    with DraftStore.open(tmp_path) as store:
        assert store.purged == 0


def test_a_clock_far_ahead_empties_no_trash(tmp_path: Path, clock: list[str]) -> None:
    with DraftStore.open(tmp_path) as store:
        draft = store.add(SAMPLE)
        store.trash(draft)
    clock.append("2099-01-01T00:00:00Z")
    with DraftStore.open(tmp_path) as store:
        assert store.purged == 0
        assert [each.id for each in store.list_drafts(trashed=True)] == [draft]


def test_what_is_erased_leaves_no_word_in_any_file(tmp_path: Path, store: DraftStore) -> None:
    other = store.add(saying("bleibt"))
    draft = fill(store)
    assert holds_mark(tmp_path)
    store.erase(draft)
    assert holds_mark(tmp_path) == []
    assert store.erased() == [draft]
    assert store.check() == []
    assert [each.id for each in store.list_drafts()] == [other]
    assert store.points.of(draft) == []


def test_remains_behind_another_reader_are_told_and_erased_the_second_time(
    tmp_path: Path, store: DraftStore
) -> None:
    draft = fill(store)
    store._database.execute("pragma busy_timeout = 10")
    reader = read_only(store_path(tmp_path / "store"))
    reader.execute("begin")
    reader.execute("select count(*) from drafts").fetchone()
    with pytest.raises(BusyStoreError, match="noch einmal"):
        store.erase(draft)
    assert store.list_drafts() == []
    reader.close()
    store.erase(draft)
    assert holds_mark(tmp_path) == []


def test_an_unknown_draft_is_not_erased(store: DraftStore) -> None:
    with pytest.raises(UnknownDraftError):
        store.erase("weg")
    assert store.erased() == []


def test_a_draft_is_erased_from_a_backup_and_only_this_one(
    tmp_path: Path, store: DraftStore
) -> None:
    other, draft = store.add(saying("bleibt")), fill(store)
    backup = tmp_path / "backup" / "kept.db"
    backup.parent.mkdir()
    store.backup(backup)
    assert erase_from(backup, draft)
    assert not erase_from(backup, draft)
    assert holds_mark(backup.parent) == []
    store.restore(backup)
    assert [each.id for each in store.list_drafts()] == [other]
    assert store.erased() == [draft]
    assert store.check() == []


def test_a_draft_is_erased_from_a_backup_of_an_older_version(tmp_path: Path) -> None:
    older = tmp_path / "older.db"
    older.write_bytes(OLDER_STORE.read_bytes())
    with DraftStore.open(tmp_path / "store") as store:
        store.restore(older)
        before = [each.id for each in store.list_drafts()]
    assert erase_from(older, before[0])
    with DraftStore.open(tmp_path / "again") as store:
        store.restore(older)
        assert [each.id for each in store.list_drafts()] == before[1:]
