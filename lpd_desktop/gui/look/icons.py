"""Icons from `resources/icons`, drawn in the palette's colours.

The pictures are drawn when they are shown, in the colour that text has then, so they follow a
change from light to dark without anybody telling them.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from lpd_desktop.runtime.resources import resource


def icon(name: str) -> QIcon:
    """The icon of this name, such as `bold`; raises FileNotFoundError where there is none."""
    return QIcon(_PaletteIconEngine(_source(name)))


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text("utf-8")


class _PaletteIconEngine(QIconEngine):
    """Draws an SVG whose colour is `currentColor`."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self._source = source

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        drawing = self._source.replace("currentColor", _color_name(mode))
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        renderer.render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        result = QPixmap(size)
        result.fill(Qt.GlobalColor.transparent)
        painter = QPainter(result)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return result

    def clone(self) -> QIconEngine:
        return _PaletteIconEngine(self._source)


def _color_name(mode: QIcon.Mode) -> str:
    palette = QGuiApplication.palette()
    disabled = mode == QIcon.Mode.Disabled
    group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
    selected = mode == QIcon.Mode.Selected
    role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.ButtonText
    return palette.color(group, role).name()
