"""From lines to units: whole paragraphs, headings, list items and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from lpd_desktop.plan.import_rules import (
    HEADING_BY_LOOK,
    HEADING_LEVEL,
    JOINED_PARAGRAPH,
    JOINED_WORD,
)
from lpd_desktop.plan.work import ImportNote
from lpd_desktop.word.joining import how_to_join, join
from lpd_desktop.word.numbering import number_of
from lpd_desktop.word.source import Marker, SourceLine, Spans, slice_spans, spans_text, strip_spans

UnitKind = Literal["paragraph", "heading", "item", "table"]

_NUMBER = re.compile(r"([0-9]{1,2})[.)]\)?\s+(?=\S)")
_LETTER = re.compile(r"([a-z])(?:\.\)|\)|\.)\s+(?=\S)")
_LABEL = re.compile(r"(?:([a-z])\s?[.)]\)?|([0-9]{1,2})\s?[.)]|([IVX]{1,5})[.)])\s+")
_MONTHS = re.compile(
    r"[0-9]{1,2}\. (?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Quartal|Halbjahr)"
)
_LONGEST_HEADING = 120
_NEAR = 60


@dataclass
class Unit:
    """One paragraph, heading, list item or table under construction.

    Attributes:
        attached: No blank line stands before it.
        full: Its last line reaches the margin.
    """

    kind: UnitKind
    line: int
    spans: Spans = ()
    level: int = 0
    marker: Marker | None = None
    rows: list[tuple[Spans, ...]] = field(default_factory=list)
    table: int = 0
    attached: bool = False
    full: bool = False

    @property
    def text(self) -> str:
        """The text without marks."""
        return spans_text(self.spans)


def units_of(lines: list[SourceLine], notes: list[ImportNote]) -> list[Unit]:
    """The units of one field; what was changed is added to the notes."""
    builder = _Builder(lines, notes)
    for index, line in enumerate(lines):
        builder.add(index, line)
    _level_headings(builder.units, notes)
    return builder.units


class _Builder:
    """Adds line by line."""

    def __init__(self, lines: list[SourceLine], notes: list[ImportNote]) -> None:
        self.units: list[Unit] = []
        self._lines = lines
        self._notes = notes
        self._last_number: dict[str, int] = {}
        self._heading: Unit | None = None

    def add(self, index: int, line: SourceLine) -> None:
        """Adds one line: it opens a unit or goes on with the last one."""
        if line.cells:
            self._add_row(line)
        elif line.heading:
            self._open("heading", line, line.spans, level=line.heading)
        elif line.marker:
            self._open("item", line, line.spans, marker=line.marker)
        elif self._is_bold_label(index, line):
            self._note(HEADING_BY_LOOK, line, "sie war fett gesetzt")
            self._open("heading", line, line.spans, level=9)
        elif (opened := self._typed_marker(index, line)) is not None:
            marker, length = opened
            text = line.text
            self._open("item", line, slice_spans(line.spans, length, len(text)), marker=marker)
        elif self._is_next_heading(line):
            self._note(HEADING_BY_LOOK, line, "sie setzt die Zählung fort")
            self._open(
                "heading", line, line.spans, level=self._heading.level if self._heading else 1
            )
        elif self._is_bold_heading(index, line):
            self._note(HEADING_BY_LOOK, line, "sie war fett gesetzt")
            self._open("heading", line, line.spans, level=9)
        else:
            self._go_on(line)

    def _open(
        self,
        kind: UnitKind,
        line: SourceLine,
        spans: Spans,
        *,
        level: int = 0,
        marker: Marker | None = None,
    ) -> None:
        attached = line.gap in ("wrap", "page")
        unit = Unit(kind, line.number, strip_spans(spans), level, marker, attached=attached)
        unit.full = line.full
        self.units.append(unit)
        if marker:
            self._last_number[marker.style] = marker.number
        if kind == "heading":
            self._heading = unit

    def _add_row(self, line: SourceLine) -> None:
        last = self.units[-1] if self.units else None
        if last is None or last.kind != "table" or last.table != line.table:
            last = Unit("table", line.number, table=line.table)
            self.units.append(last)
        last.rows.append(line.cells)

    def _go_on(self, line: SourceLine) -> None:
        last = self.units[-1] if self.units else None
        goes_on = last is not None and last.kind in ("paragraph", "item")
        if last is None or not (goes_on or self._continues_heading(last, line)):
            self._open("paragraph", line, line.spans)
            return
        how = how_to_join(last.text, last.full, line) if goes_on else "blank"
        if how == "new_paragraph":
            self._open("paragraph", line, line.spans)
            return
        seam = " ".join([*last.text[-120:].split()[-4:], *line.text.split()[:4]])
        joined = join(last.spans, line.spans, how)
        last.spans, last.full = joined.spans, line.full
        if joined.word:
            self._notes.append(ImportNote(rule=JOINED_WORD, quote=joined.word, line=line.number))
        elif line.gap == "paragraph":
            self._notes.append(ImportNote(rule=JOINED_PARAGRAPH, quote=seam, line=line.number))

    @staticmethod
    def _continues_heading(last: Unit, line: SourceLine) -> bool:
        return last.kind == "heading" and line.gap in ("wrap", "break")

    def _note(self, rule: str, line: SourceLine, done: str) -> None:
        quote = " ".join(line.text.split())
        self._notes.append(ImportNote(rule=rule, quote=quote, line=line.number, done=done))

    def _typed_marker(self, index: int, line: SourceLine) -> tuple[Marker, int] | None:
        """A number or letter typed at the start, where it opens or continues a count."""
        number, letter = _NUMBER.match(line.text), _LETTER.match(line.text)
        if number and not _MONTHS.match(line.text):
            marker = Marker("number", number=int(number[1]))
            found = marker if self._counts(index, line, marker) else None
            return (found, number.end()) if found else None
        if letter and not self._is_next_heading(line):
            marker = Marker("letter", number=ord(letter[1]) - 96)
            found = marker if self._counts(index, line, marker) else None
            return (found, letter.end()) if found else None
        return None

    def _counts(self, index: int, line: SourceLine, marker: Marker) -> bool:
        last = self.units[-1] if self.units else None
        style, number = marker.style, marker.number
        if number > 1 and self._last_number.get(style) == number - 1:
            return True
        inside = (
            last is not None and line.gap == "wrap" and last.full and not last.text.endswith(":")
        )
        if inside:
            return False
        return number == 1 or (style == "number" and self._is_followed_by(index, number + 1))

    def _is_followed_by(self, index: int, number: int) -> bool:
        following = self._lines[index + 1 : index + 1 + _NEAR]
        matches = (_NUMBER.match(line.text) for line in following)
        return any(match is not None and int(match[1]) == number for match in matches)

    def _last_heading_label(self) -> int:
        """The number of the last heading's letter (a is 1), 0 where it has none."""
        label = _LABEL.match(self._heading.text) if self._heading else None
        return ord(label[1]) - 96 if label and label[1] else 0

    def _is_next_heading(self, line: SourceLine) -> bool:
        """`d) …` below the headings a) to c)."""
        letter = _LETTER.match(line.text)
        if letter is None or line.gap in ("wrap", "break"):
            return False
        before = self._last_heading_label()
        return before > 0 and ord(letter[1]) - 96 == before + 1

    def _is_bold_label(self, index: int, line: SourceLine) -> bool:
        """`a) …` in bold over text that is not: a heading, no list of one."""
        following = self._lines[index + 1 : index + 2]
        if not following or not _has_label(line) or not self._is_bold_heading(index, line):
            return False
        below = following[0]
        return not (below.is_bold or below.marker or _has_label(below))

    def _is_bold_heading(self, index: int, line: SourceLine) -> bool:
        text = line.text.strip()
        if not line.is_bold or line.gap in ("wrap", "break") or len(text) > _LONGEST_HEADING:
            return False
        following = self._lines[index + 1 : index + 2]
        goes_on = any(each.gap in ("wrap", "break") for each in following)
        return not goes_on and not text.endswith((".", ",", ";"))


def _has_label(line: SourceLine) -> bool:
    return bool(_NUMBER.match(line.text) or _LETTER.match(line.text))


def _level_headings(units: list[Unit], notes: list[ImportNote]) -> None:
    """Brings the levels to 1 and 2; headings of one count (a, b, c) share a level."""
    headings = [unit for unit in units if unit.kind == "heading"]
    counted: dict[str, list[Unit]] = {}
    for unit in headings:
        kind = _count_kind(unit.text)
        if kind:
            counted.setdefault(kind, []).append(unit)
    for group in counted.values():
        _share_level(group, notes)
    levels = sorted({unit.level for unit in headings})
    for unit in headings:
        unit.level = min(2, levels.index(unit.level) + 1)


def _share_level(group: list[Unit], notes: list[ImportNote]) -> None:
    levels = {unit.level for unit in group}
    if len(levels) > 1:
        notes.append(ImportNote(rule=HEADING_LEVEL, quote=group[0].text, line=group[0].line))
    for unit in group:
        unit.level = min(levels)


def _count_kind(text: str) -> str:
    label = _LABEL.match(text)
    if label is None:
        return ""
    if label[1]:
        return "letter"
    return "number" if label[2] else "roman" if number_of(label[3]) else ""
