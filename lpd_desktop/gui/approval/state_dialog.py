"""One step between two states: what it means, who does it, and a note."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from lpd_desktop.gui.approval.told_states import ABOUT_STEPS, NO_SIGNATURE
from lpd_desktop.gui.form_row import LineRow
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.states import Actor, Step
from lpd_desktop.runtime.account import account_name

_NOTE_ABOUT = "Freiwillig, zum Beispiel der Grund oder das Aktenzeichen; steht in der Historie."


class StateDialog(ScrollingDialog):
    """`agreed` tells who does it, and what was noted; the dialog stays until it is closed."""

    agreed = Signal(object, str)

    def __init__(self, parent: QWidget, step: Step, person: Signatory) -> None:
        super().__init__(parent)
        self.step = step
        self.setWindowTitle(step.caption)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name, self.role = LineRow("&Name"), LineRow("&Funktion")
        self.note = LineRow("&Bemerkung", _NOTE_ABOUT)
        self.name.edit.setText(person.name)
        self.role.edit.setText(person.role)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.agree = self._buttons.addButton(
            step.caption.replace("&", "&&"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._arrange()
        self.agree.setDefault(True)
        first = self.name if not person.name else self.role if not person.role else self.note
        first.field.setFocus()

    def _arrange(self) -> None:
        about = QLabel(ABOUT_STEPS[self.step.key])
        about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(about)
        self.note.setVisible(self.step.key != "submit")
        for row in (self.name, self.role, self.note):
            row.edit.textChanged.connect(self._on_typed)
            column.addWidget(row)
        column.addWidget(quiet_label(NO_SIGNATURE))
        column.addStretch(1)
        column.addWidget(self._buttons)
        self._buttons.accepted.connect(self._on_agreed)
        self._buttons.rejected.connect(self.reject)
        self.resize(520, 380)

    @Slot()
    def _on_typed(self) -> None:
        for row in (self.name, self.role):
            if row.edit.text().strip():
                row.show_error("")

    @Slot()
    def _on_agreed(self) -> None:
        gaps = [row for row in (self.name, self.role) if not row.edit.text().strip()]
        for row in gaps:
            row.show_error("Bitte angeben.")
        if gaps:
            gaps[0].field.setFocus()
            return
        name, role, note = (row.edit.text().strip() for row in (self.name, self.role, self.note))
        self.accept()
        self.agreed.emit(Actor(name, role, account_name()), note)
