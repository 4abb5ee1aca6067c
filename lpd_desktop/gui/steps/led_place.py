"""Keeps a place in sight while its page is still laid out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from shiboken6 import isValid

from lpd_desktop.gui.pages.page import Page
from lpd_desktop.gui.steps.bookmarks import Bookmark
from lpd_desktop.gui.steps.page_places import upper_edge

_DEEDS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.InputMethod)


class LedPlace(QObject):
    """A page grows after it is first shown; it is scrolled again until somebody does something.

    The place is a field that somebody was led to, or how the page stood when it was left
    (`is_coming_back`).
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._field: QWidget | None = None
        self._scroll: Callable[[], object] | None = None
        self.is_coming_back = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        area = page.scroll_area()
        if area is not None:
            bar = area.verticalScrollBar()
            bar.rangeChanged.connect(self._on_moved)
            bar.valueChanged.connect(self._on_moved)
            bar.actionTriggered.connect(self.leave)

    def arrive(self) -> None:
        """The focus stands where it was led to."""
        self._settle(self._page.focusWidget(), self._page.keep_focus_in_sight)

    def come_back(self, bookmark: Bookmark, field: QWidget | None) -> None:
        """The page shall stand as it did, whether its field has the focus again or not."""
        self._settle(field, partial(self._scroll_to, bookmark))
        self.is_coming_back = True

    @Slot()
    def leave(self) -> None:
        """Somebody looks or writes elsewhere."""
        for watched in _parts(self._field):
            watched.removeEventFilter(self)
        self._field = self._scroll = None
        self.is_coming_back = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _DEEDS:
            self.leave()
        return False

    def _settle(self, field: QWidget | None, scroll: Callable[[], object]) -> None:
        self.leave()
        self._field, self._scroll = field, scroll
        for watched in _parts(self._field):
            watched.installEventFilter(self)
        self._soon.start()

    def _scroll_to(self, bookmark: Bookmark) -> None:
        area = self._page.scroll_area()
        if area is not None:
            area.verticalScrollBar().setValue(upper_edge(self._page, bookmark))

    @Slot()
    def _on_moved(self) -> None:
        if self._scroll is not None:
            self._soon.start()

    @Slot()
    def _show(self) -> None:
        if self._scroll is None:
            return
        if self._has_gone_on():
            self.leave()
        else:
            self._scroll()

    def _has_gone_on(self) -> bool:
        """Whether another field of the page has the focus by now."""
        focused, field = QApplication.focusWidget(), self._field
        if focused is None or not self._page.isAncestorOf(focused):
            return False
        return not any(each is focused or each.isAncestorOf(focused) for each in _parts(field))


def _parts(field: QWidget | None) -> tuple[QWidget, ...]:
    """What of a field is given keys and clicks; nothing of one that is gone, as a cell's is."""
    if field is None or not isValid(field):
        return ()
    return (field, field.viewport()) if isinstance(field, QTextEdit) else (field,)
