"""Below the budget table: which Budgetstand it is, and whether the text still names old amounts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from lpd_desktop.gui.budget_versions.version_list import BASIS_STATUS, local_time, standing_version
from lpd_desktop.gui.look.marks import MarkLabel, mark
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.work import BudgetVersion
from lpd_desktop.runtime.german import counted


class BudgetStanding(QWidget):
    """Two lines, each with a button that leads to more."""

    versions_wanted = Signal()
    text_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._standing, self._outdated = _line(), _line()
        versions = QPushButton("Bud&getstände…")
        versions.clicked.connect(self.versions_wanted)
        self._to_text = QPushButton("Bet&räge im Text…")
        self._to_text.clicked.connect(self.text_wanted)
        self._mark = MarkLabel(mark("warning"), "Warnung")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._standing, 0, 0, 1, 2)
        grid.addWidget(versions, 0, 2)
        grid.addWidget(self._mark, 1, 0)
        grid.addWidget(self._outdated, 1, 1)
        grid.addWidget(self._to_text, 1, 2)
        self.show_outdated(0)

    def show_versions(self, versions: tuple[BudgetVersion, ...], table: BudgetTable) -> None:
        """Names the version whose amounts stand in the table."""
        self._standing.setText(_standing_text(versions, table))

    def show_outdated(self, number: int) -> None:
        """Says how many figures of the text an earlier table gave."""
        places = counted(number, "Stelle im Text nennt", "Stellen im Text nennen")
        self._outdated.setText(f"{places} noch einen ersetzten Betrag.")
        for widget in (self._mark, self._outdated, self._to_text):
            widget.setVisible(number > 0)


def _line() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label


def _standing_text(versions: tuple[BudgetVersion, ...], table: BudgetTable) -> str:
    standing = standing_version(versions, table)
    if standing is None:
        return "Budgetstand: noch keiner festgehalten."
    basis = standing.basis
    status = f", {BASIS_STATUS[basis.status]}" if basis.status else ""
    return f"Budgetstand: {standing.source}, {local_time(standing.time)}{status}."
