"""The narrow column beside the text, with an arrow at each paragraph that may be taken over.

The arrows are for the mouse; with the keyboard Enter does the same in the text. The column is no
part of the text, so that a click in it leaves the focus where it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QTextEdit, QWidget

from lpd_desktop.gui.beside.answer_document import Takeable
from lpd_desktop.gui.look.icons import icon

_SIZE = 16
_WIDTH = 28


class TakeMargin(QWidget):
    """Follows the scrolling of its text; `clicked` tells a tuple with the place beside."""

    clicked = Signal(object)

    def __init__(self, reader: QTextEdit) -> None:
        super().__init__()
        self._reader = reader
        self.setFixedWidth(_WIDTH)
        self._places: tuple[Takeable, ...] = ()
        self._icon = icon("arrow-left")
        self._pointed: Takeable | None = None
        self.setMouseTracking(True)
        self.setToolTip("Absatz übernehmen")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        reader.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        reader.document().documentLayout().documentSizeChanged.connect(self._on_scrolled)

    def show_places(self, places: Sequence[Takeable]) -> None:
        """Shows an arrow for each of these."""
        self._places, self._pointed = tuple(places), None
        self.update()

    def arrow_of(self, place: Takeable) -> QRect:
        """Where the arrow of a paragraph or table is drawn, in this widget."""
        document = self._reader.document()
        first = document.findBlock(place.first)
        top = round(document.documentLayout().blockBoundingRect(first).top())
        top -= self._reader.verticalScrollBar().value()
        return QRect((_WIDTH - _SIZE) // 2, top + 3, _SIZE, _SIZE)

    @Slot()
    def _on_scrolled(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place in self._places:
            arrow = self.arrow_of(place)
            if not arrow.intersects(event.rect()):
                continue
            if place is self._pointed:
                background = self.palette().color(QPalette.ColorRole.Button)
                painter.fillRect(arrow.adjusted(-4, -4, 4, 4), background)
            self._icon.paint(painter, arrow)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._place_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.clicked.emit((place,))

    def _point_at(self, place: Takeable | None) -> None:
        if place is not self._pointed:
            self._pointed = place
            self.update()

    def _place_at(self, point: QPoint) -> Takeable | None:
        near = (each for each in self._places if self._is_at(each, point))
        return next(near, None)

    def _is_at(self, place: Takeable, point: QPoint) -> bool:
        return self.arrow_of(place).adjusted(-6, -4, 6, 4).contains(point)
