"""The blocks of a selection."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QTextCursor, QTextTable

from lpd_desktop.gui.rich_text.formats import HEADER_COLUMN, table_at
from lpd_desktop.gui.rich_text.selection import selected_stretch
from lpd_desktop.gui.rich_text.shapes import Leaf, Shape, nest
from lpd_desktop.gui.rich_text.to_blocks import elements_of, leaf_of, runs_of_block, runs_of_cell
from lpd_desktop.plan.rich_text import Blocks, Paragraph, Table
from lpd_desktop.runtime.identity import new_id


def selected_blocks(cursor: QTextCursor) -> Blocks:
    """What is selected; a table that is touched from outside comes whole."""
    first, end = selected_stretch(cursor)
    table = table_at(cursor)
    if table is not None and cursor.hasComplexSelection():
        return (_selected_cells(cursor, table),)
    if table is not None:
        return _selected_in_cell(cursor)
    leaves = [
        leaf_of(element, (first, end))
        for element in elements_of(cursor.document())
        if element.first <= end and element.last >= first
    ]
    if len(leaves) == 1 and leaves[0].table is None:
        leaves = [Leaf(Shape(new_id()), leaves[0].runs)]
    return nest(iter(leaves))


def _selected_cells(cursor: QTextCursor, table: QTextTable) -> Table:
    """The selected cells as a table of their own."""
    top, height, left, width = _area_of(cursor)
    rows = range(top, top + height)
    cells = tuple(
        tuple(runs_of_cell(table.cellAt(row, column)) for column in range(left, left + width))
        for row in rows
    )
    form = table.format()
    headers = min(max(0, form.headerRowCount() - top), len(cells))
    return Table(new_id(), cells, headers, form.boolProperty(HEADER_COLUMN) and left == 0)


def _area_of(cursor: QTextCursor) -> tuple[int, int, int, int]:
    """First row, rows, first column and columns of selected cells."""
    return cast("tuple[int, int, int, int]", cursor.selectedTableCells())


def _selected_in_cell(cursor: QTextCursor) -> Blocks:
    """The selected text of a cell, a paragraph for each of its own."""
    document = cursor.document()
    stretch = selected_stretch(cursor)
    block = document.findBlock(stretch[0])
    found = []
    while block.isValid() and block.position() <= stretch[1]:
        found.append(Paragraph(new_id(), runs_of_block(block, stretch)))
        block = block.next()
    return tuple(found)
