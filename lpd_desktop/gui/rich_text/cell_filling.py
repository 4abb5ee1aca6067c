"""A table that is pasted into a cell fills the cells from there on, as in Excel."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QTextCursor, QTextTable

from lpd_desktop.gui.rich_text.formats import look_of_cell
from lpd_desktop.gui.rich_text.from_blocks import insert_runs
from lpd_desktop.gui.rich_text.selection import MOST_COLUMNS, MOST_ROWS
from lpd_desktop.gui.rich_text.tables import table_changed
from lpd_desktop.plan.rich_text import Runs
from lpd_desktop.runtime.errors import NotAllowedError

Rows = tuple[tuple[Runs, ...], ...]


class NoRoomForCellsError(NotAllowedError):
    """The table would become larger than a page can show."""

    def __init__(self, rows: int, columns: int) -> None:
        """Takes the size that the table would have."""
        super().__init__(
            f"Die Tabelle hätte mit den eingefügten Zellen {rows} Zeilen und {columns} Spalten; "
            f"möglich sind {MOST_ROWS} Zeilen und {MOST_COLUMNS} Spalten. Bitte fügen Sie die "
            "Zellen unter der Tabelle als eigene Tabelle ein oder kopieren Sie weniger."
        )


def fill_cells(cursor: QTextCursor, table: QTextTable, rows: Rows) -> None:
    """Puts cells in the place of those from the cursor's on; the table grows where it must.

    One step of undo. The cursor stands behind the last cell that was filled.

    Raises:
        NoRoomForCellsError: the table would become too large; nothing was changed.
    """
    top, left = _start(cursor, table)
    height, width = top + len(rows), left + len(rows[0])
    grows = height > table.rows() or width > table.columns()
    if grows and (height > MOST_ROWS or width > MOST_COLUMNS):
        raise NoRoomForCellsError(max(height, table.rows()), max(width, table.columns()))
    cursor.clearSelection()
    with table_changed(cursor, table):
        table.resize(max(height, table.rows()), max(width, table.columns()))
        for down, cells in enumerate(rows):
            for across, runs in enumerate(cells):
                _fill(cursor, table, top + down, left + across, runs)
    cursor.setPosition(table.cellAt(height - 1, width - 1).lastPosition())


def _start(cursor: QTextCursor, table: QTextTable) -> tuple[int, int]:
    """The first selected cell, or that of the cursor."""
    if cursor.hasComplexSelection():
        area = cast("tuple[int, int, int, int]", cursor.selectedTableCells())
        top, _height, left, _width = area
        return top, left
    cell = table.cellAt(cursor)
    return cell.row(), cell.column()


def _fill(cursor: QTextCursor, table: QTextTable, row: int, column: int, runs: Runs) -> None:
    cell = table.cellAt(row, column)
    cursor.setPosition(cell.firstPosition())
    cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    insert_runs(cursor, runs, look_of_cell(table, cell))
