"""Opening the SQLite file: recognise it before anything is written, then bring it up to date."""

from __future__ import annotations

import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import flush_file, flush_folder, make_private_folder, reason_of
from lpd_desktop.runtime.unsafe_place import refuse_unsafe_place
from lpd_desktop.store import commit_mark
from lpd_desktop.store.busy_waiting import until_free
from lpd_desktop.store.errors import (
    SQLITE_ERRORS,
    ForeignStoreError,
    MissingStoreError,
    NewerStoreError,
    StoreError,
    damaged,
    store_errors,
)
from lpd_desktop.store.hot_journal import roll_back
from lpd_desktop.store.migrations import STORE_VERSION, migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

FILE_NAME = "drafts.db"
APPLICATION_ID = int.from_bytes(b"LPDS", "big")
"""Stands in the header of every store, so that no other program's file is taken for one."""

BUSY_SECONDS = 10
_COUNTS_FROM = 2
"""The version of the store that has a table for the count of commits."""

_readable = partial(str, encoding="utf-8", errors="replace")
"""Damaged bytes in a text are found by its checksum; the error of sqlite3 would quote the text."""


def store_path(folder: Path) -> Path:
    """The file of the store in a data folder."""
    return folder / FILE_NAME


def open_database(folder: Path) -> Database:
    """The store of a data folder, made where there is none, migrated where it is older.

    The connection is bound to the thread that opens it.

    Raises:
        ForeignStoreError, NewerStoreError, StoreError: the file is left as it is.
        UnsafePlaceError: the folder does not lie on a disk of this machine.
    """
    refuse_unsafe_place(folder)
    path = store_path(folder)
    _make_folder(folder)
    with store_errors(path):
        version = recognised_version(path)
        database = _connected(path)
        try:
            _prepare(database, is_new=version == 0)
            _migrate(database, path)
        except BaseException:
            database.close()
            raise
    return database


def require_store(folder: Path) -> None:
    """For those whose draft is in the store: a new empty one in its place would hide the loss.

    Raises:
        MissingStoreError: the file is gone.
    """
    path = store_path(folder)
    if not path.exists():
        raise MissingStoreError(path)


def _make_folder(folder: Path) -> None:
    try:
        make_private_folder(folder)
    except LpdError as error:
        raise StoreError(f"{error} Bitte wählen Sie einen anderen Ordner.") from error


def recognised_version(path: Path) -> int:
    """The store version of a file, 0 for a new one; nothing of it is changed.

    Raises:
        ForeignStoreError: another program's file, or none that can be read.
        NewerStoreError: written by a later version.
        DamagedStoreError: its log cannot be read to the end.
    """
    if _is_new(path):
        return 0
    try:
        roll_back(path)
        with closing(read_only(path)) as reader:
            application = _number(reader, "application_id")
            version = _number(reader, "user_version")
            tables = _number_of_tables(reader)
            _refuse_torn_log(path, reader)
    except SQLITE_ERRORS as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise _foreign(path) from error
    if application != APPLICATION_ID or (version == 0 and tables):
        raise _foreign(path)
    if version > STORE_VERSION:
        raise _newer(path, version)
    return version


def _refuse_torn_log(path: Path, reader: sqlite3.Connection) -> None:
    """SQLite drops what stands behind the first damaged place of a log when it next writes.

    A reader changes nothing, and the mark beside the store tells what it should have found.
    """
    log = path.with_name(f"{path.name}-wal")
    mark = commit_mark.read_mark(path)
    own = commit_mark.seen_by(reader)
    is_behind = mark and own and mark.store == own.store and mark.number > own.number
    if is_behind and log.exists() and log.stat().st_size:
        raise damaged(path)


def _is_new(path: Path) -> bool:
    """Whether there is nothing to lose: no file, or an empty one.

    An empty file beside a filled write-ahead log has lost its content; SQLite would drop the log.
    The file is not opened here: where it is closed again, the system forgets every lock that other
    connections of this process hold on it, and another process takes their log away.
    """
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return True
    except OSError as error:
        raise _unreadable(path, reason_of(error)) from error
    if not os.access(path, os.R_OK):
        raise _unreadable(path, reason_of(PermissionError(errno.EACCES, "")))
    log = path.with_name(f"{path.name}-wal")
    if size == 0 and log.exists() and log.stat().st_size > 0:
        raise _foreign(path)
    return size == 0


def _unreadable(path: Path, reason: str) -> StoreError:
    return StoreError(f"„{path}“ lässt sich nicht lesen: {reason}.")


def _number(reader: sqlite3.Connection, pragma: str) -> int:
    return int(reader.execute(f"pragma {pragma}").fetchone()[0])


def _number_of_tables(reader: sqlite3.Connection) -> int:
    return int(reader.execute("select count(*) from sqlite_master").fetchone()[0])


