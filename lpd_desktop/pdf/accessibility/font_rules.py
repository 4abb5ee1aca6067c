"""Rules on fonts: embedded, every code a glyph and a character."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unicodedata import category

from lpd_desktop.pdf.accessibility.glyph_table import glyphs_by_code, subtables
from lpd_desktop.pdf.accessibility.glyph_widths import widths_by_glyph
from lpd_desktop.pdf.accessibility.opened import Opened
from lpd_desktop.pdf.accessibility.rule import Found, Rule
from lpd_desktop.pdf.content_reading import parse_to_unicode

_FORBIDDEN = ("\0", "\ufeff", "\ufffe")
"""ISO 14289-1, 7.21.7: values that a ToUnicode map may not hold."""

_PRIVATE = "Co"
"""ISO 19005-3, 6.2.11.7.3: the private use areas, which mean nothing to others."""

_SYMBOLIC = 4
_TOLERANCE = 1


def _name(font: Any) -> str:
    return str(font.get("/BaseFont", "/?"))[1:]


def _embedded(opened: Opened) -> Iterator[Found]:
    for font in opened.fonts.values():
        described = font.get("/FontDescriptor", {})
        files = ("/FontFile", "/FontFile2", "/FontFile3")
        if not any(file in described for file in files):
            yield Found(f"Die Schrift {_name(font)} ist nicht eingebettet.")


def _used(opened: Opened) -> Iterator[tuple[int | None, Any, set[int]]]:
    """Each font on each page, and in forms, with the codes that are shown there."""
    for number, content in opened.all_contents():
        for key, codes in content.codes.items():
            if codes:
                yield number, opened.fonts[key], codes


def _characters(opened: Opened) -> Iterator[Found]:
    maps = {key: _text_map(font) for key, font in opened.fonts.items()}
    for number, font, codes in _used(opened):
        texts = [maps[font.objgen].get(code, "") for code in codes]
        if not all(texts) or not all(map(_has_meaning, "".join(texts))):
            name = _name(font)
            yield Found(f"Zeichen der Schrift {name} lassen sich nicht zurücklesen.", number)


def _has_meaning(char: str) -> bool:
    return char not in _FORBIDDEN and category(char) != _PRIVATE


def _text_map(font: Any) -> dict[int, str]:
    stream = font.get("/ToUnicode")
    return {} if stream is None else parse_to_unicode(stream.read_bytes())


def _kinds(opened: Opened) -> Iterator[Found]:
    """Only symbolic TrueType fonts are judged, of which the program has all; they are whole.

    Source: ISO 19005-3, 6.2.11.2, 6.2.11.6; ISO 14289-1, 7.21.6.
    """
    for font in opened.fonts.values():
        common = font.get("/Type") == "/Font" and font.get("/Subtype") == "/TrueType"
        if not common or not font.is_indirect:
            yield Found(f"Die Schrift {_name(font)} ist von einer Art, die hier nicht vorkommt.")
            continue
        count = int(font["/LastChar"]) - int(font["/FirstChar"]) + 1
        if "/BaseFont" not in font or len(font["/Widths"]) != count:
            yield Found(f"Die Schrift {_name(font)} nennt nicht alle Breiten.")
        symbolic = int(font["/FontDescriptor"].get("/Flags", 0)) & _SYMBOLIC
        if "/Subtype" in font["/FontDescriptor"]["/FontFile2"]:
            yield Found(f"Die Schrift {_name(font)} liegt in einer fremden Art bei.")
        if not symbolic or "/Encoding" in font or not _has_one_table(_program(font)):
            yield Found(f"Die Zeichen der Schrift {_name(font)} sind nicht eindeutig.")


def _has_one_table(program: bytes) -> bool:
    tables = subtables(program)
    return len(tables) == 1 or (3, 0) in tables


def _program(font: Any) -> bytes:
    return bytes(font["/FontDescriptor"]["/FontFile2"].read_bytes())


def _glyphs(opened: Opened) -> Iterator[Found]:
    """Source: ISO 19005-3, 6.2.11.4.1, 6.2.11.8; ISO 14289-1, 7.21.4.1, 7.21.8."""
    tables: dict[tuple[int, int], dict[int, int]] = {}
    for number, font, codes in _used(opened):
        if font.objgen not in tables:
            tables[font.objgen] = _present(_program(font))
        if not all(tables[font.objgen].get(code) for code in codes):
            yield Found(f"In der Schrift {_name(font)} fehlt ein gezeigtes Zeichen.", number)


def _present(program: bytes) -> dict[int, int]:
    """The glyphs by code, as far as the font has them."""
    count = len(widths_by_glyph(program))
    return {code: glyph for code, glyph in glyphs_by_code(program).items() if glyph < count}


def _widths(opened: Opened) -> Iterator[Found]:
    """Widths told are those of the font, within a thousandth.

    Source: ISO 19005-3, 6.2.11.5; ISO 14289-1, 7.21.5.
    """
    right: dict[tuple[int, int], set[int]] = {}
    for number, font, codes in _used(opened):
        if font.objgen not in right:
            right[font.objgen] = _codes_with_right_width(font)
        if not codes <= right[font.objgen]:
            yield Found(f"Die Schrift {_name(font)} nennt falsche Breiten.", number)


def _codes_with_right_width(font: Any) -> set[int]:
    program = _program(font)
    wide, glyphs = widths_by_glyph(program), glyphs_by_code(program)
    told = enumerate(font["/Widths"], int(font["/FirstChar"]))
    return {
        code
        for code, width in told
        if glyphs.get(code, 0) < len(wide)
        and abs(float(width) - wide[glyphs.get(code, 0)]) <= _TOLERANCE
    }


RULES = (
    Rule("fonts-embedded", "Alle Schriften sind eingebettet.", ("31-009",), _embedded),
    Rule(
        "text-readable",
        "Jedes gezeigte Zeichen lässt sich in Text zurücklesen.",
        ("10-001", "31-027", "31-028", "31-029"),
        _characters,
    ),
    Rule("glyphs-present", "Jedes gezeigte Zeichen ist in seiner Schrift.", ("31-030",), _glyphs),
    Rule(
        "font-kinds",
        "Die Schriften sind von eindeutiger Art.",
        ("31-001", "31-018", "31-021"),
        _kinds,
    ),
    Rule("glyph-widths", "Die Schriften nennen ihre Breiten richtig.", (), _widths),
)
