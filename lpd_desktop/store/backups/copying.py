"""Copies of the store that keep every committed row, and the way back.

A live database in WAL is never copied as a file: what stands in the log alone would be lost.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from lpd_desktop.runtime.files import reason_of
from lpd_desktop.store import commit_mark
from lpd_desktop.store.connection import (
    FILE_NAME,
    copy_database,
    free_name,
    open_database,
    read_only,
    recognised_version,
    store_path,
)
from lpd_desktop.store.errors import (
    DamagedStoreError,
    ForeignStoreError,
    StoreError,
    UnwritableBackupError,
    store_errors,
)
from lpd_desktop.store.integrity import file_problems
from lpd_desktop.store.working_folder import beside

_ASIDE = "beschaedigt"
_JOURNALS = ("", "-wal", "-shm", "-journal")


def back_up(connection: sqlite3.Connection, path: Path, target: Path) -> None:
    """Writes the store behind `connection` to `target`, verified before it takes the name.

    Raises:
        StoreError: the target is the store itself, not writable, or the copy is not readable.
    """
    _refuse_own_files(path, target)
    with beside(target) as folder:
        copy = folder / FILE_NAME
        with store_errors(copy):
            copy_database(connection, copy)
            verify(copy)
        _flush(copy)
        _take_place(copy, target)


def _refuse_own_files(path: Path, target: Path) -> None:
    own = {path.with_name(path.name + ending).resolve() for ending in _JOURNALS}
    if target.resolve() in own:
        message = f"„{target}“ ist die Entwurfsdatei selbst; bitte wählen Sie ein anderes Ziel."
        raise UnwritableBackupError(message)


def is_earlier_backup(path: Path, target: Path) -> bool:
    """Whether a file is a backup of the store at `path`, and no store that somebody works with."""
    beside_it = (*_JOURNALS[1:], commit_mark.ENDING)
    if any(target.with_name(target.name + ending).exists() for ending in beside_it):
        return False
    try:
        with store_errors(target):
            if not recognised_version(target):
                return not target.stat().st_size
            with closing(read_only(path)) as live, closing(read_only(target)) as copy:
                own, other = commit_mark.seen_by(live), commit_mark.seen_by(copy)
    except StoreError:
        return False
    return own is not None and other is not None and own.store == other.store


def verify(path: Path) -> None:
    """Reads a copy back.

    Raises:
        ForeignStoreError, NewerStoreError: not a store of ours.
        DamagedStoreError: SQLite finds it damaged.
    """
    version = recognised_version(path)
    with closing(read_only(path)) as copy:
        found = file_problems(copy)
    if found or not version:
        message = f"„{path}“ ist keine brauchbare Sicherung: {' '.join(found) or 'sie ist leer.'}"
        raise DamagedStoreError(message)


@contextmanager
def backup_errors(source: Path) -> Iterator[None]:
    """Like `store_errors`, for a backup: no repairing helps there, but another backup may."""
    try:
        with store_errors(source):
            yield
    except (DamagedStoreError, ForeignStoreError) as error:
        message = (
            f"„{source}“ ist keine Sicherung von LPD Desktop oder ist beschädigt; es ist alles "
            "wie vorher. Bitte nehmen Sie eine andere Sicherung."
        )
        raise type(error)(message) from error


def _flush(path: Path) -> None:
    with path.open("rb+") as copy:
        os.fsync(copy.fileno())


def _take_place(copy: Path, target: Path) -> None:
    if target.is_dir():
        message = f"„{target}“ ist ein Ordner; bitte nennen Sie eine Datei."
        raise UnwritableBackupError(message)
    copy.replace(target)


def restore_into(connection: sqlite3.Connection, path: Path, source: Path) -> Path:
    """Makes a backup the content of the live store; returns the copy of what was there before.

    Other connections see the change as one transaction.

    Raises:
        StoreError: the backup is missing, not ours, newer or damaged; the store is unchanged.
    """
    with incoming_copy(path, source) as incoming:
        kept = free_name(path, "ersetzt")
        back_up(connection, path, kept)
        with store_errors(path), closing(sqlite3.connect(incoming)) as restored:
            restored.backup(connection)
        commit_mark.accept(path)
    return kept


@contextmanager
def incoming_copy(path: Path, source: Path) -> Iterator[Path]:
    """A verified copy of a backup in the newest format, in a temporary folder beside the store."""
    if not source.is_file():
        message = f"„{source}“ ist nicht vorhanden oder keine Datei."
        raise StoreError(message)
    with beside(path) as folder:
        with backup_errors(source):
            if not recognised_version(source):
                message = f"„{source}“ enthält keine Entwürfe."
                raise ForeignStoreError(message)
            with closing(read_only(source)) as old:
                copy_database(old, store_path(folder))
            verify(store_path(folder))
        open_database(folder).close()
        yield store_path(folder)


def restore_store(folder: Path, source: Path) -> Path | None:
    """Restores a backup, also where the store is damaged or not ours.

    Returns:
        Where what was there before is kept now, None where there was nothing.

    Raises:
        StoreError: the backup is not usable, or the store is newer; nothing is changed.
    """
    path = store_path(folder)
    if not path.exists():
        return _install(folder, source)
    try:
        database = open_database(folder)
    except (DamagedStoreError, ForeignStoreError):
        return _install(folder, source)
    with closing(database):
        return restore_into(database.conn, path, source)


def _install(folder: Path, source: Path) -> Path | None:
    """Puts a backup in the place of the store; what was there gets another name."""
    path = store_path(folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with incoming_copy(path, source) as incoming:
        return put_in_place(path, incoming)


def put_in_place(path: Path, incoming: Path) -> Path | None:
    """Makes a finished file the store; returns where what was there before is kept now.

    Raises:
        StoreError: another program holds the store; nothing is changed.
    """
    kept = None
    try:
        _flush(incoming)
        kept = _set_aside(path)
        incoming.replace(path)
    except OSError as error:
        bring_back(path, kept)
        message = (
            f"„{path}“ lässt sich nicht ersetzen: {reason_of(error)}. Es ist alles wie "
            "vorher; bitte schließen Sie andere Fenster von LPD Desktop."
        )
        raise StoreError(message) from error
    commit_mark.accept(path)
    return kept


def bring_back(path: Path, kept: Path | None) -> None:
    """Gives the files of a store that were set aside their names again."""
    if kept is None:
        return
    for ending in _JOURNALS:
        aside = kept.with_name(kept.name + ending)
        if aside.exists():
            aside.replace(path.with_name(path.name + ending))


def set_aside_files(path: Path) -> list[Path]:
    """The stores that lay at `path` and were replaced by another one."""
    return list(path.parent.glob(f"{path.stem}-{_ASIDE}-*{path.suffix}"))


def _set_aside(path: Path) -> Path | None:
    """All files of the store get another name, or none of them."""
    kept = free_name(path, _ASIDE)
    try:
        for ending in _JOURNALS:
            old = path.with_name(path.name + ending)
            if old.exists():
                old.replace(kept.with_name(kept.name + ending))
    except OSError:
        bring_back(path, kept)
        raise
    return kept if kept.exists() else None
