"""Two budget tables row by row: old, new, the change in € and %."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem

from lpd_desktop.gui.read_only_table import ReadOnlyTable
from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.budget import Amount, TypedText
from lpd_desktop.plan.budget_changes import CellChange, RowChange, signed_euro, signed_percent

_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_STATUS = {"added": "neue Zeile", "removed": "Zeile entfallen"}


class ComparisonTable(ReadOnlyTable):
    """Read only; every cell is told with its row and column."""

    def __init__(self, name: str, year: int) -> None:
        super().__init__(name, 6)
        self._year = year
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    def show_changes(self, rows: Sequence[RowChange], old: str, new: str) -> int:
        """Shows the cells that differ under the names of both tables; gives their number."""
        lines = [(row, cell) for row in rows for cell in row.cells if cell.is_change]
        captions = ("Zeile", "Jahr", old, new, "Veränderung in €", "in %")
        for column, caption in enumerate(captions):
            self._head(column, caption)
        self.setRowCount(len(lines))
        for place, (row, cell) in enumerate(lines):
            for column, text in enumerate(self._texts(row, cell)):
                self.setItem(place, column, _item(text, column, row.label, captions[column]))
        return len(lines)

    def _head(self, column: int, caption: str) -> None:
        head = QTableWidgetItem(caption)
        side = Qt.AlignmentFlag.AlignLeft if column < 2 else Qt.AlignmentFlag.AlignRight
        head.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.setHorizontalHeaderItem(column, head)

    def _texts(self, row: RowChange, cell: CellChange) -> Iterator[str]:
        status = _STATUS.get(row.status)
        yield f"{row.label} ({status})" if status else row.label
        yield str(self._year if cell.column == "plan" else self._year - 1)
        yield _text(cell.old)
        yield _text(cell.new)
        yield "" if cell.difference is None else signed_euro(cell.difference)
        yield "" if cell.percent is None else signed_percent(cell.percent)


def _item(text: str, column: int, label: str, caption: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    if column > 1:
        item.setTextAlignment(_NUMBERS)
    if column:
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{label}, {caption}: {text or 'leer'}")
    return item


def _text(amount: Amount) -> str:
    if isinstance(amount, TypedText):
        return amount.text
    return format_amount(amount) if isinstance(amount, int) else "–"
