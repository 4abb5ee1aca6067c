"""What is known of one Budgetstand: the letter behind it, and the planner's own note."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from lpd_desktop.gui.budget.basis_row import BasisRow
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.plan.work import BudgetVersion


class VersionDetails(QWidget):
    """`basis_changed` and `note_changed` tell what was typed, with the id of the version."""

    basis_changed = Signal(str, object)
    note_changed = Signal(str, str)

    def __init__(self, year: int) -> None:
        super().__init__()
        self._id = ""
        self._basis = BasisRow(year)
        self._note = QLineEdit()
        self._note.setPlaceholderText("zum Beispiel: nach der Sitzung des Kreisausschusses")
        row = FormRow("Eigene N&otiz zu diesem Stand", self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._basis)
        column.addWidget(row)
        self._basis.changed.connect(self._on_basis_changed)
        self._note.editingFinished.connect(self._on_note_finished)

    def show_version(self, version: BudgetVersion | None, *, editable: bool) -> None:
        """Shows a version; without one, or in a fixed plan, nothing can be typed."""
        self._id = version.id if version else ""
        self.setEnabled(version is not None and editable)
        if version is not None:
            self._basis.show_basis(version.basis)
            self._note.setText(version.note)

    @Slot(object)
    def _on_basis_changed(self, basis: object) -> None:
        if self._id:
            self.basis_changed.emit(self._id, basis)

    @Slot()
    def _on_note_finished(self) -> None:
        if self._id and self._note.isModified():
            self.note_changed.emit(self._id, self._note.text())
