"""What a person decides about the cells that wait for it."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from lpd_desktop.excel.preview import BudgetPreview, PreviewCell
from lpd_desktop.gui.excel_import.preview_model import OPEN
from lpd_desktop.gui.look.marks import MarkLabel, mark
from lpd_desktop.runtime.german import counted


class DecisionBar(QWidget):
    """Hidden while nothing is open and nothing can be decided."""

    confirmed = Signal()
    all_confirmed = Signal()
    other_wanted = Signal()
    left_out = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mark = MarkLabel(mark("warning"), "Offene Fragen")
        self._count = QLabel()
        self._confirm = _button("Be&stätigen", self.confirmed)
        self._confirm_all = _button("Alle bestäti&gen", self.all_confirmed)
        self._other = _button("&Anderer Betrag…", self.other_wanted)
        self._leave_out = _button("Aus&lassen", self.left_out)
        self._next = _button("&Nächste offene", self.next_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._mark)
        layout.addWidget(self._count)
        layout.addStretch(1)
        for button in self.buttons:
            layout.addWidget(button)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """In the order of the focus."""
        return (self._confirm, self._confirm_all, self._other, self._leave_out, self._next)

    def show_state(self, preview: BudgetPreview | None, current: PreviewCell | None) -> None:
        """Offers what is possible for the current cell, and counts what is open."""
        cells = preview.cells if preview else ()
        waiting = [cell for cell in cells if cell.status in OPEN]
        self._count.setText(_count_text(len(waiting)))
        self._mark.setVisible(bool(waiting))
        self._confirm.setEnabled(current is not None and _can_confirm(current))
        together = [cell for cell in cells if can_confirm_with_others(cell)]
        self._confirm_all.setEnabled(len(together) > 1)
        self._other.setEnabled(current is not None)
        self._leave_out.setEnabled(current is not None and current.status != "skipped")
        self._next.setEnabled(bool(waiting))


def _can_confirm(cell: PreviewCell) -> bool:
    return cell.status == "asked" and cell.read_as is not None


def _button(caption: str, signal: SignalInstance) -> QPushButton:
    button = QPushButton(caption)
    button.setAutoDefault(False)
    button.clicked.connect(signal)
    return button


def _count_text(number: int) -> str:
    if not number:
        return "Alle Zellen sind geklärt."
    cells = counted(number, "Zelle ist", "Zellen sind")
    return f"{cells} noch zu klären; Ungeklärtes wird nicht übernommen."


def can_confirm_with_others(cell: PreviewCell) -> bool:
    """Whether one key may confirm a cell among others: not where its row is in question."""
    return _can_confirm(cell) and "row" not in cell.questions
