"""A list of words with the buttons below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


class WordListBox(QWidget):
    """Words that can be taken out, and added where a field for that is wanted.

    Attributes:
        added: What stands in the field, with Enter or the button.
        removed: The words that are selected.
    """

    added = Signal(str)
    removed = Signal(list)

    def __init__(self, caption: str, remove: str, add: str = "") -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setSortingEnabled(True)
        self.list.setMinimumHeight(96)
        label = QLabel(caption)
        label.setWordWrap(True)
        label.setBuddy(self.list)
        self.list.setAccessibleName(caption.replace("&", ""))
        self._remove = QPushButton(remove)
        self._remove.setAutoDefault(False)
        self.field = QLineEdit()
        self._add = QPushButton(add)
        self._add.setAutoDefault(False)
        self._arrange(label, with_field=bool(add))
        self.list.itemSelectionChanged.connect(self._on_selection_changed)
        self._remove.clicked.connect(self._on_remove)
        self._on_selection_changed()

    def _arrange(self, label: QLabel, *, with_field: bool) -> None:
        line = QHBoxLayout()
        if with_field:
            self.field.setAccessibleName("Neues Wort")
            self.field.setPlaceholderText("Neues Wort")
            self.field.returnPressed.connect(self._on_add)
            self._add.clicked.connect(self._on_add)
            line.addWidget(self.field, 1)
            line.addWidget(self._add)
        else:
            self.field.setParent(self)
            self._add.setParent(self)
            self.field.hide()
            self._add.hide()
            line.addStretch(1)
        line.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label)
        column.addWidget(self.list, 1)
        column.addLayout(line)

    def show_words(self, words: Sequence[str]) -> None:
        """Shows these words; the place in the list stays where it was."""
        row = self.list.currentRow()
        self.list.clear()
        self.list.addItems(list(words))
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.clearSelection()

    def set_changeable(self, changeable: bool) -> None:
        """Whether words can be taken out now."""
        self._remove.setVisible(changeable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus() and self._remove.isEnabled():
            self._on_remove()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_add(self) -> None:
        word = self.field.text().strip()
        if word:
            self.added.emit(word)

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit([item.text() for item in self.list.selectedItems()])

    @Slot()
    def _on_selection_changed(self) -> None:
        self._remove.setEnabled(bool(self.list.selectedItems()))
