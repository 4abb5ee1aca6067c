"""The fields of a wizard's page in an area that scrolls on small screens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget


def scrolled(page: QWidget, content: QLayout) -> QScrollArea:
    """Puts a layout into a page; the page is then as small as the screen asks for."""
    holder = QWidget()
    content.setContentsMargins(9, 9, 9, 0)
    holder.setLayout(content)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(holder)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(area)
    return area
