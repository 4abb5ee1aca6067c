"""From units to the blocks of the plan: lists put together and nested, tables squared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lpd_desktop.plan.import_rules import JOINED_WORD
from lpd_desktop.plan.rich_text import (
    DEEPEST_LIST,
    Block,
    Blocks,
    Heading,
    ListBlock,
    ListStyle,
    Paragraph,
    Run,
    Runs,
    Table,
)
from lpd_desktop.plan.work import ImportNote
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.word.joining import undivided
from lpd_desktop.word.source import SourceFootnote, SourceLine, Span, Spans, spans_text
from lpd_desktop.word.units import Unit, units_of

_STYLES: dict[str, ListStyle] = {
    "bullet": "bullet",
    "number": "number",
    "roman": "number",
    "letter": "letter",
}
Footnotes = dict[int, SourceFootnote]
_NEAR = 60


def blocks_of(lines: list[SourceLine], footnotes: Footnotes, notes: list[ImportNote]) -> Blocks:
    """The blocks of one field; what was changed is added to the notes."""
    builder = _Builder(units_of(lines, notes), footnotes, notes)
    return tuple(builder.blocks())


@dataclass
class _List:
    """A list under construction."""

    style: str
    level: int
    start: int
    last: int
    items: list[list[Block | _List]] = field(default_factory=list)

    def block(self) -> ListBlock:
        """The finished list."""
        items = tuple(
            tuple(each.block() if isinstance(each, _List) else each for each in item)
            for item in self.items
        )
        start = self.start if self.style != "bullet" else 1
        return ListBlock(new_id(), _STYLES[self.style], items, start=max(1, start))


class _Builder:
    """Puts the units of one field together."""

    def __init__(self, units: list[Unit], footnotes: Footnotes, notes: list[ImportNote]) -> None:
        self._units = units
        self._footnotes = footnotes
        self._notes = notes
        self._open: list[_List] = []

    def blocks(self) -> Iterator[Block]:
        """The blocks in order."""
        for index, unit in enumerate(self._units):
            if unit.kind == "item":
                yield from self._item(index, unit)
            elif self._open and self._belongs_to_item(index, unit):
                self._open[-1].items[-1].append(self._paragraph(unit))
            else:
                yield from self._close()
                yield self._plain(unit)
        yield from self._close()

    def _plain(self, unit: Unit) -> Block:
        if unit.kind == "table":
            return self._table(unit)
        if unit.kind == "heading":
            runs = runs_of(_without_bold(unit.spans), self._footnotes)
            return Heading(new_id(), 1 if unit.level <= 1 else 2, runs)
        return self._paragraph(unit)

    def _paragraph(self, unit: Unit) -> Paragraph:
        return Paragraph(new_id(), runs_of(unit.spans, self._footnotes))

    def _close(self) -> Iterator[Block]:
        if self._open:
            yield self._open[0].block()
        self._open = []

    def _item(self, index: int, unit: Unit) -> Iterator[Block]:
        place = self._place(unit)
        if place is None and len(self._open) == DEEPEST_LIST:
            place = DEEPEST_LIST - 1
        if place is not None:
            del self._open[place + 1 :]
        elif self._open and self._nests(index, unit):
            inner = self._new_list(unit)
            self._open[-1].items[-1].append(inner)
            self._open.append(inner)
        else:
            yield from self._close()
            self._open = [self._new_list(unit)]
        current = self._open[-1]
        current.items.append([self._paragraph(unit)])
        current.last = unit.marker.number if unit.marker else 0

    @staticmethod
    def _new_list(unit: Unit) -> _List:
        marker = unit.marker
        assert marker is not None
        return _List(marker.style, marker.level, marker.number, marker.number - 1)

    def _place(self, unit: Unit) -> int | None:
        """Which open list the item continues, the innermost first."""
        for place in range(len(self._open) - 1, -1, -1):
            if _continues(self._open[place], unit):
                return place
        return None

    def _nests(self, index: int, unit: Unit) -> bool:
        """Whether an item of another list belongs inside the item before it."""
        top = self._open[-1]
        assert unit.marker is not None
        if unit.marker.level > top.level:
            return True
        before = self._units[index - 1]
        if before.kind == "item" and before.text.rstrip().endswith(":"):
            return True
        return top.style != "bullet" and self._is_continued(index, top)

    def _is_continued(self, index: int, outer: _List) -> bool:
        """Whether a later item counts on, before anything else than items comes."""
        for unit in self._units[index + 1 : index + 1 + _NEAR]:
            if unit.kind != "item":
                return False
            if _continues(outer, unit):
                return True
        return False

    def _belongs_to_item(self, index: int, unit: Unit) -> bool:
        """A paragraph without a blank line before it, in the midst of a list."""
        following = self._units[index + 1 : index + 2]
        if unit.kind != "paragraph" or not unit.attached or not following:
            return False
        return following[0].kind == "item" and self._place(following[0]) is not None

    def _table(self, unit: Unit) -> Table:
        width = max(len(row) for row in unit.rows)
        rows = [[*row, *[()] * (width - len(row))] for row in unit.rows if any(row)]
        texts = [[spans_text(cell) for cell in row] for row in rows]
        cells = tuple(tuple(self._cell(cell, unit.line) for cell in row) for row in rows)
        header = _header_rows(texts)
        return Table(
            new_id(), cells, header_rows=header, header_column=_header_column(texts, header)
        )

    def _cell(self, spans: Spans, line: int) -> Runs:
        result: list[Span] = []
        for span in spans:
            text, words = undivided(span.text)
            result.append(Span(text, span.bold, span.italic, span.note))
            self._notes += [ImportNote(rule=JOINED_WORD, quote=word, line=line) for word in words]
        return runs_of(tuple(result), self._footnotes)


def _continues(outer: _List, unit: Unit) -> bool:
    marker = unit.marker
    if marker is None or marker.style != outer.style or marker.level != outer.level:
        return False
    return marker.style == "bullet" or marker.number == outer.last + 1


def _without_bold(spans: Spans) -> Spans:
    """A heading is bold anyway, unless only a part of it was meant to stand out."""
    if all(span.bold for span in spans if span.text.strip()):
        return tuple(Span(span.text, italic=span.italic, note=span.note) for span in spans)
    return spans


_FIGURE = re.compile(r"[0-9]")


def _header_rows(rows: list[list[str]]) -> int:
    """One where the first row names the columns: an empty corner, or figures only below it."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return 0
    first, below = rows[0], [cell for row in rows[1:] for cell in row[1:]]
    if not first[0].strip():
        return 1
    named = all(cell.strip() and not _FIGURE.search(cell) for cell in first[1:])
    return int(named and any(_FIGURE.search(cell) for cell in below))


