"""„Als PDF speichern“: which edition of the document, with what it is for."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialogButtonBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.pdf.edition import Edition
from lpd_desktop.pdf.edition_marks import Kind

TITLE = "Als PDF speichern"

_KINDS: tuple[tuple[Kind, str, str], ...] = (
    (
        "draft",
        "&Entwurf",
        "Zum Lesen und Beraten: Jede Seite sagt ENTWURF, die Daten des Plans liegen bei.",
    ),
    (
        "final",
        "&Freigegebenes PDF",
        "Zum Abgeben und Aufbewahren: mit Siegel, die Daten des Plans liegen bei.",
    ),
    (
        "publishing",
        "&Veröffentlichungsfassung",
        "Für Internet und Gremien: das freigegebene PDF ohne die Daten des Plans.",
    ),
)
_NOT_YET = "Gibt es erst nach der Freigabe."
_INDENT = 28
_WIDTH = 520


class EditionDialog(ScrollingDialog):
    """Asks for an edition; deletes nothing and writes nothing itself.

    Attributes:
        saving_wanted: Tells the edition, with options for drafts also where it is none.
        printing_wanted: Likewise.
    """

    saving_wanted = Signal(object)
    printing_wanted = Signal(object)

    def __init__(self, parent: QWidget, edition: Edition, *, is_approved: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self._group = QButtonGroup(self)
        self.kinds: dict[Kind, QRadioButton] = {}
        self.line_numbers = QCheckBox("&Zeilennummern am Rand")
        self.wide_margin = QCheckBox("Breiter &Rand für Notizen (60 mm)")
        column = QVBoxLayout(self)
        for kind, caption, purpose in _KINDS:
            self._add_kind(column, kind, caption, purpose if is_approved or kind == "draft" else "")
        column.addStretch(1)
        column.addWidget(self._buttons())
        self._show(edition)
        self._group.buttonToggled.connect(self._on_kind_changed)
        self.resize(_WIDTH, self.sizeHint().height())

    @property
    def edition(self) -> Edition:
        """What is chosen now."""
        chosen = [kind for kind, each in self.kinds.items() if each.isChecked()]
        return Edition(chosen[0], self.line_numbers.isChecked(), self.wide_margin.isChecked())

    def _add_kind(self, column: QVBoxLayout, kind: Kind, caption: str, purpose: str) -> None:
        """Without a purpose the kind cannot be chosen, and it says why."""
        button = QRadioButton(caption)
        button.setEnabled(bool(purpose))
        button.setAccessibleDescription(purpose or _NOT_YET)
        self.kinds[kind] = button
        self._group.addButton(button)
        below = QVBoxLayout()
        below.setContentsMargins(_INDENT, 0, 0, 10)
        below.addWidget(quiet_label(purpose or _NOT_YET))
        if kind == "draft":
            below.addWidget(self.line_numbers)
            below.addWidget(self.wide_margin)
        column.addWidget(button)
        column.addLayout(below)

    def _buttons(self) -> QDialogButtonBox:
        roles = QDialogButtonBox.ButtonRole
        box = QDialogButtonBox()
        save = box.addButton("&Speichern unter…", roles.AcceptRole)
        save.setDefault(True)
        printing = box.addButton("&Drucken…", roles.ActionRole)
        printing.setAutoDefault(False)
        box.addButton("&Abbrechen", roles.RejectRole)
        box.accepted.connect(self._on_save_clicked)
        box.rejected.connect(self.reject)
        printing.clicked.connect(self._on_print_clicked)
        return box

    def _show(self, edition: Edition) -> None:
        chosen = self.kinds[edition.kind]
        chosen.setChecked(True)
        chosen.setFocus()
        self.line_numbers.setChecked(edition.line_numbers)
        self.wide_margin.setChecked(edition.wide_margin)
        self._on_kind_changed()

    @Slot()
    def _on_kind_changed(self) -> None:
        for option in (self.line_numbers, self.wide_margin):
            option.setEnabled(self.kinds["draft"].isChecked())

    @Slot()
    def _on_save_clicked(self) -> None:
        edition = self.edition
        self.accept()
        self.saving_wanted.emit(edition)

    @Slot()
    def _on_print_clicked(self) -> None:
        edition = self.edition
        self.accept()
        self.printing_wanted.emit(edition)
