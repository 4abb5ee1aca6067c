"""The grid of a budget: typing, keyboard, pasting a block of cells."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from lpd_desktop.gui.budget_model import LABEL, PREVIOUS, BudgetModel

_YEAR_WIDTH = 110
"""Room for millions with their dots before anything is typed."""


class CellDelegate(QStyledItemDelegate):
    """Gives the editor of a cell its name and shows labels in full."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))
        if index.column() > LABEL:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        return editor

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        size = super().sizeHint(option, index) + QSize(10, 6)
        is_year = LABEL < index.column() <= PREVIOUS
        return size.expandedTo(QSize(_YEAR_WIDTH, 0)) if is_year else size


class BudgetGrid(QTableView):
    """As high as its rows: only the page scrolls."""

    block_pasted = Signal(int, int, list)

    def __init__(self, model: BudgetModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName("Budgettabelle")
        self.setAccessibleDescription("Pfeiltasten wählen die Zelle, Tippen ändert sie.")
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self._prepare_header()
        model.dataChanged.connect(self._on_model_changed)
        model.modelReset.connect(self._on_model_changed)

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(LABEL, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        rows = sum(self.rowHeight(row) for row in range(self._model.rowCount()))
        height = rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        return QSize(400, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def select_cell(self, row: int, column: int) -> None:
        """Makes a cell the current one."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(self._model.index(row, column))

    def event(self, event: QEvent) -> bool:
        """Copy and paste are the grid's own while it has the focus, not the menu's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = (QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Copy)
            if any(event.matches(key) for key in own):
                event.accept()
                return True
        return super().event(event)

    def paste(self) -> None:
        """Fills cells from the clipboard, from the current cell on."""
        index = self.currentIndex()
        lines = QGuiApplication.clipboard().text().rstrip("\r\n").splitlines()
        if index.isValid() and lines:
            block = [line.split("\t") for line in lines]
            self.block_pasted.emit(index.row(), index.column(), block)

    def copy(self) -> None:
        """Puts the current cell onto the clipboard."""
        QGuiApplication.clipboard().setText(str(self.currentIndex().data() or ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if LABEL < index.column() <= PREVIOUS:
                self._model.setData(index, "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._go_down()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter takes what was typed and goes on below, as in Excel."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def _go_down(self) -> None:
        index = self.currentIndex()
        below = min(index.row() + 1, self._model.rowCount() - 1)
        self.setCurrentIndex(index.siblingAtRow(below))

    @Slot()
    def _on_model_changed(self) -> None:
        QTimer.singleShot(0, self, self._fit)

    @Slot()
    def _fit(self) -> None:
        self.resizeRowsToContents()
        self.updateGeometry()
