"""After an import: what changed in the table, and which sentences still name old amounts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lpd_desktop.editing.budget_basis import basis_of, set_basis
from lpd_desktop.gui.budget.basis_row import BasisRow, basis_text
from lpd_desktop.gui.budget.comparison_table import ComparisonTable
from lpd_desktop.gui.budget_versions.old_figures import Change, OldFigures
from lpd_desktop.gui.budget_versions.replaced_list import ReplacedList
from lpd_desktop.gui.session import PlanSession
from lpd_desktop.plan.budget import Basis, BudgetTable
from lpd_desktop.plan.budget_changes import compare_tables
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.german import counted


class ImportResult(QWidget):
    """Mends through `change`; `place_wanted` leads to a sentence."""

    place_wanted = Signal(str, str)

    def __init__(self, item: str, session: PlanSession, change: Change) -> None:
        super().__init__()
        self._item, self._session, self._change = item, session, change
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        year = session.file.form.year
        self._table = ComparisonTable("Was sich in der Tabelle geändert hat", year)
        self._basis = BasisRow(year)
        self._basis.changed.connect(self._on_basis_changed)
        self.replaced = ReplacedList()
        self.replaced.place_wanted.connect(self.place_wanted)
        self._figures = OldFigures(self.replaced, session, change)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._summary)
        column.addWidget(self._table, 3)
        column.addWidget(self._basis)
        column.addWidget(self.replaced, 2)

    def show_change(self, before: BudgetTable, after: BudgetTable) -> None:
        """Shows the amounts of a table before and after, and the letter behind them."""
        self._basis.show_basis(basis_of(self._session.file, self._item, "plan"))
        number = self._table.show_changes(compare_tables(before, after), "vorher", "jetzt")
        changed = counted(number, "Betrag hat", "Beträge haben")
        told = (
            f"Eingelesen: {changed} sich geändert." if number else "Eingelesen: alles wie vorher."
        )
        self._summary.setText(f"{told} {self._about_letter(before)}".strip())

    def _about_letter(self, before: BudgetTable) -> str:
        """That the letter so far counts no more, where no other one was named."""
        now = basis_of(self._session.file, self._item, "plan")
        if before.basis.plan is None or now != Basis():
            return ""
        old = basis_text(before.basis.plan)
        return f"Die Grundlage „{old}“ gilt nicht mehr; bitte nennen Sie unten die neue."

    @Slot(object)
    def _on_basis_changed(self, basis: Basis) -> None:
        step = partial(_based, self._item, basis)
        self._change("Grundlage der Beträge ändern", step)

    def show_text(self) -> bool:
        """Shows the sentences of the newest check; whether there are any."""
        number = self._figures.show_newest()
        self._column.setStretchFactor(self.replaced, 2 if number else 0)
        return bool(number)


def _based(item: str, basis: Basis, file: LpdFile) -> LpdFile:
    return set_basis(file, item, "plan", basis)
