"""A window that is wanted comes before the others; to be active alone does not raise it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def come_forward(window: QWidget) -> None:
    """Shows a window in front of the others; nothing happens where somebody works in it."""
    was_visible = window.isVisible()
    window.show()
    if was_visible and not window.isActiveWindow():
        window.raise_()
    window.activateWindow()
