"""Commands on tables; each is one step of undo."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextTable

from lpd_desktop.gui.rich_text.dressing import restyle_cells
from lpd_desktop.gui.rich_text.formats import (
    HEADER_COLUMN,
    block_format,
    cell_block_format,
    shape_of_block,
    shape_of_table,
    table_at,
    table_format,
)
from lpd_desktop.gui.rich_text.insertion import insert_leaves
from lpd_desktop.gui.rich_text.shapes import Leaf, Shape
from lpd_desktop.plan.rich_text import Table
from lpd_desktop.runtime.identity import new_id

MOST_COLUMNS = 10
MOST_ROWS = 100


def insert_table(cursor: QTextCursor, rows: int, columns: int, *, header_row: bool = True) -> None:
    """Puts an empty table below the block the cursor stands in and the cursor into it."""
    if table_at(cursor) is not None:
        return
    cells = tuple(tuple(() for _ in range(columns)) for _ in range(rows))
    table = Table(new_id(), cells, header_rows=1 if header_row else 0)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    start = cursor.position()
    insert_leaves(cursor, [Leaf(Shape(table.id, "table"), table=table)])
    cursor.setPosition(start)
    _enter_next_table(cursor)


def _enter_next_table(cursor: QTextCursor) -> None:
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    table = table_at(cursor)
    if table is not None:
        cursor.setPosition(table.firstPosition())


def insert_row(cursor: QTextCursor, *, below: bool) -> None:
    """A row above or below the cursor's."""
    table = table_at(cursor)
    if table is None:
        return
    row = table.cellAt(cursor).row() + (1 if below else 0)
    cursor.beginEditBlock()
    table.insertRows(row, 1)
    _prepare_cells(table)
    cursor.endEditBlock()


def insert_column(cursor: QTextCursor, *, right: bool) -> None:
    """A column left or right of the cursor's."""
    table = table_at(cursor)
    if table is None:
        return
    column = table.cellAt(cursor).column() + (1 if right else 0)
    cursor.beginEditBlock()
    table.insertColumns(column, 1)
    _prepare_cells(table)
    cursor.endEditBlock()


def _prepare_cells(table: QTextTable) -> None:
    """New cells are set like the others."""
    for row in range(table.rows()):
        for column in range(table.columns()):
            table.cellAt(row, column).firstCursorPosition().setBlockFormat(cell_block_format())
    restyle_cells(table)


def remove_row(cursor: QTextCursor) -> None:
    """Takes the cursor's row away; the last one takes the table with it."""
    table = table_at(cursor)
    if table is None:
        return
    if table.rows() == 1:
        remove_table(cursor)
        return
    row = table.cellAt(cursor).row()
    headers = table.format().headerRowCount()
    cursor.beginEditBlock()
    table.removeRows(row, 1)
    if row < headers:
        _set_headers(table, header_rows=headers - 1)
    cursor.endEditBlock()


def remove_column(cursor: QTextCursor) -> None:
    """Takes the cursor's column away; the last one takes the table with it."""
    table = table_at(cursor)
    if table is None:
        return
    if table.columns() == 1:
        remove_table(cursor)
        return
    cursor.beginEditBlock()
    table.removeColumns(table.cellAt(cursor).column(), 1)
    restyle_cells(table)
    cursor.endEditBlock()


def remove_table(cursor: QTextCursor) -> None:
    """Takes the table away and with it a line that only it needed."""
    table = table_at(cursor)
    if table is None:
        return
    cursor.beginEditBlock()
    cursor.setPosition(table.firstPosition() - 1)
    table.removeRows(0, table.rows())
    below = cursor.block().next()
    if below.isValid() and shape_of_block(below).kind == "filler":
        shape = shape_of_block(cursor.block())
        keeps = cursor.block().textList()
        QTextCursor(below).deletePreviousChar()
        cursor.setBlockFormat(block_format(shape))
        if keeps is not None:
            keeps.add(cursor.block())
    cursor.endEditBlock()


def toggle_header_row(cursor: QTextCursor) -> None:
    """The first row as header, or not; further header rows that were read go too."""
    table = table_at(cursor)
    if table is not None:
        rows = 0 if table.format().headerRowCount() else 1
        _in_one_step(cursor, table, header_rows=rows)


def toggle_header_column(cursor: QTextCursor) -> None:
    """The first column as header, or not."""
    table = table_at(cursor)
    if table is not None:
        column = not table.format().boolProperty(HEADER_COLUMN)
        _in_one_step(cursor, table, header_column=column)


def _in_one_step(
    cursor: QTextCursor,
    table: QTextTable,
    *,
    header_rows: int | None = None,
    header_column: bool | None = None,
) -> None:
    cursor.beginEditBlock()
    _set_headers(table, header_rows=header_rows, header_column=header_column)
    cursor.endEditBlock()


def _set_headers(
    table: QTextTable, *, header_rows: int | None = None, header_column: bool | None = None
) -> None:
    form = table.format()
    rows = form.headerRowCount() if header_rows is None else header_rows
    column = form.boolProperty(HEADER_COLUMN) if header_column is None else header_column
    table.setFormat(table_format(shape_of_table(table), header_rows=rows, header_column=column))
    restyle_cells(table)


def next_cell(cursor: QTextCursor, *, backwards: bool = False) -> QTextCursor | None:
    """The cursor in the next cell; None behind the last or before the first."""
    table = table_at(cursor)
    if table is None:
        return None
    cell = table.cellAt(cursor)
    number = cell.row() * table.columns() + cell.column() + (-1 if backwards else 1)
    if not 0 <= number < table.rows() * table.columns():
        return None
    row, column = divmod(number, table.columns())
    return table.cellAt(row, column).lastCursorPosition()
