"""A document as any reader hands it over: lines with hints about their look.

A line is a paragraph of a .docx, or one line of a text file. Nothing here knows the form.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from lpd_desktop.plan.work import ImportNote
from lpd_desktop.runtime.errors import LpdError

Gap = Literal["wrap", "break", "paragraph", "page"]
"""How a line is set off from the one before: running on, a line break, a new paragraph, a new page
(where a paragraph may run on as well)."""

MarkerStyle = Literal["bullet", "number", "letter", "roman"]


class UnreadableDocumentError(LpdError):
    """The bytes are no document that can be read, with the reason."""


@dataclass(frozen=True)
class Span:
    """A stretch of text in one look; `note` is the number of a footnote's mark, without text."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    note: int = 0


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Marker:
    """A list's sign that stands apart from the text; `number` counts from 1."""

    style: MarkerStyle
    level: int = 0
    number: int = 1


@dataclass(frozen=True)
class SourceLine:
    """One line.

    Attributes:
        number: Line or paragraph in the source, from 1.
        heading: Level of a heading, 0 for none.
        cells: The cells of a table's row; then `spans` is empty.
        table: Which table the row belongs to, from 1.
        full: The line reaches the margin, so that a sentence may run on in the next one.
        contents: Part of a table of contents.
        aside: Header, footer or text box.
    """

    number: int
    spans: Spans = ()
    gap: Gap = "paragraph"
    heading: int = 0
    marker: Marker | None = None
    cells: tuple[Spans, ...] = ()
    table: int = 0
    full: bool = False
    contents: bool = False
    aside: bool = False

    @property
    def text(self) -> str:
        """The text without marks; a table's row with its cells side by side."""
        if self.cells:
            return "\t".join(spans_text(cell) for cell in self.cells)
        return spans_text(self.spans)

    @property
    def is_bold(self) -> bool:
        """Whether all of the text is bold."""
        written = [span for span in self.spans if span.text.strip()]
        return bool(written) and all(span.bold for span in written)


@dataclass(frozen=True)
class SourceFootnote:
    """The text of a footnote and the line where it stands."""

    spans: Spans
    line: int


@dataclass(frozen=True)
class SourceDocument:
    """All lines in reading order, the footnotes by their number, and what reading changed."""

    lines: tuple[SourceLine, ...]
    footnotes: dict[int, SourceFootnote] = field(default_factory=dict)
    notes: tuple[ImportNote, ...] = ()


def spans_text(spans: Spans) -> str:
    """The text of spans without footnote marks."""
    return "".join(span.text for span in spans)


def slice_spans(spans: Spans, start: int, end: int) -> Spans:
    """The part between two offsets of the text; a mark belongs to the text before it."""
    result: list[Span] = []
    position = 0
    for span in spans:
        if span.note:
            if start < position <= end or (position == start == 0):
                result.append(span)
            continue
        cut = span.text[max(0, start - position) : max(0, end - position)]
        position += len(span.text)
        if cut:
            result.append(Span(cut, span.bold, span.italic))
    return tuple(result)


def strip_spans(spans: Spans) -> Spans:
    """The spans without blanks at both ends."""
    text = spans_text(spans)
    start = len(text) - len(text.lstrip())
    return slice_spans(spans, start, len(text.rstrip())) if text.strip() else marks_of(spans)


def marks_of(spans: Spans) -> Spans:
    """Only the footnote marks."""
    return tuple(span for span in spans if span.note)


def merged(spans: Iterable[Span]) -> Spans:
    """The spans with neighbours of one look put together and empty ones left out."""
    result: list[Span] = []
    for span in spans:
        last = result[-1] if result else None
        if last and not last.note and not span.note and _same_look(last, span):
            result[-1] = Span(last.text + span.text, last.bold, last.italic)
        elif span.text or span.note:
            result.append(span)
    return tuple(result)


def _same_look(left: Span, right: Span) -> bool:
    return (left.bold, left.italic) == (right.bold, right.italic)
