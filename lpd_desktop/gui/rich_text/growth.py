"""Lets an editor grow with its text, so that only the page scrolls."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QScrollArea, QTextEdit

LINE_LENGTH = 75
_ROOM_AROUND_CURSOR = 48


class Growth(QObject):
    """Keeps an editor as high as its text, and its cursor in the visible part of the page."""

    def __init__(self, editor: QTextEdit, fewest_lines: int = 3) -> None:
        super().__init__(editor)
        self._editor = editor
        self._fewest_lines = fewest_lines
        self._watched: QScrollArea | None = None
        self._is_followed, self._is_scrolling = True, False
        self._show_cursor_soon = QTimer(self, singleShot=True, interval=0)
        self._show_cursor_soon.timeout.connect(self.show_cursor)
        editor.document().documentLayout().documentSizeChanged.connect(self.follow_document)
        editor.cursorPositionChanged.connect(self._on_cursor_moved)
        self.limit_width()

    def follow_page(self) -> None:
        """After the page was laid out anew: high enough, and the cursor in sight."""
        self.follow_document()
        self._show_cursor_soon.start()

    def limit_width(self) -> None:
        """A line has about 75 letters at most."""
        editor = self._editor
        letters = QFontMetrics(editor.font()).averageCharWidth() * LINE_LENGTH
        margins = 2 * int(editor.document().documentMargin()) + 2 * editor.frameWidth()
        editor.setMaximumWidth(letters + margins)
        self.follow_document()

    @Slot()
    def follow_document(self) -> None:
        """As high as the text, and never less than a few lines."""
        editor = self._editor
        document = editor.document()
        least = QFontMetrics(editor.font()).lineSpacing() * self._fewest_lines
        height = max(ceil(document.size().height()), least + 2 * int(document.documentMargin()))
        height += 2 * editor.frameWidth()
        if height != editor.minimumHeight() or height != editor.maximumHeight():
            editor.setFixedHeight(height)
            self._show_cursor_soon.start()

    @Slot()
    def show_cursor(self) -> None:
        """Scrolls the page to the cursor while somebody writes."""
        area = self._page()
        page = area.widget() if area is not None else None
        if area is None or page is None or not self._editor.hasFocus():
            return
        self._watch(area)
        if not self._is_followed:
            return
        point = self._editor.viewport().mapTo(page, self._editor.cursorRect().center())
        room = min(_ROOM_AROUND_CURSOR, area.viewport().height() // 4)
        self._is_scrolling = True
        area.ensureVisible(point.x(), point.y(), 0, room)
        self._is_scrolling = False

    @Slot()
    def _on_cursor_moved(self) -> None:
        self._is_followed = True
        self._show_cursor_soon.start()

    @Slot()
    def _on_scrolled(self) -> None:
        """Who scrolls away from the cursor reads elsewhere, until the cursor is moved again."""
        if not self._is_scrolling:
            self._is_followed = False

    def _watch(self, area: QScrollArea) -> None:
        """A page grows later than its field; only then it can be scrolled as far."""
        if area is not self._watched:
            self._watched = area
            area.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
            area.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @Slot(int, int)
    def _on_range_changed(self, _lowest: int, _highest: int) -> None:
        self._show_cursor_soon.start()

    def _page(self) -> QScrollArea | None:
        parent = self._editor.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                return parent
            parent = parent.parentWidget()
        return None