def _header_column(rows: list[list[str]], header: int) -> bool:
    """Whether the first column names the rows: words there, mostly figures beside."""
    body = rows[header:]
    if not body or len(rows[0]) < 2:
        return False
    named = all(any(sign.isalpha() for sign in row[0]) for row in body)
    cells = [cell for row in body for cell in row[1:] if cell.strip()]
    figures = sum(
        _FIGURE.search(cell) is not None or cell.strip() in ("./.", "-") for cell in cells
    )
    return named and figures * 2 >= len(cells)


_BLANKS = re.compile(r"[ \t\u00a0]*\n[ \t]*|[ \t]+")


def runs_of(spans: Spans, footnotes: Footnotes) -> Runs:
    """The runs of spans, blanks tidied, footnotes put where their marks are."""
    runs: list[Run] = []
    ends_blank = True
    for span in spans:
        if span.note:
            if span.note in footnotes:
                runs.append(Run(footnote=runs_of(footnotes[span.note].spans, {})))
            continue
        text = _BLANKS.sub(lambda match: "\n" if "\n" in match[0] else " ", span.text)
        text = text.lstrip(" ") if ends_blank else text
        ends_blank = text[-1:] in (" ", "\n") if text else ends_blank
        _append(runs, Run(text=text, bold=span.bold, italic=span.italic))
    return _without_end_blank(runs)


def _append(runs: list[Run], run: Run) -> None:
    last = runs[-1] if runs else None
    if not run.words:
        return
    if (
        last is not None
        and not last.is_footnote
        and (last.bold, last.italic) == (run.bold, run.italic)
    ):
        runs[-1] = Run(text=last.words + run.words, bold=run.bold, italic=run.italic)
    else:
        runs.append(run)


def _without_end_blank(runs: list[Run]) -> Runs:
    while runs and not runs[-1].is_footnote:
        last = runs[-1]
        text = last.words.rstrip()
        if text:
            runs[-1] = Run(text=text, bold=last.bold, italic=last.italic)
            break
        runs.pop()
    return tuple(runs)
