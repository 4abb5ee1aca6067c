"""A line in which something is said quietly and taken back after a while."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.look.elided_label import ElidedLabel

_SHOWN_MS = 8000


class NoticeLine(ElidedLabel):
    """Shows what stays true, and over it for a while what has just happened."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._lasting = text
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self._on_timeout)

    def show_lasting(self, text: str, *, urgent: bool = False) -> None:
        """Shows what stays true; an urgent sentence does not wait for a notice to end."""
        self._lasting = text
        if urgent:
            self._timer.stop()
        if not self._timer.isActive():
            self.show_text(text)

    def show_notice(self, text: str) -> None:
        """Shows and says what has just happened."""
        self.show_text(text)
        self._timer.start()
        announce(self, text)

    @Slot()
    def _on_timeout(self) -> None:
        self.show_text(self._lasting)
