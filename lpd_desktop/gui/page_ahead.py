"""The page that „Weiter“ leads to is built while somebody reads the one before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from lpd_desktop.gui.page_book import PageBook
from lpd_desktop.gui.steps.steps import Step

_REST_MS = 400
"""So long after the page has come, few people have gone on already."""


class PageAhead(QObject):
    """Asks which page comes next only when it is time to build it."""

    def __init__(self, book: PageBook, following: Callable[[], Step | None]) -> None:
        super().__init__(book)
        self._book, self._following = book, following
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """A page has come to the front."""
        self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        step = self._following()
        if step is not None:
            self._book.page(step)
