"""Commands on tables; each is one step of undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextCursor, QTextTable

from lpd_desktop.gui.rich_text.dressing import restyle_cells, set_line, tidy
from lpd_desktop.gui.rich_text.formats import (
    HEADER_COLUMN,
    cell_block_format,
    shape_of_block,
    shape_of_table,
    table_at,
    table_format,
)
from lpd_desktop.gui.rich_text.insertion import insert_leaves
from lpd_desktop.gui.rich_text.selection import MOST_COLUMNS, MOST_ROWS
from lpd_desktop.gui.rich_text.shapes import Leaf, Shape
from lpd_desktop.plan.rich_text import Table
from lpd_desktop.runtime.identity import new_id


def insert_table(cursor: QTextCursor, rows: int, columns: int, *, header_row: bool = True) -> None:
    """Puts an empty table below the block the cursor stands in and the cursor into it."""
    cells = tuple(tuple(() for _ in range(columns)) for _ in range(rows))
    put_table(cursor, Table(new_id(), cells, header_rows=1 if header_row else 0))


def put_table(cursor: QTextCursor, table: Table) -> None:
    """Puts a table below the block the cursor stands in and the cursor into it."""
    if table_at(cursor) is not None:
        return
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


class _Change:
    """One step of undo on a table.

    Where Qt changes the first cell it takes the format of the line above the table for the
    cell's; so that line gets its own back.
    """

    def __init__(self, cursor: QTextCursor, table: QTextTable) -> None:
        self._cursor = cursor
        self._above = QTextCursor(cursor.document())
        self._end = table.firstPosition() - 1
        self._above.setPosition(self._end)
        self._shape = shape_of_block(self._above.block())

    def part_from_below(self, below: Shape) -> None:
        """Without the table Qt joined the line above with that below; undoes that."""
        self._cursor.setPosition(self._end)
        if below.kind == "filler":
            return
        if self._shape.kind == "filler":
            self._shape = below
            return
        self._cursor.insertBlock()
        set_line(self._cursor.block(), below)
        self._cursor.setPosition(self._end)

    def __enter__(self) -> None:
        self._cursor.beginEditBlock()

    def __exit__(self, *_error: object) -> None:
        self._above.setPosition(self._end)
        set_line(self._above.block(), self._shape)
        self._cursor.endEditBlock()
        tidy(self._cursor.document())


@contextmanager
def table_changed(cursor: QTextCursor, table: QTextTable) -> Iterator[None]:
    """What is done to a table meanwhile is one step of undo, new cells set like the others."""
    with _Change(cursor, table):
        yield
        _prepare_cells(table)


def insert_row(cursor: QTextCursor, *, below: bool) -> None:
    """A row above or below the cursor's, while there is room."""
    table = table_at(cursor)
    if table is not None and table.rows() < MOST_ROWS:
        row = table.cellAt(cursor).row() + (1 if below else 0)
        with _Change(cursor, table):
            table.insertRows(row, 1)
            _prepare_cells(table)


def insert_column(cursor: QTextCursor, *, right: bool) -> None:
    """A column left or right of the cursor's, while there is room."""
    table = table_at(cursor)
    if table is not None and table.columns() < MOST_COLUMNS:
        column = table.cellAt(cursor).column() + (1 if right else 0)
        with _Change(cursor, table):
            table.insertColumns(column, 1)
            _prepare_cells(table)


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
    with _Change(cursor, table):
        table.removeRows(row, 1)
        _prepare_cells(table)
        if row < headers:
            _set_headers(table, header_rows=headers - 1)


def remove_column(cursor: QTextCursor) -> None:
    """Takes the cursor's column away; the last one takes the table with it."""
    table = table_at(cursor)
    if table is None:
        return
    if table.columns() == 1:
        remove_table(cursor)
        return
    with _Change(cursor, table):
        table.removeColumns(table.cellAt(cursor).column(), 1)
        _prepare_cells(table)


def remove_table(cursor: QTextCursor) -> None:
    """Takes the table away and with it a line that only it needed."""
    table = table_at(cursor)
    if table is None:
        return
    below = QTextCursor(cursor.document())
    below.setPosition(table.lastPosition() + 1)
    shape = shape_of_block(below.block())
    change = _Change(cursor, table)
    with change:
        table.removeRows(0, table.rows())
        change.part_from_below(shape)


def toggle_header_row(cursor: QTextCursor) -> None:
    """The first row as header, or not; further header rows that were read go too."""
    table = table_at(cursor)
    if table is not None:
        rows = 0 if table.format().headerRowCount() else 1
        _in_one_step(cursor, table, header_rows=rows)


def toggle_second_header_row(cursor: QTextCursor) -> None:
    """The first two rows as header, or the first alone."""
    table = table_at(cursor)
    if table is not None and table.rows() > 1:
        _in_one_step(cursor, table, header_rows=1 if table.format().headerRowCount() > 1 else 2)


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


def appended_row(cursor: QTextCursor) -> QTextCursor | None:
    """Adds a row to the cursor's table, while there is room; the cursor in its first cell."""
    table = table_at(cursor)
    if table is None or table.rows() >= MOST_ROWS:
        return None
    with table_changed(cursor, table):
        table.appendRows(1)
    return table.cellAt(table.rows() - 1, 0).firstCursorPosition()
