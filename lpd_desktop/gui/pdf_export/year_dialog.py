"""The year whose blank form somebody wants."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QWidget

from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.year_box import YearBox

_ABOUT = (
    "Alle Fragen und Hinweise mit Platz zum Schreiben. Hat ein Jahr noch keine eigene Form, so "
    "gilt die des nächstliegenden; das Formular sagt es dann."
)


class YearDialog(ScrollingDialog):
    """Emits the year."""

    year_chosen = Signal(int)

    def __init__(self, parent: QWidget, year: int) -> None:
        super().__init__(parent)
        self.setWindowTitle("Leeres Formular als PDF")
        self.year = YearBox(year)
        for field in (self.year, self.year.lineEdit()):
            field.setAccessibleName("Planjahr")
        layout = QFormLayout(self)
        layout.addRow(quiet_label(_ABOUT))
        layout.addRow("&Planjahr", self.year)
        box = QDialogButtonBox()
        box.addButton("&Speichern unter…", QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton("&Abbrechen", QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self._on_accepted)
        box.rejected.connect(self.reject)
        layout.addRow(box)
        self.resize(440, self.sizeHint().height())

    @Slot()
    def _on_accepted(self) -> None:
        year = self.year.value()
        self.accept()
        self.year_chosen.emit(year)
