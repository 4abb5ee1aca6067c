"""„Als Liste speichern“: in which kind of document, and whether settled remarks stand in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.remarks.remark_work import ListFormat
from lpd_desktop.plan.remark_list import ABOUT_NAMES

TITLE = "Anmerkungen als Liste speichern"
_FORMATS: dict[ListFormat, tuple[str, str]] = {
    ".docx": ("&Word-Dokument", "Zum Weiterschreiben und für Vermerke."),
    ".pdf": ("&PDF", "Zum Lesen und Ablegen, mit Überschriften für Vorleseprogramme."),
    ".md": ("&Textdatei (Markdown)", "Für andere Programme."),
}
_INDENT = 28
_WIDTH = 460


class ListDialog(ScrollingDialog):
    """`wanted` tells the format and whether only open remarks shall be written."""

    wanted = Signal(str, bool)

    def __init__(self, parent: QWidget, *, only_open: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.formats: dict[ListFormat, QRadioButton] = {}
        self.only_open = QCheckBox("&Nur offene Anmerkungen")
        self.only_open.setChecked(only_open)
        self._arrange()
        self.formats[".docx"].setChecked(True)
        self.formats[".docx"].setFocus()
        self.resize(_WIDTH, self.sizeHint().height())

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        for key, (caption, purpose) in _FORMATS.items():
            button = self.formats[key] = QRadioButton(caption)
            button.setAccessibleDescription(purpose)
            below = QVBoxLayout()
            below.setContentsMargins(_INDENT, 0, 0, 8)
            below.addWidget(quiet_label(purpose))
            column.addWidget(button)
            column.addLayout(below)
        column.addWidget(self.only_open)
        column.addWidget(quiet_label(ABOUT_NAMES))
        column.addStretch(1)
        box = QDialogButtonBox()
        box.addButton("&Speichern unter…", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        box.addButton("&Abbrechen", QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self._on_accepted)
        box.rejected.connect(self.reject)
        column.addWidget(box)

    @Slot()
    def _on_accepted(self) -> None:
        chosen = next(key for key, each in self.formats.items() if each.isChecked())
        self.accept()
        self.wanted.emit(chosen, self.only_open.isChecked())
