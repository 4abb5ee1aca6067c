"""Backups that arrive damaged, are broken off, or were made with another clock."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from lpd_desktop.runtime.files import UnwritableFileError
from lpd_desktop.store.backups import folder as backup_folder
from lpd_desktop.store.backups import plans as backup_plans
from lpd_desktop.store.backups.daily import back_up_daily
from lpd_desktop.store.backups.folder import copy_name
from lpd_desktop.store.errors import DamagedStoreError
from tests.unit.store.test_daily_backup import TODAY, names, plans, save


def test_what_arrives_damaged_is_thrown_away_and_the_earlier_backup_stays(
    data: Path, share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = back_up_daily(data, today=TODAY).file
    before = file.read_bytes()
    save(data, "Neuer Text")

    def copy_with_a_slip(source, sink, _length: int) -> None:
        content = bytearray(source.read())
        content[-1] ^= 1
        sink.write(content)

    monkeypatch.setattr(backup_folder.shutil, "copyfileobj", copy_with_a_slip)
    with pytest.raises(DamagedStoreError, match="beschädigt an"):
        back_up_daily(data, today=TODAY)
    assert file.read_bytes() == before
    assert not list(share.rglob(".lpd-unfertig*"))


def test_a_file_that_was_written_when_the_power_went_is_known_as_ours(
    data: Path, share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up_daily(data, today=TODAY)
    write = backup_plans.write_atomically

    def die_after(path: Path, content: bytes) -> None:
        write(path, content)
        if path.suffix == ".lpd":
            raise KeyboardInterrupt

    save(data, "Zweiter Stand")
    monkeypatch.setattr(backup_plans, "write_atomically", die_after)
    with pytest.raises(KeyboardInterrupt):
        back_up_daily(data, today=TODAY)
    monkeypatch.undo()
    save(data, "Dritter Stand")
    assert back_up_daily(data, today=TODAY).notes == ()
    (content,) = plans(share).values()
    assert b"Dritter Stand" in content


def test_a_file_that_is_open_elsewhere_is_named_and_written_the_next_time(
    data: Path, share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up_daily(data, today=TODAY)
    write = backup_plans.write_atomically

    def locked(path: Path, content: bytes) -> None:
        if path.suffix == ".lpd":
            message = f"„{path}“ ist gesperrt."
            raise UnwritableFileError(message)
        write(path, content)

    save(data, "Zweiter Stand")
    monkeypatch.setattr(backup_plans, "write_atomically", locked)
    (note,) = back_up_daily(data, today=TODAY).notes
    assert "gesperrt" in note
    monkeypatch.undo()
    assert back_up_daily(data, today=TODAY).notes == ()
    (content,) = plans(share).values()
    assert b"Zweiter Stand" in content


def test_backups_dated_in_the_future_do_not_thin_out_that_of_today(data: Path, share: Path) -> None:
    first = back_up_daily(data, today=TODAY + timedelta(days=400)).file
    for days in range(401, 800):
        shutil.copyfile(first, first.with_name(copy_name(TODAY + timedelta(days=days))))
    file = back_up_daily(data, today=TODAY).file
    assert file.exists()
    assert len(names(share)) < 40
