"""Rules on fonts: embedded, every code a glyph and a character."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lpd_desktop.pdf.accessibility.glyph_table import glyphs_by_code
from lpd_desktop.pdf.accessibility.opened import Opened
from lpd_desktop.pdf.accessibility.rule import Found, Rule
from lpd_desktop.pdf.content_reading import parse_to_unicode

_FORBIDDEN = ("\0", "\ufeff", "\ufffe")
"""ISO 14289-1, 7.21.7: values that a ToUnicode map may not hold."""


def _name(font: Any) -> str:
    return str(font.get("/BaseFont", "/?"))[1:]


def _embedded(opened: Opened) -> Iterator[Found]:
    for font in opened.fonts.values():
        described = font.get("/FontDescriptor", {})
        files = ("/FontFile", "/FontFile2", "/FontFile3")
        if not any(file in described for file in files):
            yield Found(f"Die Schrift {_name(font)} ist nicht eingebettet.")


def _used(opened: Opened) -> Iterator[tuple[int, Any, set[int]]]:
    """Each font on each page, with the codes that are shown there."""
    for number, content in enumerate(opened.contents, 1):
        for key, codes in content.codes.items():
            if codes:
                yield number, opened.fonts[key], codes


def _characters(opened: Opened) -> Iterator[Found]:
    maps = {key: _text_map(font) for key, font in opened.fonts.items()}
    for number, font, codes in _used(opened):
        texts = [maps[font.objgen].get(code, "") for code in codes]
        if not all(texts) or any(char in text for text in texts for char in _FORBIDDEN):
            name = _name(font)
            yield Found(f"Zeichen der Schrift {name} lassen sich nicht zurücklesen.", number)


def _text_map(font: Any) -> dict[int, str]:
    stream = font.get("/ToUnicode")
    return {} if stream is None else parse_to_unicode(stream.read_bytes())


def _glyphs(opened: Opened) -> Iterator[Found]:
    tables: dict[tuple[int, int], dict[int, int]] = {}
    for number, font, codes in _used(opened):
        if font.objgen not in tables:
            file = font["/FontDescriptor"]["/FontFile2"]
            tables[font.objgen] = glyphs_by_code(file.read_bytes())
        if not all(tables[font.objgen].get(code) for code in codes):
            yield Found(f"In der Schrift {_name(font)} fehlt ein gezeigtes Zeichen.", number)


def _widths(opened: Opened) -> Iterator[Found]:
    for number, font, codes in _used(opened):
        first, widths = int(font["/FirstChar"]), font["/Widths"]
        if min(codes) < first or max(codes) >= first + len(widths):
            yield Found(f"Die Schrift {_name(font)} nennt nicht alle Breiten.", number)


RULES = (
    Rule("fonts-embedded", "Alle Schriften sind eingebettet.", ("31-009",), _embedded),
    Rule(
        "text-readable",
        "Jedes gezeigte Zeichen lässt sich in Text zurücklesen.",
        ("10-001", "31-027", "31-028", "31-029"),
        _characters,
    ),
    Rule("glyphs-present", "Jedes gezeigte Zeichen ist in seiner Schrift.", ("31-030",), _glyphs),
    Rule("glyph-widths", "Die Schriften nennen ihre Breiten.", (), _widths),
)
