"""Draws the lines and header cells of tables in the palette's colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPalette, QPen, QTextDocument, QTextTable

from lpd_desktop.gui.rich_text.formats import CELL_PADDING, look_of_cell


def tables_of(document: QTextDocument) -> list[QTextTable]:
    """The tables of a document."""
    frames = document.rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


def paint_grid(
    painter: QPainter, document: QTextDocument, palette: QPalette, exposed: QRectF
) -> None:
    """Draws what stands behind the text of tables, in the document's coordinates."""
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
    layout = document.documentLayout()
    for table in tables_of(document):
        if not layout.frameBoundingRect(table).intersects(exposed):
            continue
        tops, lefts = _lines(document, table)
        for row in range(table.rows()):
            for column in range(table.columns()):
                place = QRectF(
                    QPointF(lefts[column], tops[row]), QPointF(lefts[column + 1], tops[row + 1])
                )
                if look_of_cell(table, table.cellAt(row, column)) == "header_cell":
                    painter.fillRect(place, palette.color(QPalette.ColorRole.AlternateBase))
                painter.drawRect(place)


def _lines(document: QTextDocument, table: QTextTable) -> tuple[list[float], list[float]]:
    """The edges of rows and columns as Qt laid them out."""
    rows, columns = range(table.rows()), range(table.columns())
    layout = document.documentLayout()

    def place(row: int, column: int, *, last: bool = False) -> QRectF:
        cell = table.cellAt(row, column)
        at = cell.lastCursorPosition() if last else cell.firstCursorPosition()
        return layout.blockBoundingRect(at.block())

    tops = [place(row, 0).top() - CELL_PADDING for row in rows]
    lefts = [place(0, column).left() - CELL_PADDING for column in columns]
    ends = [place(table.rows() - 1, column, last=True) for column in columns]
    bottom = max(end.bottom() for end in ends) + CELL_PADDING
    return [*tops, bottom], [*lefts, ends[-1].right() + CELL_PADDING]
