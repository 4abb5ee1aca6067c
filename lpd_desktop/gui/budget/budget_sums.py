"""Below the grid: which sums close, which totals may be put in, what malformed amounts mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.check.budget import identity_message
from lpd_desktop.check.identities import cells_of, evaluate
from lpd_desktop.check.repair import propose_repairs
from lpd_desktop.check.totals import TotalOffer, offered_totals
from lpd_desktop.form.identities import Identity, SumIdentity
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem, Form
from lpd_desktop.gui.budget.repair_lines import RepairLines
from lpd_desktop.gui.look.grids import clear_grid
from lpd_desktop.gui.look.marks import MarkLabel, mark
from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.budget import BudgetTable


@dataclass(frozen=True)
class SumLine:
    """One identity in one year: the mark, its name, what is said, a total to put in."""

    icon: str
    name: str
    text: str
    offer: TotalOffer | None = None


class BudgetSums(QWidget):
    """One line for each identity and year that can be reckoned.

    Nothing is put in by itself: `total_wanted` and `repair_wanted` tell what somebody chose.
    """

    repair_wanted = Signal(object)
    total_wanted = Signal(object)

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
        self._is_editable = True

    def show_table(self, form: Form, item: BudgetItem, table: BudgetTable) -> None:
        """Shows the reckoning of a table."""
        lines = list(sum_lines(form, item, table))
        repairs = propose_repairs(item, table)
        if (lines, repairs) == self._shown:
            return
        self._shown = (lines, repairs)
        clear_grid(self._grid)
        for line in lines:
            self._add(line)
        self._repairs.show_repairs({row.key: row.label for row in table.rows}, repairs)
        self.setVisible(bool(lines or repairs))

    def _add(self, line: SumLine) -> None:
        row = self._grid.rowCount()
        label = QLabel(line.text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(MarkLabel(mark(line.icon), line.name), row, 0, top)
        self._grid.addWidget(label, row, 1)
        if line.offer is not None:
            self._grid.addWidget(self._button(line, line.offer), row, 2, top)

    def _button(self, line: SumLine, offer: TotalOffer) -> QPushButton:
        button = QPushButton(f"Summe {format_amount(offer.cents)} einsetzen")
        button.setAutoDefault(False)
        button.setEnabled(self._is_editable)
        button.setAccessibleDescription(line.text)
        button.clicked.connect(partial(self.total_wanted.emit, offer))
        return button

    def set_editable(self, editable: bool) -> None:
        """Nothing is offered for an approved plan."""
        self._is_editable = editable
        for button in self.findChildren(QPushButton):
            button.setEnabled(editable)


def sum_lines(form: Form, item: BudgetItem, table: BudgetTable) -> Iterator[SumLine]:
    """The reckoning of both years in the order of the form."""
    offers = {(offer.row, offer.column): offer for offer in offered_totals(item, table)}
    for column in BUDGET_COLUMNS:
        cells = cells_of(table, column)
        year = form.year if column == "plan" else form.year - 1
        for identity in item.identities:
            offer = _offer_of(identity, column, offers)
            outcome = evaluate(identity, cells)
            if outcome is not None and not outcome.holds:
                text = f"{year}: {identity_message(item, table, identity, outcome)}"
                yield SumLine("warning", "geht nicht auf", text, offer)
            elif outcome is not None:
                text = f"{year}, {_label(table, outcome.row)}: {outcome.equation}"
                yield SumLine("done", "geht auf", text)
            elif offer is not None:
                yield _missing(year, table, offer)


def _offer_of(
    identity: Identity, column: BudgetColumn, offers: dict[tuple[str, BudgetColumn], TotalOffer]
) -> TotalOffer | None:
    return offers.get((identity.total, column)) if isinstance(identity, SumIdentity) else None


def _missing(year: int, table: BudgetTable, offer: TotalOffer) -> SumLine:
    text = f"{year}, {_label(table, offer.row)}: {offer.equation}; in der Zeile steht kein Betrag."
    return SumLine("hint", "Summe fehlt", text, offer)


def _label(table: BudgetTable, key: str) -> str:
    row = table.row(key)
    return row.label if row else key
