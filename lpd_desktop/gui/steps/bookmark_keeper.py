"""Notes soon after every move where somebody is in a draft."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTextEdit, QWidget

from lpd_desktop.gui.pages.page import Page
from lpd_desktop.gui.steps.bookmarks import Bookmarks
from lpd_desktop.gui.steps.led_place import LedPlace
from lpd_desktop.gui.steps.page_places import bookmark_of, set_cursor

_NOTED_AFTER_MS = 400
"""Counted from the first move, so that steady typing is noted as well."""

_WATCHED = "is watched for moves"


class BookmarkKeeper(QObject):
    """Belongs to one open draft; is told which page is in front."""

    def __init__(self, parent: QObject, bookmarks: Bookmarks, draft: str) -> None:
        super().__init__(parent)
        self._bookmarks, self._draft = bookmarks, draft
        self._page: Page | None = None
        self._led: LedPlace | None = None
        self._watched: QObject | None = None
        self._soon = QTimer(self, singleShot=True, interval=_NOTED_AFTER_MS)
        self._soon.timeout.connect(self.note)

    @property
    def step(self) -> str:
        """The step at which the draft was left."""
        return self._bookmarks.step_of(self._draft)

    def turn_to(self, page: Page, led: LedPlace) -> None:
        """Another page is in front; the focus may have gone there together with the page."""
        self._page, self._led = page, led
        self._bookmarks.note(self._draft, page.step.key)
        focused = QApplication.focusWidget()
        if focused is not None:
            self.watch_focus(focused)

    def watch_scrolling(self, page: Page) -> None:
        """A page was built: whoever scrolls it moves."""
        area = page.scroll_area()
        if area is not None:
            area.verticalScrollBar().valueChanged.connect(self._on_moved)

    def watch_focus(self, widget: QWidget) -> None:
        """Another field has the focus."""
        if self._page is None or not self._page.isAncestorOf(widget):
            return
        self._on_moved()
        if not widget.property(_WATCHED):
            widget.setProperty(_WATCHED, True)
            if isinstance(widget, QTextEdit | QLineEdit):
                widget.cursorPositionChanged.connect(self._on_moved)
            elif isinstance(widget, QAbstractItemView):
                widget.selectionModel().currentChanged.connect(self._on_moved)

    def bring_back(self, page: Page, led: LedPlace) -> QWidget | None:
        """Shows a page as it was left; gives the field in which the cursor stood."""
        bookmark = self._bookmarks.page_of(self._draft, page.step.key)
        if bookmark is None:
            return None
        field = page.focusWidget() or set_cursor(page, bookmark.cursor)
        led.come_back(bookmark, field)
        return field

    @Slot()
    def note(self) -> None:
        """Notes the place now, as before another page comes to the front."""
        self._soon.stop()
        page, led = self._page, self._led
        if page is not None and led is not None and not led.is_coming_back:
            self._bookmarks.note(self._draft, page.step.key, bookmark_of(page))

    @Slot()
    def _on_moved(self) -> None:
        if not self._soon.isActive():
            self._soon.start()
