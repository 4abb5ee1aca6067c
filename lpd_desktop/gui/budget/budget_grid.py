"""The grid of a budget: typing, keyboard, pasting a block of cells.

Arrow keys choose a cell, Tab leaves the grid. While a cell is being typed into, Enter takes it and
goes down, Tab takes it and goes to the next amount, Escape gives it up, as in a spreadsheet.
"""

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

from lpd_desktop.form.model import BUDGET_COLUMNS
from lpd_desktop.gui.budget.budget_model import LABEL, PLAN, PREVIOUS, BudgetModel
from lpd_desktop.gui.budget.grid_clip import GridCell, mime_of_cells

_EDITED_BY = (
    QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.EditKeyPressed
)
_NEXT = QAbstractItemDelegate.EndEditHint.EditNextItem
_BEFORE = QAbstractItemDelegate.EndEditHint.EditPreviousItem

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
    """As high as its rows: only the page scrolls.

    Attributes:
        gone_on: What was typed is taken, and another cell may be the current one.
    """

    gone_on = Signal()
    paste_wanted = Signal()
    clear_wanted = Signal(list)

    def __init__(self, model: BudgetModel) -> None:
        super().__init__()
        self._model = model
        self._known: tuple[str, int] = ("", LABEL)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName("Budgettabelle")
        self.setAccessibleDescription(
            "Pfeiltasten wählen die Zelle, Tippen ändert sie, F2 bearbeitet sie, Entf leert sie. "
            "Die Menütaste zeigt, was sich mit der Zeile tun lässt."
        )
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setEditTriggers(_EDITED_BY)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self._prepare_header()
        self.horizontalScrollBar().rangeChanged.connect(self._on_model_changed)
        model.dataChanged.connect(self._on_model_changed)
        model.modelReset.connect(self._on_reset)

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(LABEL, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        rows = sum(self.rowHeight(row) for row in range(self._model.rowCount()))
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() else 0
        height = rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        return QSize(400, height + below)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def set_editable(self, editable: bool) -> None:
        """A grid that is only read keeps its cells reachable."""
        triggers = _EDITED_BY if editable else QAbstractItemView.EditTrigger.NoEditTriggers
        self.setEditTriggers(triggers)

    @property
    def is_editable(self) -> bool:
        """Whether typing changes cells."""
        return self.editTriggers() == _EDITED_BY

    @property
    def current_key(self) -> str:
        """The key of the current row, empty without one."""
        row = self.currentIndex().row()
        return self._model.rows[row].key if 0 <= row < len(self._model.rows) else ""

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
        """Asks to fill cells from the clipboard, from the current cell on."""
        self.paste_wanted.emit()

    def copy(self) -> None:
        """Puts the selected cells onto the clipboard."""
        if self.selectedIndexes():
            QGuiApplication.clipboard().setMimeData(mime_of_cells(self._selected_cells()))

    def _selected_cells(self) -> list[list[GridCell]]:
        indexes = self.selectedIndexes()
        rows = range(min(i.row() for i in indexes), max(i.row() for i in indexes) + 1)
        columns = range(min(i.column() for i in indexes), max(i.column() for i in indexes) + 1)
        return [[self._clip_cell(row, column) for column in columns] for row in rows]

    def _clip_cell(self, row: int, column: int) -> GridCell:
        shows = str(self._model.index(row, column).data() or "")
        if PLAN <= column <= PREVIOUS:
            return GridCell(shows, self._model.rows[row].cents(BUDGET_COLUMNS[column - PLAN]))
        return GridCell(shows)

    def _clear_selected(self) -> None:
        cells = [
            (index.row(), BUDGET_COLUMNS[index.column() - PLAN])
            for index in self.selectedIndexes()
            if PLAN <= index.column() <= PREVIOUS
        ]
        if cells:
            self.clear_wanted.emit(cells)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Paste) and self.is_editable:
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.is_editable:
                self._clear_selected()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._go_down()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on below, Tab to the next amount; neither opens the cell that it reaches."""
        moves = hint in (_NEXT, _BEFORE)
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint if moves else hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()
        elif moves:
            self._go_along(1 if hint == _NEXT else -1)
        self.gone_on.emit()

    def _go_down(self) -> None:
        index = self.currentIndex()
        below = min(index.row() + 1, self._model.rowCount() - 1)
        self.setCurrentIndex(index.siblingAtRow(below))

    def _go_along(self, step: int) -> None:
        """From amount to amount, line by line; stays at the ends."""
        index = self.currentIndex()
        width = PREVIOUS - LABEL + 1
        place = index.row() * width + index.column() + step
        if place % width == LABEL:
            place += step
        row, column = divmod(place, width)
        if 0 <= row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row, max(column, PLAN)))

    @Slot()
    def _on_about_to_reset(self) -> None:
        self._known = (self.current_key, self.currentIndex().column())

    @Slot()
    def _on_reset(self) -> None:
        """The cell that was current stays so while its row is there, wherever it stands now."""
        key, column = self._known
        row = self._model.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, column))
        self._on_model_changed()

    @Slot()
    def _on_model_changed(self) -> None:
        QTimer.singleShot(0, self, self._fit)

    @Slot()
    def _fit(self) -> None:
        self.resizeRowsToContents()
        self.updateGeometry()
