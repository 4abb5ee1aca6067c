"""The contents: clickable lines with page numbers, which are known when they are drawn."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from lpd_desktop.pdf.canvas import TaggedCanvas
from lpd_desktop.pdf.inline import TextStyle, piece
from lpd_desktop.pdf.line_breaking import break_lines
from lpd_desktop.pdf.lines import Line
from lpd_desktop.pdf.paragraph import Column, Setting, paragraph_strips
from lpd_desktop.pdf.story import HeadingEntry
from lpd_desktop.pdf.strips import Strip
from lpd_desktop.pdf.styles import CONTENTS, HEADING_SPACE, HEADINGS, QUIET
from lpd_desktop.pdf.tree import LAYOUT, Node

_TITLE = "Inhalt"
_DEEPEST = 2
_INDENT = 16.0
_NUMBER_WIDTH = 34.0
_DOT_STEP = 4.6
_DOTS = replace(CONTENTS[2], color=QUIET)
_SPACE = {1: 9.0, 2: 3.0}


def contents_strips(parent: Node, headings: Sequence[HeadingEntry], room: Column) -> list[Strip]:
    """The contents on a page of their own; its lines have no numbers."""
    style = HEADINGS[1]
    node = parent.add("H1")
    setting = Setting(after=HEADING_SPACE[1][1], keep_with_next=True, new_page=True)
    strips = paragraph_strips([piece(_TITLE, node, style)], style, room, setting)
    outer = parent.add("TOC")
    inner: Node | None = None
    for entry in headings:
        if entry.level == 1:
            inner = None
            strips += _entry_strips(outer, entry, room)
        elif entry.level <= _DEEPEST:
            inner = inner or outer.add("TOC")
            strips += _entry_strips(inner, entry, room)
    return [replace(strip, baselines=()) for strip in strips]


def _entry_strips(parent: Node, entry: HeadingEntry, room: Column) -> list[Strip]:
    link = parent.add("TOCI").add("Reference").add("Link")
    link.target = entry.anchor
    link.contents = f"Zu „{entry.title}“"
    link.address = entry.address
    style = CONTENTS[entry.level]
    column = room.indented(_INDENT * (entry.level - 1))
    title = entry.title.rstrip(":")
    lines = break_lines([piece(title, link, style)], column.width - _NUMBER_WIDTH, divide=False)
    drawings = [
        _EntryLine(entry, link, line, column, style, last=line is lines[-1]) for line in lines
    ]
    place = replace(column.extent(entry.address), refers=True)
    extents = (place,) if entry.address else ()
    strips = [Strip(style.leading, draw, keep=not draw.last, extents=extents) for draw in drawings]
    return [replace(strips[0], before=_SPACE[entry.level]), *strips[1:]] if strips else []


class _EntryLine(msgspec.Struct, frozen=True, eq=False):
    """Draws one line of an entry; the last one has dots and the page number."""

    entry: HeadingEntry
    link: Node
    line: Line
    column: Column
    style: TextStyle
    last: bool

    def __call__(self, canvas: TaggedCanvas, top: float) -> None:
        baseline = top - self.style.ascent
        x = self.column.x
        for segment in self.line.segments:
            canvas.text(self.link, (x, baseline), segment.text, segment.piece.ink)
        end = self.column.x + self.column.width
        if self.last:
            self._draw_number(canvas, baseline, end)
        bottom = baseline - 0.3 * self.style.size
        canvas.link(self.link, (self.column.x, bottom, end, top))

    def _draw_number(self, canvas: TaggedCanvas, baseline: float, end: float) -> None:
        ink = self.style.ink
        number = str(self.entry.anchor.page + 1)
        start = end - ink.width(number)
        first = self.column.x + self.line.width + 5
        dots = [end - step * _DOT_STEP for step in range(200)]
        shown = [x for x in dots if first <= x <= min(start, end - 14) - 5]
        canvas.row(LAYOUT, shown[::-1], baseline, ".", _DOTS.ink)
        place = (start - ink.width(" "), baseline)
        canvas.text(self.link, place, f" {number}", ink)
