"""What is done with the rows of a budget: each command has a shortcut, a button, a menu entry."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from lpd_desktop.editing.budget_rows import (
    add_row,
    bring_back_row,
    move_row,
    remove_row,
    removed_rows,
    set_role,
)
from lpd_desktop.form.model import BudgetItem, BudgetRole
from lpd_desktop.gui.budget.budget_grid import BudgetGrid
from lpd_desktop.gui.budget.budget_model import LABEL, PLAN, BudgetModel, Change
from lpd_desktop.plan.file import LpdFile

_NEW_LABEL = "Neue Zeile"


class BudgetRowCommands(QObject):
    """Belongs to one grid; the commands act on its current row."""

    def __init__(
        self, grid: BudgetGrid, model: BudgetModel, item: BudgetItem, change: Change
    ) -> None:
        super().__init__(grid)
        self._grid, self._model, self._item, self._change = grid, model, item, change
        self._is_editable = True
        self.add = self._new("Zeile darunter e&infügen", "Ins", self._on_add)
        self.rename = self._new("Umbenennen", "", self._on_rename)
        self.up = self._new("Na&ch oben", "Alt+Up", self._on_up)
        self.down = self._new("Nach &unten", "Alt+Down", self._on_down)
        self.remove = self._new("Entfer&nen", "Ctrl+Del", self._on_remove)
        self.removed = QMenu("Zeile der Vorlage zurückholen", grid)
        grid.addAction(self.removed.menuAction())
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        grid.selectionModel().currentChanged.connect(self.show_possible)

    @property
    def row_actions(self) -> tuple[QAction, ...]:
        """The commands in the order of their buttons."""
        return (self.add, self.rename, self.up, self.down, self.remove)

    def show_table(self, file: LpdFile) -> None:
        """Offers what may be done with the newest table."""
        self.removed.clear()
        for row in removed_rows(file, self._item.key):
            action = self.removed.addAction(row.label.replace("&", "&&"))
            action.setData(row.key)
            action.triggered.connect(self._on_bring_back)
        self.show_possible()

    def set_editable(self, editable: bool) -> None:
        """Nothing can be done with an approved plan."""
        self._is_editable = editable
        self.show_possible()

    @Slot()
    def show_possible(self) -> None:
        """Greys out what the current row does not allow."""
        place, last = self._grid.currentIndex().row(), len(self._model.rows) - 1
        has_row = self._is_editable and 0 <= place <= last
        self.add.setEnabled(self._is_editable)
        self.rename.setEnabled(has_row)
        self.remove.setEnabled(has_row)
        self.up.setEnabled(has_row and place > 0)
        self.down.setEnabled(has_row and place < last)
        self.removed.menuAction().setEnabled(self._is_editable and not self.removed.isEmpty())

    def give_role(self, role: BudgetRole) -> None:
        """Gives the current row another role."""
        key = self._grid.current_key
        if key:
            self._change("Art der Zeile ändern", partial(_with_role, self._item.key, key, role))

    def _new(self, caption: str, shortcut: str, slot: Callable[[], None]) -> QAction:
        action = QAction(caption, self._grid)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self._grid.addAction(action)
        return action

    @Slot()
    def _on_add(self) -> None:
        before = {row.key for row in self._model.rows}
        step = partial(_with_row_below, self._item.key, self._grid.current_key)
        if self._change("Zeile einfügen", step):
            added = (row.key for row in self._model.rows if row.key not in before)
            self._edit_label(next(added, ""))

    @Slot()
    def _on_rename(self) -> None:
        self._edit_label(self._grid.current_key)

    def _edit_label(self, key: str) -> None:
        row = self._model.row_of(key)
        if row >= 0:
            self._grid.select_cell(row, LABEL)
            self._grid.edit(self._model.index(row, LABEL))

    @Slot()
    def _on_remove(self) -> None:
        place, column = self._grid.currentIndex().row(), self._grid.currentIndex().column()
        step = partial(_without_row, self._item.key, self._grid.current_key)
        if self._change("Zeile entfernen", step) and self._model.rows:
            self._grid.select_cell(min(place, len(self._model.rows) - 1), column)

    @Slot()
    def _on_bring_back(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            key = str(action.data())
            if self._change("Zeile zurückholen", partial(_with_row_back, self._item.key, key)):
                self._grid.select_cell(self._model.row_of(key), PLAN)

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, steps: int) -> None:
        key = self._grid.current_key
        self._change("Zeile verschieben", partial(_moved, self._item.key, key, steps))


def _with_row_below(item: str, above: str, file: LpdFile) -> LpdFile:
    return add_row(file, item, _NEW_LABEL, below=above)


def _without_row(item: str, row: str, file: LpdFile) -> LpdFile:
    return remove_row(file, item, row)


def _with_row_back(item: str, row: str, file: LpdFile) -> LpdFile:
    return bring_back_row(file, item, row)


def _with_role(item: str, row: str, role: BudgetRole, file: LpdFile) -> LpdFile:
    return set_role(file, item, row, role)


def _moved(item: str, row: str, steps: int, file: LpdFile) -> LpdFile:
    return move_row(file, item, row, steps)
