"""The table of the Excel import: rows are picked and amounts typed in its cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from lpd_desktop.gui.excel_import.preview_model import IN_BOOK, IN_PLAN, READ, STATUS, PreviewModel

_AIR = QSize(10, 8)
_ARROW = 18
Choice = tuple[str, str]
"""What is shown, and the key that it stands for."""


class PreviewDelegate(QStyledItemDelegate):
    """A box to pick the row of the plan, a line for another amount."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choices: Sequence[Choice] = ()

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget:
        name = index.data(Qt.ItemDataRole.AccessibleTextRole)
        if index.column() != IN_PLAN:
            line = QLineEdit(parent)
            line.setAccessibleName(name)
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
            return line
        box = QComboBox(parent)
        box.setAccessibleName(name)
        near = cast("PreviewModel", index.model()).candidates(index.row())
        first, rest = _by_nearness(self.choices, near)
        for caption, key in first:
            box.addItem(caption, key)
        if first:
            box.insertSeparator(box.count())
        for caption, key in rest:
            box.addItem(caption, key)
        box.activated.connect(self._on_activated)
        return box

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex
    ) -> None:
        editor.setGeometry(option.rect)

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(value)

    def setModelData(self, editor: QWidget, model: PreviewModel, index: QModelIndex) -> None:
        if isinstance(editor, QComboBox):
            if editor.currentIndex() >= 0:
                model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def eventFilter(self, editor: QWidget, event: QEvent) -> bool:
        """Enter in the box takes what is shown; Escape leaves all as it was."""
        if isinstance(editor, QComboBox) and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(editor)
                return True
        return super().eventFilter(editor, event)

    @Slot(int)
    def _on_activated(self, _index: int) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self._take(box)

    def _take(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """An arrow says where something can be picked."""
        super().paint(painter, option, index)
        if index.column() == IN_PLAN and self.choices:
            arrow = QStyleOptionComboBox()
            arrow.palette = option.palette
            arrow.state = QStyle.StateFlag.State_Enabled
            arrow.rect = option.rect.adjusted(option.rect.width() - _ARROW, 0, -4, 0)
            style = option.widget.style()
            style.drawPrimitive(
                QStyle.PrimitiveElement.PE_IndicatorArrowDown, arrow, painter, option.widget
            )

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.column() == IN_PLAN and self.choices:
            option.rect = option.rect.adjusted(0, 0, -_ARROW, 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return super().sizeHint(option, index) + _AIR


def _by_nearness(
    choices: Sequence[Choice], near: Sequence[str]
) -> tuple[list[Choice], list[Choice]]:
    """The rows that a label may mean, best first, and all others in their order."""
    by_key = {key: (caption, key) for caption, key in choices}
    first = [by_key[key] for key in near if key in by_key]
    return first, [choice for choice in choices if choice not in first]


_OF_WORDS = (IN_BOOK, IN_PLAN, STATUS)
_LETTERS_AT_LEAST = 14


class PreviewTable(QTableView):
    """Enter and F2 open what can be changed in the current cell, and so does a click."""

    def __init__(self, model: PreviewModel) -> None:
        super().__init__()
        self._model = model
        self._delegate = PreviewDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Gelesene Zellen")
        self.setAccessibleDescription(
            "F2 oder die Eingabetaste öffnet in der Spalte „Im Plan“ die Wahl der Zeile und in "
            "der Spalte „Gelesen als“ das Feld für einen anderen Betrag."
        )
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.verticalHeader().hide()
        self._prepare_header()
        self.clicked.connect(self._on_clicked)
        model.modelReset.connect(self._on_changed)
        model.dataChanged.connect(self._on_changed)

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Columns of words share what there is; where that is too little the table scrolls."""
        header, least = self.horizontalHeader(), self._least_width()
        others = (column for column in range(self._model.columnCount()) if column not in _OF_WORDS)
        room = self.viewport().width() - sum(map(header.sectionSize, others))
        is_enough = room >= least * len(_OF_WORDS)
        modes = QHeaderView.ResizeMode
        for column in _OF_WORDS:
            header.setSectionResizeMode(column, modes.Stretch if is_enough else modes.Interactive)
            if not is_enough:
                header.resizeSection(column, least)

    def _least_width(self) -> int:
        return self.fontMetrics().averageCharWidth() * _LETTERS_AT_LEAST

    def offer_rows(self, choices: Sequence[Choice]) -> None:
        """The rows of the plan that a row of the workbook can be."""
        self._delegate.choices = choices

    def select_line(self, place: int, column: int = READ) -> None:
        """Makes a line current and takes the focus."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(self._model.index(place, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.state() != QAbstractItemView.State.EditingState:
            if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == IN_PLAN:
            self.edit(index)

    @Slot()
    def _on_changed(self) -> None:
        QTimer.singleShot(0, self, self.resizeRowsToContents)
