"""The letter behind amounts that are about to be taken; the one so far counts only if chosen."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from lpd_desktop.gui.budget.basis_row import BasisRow, basis_text
from lpd_desktop.plan.budget import Basis


class LetterRow(QWidget):
    """Starts empty: new amounts must not stand beside an old letter that nobody looked at."""

    def __init__(self, year: int, before: Basis) -> None:
        super().__init__()
        self._before = before
        self._basis = BasisRow(year)
        self._as_before = QPushButton("&Wie bisher")
        self._as_before.setAutoDefault(False)
        self._as_before.setToolTip(basis_text(before))
        self._as_before.setAccessibleDescription(basis_text(before))
        self._as_before.setVisible(before != Basis())
        self._as_before.clicked.connect(self._on_as_before)
        self._basis.add_beside(self._as_before)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._basis)

    def typed(self) -> Basis | None:
        """What was named, an empty basis for nothing; None, and the focus there, for no date."""
        basis = self._basis.typed()
        if basis is None:
            self._basis.focus_date()
        return basis

    @property
    def is_empty(self) -> bool:
        """Whether nothing was named yet."""
        return self._basis.typed() == Basis()

    def focus_source(self) -> None:
        """Takes the focus to the first field."""
        self._basis.focus_source()

    @Slot()
    def _on_as_before(self) -> None:
        self._basis.show_basis(self._before)
        self._basis.focus_source()
