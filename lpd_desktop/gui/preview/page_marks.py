"""What is painted of a page and upon it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen, qGray

_STALE = 0.4
"""How much is left of pages that are not the newest."""

_ROOM = 4
"""Pixels between what is marked and its frame."""

_LIGHT = 210
"""Lightness of 255, from which on paper is not seen any more."""

_DARK_ENOUGH = 110
"""Grey value of 255: paper is white in every colour scheme, so what stands on it must be dark."""


def desk(palette: QPalette) -> QColor:
    """What the pages lie on: never as light as they are."""
    roles = (QPalette.ColorRole.Mid, QPalette.ColorRole.Window, QPalette.ColorRole.Dark)
    colors = [palette.color(role) for role in roles]
    return next((color for color in colors if color.lightness() < _LIGHT), colors[-1])


def paint_paper(
    painter: QPainter, sheet: QRect, picture: QImage | None, palette: QPalette, *, stale: bool
) -> None:
    """A sheet with its picture, blank where there is none yet."""
    painter.fillRect(sheet, Qt.GlobalColor.white)
    if picture is not None:
        painter.setOpacity(_STALE if stale else 1.0)
        natural = picture.deviceIndependentSize().toSize()
        if abs(natural.width() - sheet.width()) <= 1:
            painter.drawImage(sheet.topLeft(), picture)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet, picture)
        painter.setOpacity(1.0)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Shadow), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(sheet.adjusted(-1, -1, 0, 0))


def paint_edited(painter: QPainter, rect: QRect, palette: QPalette) -> None:
    """A quiet frame with a bar at its left, around what is being edited."""
    frame = _framed(rect)
    color = _on_paper(palette.color(QPalette.ColorRole.Highlight))
    painter.setPen(QPen(color, 1))
    painter.drawRect(frame)
    painter.fillRect(QRect(frame.left(), frame.top(), 4, frame.height()), color)


def paint_stop(painter: QPainter, rect: QRect, palette: QPalette) -> None:
    """A dashed frame around the place that the keyboard stands on."""
    color = _on_paper(palette.color(QPalette.ColorRole.Highlight))
    painter.setPen(QPen(color, 2, Qt.PenStyle.DashLine))
    painter.drawRect(_framed(rect).adjusted(-1, -1, 1, 1))


def paint_focus(painter: QPainter, view: QRect, palette: QPalette) -> None:
    """A frame that says where the keyboard is."""
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(view.adjusted(1, 1, -1, -1))


def _framed(rect: QRect) -> QRect:
    return rect.adjusted(-2 * _ROOM, -1, _ROOM, 1)


def _on_paper(color: QColor) -> QColor:
    while qGray(color.rgb()) > _DARK_ENOUGH:
        color = color.darker(125)
    return color
