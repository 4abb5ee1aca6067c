"""The rows that can still be read of a damaged store; only those whose checksum is right.

Three ways, from the surest to the last: SQLite from the first row on, SQLite from the last row
backwards, and the pages of the file and of its log themselves. What only the pages hold may be an
outdated row that nobody had written over yet, so it is kept apart.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lpd_desktop.runtime.files import reason_of
from lpd_desktop.store.checksums import CHECKSUM, Row, row_checksum
from lpd_desktop.store.commit_mark import Commits, missing_since, read_mark, seen_by
from lpd_desktop.store.connection import read_only, store_path
from lpd_desktop.store.errors import SQLITE_ERRORS, StoreError
from lpd_desktop.store.locked_file import bytes_of_locked
from lpd_desktop.store.repair.page_reading import Record, read_pages
from lpd_desktop.store.working_folder import beside

_LATER_COLUMNS = {"drafts": 1}
"""So many columns came later; a row from before lies on its page without them."""

_KEYS = {"drafts": ("id",), "parts": ("draft", "name"), "answers": ("draft", "address")}
_LOG_ENDING = "-wal"

Key = tuple[Any, ...]


@dataclass(frozen=True)
class TableRows:
    """What was read of one table.

    Attributes:
        read: Rows that SQLite has read, by key.
        found: Other rows on the pages; they may be outdated, or newer than a log cut short.
        damaged: How many rows were read whose checksum is wrong.
        is_complete: SQLite read the table without an error, and no commits are missing.
    """

    read: dict[Key, Row]
    found: dict[Key, Row]
    damaged: int
    is_complete: bool

    def rows(self) -> Iterator[Row]:
        """What is surely of the table, else all that can be found of it."""
        yield from self.read.values()
        if not self.is_complete or self.damaged:
            yield from self.found.values()


@dataclass(frozen=True)
class RescuedRows:
    """What was read of a store.

    Attributes:
        tables: By name.
        is_behind: Commits that were reported as done are not in the file any more.
    """

    tables: dict[str, TableRows]
    is_behind: bool

    def __getitem__(self, table: str) -> TableRows:
        return self.tables[table]


def rescue_rows(path: Path) -> RescuedRows:
    """All intact rows of a store, whatever became of the rest of its file; it is only read.

    Raises:
        StoreError: the operating system does not give the bytes, or no copy can be made.
    """
    database, log = _bytes_of(path), _bytes_of(path.with_name(path.name + _LOG_ENDING))
    records = list(read_pages(database, log).records())
    scans, own = _scanned(path, database, log)
    mark = read_mark(path)
    is_behind = missing_since(mark, own or _count_among(records, mark)) > 0
    on_pages = _rows_on_pages(records)
    tables = {
        table: _table_rows(table, rows, is_complete and not is_behind, on_pages[table])
        for table, (rows, is_complete) in scans.items()
    }
    return RescuedRows(tables, is_behind)


def _count_among(records: Iterable[Record], mark: Commits | None) -> Commits | None:
    """The count of commits that a file without its head still holds: beside the same random id."""
    if mark is None:
        return None
    numbers = [
        values[1] for _row, values in records if len(values) == 2 and values[0] == mark.store
    ]
    return Commits(mark.store, max((each for each in numbers if isinstance(each, int)), default=0))


def _rows_on_pages(records: Iterable[Record]) -> dict[str, dict[Key, Row]]:
    on_pages: dict[str, dict[Key, Row]] = {table: {} for table in table_columns()}
    for record in records:
        for table, row in _rows_of(record):
            _put_newest(on_pages[table], row_key(table, row), row)
    return on_pages


def _put_newest(rows: dict[Key, Row], key: Key, row: Row) -> None:
    """The later of two; drafts count their saves."""
    if rows.get(key, row).get("revision", 0) <= row.get("revision", 0):
        rows[key] = row


def _table_rows(
    table: str, rows: Iterable[Row], is_complete: bool, on_pages: Mapping[Key, Row]
) -> TableRows:
    listed = list(rows)
    read = {row_key(table, row): row for row in listed if is_row_intact(table, row)}
    found = {
        key: row
        for key, row in on_pages.items()
        if key not in read or read[key][CHECKSUM] != row[CHECKSUM]
    }
    return TableRows(read, found, len(listed) - len(read), is_complete)


def _bytes_of(path: Path) -> bytes:
    try:
        return bytes_of_locked(path)
    except FileNotFoundError:
        return b""
    except OSError as error:
        message = f"„{path}“ lässt sich nicht lesen: {reason_of(error)}."
        raise StoreError(message) from error


@cache
def table_columns() -> dict[str, tuple[str, ...]]:
    """The columns of all tables with checksums in a store of this version."""
    from sqlite_utils import Database

    from lpd_desktop.store.migrations import migrations

    with closing(Database(memory=True)) as database:
        migrations().apply(database)
        tables = {
            table.name: tuple(column.name for column in table.columns) for table in database.tables
        }
    return {name: columns for name, columns in tables.items() if CHECKSUM in columns}


def row_key(table: str, row: Row) -> Key:
    """What tells a row from the others of its table; of numbered ones its content."""
    return tuple(row[column] for column in _KEYS.get(table, (CHECKSUM,)))


def is_row_intact(table: str, row: Mapping[str, Any]) -> bool:
    """Whether a row of any table is as it was written."""
    own = {name: value for name, value in row.items() if not (name == "id" and is_numbered(table))}
    return bool(own.get(CHECKSUM) == row_checksum(table, own))


def is_numbered(table: str) -> bool:
    """Whether the database numbers the rows; the number is not part of the checksum."""
    return table not in _KEYS and "id" in table_columns()[table]


def _scanned(
    damaged: Path, database: bytes, log: bytes
) -> tuple[dict[str, tuple[list[Row], bool]], Commits | None]:
    """What SQLite reads of a copy: the damaged file itself is not opened."""
    with beside(damaged) as folder:
        path = store_path(folder)
        path.write_bytes(database)
        if log:
            path.with_name(path.name + _LOG_ENDING).write_bytes(log)
        with closing(read_only(path)) as connection:
            own = seen_by(connection)
        return {table: _scan(path, table) for table in table_columns()}, own


def _scan(path: Path, table: str) -> tuple[list[Row], bool]:
    """The rows before the first fault and those behind the last one; whether there was none."""
    rows: dict[Key, Row] = {}
    with closing(read_only(path)) as connection:
        is_complete = _read_on(connection, table, "asc", rows)
        if not is_complete:
            _read_on(connection, table, "desc", rows)
    return list(rows.values()), is_complete


def _read_on(connection: sqlite3.Connection, table: str, order: str, rows: dict[Key, Row]) -> bool:
    """Reads until the first fault; whether there was none."""
    try:
        cursor = connection.execute(f"select rowid, * from {table} order by rowid {order}")
        names = [column[0] for column in cursor.description]
        for values in cursor:
            rows[values] = dict(zip(names[1:], values[1:], strict=True))
    except SQLITE_ERRORS:
        return False
    return True


def _rows_of(record: Record) -> Iterator[tuple[str, Row]]:
    """The intact rows that a record can be: its checksum tells the table."""
    number, values = record
    for table, columns in table_columns().items():
        missing = len(columns) - len(values)
        if not 0 <= missing <= _LATER_COLUMNS.get(table, 0):
            continue
        row: Row = dict(zip(columns, (*values, *[None] * missing), strict=True))
        if is_numbered(table):
            row["id"] = number
        if row[CHECKSUM] is not None and is_row_intact(table, row):
            yield table, row
