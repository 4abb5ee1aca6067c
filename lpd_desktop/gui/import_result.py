"""After an import: what changed in the table, and which sentences still name old amounts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lpd_desktop.gui.comparison_table import ComparisonTable
from lpd_desktop.gui.old_figures import Change, OldFigures
from lpd_desktop.gui.replaced_list import ReplacedList
from lpd_desktop.gui.session import PlanSession
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.budget_changes import compare_tables
from lpd_desktop.runtime.german import counted


class ImportResult(QWidget):
    """Mends through `change`; `place_wanted` leads to a sentence."""

    place_wanted = Signal(str, str)

    def __init__(self, session: PlanSession, change: Change) -> None:
        super().__init__()
        self._summary = QLabel()
        year = session.file.form.year
        self._table = ComparisonTable("Was sich in der Tabelle geändert hat", year)
        self.replaced = ReplacedList()
        self.replaced.place_wanted.connect(self.place_wanted)
        self._figures = OldFigures(self.replaced, session, change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._summary)
        column.addWidget(self._table, 3)
        column.addWidget(self.replaced, 2)

    def show_change(self, before: BudgetTable, after: BudgetTable) -> None:
        """Shows the amounts of a table before and after."""
        number = self._table.show_changes(compare_tables(before, after), "vorher", "jetzt")
        changed = counted(number, "Betrag hat", "Beträge haben")
        self._summary.setText(
            f"Eingelesen: {changed} sich geändert." if number else "Eingelesen: alles wie vorher."
        )

    def show_text(self) -> bool:
        """Shows the sentences of the newest check; whether there are any."""
        return bool(self._figures.show_newest())
