"""How much the packed streams of a PDF hold, found out without unpacking more than is bearable."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

MOST_OF_A_PAGE = 32 * 1024 * 1024
"""Bytes; a page of this program with all its fonts and pictures has not a tenth of them."""

_DEEPEST = 6
_STEP = 16 * 1024
_MOST_STREAMS = 2000
_MOST_FACTORS = {"/LZWDecode": 2800, "/RunLengthDecode": 64, "/LZW": 2800, "/RL": 64}
"""How many times as long a packing can at most become that is not unpacked here."""

_FLATE = ("/FlateDecode", "/Fl")

KnownSizes = dict[tuple[int, int], int]
"""The sizes of streams and pages of a file; its pages share fonts and pictures."""


def unpacked_size(stream: Any, most: int) -> int:
    """How many bytes a stream has when it is unpacked, or `most` + 1 where there may be more.

    A damaged stream counts with what can be unpacked of it.
    """
    import pikepdf

    filters = stream.get("/Filter", [])
    data, factor = bytes(stream.read_raw_bytes()), 1
    for name in map(str, filters if isinstance(filters, pikepdf.Array) else [filters]):
        if name in _FLATE and factor == 1:
            data = _inflated(data, most + 1)
        else:
            factor *= 1100 if name in _FLATE else _MOST_FACTORS.get(name, 1)
    return min(len(data) * factor, most + 1)


def is_bearable(page: Any, known: KnownSizes | None = None) -> bool:
    """Whether a page with its fonts and pictures can be read and drawn without harm.

    Args:
        page: Of a file that is open.
        known: Shared between the pages of one file, so that each stream is unpacked once.
    """
    sizes: KnownSizes = {} if known is None else known
    place = getattr(page, "obj", page).objgen
    if place not in sizes:
        sizes[place] = _size_of_page(page, sizes)
    return sizes[place] <= MOST_OF_A_PAGE


def _size_of_page(page: Any, sizes: KnownSizes) -> int:
    """How many bytes all streams of a page have, counted until they are too many."""
    size = 0
    for stream in _streams(page):
        if stream.objgen not in sizes:
            sizes[stream.objgen] = unpacked_size(stream, MOST_OF_A_PAGE)
        size += sizes[stream.objgen]
        if size > MOST_OF_A_PAGE:
            break
    return size


def _inflated(data: bytes, most: int) -> bytes:
    unpacking, found = zlib.decompressobj(), bytearray()
    try:
        for at in range(0, len(data), _STEP):
            found += unpacking.decompress(data[at : at + _STEP], max(most - len(found), 1))
            if len(found) >= most:
                break
    except zlib.error:
        pass  # what came before the damage counts
    return bytes(found)


def _streams(page: Any) -> Iterator[Any]:
    """The streams that make up a page, each once."""
    import pikepdf

    waiting = [(0, page.get("/Contents")), (0, page.get("/Resources"))]
    seen: set[tuple[int, int]] = set()
    given = 0
    while waiting and given < _MOST_STREAMS:
        depth, entry = waiting.pop()
        if depth > _DEEPEST or not isinstance(entry, pikepdf.Object):
            continue  # also numbers, of which the widths of a font are many
        if entry.is_indirect:
            if entry.objgen in seen:
                continue
            seen.add(entry.objgen)
        if isinstance(entry, pikepdf.Stream):
            given += 1
            yield entry
        if isinstance(entry, pikepdf.Array):
            waiting += [(depth + 1, each) for each in entry]
        if isinstance(entry, pikepdf.Dictionary | pikepdf.Stream):
            waiting += [(depth + 1, each) for key, each in entry.items() if key != "/Parent"]
