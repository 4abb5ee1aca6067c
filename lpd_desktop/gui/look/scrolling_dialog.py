"""Dialogs for every size of screen: what has no room scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

_FRAME = QSize(16, 48)
"""What title bar and borders take."""

_NAME = "room"


class ScrollingDialog(QDialog):
    """Never larger than the screen; opened with `open()`."""

    def open(self) -> None:
        """Shows the dialog; without room for all of it, its content scrolls."""
        self.make_room(room_on_screen(self))
        super().open()

    def make_room(self, most: QSize) -> None:
        """Keeps the dialog within a size; sentences that wrap into more lines make it higher."""
        is_sized = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        wanted = self.size() if is_sized else self.sizeHint()
        needed = self._needed(min(wanted.width(), most.width()))
        if needed.width() > most.width() or needed.height() > most.height():
            scroll_content(self)
        self.resize(wanted.expandedTo(needed).boundedTo(most))

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scrolls to a widget, where the content scrolls, once it is laid out."""
        area = self.findChild(QScrollArea, _NAME)
        if isinstance(area, QScrollArea):
            QTimer.singleShot(0, widget, lambda: area.ensureWidgetVisible(widget))

    def _needed(self, width: int) -> QSize:
        """The least size in which nothing is cut off, where the dialog is as wide as this."""
        needed = self.minimumSizeHint().expandedTo(self.minimumSize())
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return needed
        return needed.expandedTo(QSize(0, layout.totalMinimumHeightForWidth(width)))


class ScrollingMessageBox(QMessageBox):
    """A sentence with answers, never larger than the screen."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.make_room(room_on_screen(self))

    def make_room(self, most: QSize) -> None:
        """Keeps the box within a size; what has no room scrolls."""
        size = self.size().boundedTo(most)
        if size == self.size():
            return
        self._wrap_sentence()
        # Qt fixes the size of the box at the least that its layout needs.
        scroll_content(self).setMinimumSize(size)
        self.setFixedSize(size)

    def _wrap_sentence(self) -> None:
        """Another label takes the place of Qt's, whose lines Qt joins again and again."""
        own, layout = self.findChild(QLabel, "qt_msgbox_label"), self.layout()
        if isinstance(own, QLabel) and layout is not None and own.isVisible():
            wrapped = QLabel(own.text())
            wrapped.setTextFormat(own.textFormat())
            wrapped.setWordWrap(True)
            layout.replaceWidget(own, wrapped)
            own.hide()


def scroll_content(dialog: QDialog) -> QScrollArea:
    """Puts all that a dialog shows into an area that scrolls; once only."""
    area = dialog.findChild(QScrollArea, _NAME)
    if isinstance(area, QScrollArea):
        return area
    content = QWidget()
    layout = dialog.layout()
    assert layout is not None, "only dialogs with a layout are shown"
    content.setLayout(layout)
    area = QScrollArea()
    area.setObjectName(_NAME)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(content)
    area.setMinimumSize(1, 1)
    dialog.setMinimumSize(1, 1)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(area)
    return area


def room_on_screen(window: QWidget) -> QSize:
    """The largest size a window may have, beside its title bar and borders."""
    return window.screen().availableSize() - _FRAME
