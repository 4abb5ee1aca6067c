"""Word documents: paragraphs, lists, tables, footnotes, and what stands beside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lpd_desktop.plan.import_rules import DELETED_TEXT, FOOTNOTE
from lpd_desktop.plan.work import ImportNote
from lpd_desktop.runtime.german import counted
from lpd_desktop.runtime.progress import stop_if_cancelled
from lpd_desktop.word.decoding import refuse
from lpd_desktop.word.docx_package import DocxParts, W, open_docx
from lpd_desktop.word.docx_styles import Styles, read_styles, value
from lpd_desktop.word.docx_text import TextReader
from lpd_desktop.word.plain_text import read_lines
from lpd_desktop.word.source import (
    Gap,
    Marker,
    SourceDocument,
    SourceFootnote,
    SourceLine,
    Span,
    Spans,
    slice_spans,
    spans_text,
    strip_spans,
)

_TYPED_BULLET = re.compile(r"[-–—•·▪‣◦]\s+(?=\S)")
_WIDEST_TABLE = 60
_BLANK_SHARE = 10


def read_docx(data: bytes, name: str) -> SourceDocument:
    """The lines of a .docx; comments are left out, headers, footers and text boxes are asides.

    Raises:
        UnreadableDocumentError: no .docx, or damaged.
    """
    reader = _Reader(open_docx(data, name))
    try:
        return reader.document()
    except RecursionError:
        refuse(name, "sie ist zu tief verschachtelt")


class _Reader:
    """Reads one document."""

    def __init__(self, parts: DocxParts) -> None:
        self._parts = parts
        self._styles = Styles(read_styles(parts.styles), parts.numbering)
        self._text = TextReader(self._styles)
        self._number = 0
        self._table = 0
        self._paragraphs: list[SourceLine] = []

    def document(self) -> SourceDocument:
        """Everything in reading order."""
        lines = list(self._blocks(self._parts.body))
        is_text = not self._table and not self._text.marks
        plain = _as_plain_text(self._paragraphs) if is_text else None
        lines = [*(plain.lines if plain else lines), *self._asides()]
        footnotes, notes = self._footnotes()
        if self._text.deleted_words:
            done = counted(self._text.deleted_words, "Wort", "Wörter")
            notes.append(ImportNote(rule=DELETED_TEXT, done=done))
        missing = {n for n in range(1, len(self._text.marks) + 1) if n not in footnotes}
        kept = tuple(line for line in (_without_marks(each, missing) for each in lines) if line)
        if plain:
            return SourceDocument(kept, plain.footnotes, (*plain.notes, *notes))
        return SourceDocument(kept, footnotes, tuple(notes))

    def _blocks(self, parent: Any) -> Iterator[SourceLine]:
        """Paragraphs and tables, also those in content controls and insertions."""
        for element in parent:
            stop_if_cancelled()
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self._table_lines(element)
            elif element.tag in (
                f"{W}sdt",
                f"{W}sdtContent",
                f"{W}ins",
                f"{W}moveTo",
                f"{W}customXml",
                f"{W}smartTag",
            ):
                yield from self._blocks(element)

    def _paragraph(self, element: Any) -> Iterator[SourceLine]:
        self._number += 1
        spans = self._text.spans(element)
        gap: Gap = "page" if self._text.pages else "paragraph"
        line = SourceLine(
            self._number,
            spans,
            gap,
            self._styles.heading_level(element),
            self._styles.marker(element),
            contents=self._styles.is_contents(element),
        )
        self._paragraphs.append(line)
        yield from _divided(_with_typed_bullet(line))

    def _table_lines(self, table: Any) -> Iterator[SourceLine]:
        rows = [list(_cells(row)) for row in _rows(table)]
        if max((len(row) for row in rows), default=0) <= 1:
            for row in rows:
                for cell in row:
                    yield from self._blocks(cell)
            return
        self._table += 1
        number = self._table
        for row in rows:
            self._number += 1
            cells: list[Spans] = []
            for cell in row:
                cells.append(self._cell(cell))
                cells += [()] * (_span_of(cell) - 1)
            yield SourceLine(self._number, cells=tuple(cells[:_WIDEST_TABLE]), table=number)

    def _cell(self, cell: Any) -> Spans:
        if value(cell, f"{W}tcPr/{W}vMerge") is None and _is_continued(cell):
            return ()
        result: list[Span] = []
        for paragraph in cell.iter(f"{W}p"):
            spans = strip_spans(self._text.spans(paragraph))
            if result and spans:
                result.append(Span("\n"))
            result += spans
        return tuple(result)

    def _asides(self) -> Iterator[SourceLine]:
        """Headers and footers, said once each, then text boxes and hidden text."""
        seen: set[str] = set()
        for root in self._parts.asides:
            for line in self._blocks(root):
                if line.text.strip() and line.text not in seen:
                    seen.add(line.text)
                    yield replace(line, aside=True)
        while self._text.boxes:
            box = self._text.boxes.pop(0)
            for line in self._blocks(box):
                yield replace(line, aside=True)
        for text in self._text.hidden:
            self._number += 1
            yield SourceLine(self._number, (Span(text),), aside=True)

    def _footnotes(self) -> tuple[dict[int, SourceFootnote], list[ImportNote]]:
        found: dict[int, SourceFootnote] = {}
        notes: list[ImportNote] = []
        roots = {"footnote": self._parts.footnotes, "endnote": self._parts.endnotes}
        for number, (kind, wanted) in enumerate(list(self._text.marks), 1):
            element = _note_element(roots[kind], kind, wanted)
            spans = self._note_spans(element) if element is not None else ()
            if spans:
                found[number] = SourceFootnote(spans, self._number)
            else:
                notes.append(ImportNote(rule=FOOTNOTE, quote=wanted, done="ihr Text fehlt"))
        return found, notes

    def _note_spans(self, element: Any) -> Spans:
        result: list[Span] = []
        for paragraph in element.iter(f"{W}p"):
            spans = strip_spans(self._text.spans(paragraph))
            if result and spans:
                result.append(Span(" "))
            result += [span for span in spans if not span.note]
        return tuple(result)


def _rows(table: Any) -> Iterator[Any]:
    for element in table:
        if element.tag == f"{W}tr":
            if element.find(f"{W}trPr/{W}del") is None:
                yield element
        elif element.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _rows(element)


def _cells(row: Any) -> Iterator[Any]:
    for element in row:
        if element.tag == f"{W}tc":
            yield element
        elif element.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _cells(element)


def _span_of(cell: Any) -> int:
    text = value(cell, f"{W}tcPr/{W}gridSpan")
    return min(_WIDEST_TABLE, max(1, int(text))) if text and text.isdecimal() else 1


def _is_continued(cell: Any) -> bool:
    """A cell that goes on with the one above, without a text of its own."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and not "".join(each.text or "" for each in cell.iter(f"{W}t"))


