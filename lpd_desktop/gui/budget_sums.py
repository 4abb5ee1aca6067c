"""Below the grid: which sums close, and what a malformed amount probably means."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from lpd_desktop.check.identities import Outcome, cells_of, evaluate
from lpd_desktop.check.repair import propose_repairs
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetItem, Form
from lpd_desktop.gui.grids import clear_grid
from lpd_desktop.gui.marks import MarkLabel, mark
from lpd_desktop.gui.repair_lines import RepairLines
from lpd_desktop.plan.amounts import format_amount, format_euro
from lpd_desktop.plan.budget import BudgetTable


class BudgetSums(QWidget):
    """One line for each identity and column that can be reckoned."""

    repair_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._repairs = RepairLines()
        self._repairs.repair_wanted.connect(self.repair_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addWidget(self._repairs)
        self._grid.setContentsMargins(2, 0, 0, 0)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self._shown: object = None

    def show_table(self, form: Form, item: BudgetItem, table: BudgetTable) -> None:
        """Shows the reckoning of a table."""
        lines = list(_lines(form, item, table))
        repairs = propose_repairs(item, table)
        if (lines, repairs) == self._shown:
            return
        self._shown = (lines, repairs)
        clear_grid(self._grid)
        for icon, name, text in lines:
            self._add(icon, name, text)
        self._repairs.show_repairs({row.key: row.label for row in table.rows}, repairs)
        self.setVisible(bool(lines or repairs))

    def _add(self, icon: str, name: str, text: str) -> None:
        row = self._grid.rowCount()
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._grid.addWidget(MarkLabel(mark(icon), name), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, row, 1)


def _lines(form: Form, item: BudgetItem, table: BudgetTable) -> Iterator[tuple[str, str, str]]:
    for column in BUDGET_COLUMNS:
        year = form.year if column == "plan" else form.year - 1
        cells = cells_of(table, column)
        for identity in item.identities:
            outcome = evaluate(identity, cells)
            if outcome is not None:
                yield _line(year, table, outcome)


def _line(year: int, table: BudgetTable, outcome: Outcome) -> tuple[str, str, str]:
    row = table.row(outcome.row)
    label = row.label if row else outcome.row
    text = f"{year}, {label}: {outcome.equation}"
    if outcome.holds:
        return "done", "geht auf", text
    has, gap = format_amount(outcome.has), format_euro(abs(outcome.difference))
    return "warning", "geht nicht auf", f"{text}; in der Tabelle steht {has}, Unterschied {gap}"
