"""What was replaced as a whole, side by side: amounts, statements, rows of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

import msgspec
from msgspec.structs import replace

from lpd_desktop.pdf.changes.marked_pieces import Marker, all_of
from lpd_desktop.pdf.inline import Piece as ShownPiece
from lpd_desktop.pdf.paragraph import Setting, paragraph_strips
from lpd_desktop.pdf.story import Story
from lpd_desktop.pdf.styles import BODY, GROUND, TABLE, TABLE_HEAD, TABLE_RULES, TABLE_SPACE
from lpd_desktop.pdf.table_columns import column_widths
from lpd_desktop.pdf.tables import Cell, Row, table_strips
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.comparing.gap_changes import gap_changes, told_gaps, visible_pieces
from lpd_desktop.plan.comparing.line_changes import LineChange
from lpd_desktop.plan.comparing.text_lines import CELLS
from lpd_desktop.plan.comparing.word_pieces import (
    Piece,
    Sign,
    text_after,
    text_before,
    word_pieces,
)

EMPTY = "leer"
NONE = "–"
_MOST_CELLS = 6
"""Wider rows are told as text."""

Cells = tuple[tuple[Piece, ...], ...]


class ChangeTable(msgspec.Struct, frozen=True, eq=False):
    """A table that is written row by row; its first column heads the rows.

    Attributes:
        numbers: Of the changes in brackets.
    """

    story: Story
    node: Node
    rows: list[Row]
    numbers: Iterator[int]

    @classmethod
    def begun(
        cls,
        story: Story,
        parent: Node,
        heads: Sequence[str],
        *,
        figures: bool,
        caption: str = "",
        numbers: Iterator[int] | None = None,
    ) -> ChangeTable:
        """A table with its head; `figures` sets all but the first column flush right."""
        table = cls(story, parent.add("Table"), [], numbers or count(1))
        if caption:
            pieces = [Marker(table.node.add("Caption"), BODY).plain(caption, bold=True)]
            setting = Setting(before=TABLE_SPACE, keep_with_next=True)
            story.strips += paragraph_strips(pieces, BODY, story.column, setting)
        row = table.node.add("TR")
        cells = [
            _head(row, text, "Column", right=figures and at > 0) for at, text in enumerate(heads)
        ]
        table.rows.append(Row(tuple(cells), fill=GROUND, rule_above=True))
        return table

    def add(self, label: str, cells: Cells, *, whole: bool, figures: bool = False) -> None:
        """A row; with `whole` a cell is one change, else changes stand in brackets."""
        row = self.node.add("TR")
        shown = [_head(row, label, "Row")]
        shown += [self._cell(row, parts, whole=whole, right=figures) for parts in cells]
        self.rows.append(Row(tuple(shown)))

    def _cell(self, row: Node, parts: tuple[Piece, ...], *, whole: bool, right: bool) -> Cell:
        marker = Marker(row.add("TD"), TABLE)
        if whole:
            pieces = [marker.struck(part.text, part.sign) for part in parts]
        else:
            pieces = [*marker.marked(visible_pieces(parts), self.numbers), *_gaps(marker, parts)]
        return Cell(pieces, TABLE, align="right" if right else "left", foot=right)

    def end(self) -> None:
        """Sets the table."""
        columns = column_widths(self.rows, self.story.column)
        strips = table_strips(self.rows, columns, 1, TABLE_RULES)
        strips[0] = replace(strips[0], before=TABLE_SPACE)
        strips[-1] = replace(strips[-1], after=TABLE_SPACE)
        self.story.strips += strips


def _gaps(marker: Marker, parts: Sequence[Piece]) -> Iterator[ShownPiece]:
    told = told_gaps(gap_changes(parts))
    if told:
        yield marker.plain(f" ({told})")


def _head(row: Node, text: str, scope: str, *, right: bool = False) -> Cell:
    node = row.add("TH")
    node.attributes["Table"] = {"Scope": f"/{scope}"}
    style = TABLE_HEAD if scope == "Column" else TABLE
    return Cell([Marker(node, style).plain(text)], style, align="right" if right else "left")


def add_amounts(story: Story, parent: Node, lines: Sequence[LineChange]) -> None:
    """Amounts, old and new, with their difference."""
    heads = ("Zeile", "Alt", "Neu", "Differenz", "in %")
    table = ChangeTable.begun(story, parent, heads, figures=True)
    for line in lines:
        label = line.label.removeprefix("Zeile ")
        table.add(label, (*_sides(line), *_differences(line)), whole=True, figures=True)
    table.end()


def add_statements(story: Story, parent: Node, lines: Sequence[LineChange], caption: str) -> None:
    """Short statements, old and new."""
    heads = ("Angabe", "Alt", "Neu")
    table = ChangeTable.begun(story, parent, heads, figures=False, caption=caption)
    for line in lines:
        table.add(line.label, _sides(line), whole=True)
    table.end()


def _differences(line: LineChange) -> Cells:
    """In euro and in percent; a dash where there is none."""
    euro, _semicolon, percent = line.remark.partition("; ")
    return tuple((Piece("same", text or NONE),) for text in (euro, percent))


def _sides(line: LineChange) -> Cells:
    signs: tuple[Sign, Sign] = ("removed", "added")
    texts = [(sign, all_of(line.pieces, sign)) for sign in signs]
    return tuple((Piece(sign, text) if text else Piece("same", EMPTY),) for sign, text in texts)


def cells_of(line: LineChange) -> Cells | None:
    """The cells of a row, each with its own changes; None where the row is better told as text."""
    if len(line.pieces) == 1:
        (whole,) = line.pieces
        texts = whole.text.split(CELLS)
        found: Cells = tuple((Piece(whole.sign, text),) if text else () for text in texts)
    else:
        old, new = text_before(line.pieces).split(CELLS), text_after(line.pieces).split(CELLS)
        if len(old) != len(new):
            return None
        found = tuple(word_pieces(*pair) for pair in zip(old, new, strict=True))
    return found if 1 < len(found) <= _MOST_CELLS else None


def is_row(line: LineChange) -> bool:
    """Whether a line can stand in a table of rows."""
    return line.kind == "row" and bool(line.pieces) and cells_of(line) is not None


def row_runs(lines: Sequence[LineChange]) -> Iterator[list[LineChange]]:
    """Rows side by side that have the same number of cells."""
    run: list[LineChange] = []
    for line in lines:
        if run and _width(line) != _width(run[0]):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _width(line: LineChange) -> int:
    return len(cells_of(line) or ())
