"""The lines of each page as they stand on the paper, from the final bytes."""

from __future__ import annotations

from ctypes import c_double
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

TEXT_BOTTOM, TEXT_TOP = 70.0, 760.0
"""Between header and footer, in points from the lower edge."""

DIVISION = "\u00ad"
_PDFIUM_DIVISION = "\ufffe"
_DIVISION_ON_PAGE = "\x02"
_NOT_IN_TEXT = -1
_SIDES = tuple(c_double() for _ in range(4))


@dataclass(frozen=True)
class ShownLine:
    """One line of text with its box in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def page_lines(data: bytes, *, furniture: bool = False) -> list[list[ShownLine]]:
    """For each page its lines in drawing order, without header and footer unless asked for."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [_lines_of(page) for page in document]
    finally:
        document.close()
    if furniture:
        return pages
    return [[line for line in page if TEXT_BOTTOM < line.bottom < TEXT_TOP] for page in pages]


def _lines_of(page: pypdfium2.PdfPage) -> list[ShownLine]:
    text = page.get_textpage()
    rows: list[list[tuple[str, tuple[float, ...]]]] = [[]]
    for at in range(text.count_chars()):
        char = _char_at(text, at)
        if char.strip("\r\n"):
            rows[-1].append((char, _box_at(text, at)))
        if char in ("\r", "\n", _PDFIUM_DIVISION):
            rows.append([])
    return [_line(row) for row in rows if row]


def _char_at(text: pypdfium2.PdfTextPage, at: int) -> str:
    """As `get_text_range` says it, which takes four times as long for each character."""
    if raw.FPDFText_GetTextIndexFromCharIndex(text, at) == _NOT_IN_TEXT:
        return ""
    char = chr(raw.FPDFText_GetUnicode(text, at))
    return _PDFIUM_DIVISION if char == _DIVISION_ON_PAGE else char


def _box_at(text: pypdfium2.PdfTextPage, at: int) -> tuple[float, ...]:
    left, bottom, right, top = _SIDES
    raw.FPDFText_GetCharBox(text, at, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _line(chars: list[tuple[str, tuple[float, ...]]]) -> ShownLine:
    boxes = [box for char, box in chars if char.strip()] or [box for _char, box in chars]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    text = "".join(char for char, _box in chars).replace("\u00a0", " ").strip()
    shown = text.replace(_PDFIUM_DIVISION, DIVISION)
    return ShownLine(shown, min(lefts), min(bottoms), max(rights), max(tops))
