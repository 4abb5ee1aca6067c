"""Tables as strips: a row is one strip, a very high row one strip for each line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Literal

import msgspec
from msgspec.structs import replace

from lpd_desktop.pdf.canvas import Color, TaggedCanvas
from lpd_desktop.pdf.inline import Piece, TextStyle
from lpd_desktop.pdf.line_breaking import break_lines
from lpd_desktop.pdf.lines import Line
from lpd_desktop.pdf.paragraph import Column, draw_line, line_notes
from lpd_desktop.pdf.strips import Extent, Strip

PAD_X = 5.0
PAD_Y = 3.5

_PlacedLines = list[tuple[int, Line]]
"""Lines of a cell with their number from the top."""

_ROW_LINES = 10
"""A row with more lines may be parted over pages."""


class Cell(msgspec.Struct, frozen=True, eq=False):
    """One cell; `foot` sets it on the last line of its row, `indent` shifts it right.

    Attributes:
        pad: Points of space at its left and right edge.
    """

    pieces: list[Piece]
    style: TextStyle
    align: Literal["left", "right"] = "left"
    indent: float = 0.0
    foot: bool = False
    address: str = ""
    pad: float = PAD_X

    @property
    def edges(self) -> float:
        """What of the column's width is not for text."""
        return 2 * self.pad + self.indent


class Row(msgspec.Struct, frozen=True, eq=False, dict=True):
    """One row; `fill` is its ground, `rule_above` sets it off from the rows above.

    Attributes:
        least: Points that it is high at least, for rows to write in.
    """

    cells: tuple[Cell, ...]
    fill: Color | None = None
    rule_above: bool = False
    least: float = 0.0

    @cached_property
    def leading(self) -> float:
        """Between the baselines of its lines."""
        return max(cell.style.leading for cell in self.cells)

    @cached_property
    def ascent(self) -> float:
        """From the top of its first line to the baseline."""
        return max(cell.style.ascent for cell in self.cells)


class Rules(msgspec.Struct, frozen=True):
    """The lines of a table, and up to which height it is not parted over pages."""

    thin: Color
    strong: Color
    whole_height: float


class _Slice(msgspec.Struct, frozen=True, eq=False):
    """Some lines of a row, ready to draw; `first` and `last` have its edges.

    Attributes:
        lines: Those of each cell in this slice, with their place in it.
        count: Lines that have room in it.
    """

    row: Row
    lines: tuple[_PlacedLines, ...]
    columns: tuple[Column, ...]
    rules: Rules
    count: int
    first: bool
    last: bool

    @property
    def height(self) -> float:
        edges = PAD_Y * (self.first + self.last)
        least = self.row.least if self.first and self.last else 0.0
        return max(self.count * self.row.leading + edges, least)

    def __call__(self, canvas: TaggedCanvas, top: float) -> None:
        """Draws ground, texts and rules."""
        x0 = self.columns[0].x
        x1 = self.columns[-1].x + self.columns[-1].width
        if self.row.fill is not None:
            canvas.fill((x0, top - self.height, x1 - x0, self.height), self.row.fill)
        if self.row.rule_above and self.first:
            canvas.rule((x0, top), (x1, top), 0.8, self.rules.strong)
        for index, cell in enumerate(self.row.cells):
            self._draw_cell(canvas, top, index, cell)
        if self.last:
            bottom = top - self.height
            canvas.rule((x0, bottom), (x1, bottom), 0.4, self.rules.thin)

    def _draw_cell(self, canvas: TaggedCanvas, top: float, index: int, cell: Cell) -> None:
        column = self.columns[index]
        top -= PAD_Y * self.first
        for at, line in self.lines[index]:
            baseline = top - at * self.row.leading - cell.style.ascent
            x = column.x + cell.pad + cell.indent
            if cell.align == "right":
                x = column.x + column.width - cell.pad - line.width
            draw_line(canvas, line, (x, baseline))

    @property
    def baselines(self) -> tuple[float, ...]:
        """Where its lines stand; cells beside each other share them."""
        top = PAD_Y * self.first + self.row.ascent
        return tuple(top + at * self.row.leading for at in range(self.count))

    def strip(self) -> Strip:
        """The slice as a strip."""
        extents = (
            Extent(cell.address, column.x, column.x + column.width)
            for cell, column in zip(self.row.cells, self.columns, strict=True)
            if cell.address
        )
        lines = (line for cell in self.lines for _at, line in cell)
        return Strip(
            self.height,
            self,
            notes=line_notes(lines),
            extents=tuple(extents),
            baselines=self.baselines,
        )


def table_strips(
    rows: Sequence[Row], columns: tuple[Column, ...], header_rows: int, rules: Rules
) -> list[Strip]:
    """The strips of a table; rows of the head are repeated on every page.

    A small table stays on one page; a head that fills half a page is not repeated.
    """
    strips = _parted_strips(rows, columns, header_rows, rules)
    if sum(strip.height for strip in strips) > rules.whole_height:
        return strips
    return [*(replace(strip, keep=True) for strip in strips[:-1]), strips[-1]]


def _parted_strips(
    rows: Sequence[Row], columns: tuple[Column, ...], header_rows: int, rules: Rules
) -> list[Strip]:
    head = [strip for row in rows[:header_rows] for strip in _row_strips(row, columns, rules)]
    is_low = sum(strip.height for strip in head) <= rules.whole_height
    repeated = tuple(replace(strip, notes=(), extents=()) for strip in head if is_low)
    body_rows = rows[header_rows:]
    body = [_row_strips(row, columns, rules) for row in body_rows]
    strips = [replace(strip, keep=bool(body)) for strip in head]
    for index, row in enumerate(body):
        stays = index == len(body) - 2 and len(body) > 2
        strips.extend(replace(strip, head=repeated) for strip in row[:-1])
        strips.append(replace(row[-1], head=repeated, keep=stays))
    return strips


def _row_strips(row: Row, columns: tuple[Column, ...], rules: Rules) -> list[Strip]:
    lines = tuple(
        break_lines(cell.pieces, column.width - cell.edges, divide=cell.style.divide)
        for cell, column in zip(row.cells, columns, strict=True)
    )
    count = max(1, *map(len, lines))
    placed = [
        [*enumerate(each, count - len(each) if cell.foot else 0)]
        for each, cell in zip(lines, row.cells, strict=True)
    ]
    if count <= _ROW_LINES:
        return [_Slice(row, tuple(placed), columns, rules, count, first=True, last=True).strip()]
    slices = (
        _Slice(row, each, columns, rules, 1, first=at == 0, last=at == count - 1)
        for at, each in enumerate(_line_by_line(placed, count))
    )
    stays = (0, count - 2)
    return [replace(each.strip(), keep=at in stays) for at, each in enumerate(slices)]


def _line_by_line(cells: Sequence[_PlacedLines], count: int) -> list[tuple[_PlacedLines, ...]]:
    """For each line of a row what its cells have there."""
    found: list[tuple[_PlacedLines, ...]] = [tuple([] for _cell in cells) for _at in range(count)]
    for index, cell in enumerate(cells):
        for at, line in cell:
            found[at][index].append((0, line))
    return found
