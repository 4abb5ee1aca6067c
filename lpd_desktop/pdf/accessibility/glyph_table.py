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
    table = _table(font, b"cmap")
    count = _short(font, table + 2)
    starts = sorted({_long(font, table + 8 + 8 * index) for index in range(count)})
    found: dict[int, int] = {}
    for start in starts:
        found.update(_subtable(font, table + start))
    return found


def _table(font: bytes, name: bytes) -> int:
    for index in range(_short(font, 4)):
        entry = 12 + 16 * index
        if font[entry : entry + 4] == name:
            return _long(font, entry + 8)
    message = "the font has no such table"
    raise ValueError(message)


def _subtable(font: bytes, at: int) -> dict[int, int]:
    kind = _short(font, at)
    if kind == 0:
        return dict(enumerate(font[at + 6 : at + 262]))
    if kind == 6:
        first, count = _short(font, at + 6), _short(font, at + 8)
        return {first + index: _short(font, at + 10 + 2 * index) for index in range(count)}
    if kind == 4:
        return _segments(font, at)
    message = f"cmap format {kind}"
    raise ValueError(message)


def _segments(font: bytes, at: int) -> dict[int, int]:
    """Format 4; codes of symbolic fonts stand at 0xF000 and above."""
    size = _short(font, at + 6)
    found: dict[int, int] = {}
    for place in range(at + 14, at + 14 + size, 2):
        last, first = _short(font, place), _short(font, place + size + 2)
        delta, jump = _short(font, place + 2 * size + 2), _short(font, place + 3 * size + 2)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code + delta
            if jump:
                spot = place + 3 * size + 2 + jump + 2 * (code - first)
                glyph = _short(font, spot)
                glyph = glyph + delta if glyph else 0
            found[code & 0xFF if code >= 0xF000 else code] = glyph & 0xFFFF
    return found


def _short(font: bytes, at: int) -> int:
    return int(_unpacked(">H", font, at))


def _long(font: bytes, at: int) -> int:
    return int(_unpacked(">L", font, at))


def _unpacked(kind: str, font: bytes, at: int) -> int:
    if not 0 <= at <= len(font) - 4:
        message = "the font ends early"
        raise ValueError(message)
    value: int = unpack_from(kind, font, at)[0]
    return value
