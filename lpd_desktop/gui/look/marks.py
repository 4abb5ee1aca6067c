"""Marks of levels and states: told apart by shape, painted in the colours of the palette."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from lpd_desktop.check.finding import Level

Shape = Callable[[QPainter, QColor, QColor], None]
"""Paints into the square from 0 to 16; gets the colour of text and that of what lies below."""

MARK_SIZE = 16


class MarkEngine(QIconEngine):
    """Paints a shape in the palette of the moment, so that it follows dark and light."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self._shape = shape

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        palette = QGuiApplication.palette()
        selected = mode == QIcon.Mode.Selected
        ink = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.WindowText
        paper = QPalette.ColorRole.Highlight if selected else QPalette.ColorRole.Window
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(rect.width(), rect.height())
        painter.translate(rect.center().x() + 0.5 - side / 2, rect.center().y() + 0.5 - side / 2)
        painter.scale(side / MARK_SIZE, side / MARK_SIZE)
        self._shape(painter, palette.color(ink), palette.color(paper))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return MarkEngine(self._shape)


class MarkLabel(QWidget):
    """One mark among texts."""

    def __init__(self, icon: QIcon, name: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(MARK_SIZE, MARK_SIZE)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._icon.paint(QPainter(self), self.rect())


def _pen(color: QColor, width: float = 1.5) -> QPen:
    style = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    return QPen(color, width, *style)


def _exclamation(painter: QPainter, color: QColor, top: float) -> None:
    painter.setPen(_pen(color, 1.8))
    painter.drawLine(QPointF(8, top), QPointF(8, top + 4))
    painter.drawPoint(QPointF(8, top + 7))


def _error(painter: QPainter, ink: QColor, paper: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(1, 1, 14, 14))
    _exclamation(painter, paper, 4.5)


def _warning(painter: QPainter, ink: QColor, _paper: QColor) -> None:
    painter.setPen(_pen(ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([QPointF(8, 1.5), QPointF(15, 14), QPointF(1, 14)]))
    painter.setPen(_pen(ink, 1.6))
    painter.drawLine(QPointF(8, 6.2), QPointF(8, 9))
    painter.drawPoint(QPointF(8, 11.6))


def _hint(painter: QPainter, ink: QColor, _paper: QColor) -> None:
    painter.setPen(_pen(ink, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(1.5, 1.5, 13, 13))
    painter.setPen(_pen(ink, 1.6))
    painter.drawLine(QPointF(8, 7.5), QPointF(8, 11.2))
    painter.drawPoint(QPointF(8, 4.8))


def _done(painter: QPainter, ink: QColor, _paper: QColor) -> None:
    painter.setPen(_pen(ink, 2))
    painter.drawPolyline(QPolygonF([QPointF(3, 8.5), QPointF(6.5, 12), QPointF(13, 4.5)]))


def _started(painter: QPainter, ink: QColor, _paper: QColor) -> None:
    painter.setPen(_pen(ink, 1.4))
    painter.drawEllipse(QRectF(3, 3, 10, 10))
    half = QPainterPath(QPointF(8, 3))
    half.arcTo(QRectF(3, 3, 10, 10), 90, 180)
    half.closeSubpath()
    painter.fillPath(half, ink)


def _empty(painter: QPainter, ink: QColor, _paper: QColor) -> None:
    painter.setPen(_pen(ink, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(3, 3, 10, 10))


def _remark(painter: QPainter, ink: QColor, _paper: QColor) -> None:
    """A speech balloon with a line of words."""
    painter.setPen(_pen(ink, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = ((1.5, 2.5), (14.5, 2.5), (14.5, 11), (8, 11), (4.5, 14.5), (4.5, 11), (1.5, 11))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    painter.drawLine(QPointF(4.5, 6.8), QPointF(11.5, 6.8))


_SHAPES: dict[str, Shape] = {
    "error": _error,
    "warning": _warning,
    "hint": _hint,
    "done": _done,
    "started": _started,
    "empty": _empty,
    "remark": _remark,
}


@cache
def mark(name: str) -> QIcon:
    """The mark of a level (`error`, `warning`, `hint`) or of a step's progress."""
    return QIcon(MarkEngine(_SHAPES[name]))


def level_icon(level: Level) -> QIcon:
    """The mark of a level."""
    return mark(level)
