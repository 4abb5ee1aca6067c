"""The pages as a place to read and to click: mouse and keyboard lead to the questions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from lpd_desktop.gui.preview.page_marks import paint_stop
from lpd_desktop.gui.preview.page_sheets import PageSheets
from lpd_desktop.gui.preview.plan_drawing import DrawnPlan
from lpd_desktop.gui.preview.zoom import FIT_WIDTH
from lpd_desktop.pdf.printed_places import PrintedPlace

Keys = dict[int, Callable[[], object]]

_HOW = (
    "Bild der Seiten; „Als Text lesen“ (Umschalt+F5) zeigt ihren Text. Die Pfeile nach links und "
    "rechts gehen von Stelle zu Stelle, die Eingabetaste führt zur Frage."
)


class PageView(PageSheets):
    """A click, or Enter on the place that the arrows stand on, leads to the question."""

    place_chosen = Signal(str)
    left = Signal()

    def __init__(self, name_of: Callable[[str], str]) -> None:
        """Takes how the place of an address is called."""
        super().__init__()
        self._name_of = name_of
        self._stop: PrintedPlace | None = None
        self._pressed = QPointF()
        self._keys, self._control_keys = self._new_keys(), self._new_control_keys()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.sight_changed.connect(self._describe)
        self._describe()

    def show_plan(self, plan: DrawnPlan) -> None:
        """Shows a newer state; the place of the arrows stays where it still is."""
        stop, self._stop = self._stop, None
        super().show_plan(plan)
        if stop is not None:
            same = (each for each in plan.places.stops if each.address == stop.address)
            self._stop = next(same, None)

    def place_at(self, position: QPointF) -> PrintedPlace | None:
        """What of the plan is printed at a point of the view."""
        if self.plan is None or not self.plan.looks:
            return None
        x = position.x() + self.horizontalScrollBar().value()
        return self.plan.places.at(*self.stack.point(x, position.y() + self.top))

    def paint_upon(self, painter: QPainter) -> None:
        if self._stop is not None and self.hasFocus():
            paint_stop(painter, self.rect_of(self._stop), self.palette())

    # Keyboard

    def _new_keys(self) -> Keys:
        bar = self.verticalScrollBar()
        return {
            Qt.Key.Key_Left: partial(self._walk, -1),
            Qt.Key.Key_Right: partial(self._walk, 1),
            Qt.Key.Key_Home: lambda: bar.setValue(bar.minimum()),
            Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
            Qt.Key.Key_Return: self._choose_stop,
            Qt.Key.Key_Enter: self._choose_stop,
            Qt.Key.Key_Escape: self.left.emit,
        }

    def _new_control_keys(self) -> Keys:
        return {
            Qt.Key.Key_Plus: partial(self.zoom_by, 1),
            Qt.Key.Key_Minus: partial(self.zoom_by, -1),
            Qt.Key.Key_0: partial(self.set_zoom, FIT_WIDTH),
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = held & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.ControlModifier
        keys = self._control_keys if control else {} if held else self._keys
        action = keys.get(event.key())
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def _walk(self, step: int) -> None:
        """Goes to the next place (1), or the one before (-1)."""
        stops = self.plan.places.stops if self.plan is not None else ()
        if not stops:
            return
        self._stop = stops[max(0, min(len(stops) - 1, self._walked(stops, step)))]
        self.reveal((self._stop,))
        self._describe()
        self.viewport().update()

    def _walked(self, stops: tuple[PrintedPlace, ...], step: int) -> int:
        if self._stop in stops:
            return stops.index(self._stop) + step
        below = (at for at, place in enumerate(stops) if self.rect_of(place).top() >= self.top)
        first = next(below, len(stops))
        return first if step > 0 else first - 1

    def _choose_stop(self) -> None:
        if self._stop is not None:
            self.place_chosen.emit(self._stop.address)

    def _describe(self) -> None:
        """What a screen reader says: which page and place, and how to have the text read."""
        pages = len(self.plan.looks) if self.plan is not None else 0
        where = f"Seite {self.current_page + 1} von {pages}. " if pages else ""
        place = f", Stelle: {self._name_of(self._stop.address)}" if self._stop is not None else ""
        self.setAccessibleName(f"Seiten des Dokuments{place}")
        self.setAccessibleDescription(f"{where}{_HOW}")

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click leads to the question; who moved the mouse meanwhile did not click."""
        moved = (event.position() - self._pressed).manhattanLength()
        place = self.place_at(event.position())
        is_click = moved < QApplication.startDragDistance()
        if place is not None and is_click and event.button() == Qt.MouseButton.LeftButton:
            self.place_chosen.emit(place.address)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        leads = self.place_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.place_at(QPointF(event.pos()))
            text = f"Zu: {self._name_of(place.address)}" if place is not None else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
