"""Footnotes that were typed: a raised number in the text, and a line that begins with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lpd_desktop.word.source import (
    SourceDocument,
    SourceFootnote,
    SourceLine,
    Span,
    Spans,
    slice_spans,
    spans_text,
    strip_spans,
)

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIGNS = "[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}"
_MARK = re.compile(rf"(?<=\S){_SIGNS}")
_TEXT = re.compile(rf"({_SIGNS})\s*(?=\S)")


def raised(text: str) -> str:
    """Raised digits as signs of their own, so that `802¹` never reads as 8021."""
    return text.translate(_SUPERSCRIPTS)


def with_typed_footnotes(document: SourceDocument) -> SourceDocument:
    """Each raised number is paired with the next line that begins with it; the rest stays text."""
    waiting = {
        place: line
        for place, line in enumerate(document.lines)
        if not line.cells and _TEXT.match(line.text)
    }
    if not waiting:
        return document
    pairing = _Pairing(dict(document.footnotes), waiting)
    lines = [pairing.marked(place, line) for place, line in enumerate(document.lines)]
    kept = tuple(line for place, line in enumerate(lines) if place not in pairing.used)
    return replace(document, lines=kept, footnotes=pairing.footnotes)


@dataclass
class _Pairing:
    """Gives numbers to the pairs; lines are known by their place in the document.

    Attributes:
        waiting: Lines that begin with a raised number.
        used: Those that became footnotes.
    """

    footnotes: dict[int, SourceFootnote]
    waiting: dict[int, SourceLine]
    used: set[int] = field(default_factory=set)

    def marked(self, place: int, line: SourceLine) -> SourceLine:
        """The line with marks instead of raised numbers that have a text."""
        cells = tuple(self._spans(cell, place) for cell in line.cells)
        return replace(line, spans=self._spans(line.spans, place), cells=cells)

    def _spans(self, spans: Spans, place: int) -> Spans:
        result: list[Span] = []
        position = 0
        for match in _MARK.finditer(spans_text(spans)):
            number = self._number_for(match[0], place)
            if number:
                result += [*slice_spans(spans, position, match.start()), Span(note=number)]
                position = match.end()
        return (*result, *slice_spans(spans, position, len(spans_text(spans)))) if result else spans

    def _number_for(self, sign: str, place: int) -> int:
        """The number of the new pair, 0 where no later line begins with the sign."""
        for other, line in self.waiting.items():
            match = _TEXT.match(line.text)
            if match and match[1] == sign and other > place and other not in self.used:
                self.used.add(other)
                spans = strip_spans(slice_spans(line.spans, match.end(), len(line.text)))
                number = max(self.footnotes, default=0) + 1
                self.footnotes[number] = SourceFootnote(spans, line.number)
                return number
        return 0
