"""The daily backup: a verified copy of the store and each draft as a file, in a folder of choice.

The copy is made beside the store by SQLite and carried over as a whole, so that a slow or broken
share never holds up a save.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import reason_of
from lpd_desktop.runtime.progress import stop_if_cancelled
from lpd_desktop.store.backups.copying import back_up
from lpd_desktop.store.backups.erasing import erase_in_copies, erased_in
from lpd_desktop.store.backups.folder import (
    BackupFailedError,
    copies_in,
    copy_name,
    deliver,
    failed,
    gone,
    own_folder,
    prepare_folder,
)
from lpd_desktop.store.backups.plans import write_plans
from lpd_desktop.store.backups.setting import (
    BackupSettingError,
    LastBackup,
    note_failure,
    read_last_backup,
    read_setting,
    refuse_folder,
    write_last,
)
from lpd_desktop.store.backups.thinning import kept_days
from lpd_desktop.store.connection import read_only, recognised_version, store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import store_errors
from lpd_desktop.store.migrations import STORE_VERSION
from lpd_desktop.store.working_folder import working_folder


@dataclass(frozen=True)
class StoreState:
    """Which store it is, how often it was written, how many drafts are in use."""

    store: str
    number: int
    drafts: int


@dataclass(frozen=True)
class DailyBackup:
    """A backup that was made and verified; `notes` are German sentences."""

    file: Path
    drafts: int
    notes: tuple[str, ...]


def is_due(data_folder: Path, today: date | None = None, *, after_changes: bool = True) -> bool:
    """Whether the store has no backup of today, or changed since.

    Nothing is due without a folder or without drafts. What cannot be read is due: trying to
    back it up tells why.

    Args:
        data_folder: Where the store lies.
        today: The day, today by itself.
        after_changes: Whether a change makes a further backup of the same day due.
    """
    try:
        if not read_setting(data_folder).folder or not store_path(data_folder).exists():
            return False
        state = _state_of(store_path(data_folder))
    except LpdError:
        return True
    last = read_last_backup(data_folder)
    is_todays = Path(last.file).name == copy_name(today or date.today())
    is_newest = (last.store, last.number) == (state.store, state.number)
    return not is_todays or (after_changes and not is_newest)


def back_up_daily(
    data_folder: Path, chosen: Path | None = None, today: date | None = None
) -> DailyBackup:
    """Backs up the store of a data folder and notes how that went.

    Args:
        data_folder: Where the store lies.
        chosen: Another folder than the one that is set; then nothing is noted.
        today: The day whose backup is written, today by itself; an earlier one of it is replaced.

    Raises:
        BackupSettingError: no folder is set, or it is none.
        BackupFailedError: the folder cannot be reached or written.
        StoreError: the store itself cannot be read; earlier backups stay as they are.
    """
    if chosen is not None:
        refuse_folder(data_folder, chosen)
        return _back_up(data_folder, chosen, today or date.today())[0]
    folder = _set_folder(data_folder)
    try:
        backup, state = _back_up(data_folder, folder, today or date.today())
    except LpdError as error:
        with suppress(LpdError):
            note_failure(data_folder, str(error))
        raise
    _note(data_folder, backup, state)
    return backup


def _set_folder(data_folder: Path) -> Path:
    folder = read_setting(data_folder).folder
    if not folder:
        message = (
            "Für die tägliche Sicherung ist noch kein Ordner gewählt. Das geht auf der Startseite "
            "oder mit „lpd drafts backup-folder ORDNER“."
        )
        raise BackupSettingError(message)
    return Path(folder)


def _note(data_folder: Path, backup: DailyBackup, state: StoreState) -> None:
    now = utc_now()
    last = LastBackup(tried=now, done=now, file=str(backup.file), notes=backup.notes)
    write_last(data_folder, msgspec.structs.replace(last, store=state.store, number=state.number))


def _back_up(data_folder: Path, chosen: Path, day: date) -> tuple[DailyBackup, StoreState]:
    with _local_copy(data_folder) as copy:
        state = _state_of(copy)
        try:
            if not chosen.is_dir():
                raise gone(chosen)
            folder = own_folder(chosen, state.store)
            _refuse_lost_folder(data_folder, folder)
            backup = _write(copy, folder, day, state)
        except OSError as error:
            raise failed(chosen, error) from error
    return backup, state


def _refuse_lost_folder(data_folder: Path, folder: Path) -> None:
    """Where a share is not connected, an empty folder often stands in its place.

    Raises:
        BackupFolderGoneError: earlier backups lay here and are not there.
    """
    last = read_last_backup(data_folder).file
    if last and Path(last).parent == folder and not folder.exists():
        raise gone(folder)


def _write(copy: Path, folder: Path, day: date, state: StoreState) -> DailyBackup:
    prepare_folder(folder)
    target = folder / copy_name(day)
    deliver(copy, target)
    stop_if_cancelled()
    _thin(folder, day)
    notes = erase_in_copies(folder, erased_in(copy), copy.parent)
    notes += write_plans(copy.parent, folder)
    return DailyBackup(target, state.drafts, tuple(notes))


def _thin(folder: Path, today: date) -> None:
    """The one that was just written stays, whatever a wrong clock says of the others."""
    copies = copies_in(folder)
    for day in set(copies) - kept_days(copies) - {today}:
        copies[day].unlink(missing_ok=True)


@contextmanager
def _local_copy(data_folder: Path) -> Iterator[Path]:
    """A verified copy of the store in the newest format, in a folder of its own beside it."""
    path = store_path(data_folder)
    if not path.exists():
        message = f"In „{data_folder}“ gibt es noch keine Entwürfe, die zu sichern wären."
        raise BackupFailedError(message)
    with store_errors(path):
        if recognised_version(path) != STORE_VERSION:
            DraftStore.open(data_folder).close()
    try:
        with working_folder(data_folder) as folder:
            copy = store_path(folder)
            with store_errors(path), closing(read_only(path)) as live:
                back_up(live, path, copy)
            yield copy
    except OSError as error:
        message = (
            f"In „{data_folder}“ lässt sich keine Sicherung vorbereiten: {reason_of(error)}. Ihre "
            "Entwürfe sind unverändert; bitte prüfen Sie diesen Ordner und den freien Platz darin."
        )
        raise BackupFailedError(message) from error


def _state_of(path: Path) -> StoreState:
    with store_errors(path), closing(read_only(path)) as reader:
        store, number = reader.execute("select store, number from commits").fetchone()
        query = "select count(*) from drafts where trashed is null"
        return StoreState(store, number, int(reader.execute(query).fetchone()[0]))
