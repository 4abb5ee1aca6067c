"""The count beside the store: what tells a lost log and an older copy, and what does not."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from pathlib import Path

import pytest

from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store import commit_mark
from lpd_desktop.store.backups.copying import restore_store
from lpd_desktop.store.commit_mark import mark_path, missing_commits, read_mark
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import DamagedStoreError
from lpd_desktop.store.repair.repairing import repair_store


def missing(folder: Path) -> int:
    path = store_path(folder)
    with closing(sqlite3.connect(path)) as connection:
        return missing_commits(path, connection)


def add(folder: Path, times: int = 1) -> None:
    for _ in range(times):
        with DraftStore.open(folder) as store:
            store.add(sample_file())


def test_after_each_commit_the_mark_is_where_the_store_is(tmp_path: Path) -> None:
    with DraftStore.open(tmp_path) as store:
        for _ in range(3):
            store.add(sample_file())
            own = commit_mark.seen_by(store._database.conn)
            assert own is not None
            assert read_mark(store_path(tmp_path)) == own
    assert missing(tmp_path) == 0


def test_an_older_copy_is_noticed_until_it_is_accepted(tmp_path: Path) -> None:
    add(tmp_path)
    path = store_path(tmp_path)
    shutil.copy(path, tmp_path / "alt")
    add(tmp_path, 3)
    shutil.copy(tmp_path / "alt", path)
    assert missing(tmp_path) == 3
    add(tmp_path, 5)
    assert missing(tmp_path) == 3, "going on does not hide what was lost"
    commit_mark.accept(path)
    assert missing(tmp_path) == 0
    add(tmp_path)
    assert missing(tmp_path) == 0


def test_a_lost_log_is_noticed(tmp_path: Path) -> None:
    with DraftStore.open(tmp_path) as store:
        store.add(sample_file())
        copy = tmp_path / "absturz"
        copy.mkdir()
        for name in ("drafts.db", "drafts.db.mark"):
            shutil.copy(tmp_path / name, copy / name)
    DraftStore.open(copy).close()
    assert missing(copy) == 2, "a store of which no commit is left is begun anew"
    shutil.rmtree(copy)
    copy.mkdir()
    with DraftStore.open(tmp_path) as store:
        store.add(sample_file())
        for name in ("drafts.db", "drafts.db.mark"):
            shutil.copy(tmp_path / name, copy / name)
    assert missing(copy) == 1


@pytest.mark.parametrize("content", [None, b"", b"\xff" * 128, b"unsinn 1 2 abc", b"a 99 0 0"])
def test_a_mark_that_is_missing_or_unreadable_is_no_alarm(
    tmp_path: Path, content: bytes | None
) -> None:
    add(tmp_path)
    mark = mark_path(store_path(tmp_path))
    mark.unlink()
    if content is not None:
        mark.write_bytes(content)
    assert missing(tmp_path) == 0
    add(tmp_path)
    assert read_mark(store_path(tmp_path)) is not None


def test_a_mark_behind_the_store_is_no_alarm(tmp_path: Path) -> None:
    add(tmp_path)
    mark = mark_path(store_path(tmp_path))
    before = mark.read_bytes()
    add(tmp_path, 4)
    mark.write_bytes(before)
    assert missing(tmp_path) == 0
    add(tmp_path)
    assert missing(tmp_path) == 0


def test_another_store_in_its_place_is_noticed_until_it_is_accepted(tmp_path: Path) -> None:
    add(tmp_path / "eigener", 2)
    add(tmp_path / "anderer")
    path = store_path(tmp_path / "eigener")
    shutil.copy(store_path(tmp_path / "anderer"), path)
    assert missing(path.parent) == 3
    add(path.parent)
    assert missing(path.parent) == 3
    commit_mark.accept(path)
    add(path.parent)
    assert missing(path.parent) == 0


def test_a_mark_that_cannot_be_written_hinders_no_commit(tmp_path: Path) -> None:
    mark_path(store_path(tmp_path)).mkdir()
    add(tmp_path, 2)
    with DraftStore.open(tmp_path) as store:
        assert len(store.list_drafts()) == 2


def test_a_restored_backup_is_no_loss(tmp_path: Path) -> None:
    add(tmp_path)
    with DraftStore.open(tmp_path) as store:
        store.backup(tmp_path / "sicherung")
    add(tmp_path, 3)
    restore_store(tmp_path, tmp_path / "sicherung")
    assert missing(tmp_path) == 0
    add(tmp_path)
    assert missing(tmp_path) == 0


def test_a_backup_has_no_mark_of_its_own(tmp_path: Path) -> None:
    add(tmp_path)
    with DraftStore.open(tmp_path) as store:
        store.backup(tmp_path / "sicherung.db")
    assert not (tmp_path / "sicherung.db.mark").exists()


def test_a_log_with_a_damaged_place_is_refused_before_its_rest_is_dropped(tmp_path: Path) -> None:
    live, copy = tmp_path / "live", tmp_path / "copy"
    with DraftStore.open(live) as store:
        drafts = [store.add(sample_file()) for _ in range(4)]
        shutil.copytree(live, copy, ignore=shutil.ignore_patterns("*-shm"))
    log = copy / "drafts.db-wal"
    data = bytearray(log.read_bytes())
    data[len(data) // 2] ^= 1
    log.write_bytes(bytes(data))
    for _ in range(2):
        with pytest.raises(DamagedStoreError):
            DraftStore.open(copy)
    assert log.read_bytes() == bytes(data)
    repair_store(copy, None)
    with DraftStore.open(copy) as store:
        assert drafts[-1] in [draft.id for draft in store.list_drafts()]


def test_several_windows_that_save_at_once_raise_no_false_alarm(tmp_path: Path) -> None:
    with DraftStore.open(tmp_path) as store:
        draft = store.add(sample_file())
    ended = threading.Event()

    def save_on() -> None:
        with DraftStore.open(tmp_path) as store:
            for _ in range(40):
                store.trash(draft)
                store.take_back(draft)

    def look_on() -> list[int]:
        found = []
        while not ended.is_set():
            DraftStore.open(tmp_path).close()
            found.append(missing(tmp_path))
        return found

    with ThreadPoolExecutor(3) as pool:
        looked = pool.submit(look_on)
        wait([pool.submit(save_on), pool.submit(save_on)])
        ended.set()
        assert not any(looked.result())
    assert missing(tmp_path) == 0
