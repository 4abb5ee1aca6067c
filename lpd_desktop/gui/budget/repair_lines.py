"""Proposed readings of malformed amounts, each with its proof and a button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from lpd_desktop.check.repair import Repair
from lpd_desktop.gui.look.grids import clear_grid
from lpd_desktop.gui.look.marks import MarkLabel, mark
from lpd_desktop.plan.amounts import format_amount


class RepairLines(QWidget):
    """Hidden while there is nothing to propose."""

    repair_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.buttons: list[QPushButton] = []
        self.hide()

    def show_repairs(self, labels: Mapping[str, str], repairs: Sequence[Repair]) -> None:
        """Shows the proposals; `labels` names the rows."""
        clear_grid(self._grid)
        self.buttons = []
        for row, repair in enumerate(repairs):
            self._add(row, labels.get(repair.row, repair.row), repair)
        self.setVisible(bool(repairs))

    def _add(self, row: int, label: str, repair: Repair) -> None:
        amount = format_amount(repair.cents)
        proof = "\n".join(repair.proof)
        text = QLabel(
            f"„{repair.typed}“ bei „{label}“ heißt vermutlich {amount}. Damit gehen auf:\n{proof}"
        )
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        button = QPushButton(f"{amount} einset{'' if row else '&'}zen")
        button.setAutoDefault(False)
        button.setAccessibleDescription(text.text())
        button.clicked.connect(partial(self.repair_wanted.emit, repair))
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(MarkLabel(mark("hint"), "Vorschlag"), row, 0, top)
        self._grid.addWidget(text, row, 1)
        self._grid.addWidget(button, row, 2, top)
        self.buttons.append(button)
