"""Erasing a draft for good: its rows, what was overwritten, and later its backups.

SQLite only marks deleted pages as free; `secure_delete` overwrites them, `vacuum` writes the file
anew, and the log is cut off, so that none of its words stand in the files any more.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.store.checksums import is_intact, sealed
from lpd_desktop.store.connection import recognised_version
from lpd_desktop.store.errors import BusyStoreError, store_errors

ERASED = "erased"
_DRAFTS = "drafts"


def erase_rows(connection: sqlite3.Connection, draft: str) -> bool:
    """Deletes all rows of a draft in the transaction that is open; returns whether any was there.

    Whatever tables a store has: those with a column `draft` belong to drafts.
    """
    connection.execute("pragma secure_delete = on")
    owned = [name for name in _tables(connection) if _is_owned(connection, name)]
    found = 0
    for name in owned:
        found += connection.execute(f"delete from {name} where draft = ?", [draft]).rowcount
    found += connection.execute(f"delete from {_DRAFTS} where id = ?", [draft]).rowcount
    return found > 0


def _tables(connection: sqlite3.Connection) -> list[str]:
    query = "select name from sqlite_master where type = 'table'"
    return [str(row[0]) for row in connection.execute(query)]


def _is_owned(connection: sqlite3.Connection, table: str) -> bool:
    columns = connection.execute("select name from pragma_table_info(?)", [table])
    return table != ERASED and "draft" in [column[0] for column in columns]


def note_erased(connection: sqlite3.Connection, draft: str) -> None:
    """Remembers the id, so that no backup brings the draft back; older stores have no place."""
    if ERASED in _tables(connection):
        row = sealed(ERASED, {"draft": draft, "time": utc_now()})
        statement = f"insert or replace into {ERASED} values (:draft, :time, :checksum)"
        connection.execute(statement, row)


def erased_drafts(connection: sqlite3.Connection) -> list[str]:
    """The ids of drafts that were erased for good; damaged entries are left out."""
    if ERASED not in _tables(connection):
        return []
    rows = connection.execute(f"select draft, time, checksum from {ERASED} order by time, draft")
    entries = [dict(zip(("draft", "time", "checksum"), row, strict=True)) for row in rows]
    return [entry["draft"] for entry in entries if is_intact(ERASED, entry)]


def scrub(connection: sqlite3.Connection) -> None:
    """Writes the file anew without what was deleted, and empties the log beside it.

    Raises:
        BusyStoreError: another window reads; the rows are gone, old pages may still stand there.
    """
    connection.execute("vacuum")
    is_busy = connection.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
    if is_busy:
        message = (
            "Der Entwurf ist gelöscht, doch ein anderes Fenster hält den Speicher noch fest. "
            "Bitte schließen Sie es und löschen Sie den Entwurf noch einmal, damit auch keine "
            "Reste bleiben."
        )
        raise BusyStoreError(message)


def erase_from(path: Path, draft: str) -> bool:
    """Erases a draft from a copy of the store; returns whether it was in it.

    Afterwards the copy is one file without a log beside it.

    Raises:
        StoreError: it is none of ours, newer, damaged, or cannot be written.
    """
    with store_errors(path):
        if not recognised_version(path):
            return False
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("pragma journal_mode = delete")
            with connection:
                connection.execute("begin immediate")
                was_there = erase_rows(connection, draft)
                note_erased(connection, draft)
            connection.execute("vacuum")
    return was_there
