"""Backups keep every committed row, and restoring loses nothing that was there."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from lpd_desktop.plan.file import write_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.backups.copying import restore_store
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import (
    DamagedStoreError,
    ForeignStoreError,
    NewerStoreError,
    StoreError,
    UnwritableBackupError,
)


def make_backup(folder: Path, target: Path, drafts: int = 1) -> list[str]:
    with DraftStore.open(folder) as store:
        made = [store.add(sample_file()) for _ in range(drafts)]
        store.backup(target)
    return made


def drafts_in(folder: Path) -> set[str]:
    with DraftStore.open(folder) as store:
        assert store.check() == []
        return {draft.id for draft in store.list_drafts()}


def test_a_backup_is_one_file_with_every_draft_of_the_live_store(tmp_path: Path) -> None:
    target = tmp_path / "aside" / "sicherung.db"
    target.parent.mkdir()
    made = make_backup(tmp_path / "live", target, drafts=3)
    assert [each.name for each in target.parent.iterdir()] == ["sicherung.db"]
    assert restore_store(tmp_path / "other", target) is None
    assert drafts_in(tmp_path / "other") == set(made)
    with DraftStore.open(tmp_path / "other") as store:
        assert write_lpd(store.load(made[0])) == write_lpd(sample_file())


def test_restoring_keeps_aside_what_was_there(tmp_path: Path) -> None:
    old = make_backup(tmp_path / "live", tmp_path / "b.db")
    with DraftStore.open(tmp_path / "live") as store:
        new = store.add(sample_file())
        kept = store.restore(tmp_path / "b.db")
        assert {draft.id for draft in store.list_drafts()} == set(old)
    assert drafts_in(tmp_path / "live") == set(old)
    assert restore_store(tmp_path / "other", kept) is None
    assert drafts_in(tmp_path / "other") == {*old, new}


def test_other_open_connections_see_the_restored_drafts(tmp_path: Path) -> None:
    old = make_backup(tmp_path / "live", tmp_path / "b.db")
    with DraftStore.open(tmp_path / "live") as one, DraftStore.open(tmp_path / "live") as two:
        two.add(sample_file())
        one.restore(tmp_path / "b.db")
        assert {draft.id for draft in two.list_drafts()} == set(old)
        two.add(sample_file())
        assert len(one.list_drafts()) == 2


def test_a_damaged_store_is_set_aside_and_the_backup_takes_its_place(tmp_path: Path) -> None:
    old = make_backup(tmp_path / "live", tmp_path / "b.db")
    store_path(tmp_path / "live").write_bytes(b"broken")
    kept = restore_store(tmp_path / "live", tmp_path / "b.db")
    assert kept is not None
    assert kept.read_bytes() == b"broken"
    assert drafts_in(tmp_path / "live") == set(old)


def write_nothing(path: Path) -> None:
    path.write_bytes(b"")


def write_text(path: Path) -> None:
    path.write_text("kein Speicher")


def write_foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("create table fremd (x)")
    connection.close()


def write_newer(path: Path) -> None:
    make_backup(path.parent / "newer", path)
    connection = sqlite3.connect(path)
    connection.execute("pragma user_version = 99")
    connection.close()


def write_damaged(path: Path) -> None:
    make_backup(path.parent / "damaged", path, drafts=3)
    data = bytearray(path.read_bytes())
    for start in range(163_840, len(data), 4096):
        data[start : start + 32] = b"\xff" * 32
    path.write_bytes(bytes(data))


@pytest.mark.parametrize(
    ("write", "error"),
    [
        (write_nothing, ForeignStoreError),
        (write_text, ForeignStoreError),
        (write_foreign, ForeignStoreError),
        (write_newer, NewerStoreError),
        (write_damaged, DamagedStoreError),
        (Path.mkdir, StoreError),
        (lambda _path: None, StoreError),
    ],
)
def test_what_is_no_backup_is_refused_and_the_store_stays(tmp_path: Path, write, error) -> None:
    made = make_backup(tmp_path / "live", tmp_path / "good.db")
    write(tmp_path / "bad")
    before = {path.name for path in (tmp_path / "live").iterdir()}
    with pytest.raises(error) as told:
        restore_store(tmp_path / "live", tmp_path / "bad")
    assert f"„{tmp_path / 'bad'}“" in str(told.value)
    assert "repair" not in str(told.value), "repairing is for the store"
    assert {path.name for path in (tmp_path / "live").iterdir()} == before
    assert drafts_in(tmp_path / "live") == set(made)


@pytest.mark.parametrize("name", ["live/drafts.db", "live/drafts.db-wal", "gone/b.db", "live"])
def test_a_target_that_cannot_be_is_refused_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    with DraftStore.open(tmp_path / "live") as store:
        store.add(sample_file())
        before = sorted(tmp_path.rglob("*"))
        with pytest.raises(UnwritableBackupError):
            store.backup(tmp_path / name)
        assert sorted(tmp_path.rglob("*")) == before
        assert store.check() == []


def test_a_restore_that_fails_at_the_last_step_leaves_the_store_where_it_stood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_backup(tmp_path / "live", tmp_path / "b.db")
    store_path(tmp_path / "live").write_bytes(b"damaged")
    replace = Path.replace

    def held_open(self: Path, target: Path) -> Path:
        if target == store_path(tmp_path / "live") and self.parent != target.parent:
            raise PermissionError(13, "held open")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held_open)
    with pytest.raises(StoreError, match="alles wie vorher"):
        restore_store(tmp_path / "live", tmp_path / "b.db")
    assert store_path(tmp_path / "live").read_bytes() == b"damaged"
