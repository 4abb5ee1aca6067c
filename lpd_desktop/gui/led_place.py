"""Keeps the place that somebody was led to in sight while its page is still laid out."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from lpd_desktop.gui.pages.page import Page


class LedPlace(QObject):
    """A page grows after it is first shown; it is scrolled again until somebody scrolls it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._field: QWidget | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        area = page.scroll_area()
        if area is not None:
            bar = area.verticalScrollBar()
            bar.rangeChanged.connect(self._soon.start)
            bar.actionTriggered.connect(self.leave)

    def arrive(self) -> None:
        """The focus stands where it was led to."""
        self._field = self._page.focusWidget()
        self._soon.start()

    @Slot()
    def leave(self) -> None:
        """Somebody looks elsewhere."""
        self._field = None

    @Slot()
    def _show(self) -> None:
        if self._field is None:
            return
        focused = QApplication.focusWidget()
        if focused is not None and focused is not self._field:
            self.leave()
        else:
            self._page.keep_focus_in_sight()
