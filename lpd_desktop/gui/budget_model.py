"""The budget table as a grid: labels, amounts of both years, the change between them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from lpd_desktop.editing.budget_rows import rename_row, set_amount, table_of
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem, BudgetRole
from lpd_desktop.gui.marks import mark
from lpd_desktop.plan.amounts import AmountError, format_amount, parse_amount
from lpd_desktop.plan.budget import TableRow, TypedText
from lpd_desktop.plan.file import LpdFile

Index = QModelIndex | QPersistentModelIndex
Change = Callable[[str, Callable[[LpdFile], LpdFile]], bool]
LABEL, PLAN, PREVIOUS, DIFFERENCE, PERCENT = range(5)
ROLE_NAMES: dict[BudgetRole, str] = {
    "total": "Summe",
    "addend": "Summand",
    "subtrahend": "Abzug",
    "of_which": "davon",
    "for_information": "nachrichtlich",
}


class BudgetModel(QAbstractTableModel):
    """Shows the table of one budget item; edits go to the draft as steps that can be undone."""

    def __init__(self, item: BudgetItem, year: int, change: Change) -> None:
        super().__init__()
        self._item = item
        self._change = change
        self._headers = ("Bezeichnung", str(year), str(year - 1), "Veränderung in €", "in %")
        self.rows: tuple[TableRow, ...] = ()

    def show(self, file: LpdFile) -> None:
        """Shows the newest table."""
        rows = table_of(file, self._item.key).rows
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, PERCENT))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() <= PREVIOUS else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole:
                return _bold() if row.role == "total" else None
            case Qt.ItemDataRole.DecorationRole:
                return mark("error") if self.problem(index) else None
            case Qt.ItemDataRole.ToolTipRole:
                return self.problem(index) or (self._tip(row) if column == LABEL else None)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self.problem(index)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index):
            return False
        key = self.rows[index.row()].key
        if index.column() == LABEL:
            if not str(value).strip():
                return False
            step = partial(_renamed, self._item.key, key, str(value))
            return self._change("Zeile umbenennen", step)
        column = BUDGET_COLUMNS[index.column() - PLAN]
        return self._change(
            "Betrag ändern", partial(_typed, self._item.key, key, column, str(value))
        )

    def problem(self, index: Index) -> str:
        """Why the cell holds no amount, empty for a sound cell."""
        if index.column() not in (PLAN, PREVIOUS):
            return ""
        amount = self.rows[index.row()].amount(BUDGET_COLUMNS[index.column() - PLAN])
        if not isinstance(amount, TypedText):
            return ""
        try:
            parse_amount(amount.text)
        except AmountError as error:
            return str(error)
        return ""

    def row_of(self, key: str) -> int:
        """The place of a row, -1 for none."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), -1)

    def _tip(self, row: TableRow) -> str:
        known = self._item.row(row.key)
        return (known.help if known and known.help else "") or ROLE_NAMES[row.role]

    def _spoken(self, row: TableRow, column: int) -> str:
        text = self._text(row, column) or "leer"
        return text if column == LABEL else f"{row.label}, {self._headers[column]}: {text}"

    def _text(self, row: TableRow, column: int) -> str:
        if column == LABEL:
            return row.label
        if column in (PLAN, PREVIOUS):
            amount = row.amount(BUDGET_COLUMNS[column - PLAN])
            if isinstance(amount, TypedText):
                return amount.text
            return format_amount(amount) if isinstance(amount, int) else ""
        return _change_text(row, column)


def _change_text(row: TableRow, column: int) -> str:
    plan, previous = row.cents("plan"), row.cents("previous")
    if plan is None or previous is None:
        return ""
    if column == DIFFERENCE:
        sign = "+" if plan > previous else ""
        return sign + format_amount(plan - previous)
    return percent_text(plan - previous, previous)


def percent_text(change: int, base: int) -> str:
    """The change in percent of the base with one decimal, empty where the base is zero."""
    if base == 0:
        return ""
    tenths = (abs(change) * 2000 + abs(base)) // (2 * abs(base))
    negative = tenths != 0 and (change < 0) != (base < 0)
    sign = "\u2212" if negative else "+" if tenths else ""
    return f"{sign}{tenths // 10},{tenths % 10} %"


def _bold() -> QFont:
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _typed(item: str, row: str, column: BudgetColumn, text: str, file: LpdFile) -> LpdFile:
    return set_amount(file, item, row, column, text)


def _renamed(item: str, row: str, label: str, file: LpdFile) -> LpdFile:
    return rename_row(file, item, row, label)
