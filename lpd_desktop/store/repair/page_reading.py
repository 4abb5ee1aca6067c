"""Rows out of the pages of a SQLite file that SQLite itself can no longer read.

Follows https://www.sqlite.org/fileformat2.html: sections 1.3 (header), 1.5 and 1.6 (leaf pages,
cells, overflow), 2.1 (records), 4.1 (write-ahead log). Nothing that is read here is trusted: the
caller keeps only rows whose checksum is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Value = str | int | bytes | None
Record = tuple[int, tuple[Value, ...]]
"""A row's number and its columns; the number itself stands as None among them."""

_TABLE_LEAF = 0x0D
_FILE_HEADER = 100
_LOG_HEADER, _FRAME_HEADER = 32, 24
_LOG_MAGIC = b"\x37\x7f\x06"
_PAGE_SIZES = frozenset(1 << power for power in range(9, 17))
_USUAL_SIZE = 4096
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


@dataclass(frozen=True)
class Pages:
    """The pages of a store, with what its log says later.

    Attributes:
        size: Bytes of a page.
        numbered: The newest content by page number, from 1.
        outdated: What the log replaced; a later frame may be damaged.
    """

    size: int
    numbered: dict[int, bytes]
    outdated: tuple[tuple[int, bytes], ...]

    def records(self) -> Iterator[Record]:
        """All rows of all table leaves, whatever their table; the outdated ones first."""
        for number, page in (*self.outdated, *self.numbered.items()):
            yield from _records_of_page(self, number, page)


def read_pages(database: bytes, log: bytes) -> Pages:
    """The pages of a file and of its write-ahead log."""
    size = _page_size(database, log)
    count = -(-len(database) // size)
    numbered = {n + 1: database[n * size : (n + 1) * size].ljust(size, b"\0") for n in range(count)}
    outdated = []
    for number, page in _frames(log, size):
        if number in numbered:
            outdated.append((number, numbered[number]))
        numbered[number] = page
    return Pages(size, numbered, tuple(outdated))


def _page_size(database: bytes, log: bytes) -> int:
    in_header = int.from_bytes(database[16:18], "big")
    in_log = int.from_bytes(log[8:12], "big") if log[:3] == _LOG_MAGIC else 0
    named = (1 << 16 if in_header == 1 else in_header, in_log)
    return next((size for size in named if size in _PAGE_SIZES), _USUAL_SIZE)


def _frames(log: bytes, size: int) -> Iterator[tuple[int, bytes]]:
    """The frames since the log was begun anew: those with the salt of its header."""
    salt, step = log[16:24], _FRAME_HEADER + size
    for start in range(_LOG_HEADER, len(log) - step + 1, step):
        if log[start + 8 : start + 16] == salt:
            number = int.from_bytes(log[start : start + 4], "big")
            yield number, log[start + _FRAME_HEADER : start + step]


def _records_of_page(pages: Pages, number: int, page: bytes) -> Iterator[Record]:
    start = _FILE_HEADER if number == 1 else 0
    if page[start] != _TABLE_LEAF:
        return
    cells = int.from_bytes(page[start + 3 : start + 5], "big")
    for position in range(start + 8, min(start + 8 + 2 * cells, len(page) - 1), 2):
        cell = int.from_bytes(page[position : position + 2], "big")
        record = _record_of_cell(pages, page, cell)
        if record is not None:
            yield record


def _record_of_cell(pages: Pages, page: bytes, start: int) -> Record | None:
    """The row in one cell; None where it is none."""
    try:
        length, start = _varint(page, start)
        row, start = _varint(page, start)
        return row, _columns(_payload(pages, page, start, length))
    except (IndexError, ValueError, KeyError):
        return None


def _payload(pages: Pages, page: bytes, start: int, length: int) -> bytes:
    """The bytes of a record, with those on overflow pages."""
    if length > pages.size * len(pages.numbered):
        message = "longer than the whole file"
        raise ValueError(message)
    local = _local_length(pages.size, length)
    data = bytearray(page[start : start + local])
    following = int.from_bytes(page[start + local : start + local + 4], "big")
    while len(data) < length:
        overflow = pages.numbered[following]
        following = int.from_bytes(overflow[:4], "big")
        data += overflow[4:]
    return bytes(data[:length])


def _local_length(usable: int, length: int) -> int:
    """How much of a record stands on its leaf (section 1.6)."""
    if length <= usable - 35:
        return length
    least = (usable - 12) * 32 // 255 - 23
    wanted = least + (length - least) % (usable - 4)
    return wanted if wanted <= usable - 35 else least


def _varint(data: bytes, start: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for position in range(start, start + 8):
        value = value << 7 | data[position] & 0x7F
        if data[position] < 0x80:
            return value, position + 1
    return value << 8 | data[start + 8], start + 9


def _columns(payload: bytes) -> tuple[Value, ...]:
    header, position = _varint(payload, 0)
    start, columns = header, []
    while position < header:
        kind, position = _varint(payload, position)
        value, start = _value(payload, kind, start)
        columns.append(value)
    return tuple(columns)


def _value(payload: bytes, kind: int, start: int) -> tuple[Value, int]:
    if kind == 0:
        return None, start
    if kind in (8, 9):
        return kind - 8, start
    if kind in _INTEGER_BYTES:
        end = start + _INTEGER_BYTES[kind]
        return int.from_bytes(payload[start:end], "big", signed=True), end
    if kind < 12:
        message = "no kind of ours"
        raise ValueError(message)
    end = start + (kind - 12) // 2
    data = payload[start:end]
    return (data.decode("utf-8") if kind % 2 else data), end
