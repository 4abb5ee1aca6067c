"""The daily backup: verified, thinned, with each draft as a file, and no harm where it fails."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile, load_lpd, save_lpd, write_lpd
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.backups.daily import back_up_daily, is_due
from lpd_desktop.store.backups.folder import (
    PLANS,
    BackupFailedError,
    BackupFolderGoneError,
    copy_name,
    own_folders,
)
from lpd_desktop.store.backups.kept import known_backups, take_draft
from lpd_desktop.store.backups.setting import (
    BackupSettingError,
    backup_standing,
    decline,
    read_last_backup,
    set_folder,
)
from lpd_desktop.store.backups.thinning import DAYS, MONTHS, WEEKS, kept_days
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import StoreError

TODAY = date(2026, 11, 21)


def written(file: LpdFile, text: str) -> LpdFile:
    answer = changed(file.plan.answer("A.staff"), text=(paragraph(text),))
    return replace(file, plan=file.plan.with_answer("A.staff", answer))


def only_draft(folder: Path) -> str:
    with DraftStore.open(folder) as store:
        return store.list_drafts()[0].id


def save(folder: Path, text: str) -> None:
    with DraftStore.open(folder) as store:
        store.save(store.list_drafts()[0].id, written(sample_file(), text))


def plans(share: Path) -> dict[str, bytes]:
    files = (own_folders(share)[0] / PLANS).iterdir()
    return {path.name: path.read_bytes() for path in files}


def names(share: Path) -> list[str]:
    return sorted(path.relative_to(share).as_posix() for path in share.rglob("*.db"))


def test_a_backup_holds_every_draft_and_beside_it_each_as_a_file(data: Path, share: Path) -> None:
    assert is_due(data, TODAY)
    backup = back_up_daily(data, today=TODAY)
    assert not is_due(data, TODAY)
    assert (backup.drafts, backup.notes) == (1, ())
    assert backup.file.name == "Entwuerfe-2026-11-21.db"
    name = sample_file().plan.jobcenter.name
    assert plans(share) == {f"{name} 2023.lpd": write_lpd(sample_file())}
    (known,) = known_backups(data)
    assert (known.path, known.problem) == (backup.file, "")
    assert [draft.jobcenter for draft in known.drafts] == [name]
    assert not list(share.rglob("*-wal")) + list(share.rglob(".lpd-unfertig*"))
    assert {path.name for path in data.iterdir() if path.is_dir()} <= {"forms"}


def test_a_change_makes_it_due_and_replaces_the_backup_of_the_day(data: Path, share: Path) -> None:
    back_up_daily(data, today=TODAY)
    assert is_due(data, TODAY + timedelta(days=1))
    save(data, "Neuer Text")
    assert is_due(data, TODAY)
    backup = back_up_daily(data, today=TODAY)
    assert names(share) == [backup.file.relative_to(share).as_posix()]
    assert b"Neuer Text" in next(iter(plans(share).values()))
    identity, is_new = take_draft(data, backup.file, only_draft(data))
    assert (identity, is_new) == (only_draft(data), False)


def test_without_a_folder_or_drafts_nothing_is_due(tmp_path: Path, share: Path) -> None:
    assert not is_due(tmp_path / "data", TODAY)
    with pytest.raises(BackupSettingError, match="kein Ordner gewählt"):
        back_up_daily(tmp_path / "data")
    (tmp_path / "data").mkdir()
    set_folder(tmp_path / "data", share)
    assert not is_due(tmp_path / "data", TODAY)
    with pytest.raises(BackupFailedError, match="noch keine Entwürfe"):
        back_up_daily(tmp_path / "data")


@pytest.mark.parametrize("name", ["data", "data/inside", "missing"])
def test_a_folder_that_protects_nothing_is_refused(data: Path, tmp_path: Path, name: str) -> None:
    (data / "inside").mkdir()
    with pytest.raises(BackupSettingError):
        set_folder(data, tmp_path / name)


def test_a_share_that_is_gone_is_named_and_the_last_backup_is_still_known(
    data: Path, share: Path
) -> None:
    back_up_daily(data)
    share.rename(share.with_name("getrennt"))
    with pytest.raises(BackupFolderGoneError, match="nicht erreichbar"):
        back_up_daily(data)
    standing = backup_standing(data)
    assert standing.kind == "failed"
    assert "nicht erreichbar" in standing.sentence
    assert "letzte Sicherung ist vom" in standing.sentence
    share.with_name("getrennt").rename(share)
    back_up_daily(data)
    assert backup_standing(data).kind == "fine"


def test_an_empty_folder_in_the_place_of_a_share_gets_no_backup(data: Path, share: Path) -> None:
    back_up_daily(data)
    share.rename(share.with_name("getrennt"))
    share.mkdir()
    with pytest.raises(BackupFolderGoneError):
        back_up_daily(data)
    assert list(share.iterdir()) == []
    set_folder(data, share)
    back_up_daily(data)
    assert len(names(share)) == 1


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """A small disk in memory, where this is allowed."""
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    try:
        made = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        made = False
    if not made:
        pytest.skip("only an administrator may mount a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_read_only_folder_is_named_and_the_draft_stays(data: Path, share: Path) -> None:
    with mounted(share, "ro,size=1m"):
        with pytest.raises(BackupFailedError, match="schreibgeschützt") as refused:
            back_up_daily(data)
        assert "Ihre Entwürfe sind unverändert" in str(refused.value)
    assert read_last_backup(data).problem == str(refused.value)
    with DraftStore.open(data) as store:
        assert store.check() == []
        assert write_lpd(store.load(only_draft(data))) == write_lpd(sample_file())


def test_a_full_disk_is_named_and_leaves_the_earlier_backup(data: Path, share: Path) -> None:
    with mounted(share, "size=700k"):
        back_up_daily(data, today=TODAY)
        (share / "fremd").write_bytes(os.urandom(os.statvfs(share).f_bavail * 4096))
        before = names(share), plans(share)
        with pytest.raises(BackupFailedError, match="voll"):
            back_up_daily(data, today=TODAY + timedelta(days=1))
        assert (names(share), plans(share)) == before
        assert not list(share.rglob(".lpd-unfertig*"))


def test_a_damaged_store_takes_no_good_backup_away(data: Path, share: Path) -> None:
    back_up_daily(data, today=TODAY)
    before = (share / names(share)[0]).read_bytes()
    content = bytearray(store_path(data).read_bytes())
    for start in range(8192, len(content), 4096):
        content[start : start + 64] = b"\xff" * 64
    store_path(data).write_bytes(content)
    with pytest.raises(StoreError):
        back_up_daily(data, today=TODAY)
    assert (share / names(share)[0]).read_bytes() == before


def test_a_file_that_a_deputy_went_on_with_is_never_overwritten(data: Path, share: Path) -> None:
    back_up_daily(data, today=TODAY)
    (name,) = plans(share)
    path = own_folders(share)[0] / PLANS / name
    save_lpd(path, written(load_lpd(path), "Von der Vertretung"))
    save(data, "Von mir")
    backup = back_up_daily(data, today=TODAY)
    assert b"Von der Vertretung" in plans(share)[name]
    (other,) = set(plans(share)) - {name}
    assert b"Von mir" in plans(share)[other]
    assert name in backup.notes[0]
    assert other in backup.notes[0]
    save(data, "Von mir, später")
    assert back_up_daily(data, today=TODAY).notes == ()
    assert b"Von der Vertretung" in plans(share)[name]
    assert len(plans(share)) == 2


def test_drafts_in_the_trash_have_no_file_and_namesakes_have_one_each(
    data: Path, share: Path
) -> None:
    with DraftStore.open(data) as store:
        second = store.add(written(sample_file(), "Zweiter"))
    back_up_daily(data, today=TODAY)
    assert len(plans(share)) == 2
    with DraftStore.open(data) as store:
        store.trash(second)
    back_up_daily(data, today=TODAY)
    assert list(plans(share).values()) == [write_lpd(sample_file())]


@pytest.mark.parametrize("name", ['a/b\\c:*?"<>|', "NUL", "..", "x" * 300, "Kreis Ä.", ""])
def test_every_name_of_a_jobcenter_gives_a_file(data: Path, share: Path, name: str) -> None:
    file = sample_file()
    jobcenter = changed(file.plan.jobcenter, name=name)
    with DraftStore.open(data) as store:
        store.add(replace(file, plan=changed(file.plan, jobcenter=jobcenter)))
    back_up_daily(data)
    assert len(plans(share)) == 2
    assert all(len(each) < 100 and not set(each) & set('/\\:*?"<>|') for each in plans(share))


def test_backups_of_two_stores_in_one_folder_leave_each_other_alone(
    data: Path, share: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    with DraftStore.open(other) as store:
        store.add(written(sample_file(), "Anderer"))
    set_folder(other, share)
    back_up_daily(data, today=TODAY)
    back_up_daily(other, today=TODAY)
    assert len(own_folders(share)) == 2
    assert len(known_backups(data)) == 2


def test_old_backups_are_thinned(data: Path, share: Path) -> None:
    first = back_up_daily(data, today=TODAY).file
    for days in range(1, 39):
        shutil.copyfile(first, first.with_name(copy_name(TODAY + timedelta(days=days))))
    back_up_daily(data, today=TODAY + timedelta(days=39))
    kept = [date.fromisoformat(name[-13:-3]) for name in names(share)]
    assert kept[-DAYS:] == [TODAY + timedelta(days=26 + days) for days in range(14)]
    assert DAYS < len(kept) < DAYS + WEEKS


@given(st.sets(st.dates(date(2024, 1, 1), date(2027, 12, 31)), max_size=200))
def test_thinning_keeps_days_weeks_and_months_and_is_done_once(days: set[date]) -> None:
    kept = kept_days(days)
    newest = sorted(days, reverse=True)
    assert kept <= days
    assert set(newest[:DAYS]) <= kept
    assert len(kept) <= DAYS + WEEKS + MONTHS
    assert kept_days(kept) == kept
    weeks = sorted({day.isocalendar()[:2] for day in days})[-WEEKS:]
    assert {day.isocalendar()[:2] for day in kept} >= set(weeks)
    months = sorted({(day.year, day.month) for day in days})[-MONTHS:]
    assert {(day.year, day.month) for day in kept} >= set(months)


def test_a_wrong_clock_costs_no_backup(data: Path, share: Path) -> None:
    back_up_daily(data, today=date(2031, 1, 1))
    assert is_due(data, TODAY)
    back_up_daily(data, today=TODAY)
    assert len(names(share)) == 2


def test_the_question_comes_back_a_month_after_it_was_declined(tmp_path: Path) -> None:
    assert backup_standing(tmp_path, TODAY).kind == "unset"
    decline(tmp_path, TODAY)
    assert backup_standing(tmp_path, TODAY + timedelta(days=29)).kind == "declined"
    assert backup_standing(tmp_path, TODAY + timedelta(days=30)).kind == "unset"
    assert backup_standing(tmp_path, TODAY - timedelta(days=400)).kind == "unset"


def test_a_setting_of_a_later_version_is_kept_and_named(data: Path) -> None:
    (data / "backup.json").write_text('{"version": 9, "folder": "x", "new": 1}')
    with pytest.raises(BackupSettingError, match=r"Format 9.*bis 1"):
        back_up_daily(data)
    assert backup_standing(data).kind == "failed"
    assert '"version": 9' in (data / "backup.json").read_text()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"folder": 3}', b"\xff\xfe"])
def test_a_damaged_setting_asks_anew(data: Path, content: bytes) -> None:
    (data / "backup.json").write_bytes(content)
    (data / "backup-last.json").write_bytes(content)
    assert backup_standing(data).kind == "unset"
