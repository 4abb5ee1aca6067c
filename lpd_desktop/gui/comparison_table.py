"""Two budget tables row by row: old, new, the change in € and %."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from lpd_desktop.gui.budget_model import percent_text
from lpd_desktop.gui.roomy_delegate import RoomyDelegate
from lpd_desktop.plan.amounts import format_amount

_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class ComparedAmount:
    """One cell in two tables, in cents or as text that is no amount; None where it is empty."""

    label: str
    old: int | str | None
    new: int | str | None


class ComparisonTable(QTableWidget):
    """Read only; every cell is told with its row and column."""

    def __init__(self, name: str) -> None:
        super().__init__(0, 5)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(RoomyDelegate(self))
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    def show_amounts(self, amounts: Sequence[ComparedAmount], old: str, new: str) -> None:
        """Shows the rows under the names of both tables."""
        captions = ("Zeile", old, new, "Veränderung in €", "in %")
        self.setRowCount(len(amounts))
        for column, caption in enumerate(captions):
            head = QTableWidgetItem(caption)
            side = _NUMBERS if column else Qt.AlignmentFlag.AlignLeft
            head.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(column, head)
        for row, amount in enumerate(amounts):
            texts = (amount.label, _text(amount.old), _text(amount.new), *_change(amount))
            for column, text in enumerate(texts):
                self.setItem(row, column, _item(text, column, amount.label, captions[column]))
        self.resizeRowsToContents()


def _item(text: str, column: int, label: str, caption: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text if column == 0 else "")
    if column:
        item.setTextAlignment(_NUMBERS)
        spoken = f"{label}, {caption}: {text or 'leer'}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    return item


def _text(amount: int | str | None) -> str:
    return format_amount(amount) if isinstance(amount, int) else amount or "–"


def _change(amount: ComparedAmount) -> tuple[str, str]:
    if not (isinstance(amount.old, int) and isinstance(amount.new, int)):
        return "", ""
    change = amount.new - amount.old
    sign = "+" if change > 0 else ""
    return sign + format_amount(change), percent_text(change, amount.old)
