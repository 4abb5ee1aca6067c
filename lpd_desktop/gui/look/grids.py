"""Grids of widgets that are filled anew."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout


def clear_grid(grid: QGridLayout) -> None:
    """Takes all widgets out and deletes them."""
    while (item := grid.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
