"""Dialogs for every size of screen: what has no room scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

_FRAME = QSize(16, 48)
"""What title bar and borders take."""


class ScrollingDialog(QDialog):
    """Never larger than the screen; opened with `open()`."""

    def open(self) -> None:
        """Shows the dialog; without room for all of it, its content scrolls."""
        self.make_room(self.screen().availableSize() - _FRAME)
        super().open()

    def make_room(self, most: QSize) -> None:
        """Keeps the dialog within a size."""
        needed = self.minimumSizeHint().expandedTo(self.minimumSize())
        if needed.width() > most.width() or needed.height() > most.height():
            self._scroll()
        self.resize(self.size().boundedTo(most))

    def _scroll(self) -> None:
        if isinstance(self.findChild(QScrollArea, _NAME), QScrollArea):
            return
        content = QWidget()
        content.setLayout(self.layout())
        area = QScrollArea()
        area.setObjectName(_NAME)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(content)
        area.setMinimumSize(1, 1)
        self.setMinimumSize(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)


_NAME = "room"
