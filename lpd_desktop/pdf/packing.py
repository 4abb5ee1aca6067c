"""Packs a complete PDF as reportlab writes it: small objects together, everything compressed.

Every byte follows from the raw file: order and syntax are ours, and the compression comes from
libdeflate, which its wheel brings along. The zlib of Python and of pikepdf is that of the system
on Linux, and systems differ (zlib-ng packs otherwise than zlib).
"""

from __future__ import annotations

import hashlib
import re

import msgspec

_TOGETHER = 200
"""Small objects in one stream."""

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_LEVEL = 6
_ID_BYTES = 16
_OFFSET_BYTES = 4

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_ROOT = re.compile(rb"/(Root|Info) (\d+ 0 R)")
_OPENING = re.compile(rb"(\d+) 0 obj\s+")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_LENGTH = re.compile(rb"/Length (\d++)(?! \d+ R)\s*")
_ENTRY_BYTES = 20


class UnpackableError(ValueError):
    """The raw file is not built as reportlab builds it."""


def packed(raw: bytes) -> bytes:
    """The same document, small: object streams, a cross-reference stream, an empty checksum.

    Args:
        raw: A complete file with a cross-reference table and direct lengths of streams.

    Returns:
        A file whose `/ID` is a digest of the content, followed by zeros.

    Raises:
        UnpackableError: the file is built otherwise.
    """
    numbered = _objects(raw)
    packer = _Packer(max(numbered) + 1)
    plain = {}
    for number, source in numbered.items():
        if source.endswith(b"endstream"):
            packer.add_stream(number, *_parts(source))
        else:
            plain[number] = source
    numbers = list(plain)
    for start in range(0, len(numbers), _TOGETHER):
        chosen = numbers[start : start + _TOGETHER]
        packer.add_together({number: plain[number] for number in chosen})
    return packer.finish(_entries(raw))


def _table_start(raw: bytes) -> int:
    match = _START.search(raw, max(0, len(raw) - 64))
    if match is None:
        message = "no startxref at the end"
        raise UnpackableError(message)
    return int(match[1])


def _objects(raw: bytes) -> dict[int, bytes]:
    """The objects by their numbers, each without its frame."""
    end = _table_start(raw)
    table = _TABLE.match(raw, end)
    if table is None:
        message = "no cross-reference table"
        raise UnpackableError(message)
    rows = [table.end() + _ENTRY_BYTES * row for row in range(1, int(table[1]))]
    starts = sorted(int(raw[row : row + 10]) for row in rows)
    found = {}
    for start, after in zip(starts, [*starts[1:], end], strict=True):
        opening = _OPENING.match(raw, start)
        source = raw[start:after].rstrip()
        if opening is None or not source.endswith(b"endobj"):
            message = f"no object at {start}"
            raise UnpackableError(message)
        body = source[opening.end() - start : -len(b"endobj")]
        found[int(opening[1])] = body.strip()
    return found


def _parts(source: bytes) -> tuple[bytes, bytes]:
    """The entries of a stream without its length, and its content."""
    opening = _STREAM.search(source)
    length = _LENGTH.search(source, 0, opening.start()) if opening is not None else None
    if opening is None or length is None:
        message = "a stream without a length of its own"
        raise UnpackableError(message)
    entries = source[: length.start()] + source[length.end() : opening.start()]
    content, rest = _cut(source[opening.end() :], int(length[1]))
    if rest.strip() != b"endstream":
        message = "a stream that is longer than its length"
        raise UnpackableError(message)
    return entries.removeprefix(b"<<").strip(), content


def _cut(source: bytes, at: int) -> tuple[bytes, bytes]:
    return source[:at], source[at:]


def _entries(raw: bytes) -> bytes:
    """What of the trailer stays: where catalog and information are."""
    found = _ROOT.findall(raw, raw.rindex(b"trailer"))
    return b" ".join(sorted(b"/%s %s" % (name, place) for name, place in found))


class _Packer(msgspec.Struct, eq=False):
    """Puts objects one after the other; `following` is the next number that nobody has."""

    following: int
    parts: list[bytes] = msgspec.field(default_factory=lambda: [_HEADER])
    length: int = len(_HEADER)
    places: dict[int, tuple[int, int, int]] = msgspec.field(default_factory=dict)

    def add_stream(self, number: int, entries: bytes, content: bytes) -> None:
        """Adds a stream; what is compressed already stays as it is, and metadata stay readable."""
        if b"/Filter" not in entries and b"/Metadata" not in entries:
            content, entries = _compressed(content), entries + b" /Filter /FlateDecode"
        self.places[number] = (1, self.length, 0)
        head = b"%d 0 obj\n<< %s /Length %d >>\nstream\n" % (number, entries, len(content))
        self._add(head + content + b"\nendstream\nendobj\n")

    def add_together(self, objects: dict[int, bytes]) -> None:
        """Adds small objects in one stream."""
        holder = self._next()
        numbers, offset = [], 0
        for index, (number, source) in enumerate(objects.items()):
            numbers.append(b"%d %d" % (number, offset))
            offset += len(source) + 1
            self.places[number] = (2, holder, index)
        head = b" ".join(numbers) + b"\n"
        entries = b"/Type /ObjStm /N %d /First %d" % (len(objects), len(head))
        self.add_stream(holder, entries, head + b"\n".join(objects.values()))

    def finish(self, entries: bytes) -> bytes:
        """The whole file, with a cross-reference stream that has these entries as well."""
        identity = hashlib.sha256(b"".join(self.parts)).digest()[:_ID_BYTES].hex().encode()
        zeros = b"0" * (2 * _ID_BYTES)
        number, start = self._next(), self.length
        self.places[number] = (1, start, 0)
        table = b"".join(_row(self.places.get(each)) for each in range(number + 1))
        own = b"/Type /XRef /Size %d /W [1 %d 2]" % (number + 1, _OFFSET_BYTES)
        self.add_stream(number, b"%s %s /ID [<%s><%s>]" % (own, entries, identity, zeros), table)
        self._add(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self.parts)

    def _next(self) -> int:
        self.following += 1
        return self.following - 1

    def _add(self, part: bytes) -> None:
        self.parts.append(part)
        self.length += len(part)


def _row(place: tuple[int, int, int] | None) -> bytes:
    """One row of the table; numbers that nobody has are free."""
    kind, where, index = place or (0, 0, 0)
    return bytes((kind,)) + where.to_bytes(_OFFSET_BYTES, "big") + index.to_bytes(2, "big")


def _compressed(content: bytes) -> bytes:
    import deflate

    return bytes(deflate.zlib_compress(content, _LEVEL))
