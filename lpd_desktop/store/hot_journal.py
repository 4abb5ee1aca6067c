"""A transaction that a power cut ended while the file was not in WAL yet: at its first opening."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from lpd_desktop.store.locked_file import bytes_of_locked

_DATABASE = b"SQLite format 3\0"
_MAGIC = bytes.fromhex("d9d505f920a163d7")


def roll_back(path: Path) -> None:
    """Takes back what was begun; without it the file cannot be read by who may not write.

    Nothing happens where no journal lies beside the file.

    Raises:
        sqlite3.Error: the file cannot be written, or is damaged.
    """
    journal = path.with_name(f"{path.name}-journal")
    try:
        with journal.open("rb") as source:
            is_hot = source.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return
    if is_hot and _is_database(path):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("select count(*) from sqlite_master").fetchone()


def _is_database(path: Path) -> bool:
    """Whatever else stands in the place of the store is not written to."""
    return bytes_of_locked(path, len(_DATABASE)) == _DATABASE
