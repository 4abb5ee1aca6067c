"""Rows of lists and tables with a little air around their text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

_AIR = QSize(14, 8)


class RoomyDelegate(QStyledItemDelegate):
    """Adds the air to what the text needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return super().sizeHint(option, index) + _AIR
