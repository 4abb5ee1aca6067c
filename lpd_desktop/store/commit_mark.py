"""How many commits the store has seen, in a small file beside it.

A database that knows of fewer commits than its mark has lost its write-ahead log, or is an older
copy that was put in its place: both look sound, and only the mark tells.

The mark is written after a commit has reached the disk and is not flushed itself: after a power
cut it may be behind, which means nothing, but never ahead.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import zlib
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from lpd_desktop.store.errors import SQLITE_ERRORS

ENDING = ".mark"
_LENGTH = 128
"""Far less than the 512 bytes that disks write at once."""


@dataclass(frozen=True)
class Commits:
    """The count of one store.

    Attributes:
        store: The random id of the store.
        number: How many commits it has seen.
        missing: How many were found to be lost and not accepted yet.
    """

    store: str
    number: int
    missing: int = 0


def mark_path(path: Path) -> Path:
    """Where the mark of the store at `path` lies."""
    return path.with_name(path.name + ENDING)


def read_mark(path: Path) -> Commits | None:
    """The mark beside a store; None where there is none that can be read, which is no alarm."""
    try:
        with mark_path(path).open("rb") as source:
            return _parsed(source.read(_LENGTH))
    except (OSError, ValueError):
        return None


def _parsed(data: bytes) -> Commits:
    text, _, checksum = data.decode("ascii").strip().rpartition(" ")
    if int(checksum, 16) != zlib.crc32(text.encode("ascii")):
        message = "not a mark"
        raise ValueError(message)
    store, number, missing = text.split(" ")
    return Commits(store, int(number), int(missing))


def write_mark(path: Path, commits: Commits) -> None:
    """Writes in place; what cannot be written only warns less later."""
    text = f"{commits.store} {commits.number} {commits.missing}"
    line = f"{text} {zlib.crc32(text.encode('ascii')):08x}".ljust(_LENGTH - 1) + "\n"
    with contextlib.suppress(OSError, UnicodeEncodeError):
        handle = os.open(
            mark_path(path), os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600
        )
        try:
            os.write(handle, line.encode("ascii"))
        finally:
            os.close(handle)


def seen_by(connection: sqlite3.Connection) -> Commits | None:
    """The count that the database itself holds; None in a store without one, or a damaged one."""
    try:
        row = connection.execute("select store, number from commits").fetchone()
    except SQLITE_ERRORS:
        return None
    is_count = row is not None and isinstance(row[0], str) and isinstance(row[1], int)
    return Commits(row[0], row[1]) if is_count else None


def next_mark(mark: Commits | None, before: Commits) -> Commits:
    """The mark after one more commit.

    Args:
        mark: What lies beside the store while the right to write is held: no other process can
            have committed and not be seen, so that a mark ahead of the store tells a loss.
        before: What the store itself counted before the commit.
    """
    return replace(before, number=before.number + 1, missing=missing_since(mark, before))


def missing_since(mark: Commits | None, own: Commits | None) -> int:
    """How many commits a store lacks that counts like this; 0 where nothing is known.

    Of another store, or of one that was begun anew, nothing is here.
    """
    if mark is None or own is None:
        return 0
    seen = own.number if mark.store == own.store else 0
    return max(mark.missing, mark.number - seen, 0)


def missing_commits(path: Path, connection: sqlite3.Connection) -> int:
    """How many commits that were reported as done are not in the store any more; 0 for none.

    The mark is read before the store, which meanwhile can only gain.
    """
    mark = read_mark(path)
    return missing_since(mark, seen_by(connection))


def accept(path: Path) -> None:
    """Takes the store at `path` as it is: after a restore, or when somebody goes on with it."""
    with contextlib.suppress(*SQLITE_ERRORS, OSError):
        own = None
        if path.exists():
            with closing(sqlite3.connect(path)) as connection:
                own = seen_by(connection)
        if own is not None:
            write_mark(path, own)
        else:
            mark_path(path).unlink(missing_ok=True)
