"""The checksum that stands with every stored row."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

CHECKSUM = "checksum"

Row = dict[str, Any]


def row_checksum(table: str, row: Mapping[str, Any]) -> str:
    """SHA-256 over the table's name and all columns of a row by name.

    A column without a value is left out, so that a later one that may be empty changes nothing.
    """
    digest = hashlib.sha256()
    _add(digest, table)
    for name in sorted(row):
        if name != CHECKSUM and row[name] is not None:
            _add(digest, name)
            _add(digest, row[name])
    return digest.hexdigest()


def _add(digest: Any, value: str | int | bytes) -> None:
    """Kind and length go before the value: no two different rows give the same bytes."""
    data = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
    digest.update(f"{type(value).__name__}:{len(data)}:".encode())
    digest.update(data)


def sealed(table: str, row: Row) -> Row:
    """The row with its checksum."""
    return {**row, CHECKSUM: row_checksum(table, row)}


def is_intact(table: str, row: Mapping[str, Any]) -> bool:
    """Whether a row is as it was written."""
    return bool(row[CHECKSUM] == row_checksum(table, row))


def content_digest(pieces: Mapping[tuple[str, str], str]) -> str:
    """SHA-256 over all pieces of one draft: tells a missing, added or exchanged one."""
    digest = hashlib.sha256()
    for (table, key), content in sorted(pieces.items()):
        for value in (table, key, content):
            _add(digest, value)
    return digest.hexdigest()
