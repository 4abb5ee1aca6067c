"""„Unterschriftenblatt“: whether the document ends with one, and who is to sign there."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from lpd_desktop.editing.signature_sheet import (
    MOST_LINES,
    SignatureSheet,
    SignatureSheetTaken,
    signature_sheet_of,
)
from lpd_desktop.gui.approval.people_rows import PeopleRows
from lpd_desktop.gui.draft_dialog import DraftDialog
from lpd_desktop.gui.form_row import FormRow, QuietSpinBox
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.pages.page import PageContext

TITLE = "Unterschriftenblatt"
_ABOUT = (
    "Das Blatt ist die letzte Seite des PDF: eine Zeile für jede Person, mit Platz für Ort, Datum "
    "und Unterschrift. Wer freigibt, steht von selbst darauf. Nötig ist es nur, wenn jemand auf "
    "Papier unterschreibt."
)
_SIZE = (600, 420)


class SignatureSheetDialog(DraftDialog):
    """One step of the draft when it is taken; nothing before."""

    def __init__(self, parent: QWidget, context: PageContext) -> None:
        super().__init__(parent, context, TITLE)
        sheet = signature_sheet_of(self._session.file)
        self.wanted = QCheckBox("&Das PDF endet mit einem Unterschriftenblatt")
        self.wanted.setChecked(sheet.is_wanted)
        self.signers = PeopleRows("Unterschrift", "&Person hinzufügen")
        self.signers.show_people(sheet.signers)
        self.lines = QuietSpinBox()
        self.lines.setRange(0, MOST_LINES)
        self.lines.setMaximumWidth(120)
        self.lines.setValue(sheet.lines)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = self._buttons.addButton("Ü&bernehmen", QDialogButtonBox.ButtonRole.AcceptRole)
        self._arrange()
        self.take.setDefault(True)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(quiet_label(_ABOUT))
        column.addWidget(self.wanted)
        column.addWidget(QLabel("Wer außer den Freigebenden unterschreiben soll:"))
        column.addWidget(self.signers)
        column.addWidget(FormRow("&Leere Zeilen für weitere Unterschriften", self.lines))
        column.addStretch(1)
        column.addWidget(self._buttons)
        self.signers.changed.connect(self._on_more_wanted)
        self.lines.valueChanged.connect(self._on_more_wanted)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self.resize(*_SIZE)

    @Slot()
    def _on_more_wanted(self) -> None:
        """Whoever names somebody wants the sheet."""
        if self.signers.people or self.lines.value():
            self.wanted.setChecked(True)

    @Slot()
    def _on_accepted(self) -> None:
        gap = self.signers.gap()
        if gap is not None:
            gap.setFocus()
            return
        sheet = SignatureSheet(self.wanted.isChecked(), self.signers.people, self.lines.value())
        if self._change("Unterschriftenblatt ändern", SignatureSheetTaken(sheet)):
            self.accept()
