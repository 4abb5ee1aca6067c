"""Which glyph a TrueType font shows for a code: the `cmap` table of an embedded font.

Source: OpenType specification, cmap subtable formats 0, 4 and 6.
"""

from __future__ import annotations

from struct import unpack_from


def glyphs_by_code(font: bytes) -> dict[int, int]:
    """From a one-byte code to the index of its glyph; 0 is the glyph for what is missing.

    Raises:
        ValueError: no TrueType font, or a table in a format that symbolic fonts do not use.
    """
    table = table_at(font, b"cmap")
    count = short_at(font, table + 2)
    starts = sorted({long_at(font, table + 8 + 8 * index) for index in range(count)})
    found: dict[int, int] = {}
    for start in starts:
        found.update(_subtable(font, table + start))
    return found


def subtables(font: bytes) -> list[tuple[int, int]]:
    """Platform and encoding of each subtable of `cmap`.

    Raises:
        ValueError: no TrueType font.
    """
    table = table_at(font, b"cmap")
    places = (table + 4 + 8 * index for index in range(short_at(font, table + 2)))
    return [(short_at(font, place), short_at(font, place + 2)) for place in places]


def table_at(font: bytes, name: bytes) -> int:
    """Where a table of a font begins.

    Raises:
        ValueError: there is none of this name.
    """
    for index in range(short_at(font, 4)):
        entry = 12 + 16 * index
        if font[entry : entry + 4] == name:
            return long_at(font, entry + 8)
    message = "the font has no such table"
    raise ValueError(message)


def _subtable(font: bytes, at: int) -> dict[int, int]:
    kind = short_at(font, at)
    if kind == 0:
        return dict(enumerate(font[at + 6 : at + 262]))
    if kind == 6:
        first, count = short_at(font, at + 6), short_at(font, at + 8)
        return {first + index: short_at(font, at + 10 + 2 * index) for index in range(count)}
    if kind == 4:
        return _segments(font, at)
    message = f"cmap format {kind}"
    raise ValueError(message)


def _segments(font: bytes, at: int) -> dict[int, int]:
    """Format 4; codes of symbolic fonts stand at 0xF000 and above."""
    size = short_at(font, at + 6)
    found: dict[int, int] = {}
    for place in range(at + 14, at + 14 + size, 2):
        last, first = short_at(font, place), short_at(font, place + size + 2)
        delta, jump = short_at(font, place + 2 * size + 2), short_at(font, place + 3 * size + 2)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code + delta
            if jump:
                spot = place + 3 * size + 2 + jump + 2 * (code - first)
                glyph = short_at(font, spot)
                glyph = glyph + delta if glyph else 0
            found[code & 0xFF if code >= 0xF000 else code] = glyph & 0xFFFF
    return found


def short_at(font: bytes, at: int) -> int:
    """The unsigned number of two bytes at a place.

    Raises:
        ValueError: the font ends before.
    """
    return int(_unpacked(">H", font, at))


def long_at(font: bytes, at: int) -> int:
    """The unsigned number of four bytes at a place.

    Raises:
        ValueError: the font ends before.
    """
    return int(_unpacked(">L", font, at))


def _unpacked(kind: str, font: bytes, at: int) -> int:
    if not 0 <= at <= len(font) - 4:
        message = "the font ends early"
        raise ValueError(message)
    value: int = unpack_from(kind, font, at)[0]
    return value
