"""The lines of each page as they stand on the paper, from the final bytes."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2

TEXT_BOTTOM, TEXT_TOP = 70.0, 760.0
"""Between header and footer, in points from the lower edge."""

DIVISION = "\u00ad"
_PDFIUM_DIVISION = "\ufffe"


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
        char = text.get_text_range(at, 1)
        if char.strip("\r\n"):
            rows[-1].append((char, text.get_charbox(at)))
        if char in ("\r", "\n", _PDFIUM_DIVISION):
            rows.append([])
    return [_line(row) for row in rows if row]


def _line(chars: list[tuple[str, tuple[float, ...]]]) -> ShownLine:
    boxes = [box for char, box in chars if char.strip()] or [box for _char, box in chars]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    text = "".join(char for char, _box in chars).replace("\u00a0", " ").strip()
    shown = text.replace(_PDFIUM_DIVISION, DIVISION)
    return ShownLine(shown, min(lefts), min(bottoms), max(rights), max(tops))
