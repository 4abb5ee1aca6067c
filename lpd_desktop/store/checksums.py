"""The checksum that stands with every stored row."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from typing import Any

CHECKSUM = "checksum"

Row = dict[str, Any]


def row_checksum(table: str, row: Mapping[str, Any]) -> str:
    """SHA-256 over the table's name and all columns of a row by name.

    A column without a value is left out, so that a later one that may be empty changes nothing.
    """
    parts = [_name_part(table)]
    for name in sorted(row):
        value = row[name]
        if value is not None and name != CHECKSUM:
            parts += _name_part(name), _part(value)
    return hashlib.sha256(b"".join(parts)).hexdigest()


@cache
def _name_part(name: str) -> bytes:
    """As `_part`, for names of tables and columns, which come again with every row."""
    return _part(name)


def _part(value: str | int | bytes) -> bytes:
    """Kind and length go before the value: no two different rows give the same bytes."""
    data = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
    return b"%b:%d:%b" % (type(value).__name__.encode(), len(data), data)


def sealed(table: str, row: Row) -> Row:
    """The row with its checksum."""
    return {**row, CHECKSUM: row_checksum(table, row)}


def is_intact(table: str, row: Mapping[str, Any]) -> bool:
    """Whether a row is as it was written."""
    return bool(row[CHECKSUM] == row_checksum(table, row))


def content_digest(pieces: Mapping[tuple[str, str], str]) -> str:
    """SHA-256 over all pieces of one draft: tells a missing, added or exchanged one."""
    parts = [
        _part(value)
        for (table, key), content in sorted(pieces.items())
        for value in (table, key, content)
    ]
    return hashlib.sha256(b"".join(parts)).hexdigest()
