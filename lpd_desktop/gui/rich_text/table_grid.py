"""Draws the lines and header cells of tables in the palette's colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPalette, QPen, QTextDocument, QTextTable

from lpd_desktop.gui.rich_text.formats import CELL_PADDING, look_of_cell


def tables_of(document: QTextDocument) -> list[QTextTable]:
    """The tables of a document."""
    frames = document.rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


def paint_grid(painter: QPainter, document: QTextDocument, palette: QPalette) -> None:
    """Draws what stands behind the text of tables, in the document's coordinates."""
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
    for table in tables_of(document):
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
    layout = document.documentLayout()
    frame = layout.frameBoundingRect(table)

    def corner(row: int, column: int) -> QPointF:
        block = table.cellAt(row, column).firstCursorPosition().block()
        return layout.blockBoundingRect(block).topLeft()

    tops = [corner(row, 0).y() - CELL_PADDING for row in range(table.rows())]
    lefts = [corner(0, column).x() - CELL_PADDING for column in range(table.columns())]
    form = table.format()
    bottom = frame.bottom() - form.bottomMargin()
    return [*tops, bottom], [*lefts, frame.right() - form.rightMargin()]