def _note_element(root: Any, kind: str, wanted: str) -> Any:
    elements = root.findall(f"{W}{kind}") if root is not None else []
    return next((each for each in elements if each.get(f"{W}id") == wanted), None)


def _with_typed_bullet(line: SourceLine) -> SourceLine:
    match = _TYPED_BULLET.match(line.text)
    if line.marker or line.heading or not match:
        return line
    spans = slice_spans(line.spans, match.end(), len(line.text))
    return replace(line, spans=spans, marker=Marker("bullet"))


def _divided(line: SourceLine) -> Iterator[SourceLine]:
    """A paragraph with line breaks as several lines, so that headings in it can be seen."""
    text = line.text
    start = 0
    first = True
    for piece in text.split("\n"):
        spans = strip_spans(slice_spans(line.spans, start, start + len(piece)))
        start += len(piece) + 1
        if not spans:
            continue
        if first:
            yield replace(line, spans=_tabs_as_blanks(spans))
        else:
            yield replace(line, spans=_tabs_as_blanks(spans), gap="break", marker=None)
        first = False


def _tabs_as_blanks(spans: Spans) -> Spans:
    return tuple(replace(span, text=span.text.replace("\t", " ")) for span in spans)


def _as_plain_text(paragraphs: list[SourceLine]) -> SourceDocument | None:
    """A text file that was saved as .docx: no look at all, a paragraph for each line of it.

    Blank paragraphs divide its paragraphs, as in the file; without them every one stands alone.
    """
    for line in paragraphs:
        look = line.heading or line.marker or line.contents or "\n" in line.text
        if look or any(span.bold or span.italic for span in line.spans):
            return None
    blank = sum(not line.text.strip() for line in paragraphs)
    if not blank or blank * _BLANK_SHARE < len(paragraphs):
        return None
    pages = ("\f" if line.gap == "page" else "" for line in paragraphs)
    return read_lines("\n".join(map(str.__add__, pages, (line.text for line in paragraphs))))


def _without_marks(line: SourceLine, missing: set[int]) -> SourceLine | None:
    spans = tuple(span for span in line.spans if span.note not in missing)
    cells = tuple(tuple(span for span in cell if span.note not in missing) for cell in line.cells)
    written = spans_text(spans).strip() or any(span.note for span in spans) or any(cells)
    return replace(line, spans=spans, cells=cells) if written else None
