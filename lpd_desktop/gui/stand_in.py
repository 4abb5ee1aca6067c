"""An empty tool bar until the real one is there."""

from __future__ import annotations

from PySide6.QtWidgets import QToolBar, QWidget


class RichTextToolBar(QToolBar):
    """Follows no editor."""

    def follow(self, edit: QWidget | None) -> None:
        """Does nothing."""