def _foreign(path: Path) -> ForeignStoreError:
    return ForeignStoreError(
        f"„{path}“ ist keine Entwurfsdatei von LPD Desktop oder ist beschädigt; sie wurde nicht "
        "verändert. Im Fenster führt die Übersicht der Entwürfe zur Reparatur, sonst „lpd drafts "
        "repair“: Die Datei wird aufgehoben, und was lesbar oder gesichert ist, kommt zurück."
    )


def _newer(path: Path, version: int) -> NewerStoreError:
    return NewerStoreError(
        f"„{path}“ hat das Speicherformat {version}, dieses Programm kennt Formate bis "
        f"{STORE_VERSION}. Bitte öffnen Sie die Entwürfe mit einer neueren Version von LPD Desktop."
    )


def _connected(path: Path) -> Database:
    from sqlite_utils import Database

    connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
    connection.text_factory = _readable
    return Database(connection, execute_plugins=False)


def _prepare(database: Database, *, is_new: bool) -> None:
    """FULL: a commit that was reported survives a power cut. What is deleted is overwritten."""
    if is_new:
        database.execute(f"pragma application_id = {APPLICATION_ID}")
    until_free(database.enable_wal, BUSY_SECONDS)
    for setting in ("synchronous = full", "foreign_keys = on", "secure_delete = on"):
        database.execute(f"pragma {setting}")


@contextmanager
def writing(database: Database) -> Iterator[None]:
    """One transaction that holds the right to write from its start, or nothing at all.

    A transaction that reads first and writes later can be refused without waiting when another
    connection wrote in between; this one waits at its beginning instead.
    """
    database.execute("BEGIN IMMEDIATE")
    try:
        mark = _next_mark(database)
        with database.atomic():
            yield
            _count_commit(database)
        database.commit()
    except BaseException:
        database.rollback()
        raise
    if mark is not None:
        commit_mark.write_mark(*mark)


def _next_mark(database: Database) -> tuple[Path, commit_mark.Commits] | None:
    """What will stand beside the store after this transaction; copies of it have no mark."""
    path = Path(database.execute("pragma database_list").fetchone()[2])
    own = commit_mark.seen_by(database.conn)
    if path.name != FILE_NAME or own is None:
        return None
    return path, commit_mark.next_mark(commit_mark.read_mark(path), own)


def _count_commit(database: Database) -> None:
    """One more; what stands beside the store can be compared with it."""
    if _number(database.conn, "user_version") >= _COUNTS_FROM:
        database.execute("update commits set number = number + 1")


def _migrate(database: Database, path: Path) -> None:
    """All missing steps in one transaction, after a copy of a file that has content."""
    steps = migrations()
    if not steps.pending(database):
        return
    with writing(database):
        version = _number(database.conn, "user_version")
        if version > STORE_VERSION:
            raise _newer(path, version)
        if 0 < version < STORE_VERSION:
            _keep_older(path, version)
        steps.apply(database)


def _keep_older(path: Path, version: int) -> None:
    """A second connection reads what is committed while the first one holds the right to write.

    The copy gets its name when it is whole, so that nobody takes half of one for a copy.
    """
    kept = free_name(path, f"format-{version}")
    try:
        with tempfile.TemporaryDirectory(prefix=".format-", dir=path.parent) as name:
            copy = Path(name) / kept.name
            with closing(sqlite3.connect(path)) as source:
                copy_database(source, copy)
            flush_file(copy)
            copy.replace(kept)
            flush_folder(path.parent)
    except OSError as error:
        message = (
            f"Vor der Umstellung lässt sich „{kept}“ nicht als Kopie schreiben: "
            f"{reason_of(error)}. Es ist alles wie vorher; bitte schaffen Sie Platz."
        )
        raise StoreError(message) from error


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing; the address also fits drives and network shares."""
    posix = quote(path.resolve().as_posix(), safe="/:")
    address = f"file://{posix}" if posix.startswith("/") else f"file:///{posix}"
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True)
    connection.text_factory = _readable
    return connection


def copy_database(source: sqlite3.Connection, path: Path) -> None:
    """Copies what is committed into one new file without a log beside it.

    Such a file can also be read from a write-protected folder.
    """
    with closing(sqlite3.connect(path)) as target:
        source.backup(target)
        target.execute("pragma journal_mode = delete")


def free_name(path: Path, reason: str) -> Path:
    """A name beside `path` that is not taken, with the reason and the time."""
    stamp = utc_now().replace(":", "").replace("-", "")
    wanted = path.with_name(f"{path.stem}-{reason}-{stamp}{path.suffix}")
    number = 2
    while wanted.exists():
        wanted = path.with_name(f"{path.stem}-{reason}-{stamp}-{number}{path.suffix}")
        number += 1
    return wanted
