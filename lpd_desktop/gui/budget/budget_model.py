"""The budget table as a grid: labels, amounts of both years, the change between them, the role."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal

from lpd_desktop.check.budget import identity_message
from lpd_desktop.check.identities import cells_of, evaluate
from lpd_desktop.editing.budget_basis import basis_of
from lpd_desktop.editing.budget_rows import rename_row, set_amount, table_of
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem
from lpd_desktop.gui.budget.basis_row import basis_text
from lpd_desktop.gui.budget.budget_cells import (
    ROLE_NAMES,
    amount_text,
    bold_digits,
    change_text,
    header_text,
    plain_digits,
    reason_of,
    spoken_change,
)
from lpd_desktop.gui.look.marks import mark
from lpd_desktop.gui.model_index import Index
from lpd_desktop.plan.amounts import told_reading
from lpd_desktop.plan.budget import BudgetTable, TableRow
from lpd_desktop.plan.file import LpdFile

Change = Callable[[str, Callable[[LpdFile], LpdFile]], bool]
LABEL, PLAN, PREVIOUS, DIFFERENCE, PERCENT, ROLE = range(6)
_LEFT = (LABEL, ROLE)
_NAMES = ("Bezeichnung", "", "", "Veränderung in €", "Veränderung in %", "Art")


class BudgetModel(QAbstractTableModel):
    """Shows the table of one budget item; edits go to the draft as steps that can be undone.

    `amount_taken` says what a typed amount was read as, empty where it needs no word.
    """

    amount_taken = Signal(str)

    def __init__(self, item: BudgetItem, year: int, change: Change) -> None:
        super().__init__()
        self._item = item
        self._change = change
        self._years = {PLAN: year, PREVIOUS: year - 1}
        self._heads: dict[int, tuple[str, str]] = {}
        self._doubts: Mapping[tuple[str, int], str] = {}
        self.rows: tuple[TableRow, ...] = ()

    def show(self, file: LpdFile) -> None:
        """Shows the newest table."""
        table = table_of(file, self._item.key)
        self._show_heads(file)
        doubts = _doubts_of(self._item, table)
        if [row.key for row in table.rows] != [row.key for row in self.rows]:
            self.beginResetModel()
            self.rows, self._doubts = table.rows, doubts
            self.endResetModel()
        elif (table.rows, doubts) != (self.rows, self._doubts):
            self.rows, self._doubts = table.rows, doubts
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, ROLE))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_NAMES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        shown, told = self._heads.get(section, (_NAMES[section].replace(" in ", "\nin "), ""))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return told or _NAMES[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(section)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() <= PREVIOUS else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return _text(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column)
            case Qt.ItemDataRole.FontRole:
                return bold_digits() if row.role == "total" else plain_digits()
            case Qt.ItemDataRole.DecorationRole:
                return self._mark(index)
            case Qt.ItemDataRole.ToolTipRole:
                return self.remark(index) or (self._tip(row) if column == LABEL else None)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self.remark(index)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index):
            return False
        key, typed = self.rows[index.row()].key, str(value)
        if index.column() == LABEL:
            step = partial(_renamed, self._item.key, key, typed)
            return bool(typed.strip()) and self._change("Zeile umbenennen", step)
        column = BUDGET_COLUMNS[index.column() - PLAN]
        taken = self._change("Betrag ändern", partial(_typed, self._item.key, key, column, typed))
        self.amount_taken.emit(self._told(key, column, typed) if taken else "")
        return taken

    def remark(self, index: Index) -> str:
        """What is wrong with a cell: no amount, or a sum that does not close."""
        return self.problem(index) or self._doubts.get(self._cell(index), "")

    def problem(self, index: Index) -> str:
        """Why the cell holds no amount, empty for a sound cell."""
        if index.column() not in self._years:
            return ""
        row = self.rows[index.row()]
        return reason_of(row.amount(BUDGET_COLUMNS[index.column() - PLAN]))

    def problems(self) -> list[str]:
        """All cells that hold no amount, each with its place."""
        cells = (
            self.index(row, column) for row in range(self.rowCount()) for column in self._years
        )
        return [
            f"{self.rows[cell.row()].label}, {self._years[cell.column()]}: {reason}"
            for cell in cells
            if (reason := self.problem(cell))
        ]

    def row_of(self, key: str) -> int:
        """The place of a row, -1 for none."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), -1)

    def _show_heads(self, file: LpdFile) -> None:
        captions = (self._item.plan_caption, self._item.previous_caption)
        heads = {}
        for column, key, caption in zip((PLAN, PREVIOUS), BUDGET_COLUMNS, captions, strict=True):
            basis = basis_of(file, self._item.key, key)
            rests_on = f"Grundlage: {basis_text(basis) or 'nicht angegeben'}"
            told = f"{file.form.text(caption)}. {rests_on}"
            heads[column] = (header_text(self._years[column], basis), told)
        if heads != self._heads:
            self._heads = heads
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, PLAN, PREVIOUS)

    def _cell(self, index: Index) -> tuple[str, int]:
        return self.rows[index.row()].key, index.column()

    def _mark(self, index: Index) -> Any:
        if self.problem(index):
            return mark("error")
        return mark("warning") if self._cell(index) in self._doubts else None

    def _tip(self, row: TableRow) -> str:
        known = self._item.row(row.key)
        return (known.help if known and known.help else "") or ROLE_NAMES[row.role]

    def _told(self, key: str, column: BudgetColumn, typed: str) -> str:
        cents = self.rows[self.row_of(key)].cents(column) if self.row_of(key) >= 0 else None
        return "" if cents is None else told_reading(typed, cents)

    def _spoken(self, row: TableRow, column: int) -> str:
        if column == LABEL:
            return row.label
        if column in (DIFFERENCE, PERCENT):
            text = spoken_change(row, in_percent=column == PERCENT)
        else:
            text = _text(row, column)
        name = str(self._years.get(column, _NAMES[column]))
        return f"{row.label}, {name}: {text or 'leer'}"


def _text(row: TableRow, column: int) -> str:
    if column == LABEL:
        return row.label
    if column == ROLE:
        return ROLE_NAMES[row.role]
    if column in (PLAN, PREVIOUS):
        return amount_text(row.amount(BUDGET_COLUMNS[column - PLAN]))
    return change_text(row, in_percent=column == PERCENT)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column in _LEFT else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _doubts_of(item: BudgetItem, table: BudgetTable) -> dict[tuple[str, int], str]:
    """For each cell with which an identity does not hold what is wrong, with both sides."""
    doubts: dict[tuple[str, int], str] = {}
    for number, column in enumerate(BUDGET_COLUMNS, PLAN):
        cells = cells_of(table, column)
        for identity in item.identities:
            outcome = evaluate(identity, cells)
            if outcome is not None and not outcome.holds:
                message = identity_message(item, table, identity, outcome)
                known = doubts.get((outcome.row, number))
                doubts[outcome.row, number] = f"{known} {message}" if known else message
    return doubts


def _typed(item: str, row: str, column: BudgetColumn, text: str, file: LpdFile) -> LpdFile:
    return set_amount(file, item, row, column, text)


def _renamed(item: str, row: str, label: str, file: LpdFile) -> LpdFile:
    return rename_row(file, item, row, label)
