"""How wide the glyphs of a TrueType font are: tables `head`, `hhea`, `hmtx` and `maxp`.

Source: OpenType specification.
"""

from __future__ import annotations

from lpd_desktop.pdf.accessibility.glyph_table import long_at, short_at, table_at

_PER_EM = 1000


def widths_by_glyph(font: bytes) -> list[float]:
    """The width of each glyph in thousandths of the font's size.

    Raises:
        ValueError: no TrueType font.
    """
    scale = short_at(font, table_at(font, b"head") + 18)
    glyphs = short_at(font, table_at(font, b"maxp") + 4)
    listed = short_at(font, table_at(font, b"hhea") + 34)
    if not scale or not 0 < listed <= glyphs:
        message = "the font has no widths"
        raise ValueError(message)
    start = table_at(font, b"hmtx")
    widths = [(long_at(font, start + 4 * glyph) >> 16) * _PER_EM / scale for glyph in range(listed)]
    return widths + widths[-1:] * (glyphs - listed)
