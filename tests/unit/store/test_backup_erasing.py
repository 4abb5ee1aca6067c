"""What was erased for good is gone from backups, and stays out when one is restored."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from lpd_desktop.plan.file import write_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.runtime.relocating import move_data_folder
from lpd_desktop.store.backups.daily import back_up_daily
from lpd_desktop.store.backups.erasing import erase_in_backups, restore_backup
from lpd_desktop.store.backups.folder import PLANS, own_folders
from lpd_desktop.store.backups.kept import known_backups, take_draft
from lpd_desktop.store.backups.setting import decline, set_folder
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.erasing import note_erased
from lpd_desktop.store.errors import StoreError
from lpd_desktop.store.working_folder import clear_abandoned, working_folder
from tests.unit.store.test_daily_backup import TODAY, written

OLDER = Path(__file__).resolve().parents[2] / "data" / "stores" / "version-1.db"
SECRET = "Geheimnis zum Löschen"


@pytest.fixture
def secret(data: Path) -> str:
    """The id of a second draft with words that must disappear."""
    with DraftStore.open(data) as store:
        return store.add(written(sample_file(), SECRET))


def erase(folder: Path, draft: str) -> None:
    with DraftStore.open(folder) as store:
        store.erase(draft)


def holding_secret(*folders: Path) -> list[str]:
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if SECRET.encode() in path.read_bytes()]


def ids(folder: Path) -> set[str]:
    with DraftStore.open(folder) as store:
        assert store.check() == []
        return {draft.id for draft in store.list_drafts()}


def test_an_erased_draft_is_erased_from_backups_files_and_copies(
    data: Path, share: Path, secret: str
) -> None:
    backup = back_up_daily(data, today=TODAY).file
    restore_backup(data, backup)
    assert len(holding_secret(data, share)) >= 4
    erase(data, secret)
    assert erase_in_backups(data) == []
    assert holding_secret(data, share) == []
    assert all(not known.problem for known in known_backups(data))


def test_a_share_that_was_away_is_caught_up_by_the_next_backup(
    data: Path, share: Path, secret: str
) -> None:
    back_up_daily(data, today=TODAY.replace(day=1))
    away = share.with_name("getrennt")
    share.rename(away)
    erase(data, secret)
    assert str(share) in erase_in_backups(data)[0]
    away.rename(share)
    assert holding_secret(share)
    back_up_daily(data, today=TODAY)
    assert holding_secret(data, share) == []


def test_a_file_that_somebody_changed_is_named_and_not_deleted(
    data: Path, share: Path, secret: str
) -> None:
    back_up_daily(data, today=TODAY)
    (path,) = [path for path in share.rglob("*.lpd") if SECRET.encode() in path.read_bytes()]
    path.write_bytes(path.read_bytes() + b" ")
    erase(data, secret)
    (note,) = erase_in_backups(data)
    assert path.name in note
    assert path.exists()


def test_restoring_leaves_erased_drafts_out_unless_asked(
    data: Path, share: Path, secret: str, tmp_path: Path
) -> None:
    own = tmp_path / "stick.db"
    shutil.copyfile(back_up_daily(data, today=TODAY).file, own)
    others = ids(data) - {secret}
    erase(data, secret)
    restored = restore_backup(data, own)
    assert (restored.left_out, ids(data)) == (1, others)
    assert restore_backup(data, own).left_out == 1
    assert restore_backup(data, own, with_erased=True).left_out == 0
    assert ids(data) == {*others, secret}


def test_a_lost_store_learns_from_its_backups_what_was_erased(
    data: Path, share: Path, secret: str, tmp_path: Path
) -> None:
    own = tmp_path / "stick.db"
    shutil.copyfile(back_up_daily(data, today=TODAY).file, own)
    erase(data, secret)
    back_up_daily(data, today=TODAY)
    store_path(data).write_bytes(b"damaged")
    assert restore_backup(data, own).left_out == 1
    assert secret not in ids(data)


def test_a_backup_of_an_older_format_leaves_erased_drafts_out(data: Path, tmp_path: Path) -> None:
    own = tmp_path / "alt.db"
    shutil.copyfile(OLDER, own)
    with closing(sqlite3.connect(own)) as connection:
        first, *others = [row[0] for row in connection.execute("select id from drafts")]
    with closing(sqlite3.connect(store_path(data))) as live, live:
        note_erased(live, first)
    assert restore_backup(data, own).left_out == 1
    assert ids(data) <= set(others)
    with DraftStore.open(data) as store:
        assert store.erased() == [first]


def test_what_is_no_backup_is_refused_although_something_was_erased(
    data: Path, tmp_path: Path, secret: str
) -> None:
    erase(data, secret)
    before = ids(data)
    (tmp_path / "bad.db").write_bytes(b"SQLite format 3\0 nothing")
    for name in ("bad.db", "missing.db"):
        with pytest.raises(StoreError, match=name):
            restore_backup(data, tmp_path / name)
    assert ids(data) == before


def test_one_draft_comes_out_of_a_backup_without_touching_the_others(
    data: Path, share: Path, secret: str
) -> None:
    backup = back_up_daily(data, today=TODAY).file
    before = ids(data)
    with DraftStore.open(data) as store:
        file = store.load(secret)
    erase(data, secret)
    draft, is_new = take_draft(data, backup, secret)
    assert is_new
    assert ids(data) == (before - {secret}) | {draft}
    with DraftStore.open(data) as store:
        assert store.load(draft) == file


def test_backups_show_their_drafts_and_what_is_wrong(data: Path, share: Path) -> None:
    back_up_daily(data, today=TODAY)
    (own_folders(share)[0] / "Entwuerfe-2026-11-20.db").write_bytes(b"x" * 5000)
    assert sorted(bool(known.problem) for known in known_backups(data)) == [False, True]


def test_what_a_killed_backup_left_is_erased_too(data: Path, share: Path, secret: str) -> None:
    backup = back_up_daily(data, today=TODAY).file
    words = write_lpd(written(sample_file(), SECRET))
    for left in (
        data / ".sicherung-abc" / "drafts.db",
        data / ".sicherung-abc" / ".sicherung-def" / "drafts.db",
        backup.with_name(".lpd-unfertig-0123456789ab.db"),
        backup.parent / PLANS / ".Plan.lpd.0123456789ab",
    ):
        left.parent.mkdir(exist_ok=True)
        left.write_bytes(words)
    erase(data, secret)
    assert erase_in_backups(data) == []
    assert holding_secret(data, share) == []


def test_a_folder_in_which_another_process_makes_a_copy_is_left_alone(tmp_path: Path) -> None:
    with working_folder(tmp_path) as busy:
        assert clear_abandoned(tmp_path) == [busy]
        with working_folder(tmp_path) as other:
            assert sorted(tmp_path.iterdir()) == sorted([busy, other])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_a_link_to_the_folder_of_somebody_else_is_not_followed(tmp_path: Path) -> None:
    foreign = tmp_path / "fremd"
    foreign.mkdir()
    (tmp_path / ".sicherung-abc").symlink_to(foreign, target_is_directory=True)
    assert clear_abandoned(tmp_path) == []
    assert list(foreign.iterdir()) == []


def test_a_file_that_was_left_to_somebody_long_ago_is_named_when_its_draft_is_erased(
    data: Path, share: Path, secret: str
) -> None:
    back_up_daily(data, today=TODAY)
    (path,) = [path for path in share.rglob("*.lpd") if SECRET.encode() in path.read_bytes()]
    path.write_bytes(path.read_bytes() + b" ")
    with DraftStore.open(data) as store:
        store.save(secret, written(sample_file(), f"{SECRET} und mehr"))
    assert path.name in back_up_daily(data, today=TODAY).notes[0]
    assert back_up_daily(data, today=TODAY).notes == ()
    with DraftStore.open(data) as store:
        store.trash(secret)
    back_up_daily(data, today=TODAY)
    erase(data, secret)
    (note,) = erase_in_backups(data)
    assert str(path) in note


def test_a_damaged_copy_beside_the_store_is_named_with_what_to_do(data: Path, secret: str) -> None:
    copy = data / "drafts-beschaedigt-20261121T181409Z.db"
    copy.write_bytes(b"SQLite format 3\0" + SECRET.encode() * 100)
    erase(data, secret)
    (note,) = erase_in_backups(data)
    assert f"„{copy}“ ist beschädigt" in note
    assert "löschen Sie diese Datei selbst" in note


def test_the_folder_that_the_drafts_were_moved_from_is_named(
    data: Path, secret: str, tmp_path: Path
) -> None:
    new = move_data_folder(data, tmp_path / "neu", Progress())
    erase(new, secret)
    (note,) = erase_in_backups(new)
    assert str(data) in note
    erase(data, secret)
    assert erase_in_backups(new) == []


def test_backups_in_a_folder_that_was_chosen_before_are_erased_too(
    data: Path, share: Path, secret: str, tmp_path: Path
) -> None:
    back_up_daily(data, today=TODAY)
    other = tmp_path / "anderer Ordner"
    other.mkdir()
    set_folder(data, other)
    back_up_daily(data, today=TODAY)
    decline(data, TODAY)
    erase(data, secret)
    assert len(holding_secret(share, other)) == 4
    assert erase_in_backups(data) == []
    assert holding_secret(share, other) == []
    set_folder(data, other)
    share.rename(share.with_name("getrennt"))
    (note,) = erase_in_backups(data)
    assert str(share) in note
