"""Which glyph a font shows for a code and how wide it is, against an independent reader."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from lpd_desktop.pdf.accessibility.glyph_table import glyphs_by_code, subtables
from lpd_desktop.pdf.accessibility.glyph_widths import widths_by_glyph
from lpd_desktop.runtime.resources import resource

CODES = {32: "space", 65: "A", 66: "B", 97: "a", 98: "b", 120: "x"}


def font_with(kind: int, codes: dict[int, str]) -> tuple[bytes, TTFont]:
    font = TTFont(resource("fonts/IBMPlexSans-Regular.ttf"))
    subtable = CmapSubtable.newSubtable(kind)
    subtable.platformID, subtable.platEncID, subtable.language = (3, 0, 0)
    subtable.cmap = codes
    font["cmap"] = newTable("cmap")
    font["cmap"].tableVersion = 0
    font["cmap"].tables = [subtable]
    target = BytesIO()
    font.save(target)
    return target.getvalue(), font


@pytest.mark.parametrize("kind", [0, 4, 6])
def test_each_format_gives_the_glyph_of_each_code(kind: int):
    data, font = font_with(kind, CODES)
    found = glyphs_by_code(data)
    assert {code: found[code] for code in CODES} == {
        code: font.getGlyphID(name) for code, name in CODES.items()
    }
    assert not found.get(99)


def test_codes_of_symbolic_fonts_are_found_by_their_low_byte():
    data, font = font_with(4, {0xF000 + code: name for code, name in CODES.items()})
    assert glyphs_by_code(data)[65] == font.getGlyphID("A")


@pytest.mark.parametrize("data", [b"", b"\0" * 12, b"no font at all, but longer than its head"])
def test_what_is_no_font_is_refused(data: bytes):
    with pytest.raises(ValueError, match="font"):
        glyphs_by_code(data)


@pytest.mark.parametrize("name", ["IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf"])
def test_each_glyph_has_the_width_of_the_font(name: str):
    path = resource(f"fonts/{name}")
    font = TTFont(path)
    scale = font["head"].unitsPerEm
    expected = [1000 * font["hmtx"][glyph][0] / scale for glyph in font.getGlyphOrder()]
    assert widths_by_glyph(path.read_bytes()) == expected


@pytest.mark.parametrize("data", [b"", b"\0" * 12, b"no font at all, but longer than its head"])
def test_what_is_no_font_has_no_widths(data: bytes):
    with pytest.raises(ValueError, match="font"):
        widths_by_glyph(data)


def test_the_tables_of_codes_are_named_with_platform_and_encoding():
    data, _font = font_with(4, CODES)
    assert subtables(data) == [(3, 0)]
