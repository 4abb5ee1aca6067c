"""Keeps the field somebody writes in where it is seen while the page above it grows."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

_LAYING_OUT_IN_MS = 200
"""New lines are shown and laid out in the next turns of the event loop."""


class SteadySight(QObject):
    """Scrolls by as much as the focused field is pushed down or comes up."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._field: QWidget | None = None
        self._place = 0
        self._over = QTimer(self, singleShot=True, interval=_LAYING_OUT_IN_MS)
        self._over.timeout.connect(self._on_over)
        area.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def hold(self) -> None:
        """Lines may come or go on the page from now on."""
        field, page = self._area.focusWidget(), self._area.widget()
        if field is None or page is None or not page.isAncestorOf(field):
            self._on_over()
            return
        if field is not self._field:
            self._field, self._place = field, self._place_of(field)
        self._over.start()

    def _place_of(self, field: QWidget) -> int:
        page = self._area.widget()
        return field.mapTo(page, QPoint()).y() if page is not None else 0

    @Slot(int, int)
    def _on_range_changed(self, _lowest: int, _highest: int) -> None:
        if self._field is None:
            return
        if self._area.focusWidget() is not self._field:
            self._on_over()
            return
        place = self._place_of(self._field)
        bar = self._area.verticalScrollBar()
        moved, self._place = place - self._place, place
        bar.setValue(bar.value() + moved)

    @Slot()
    def _on_over(self) -> None:
        self._over.stop()
        self._field = None
