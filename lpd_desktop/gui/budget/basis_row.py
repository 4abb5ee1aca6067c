"""What the amounts of one year rest on: source, date, provisional or final."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lpd_desktop.gui.budget_versions.version_list import BASIS_STATUS
from lpd_desktop.gui.dates import date_problem, iso_of
from lpd_desktop.gui.findings.finding_notes import FindingNotes
from lpd_desktop.gui.form_row import QuietComboBox
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.plan.budget import Basis
from lpd_desktop.runtime.german import german_date

_STATUS = (
    ("Status {year} offen", ""),
    ("{year} vorläufig", "provisional"),
    ("{year} endgültig", "final"),
)
"""Each with its year: some screen readers know a box only by what it shows."""


class BasisRow(QWidget):
    """Emits `changed` with the basis that was typed."""

    changed = Signal(object)

    def __init__(self, year: int) -> None:
        super().__init__()
        self._source, self._date, self._status = QLineEdit(), QLineEdit(), QuietComboBox()
        for caption, value in _STATUS:
            self._status.addItem(caption.format(year=year), value)
        self._note = FindingNotes()
        self._line = QHBoxLayout()
        self._name(year)
        self._arrange(year)
        self._source.editingFinished.connect(self._on_edited)
        self._date.editingFinished.connect(self._on_edited)
        self._status.activated.connect(self._on_edited)

    def show_basis(self, basis: Basis) -> None:
        """Shows what the plan holds."""
        self._source.setText(basis.source)
        if iso_of(self._date.text()) is not None:
            self._date.setText(german_date(basis.date))
        self._status.setCurrentIndex(self._status.findData(basis.status))

    def add_beside(self, widget: QWidget) -> None:
        """Puts a button behind the fields."""
        self._line.addWidget(widget)

    def typed(self) -> Basis | None:
        """What stands in the fields; None, with the reason shown, where the date is none."""
        date = iso_of(self._date.text())
        self._note.show_error("" if date is not None else date_problem(self._date.text()))
        if date is None:
            return None
        source = " ".join(self._source.text().split())
        return Basis(source=source, date=date, status=self._status.currentData())

    def focus_source(self) -> None:
        """Takes the focus to the first field."""
        self._source.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_date(self) -> None:
        """Takes the focus to the date, with what was typed selected."""
        self._date.setFocus(Qt.FocusReason.OtherFocusReason)
        self._date.selectAll()

    def _name(self, year: int) -> None:
        names = ("Quelle der Beträge", "Datum der Quelle", "Status der Beträge")
        for field, name in zip((self._source, self._date, self._status), names, strict=True):
            field.setAccessibleName(f"{name} {year}")
        self._source.setPlaceholderText("zum Beispiel Schreiben des BMAS")
        self._date.setPlaceholderText("TT.MM.JJJJ")
        self._date.setMaximumWidth(110)

    def _arrange(self, year: int) -> None:
        line = self._line
        line.addWidget(self._source, 1)
        line.addWidget(self._date)
        line.addWidget(self._status)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(quiet_label(f"Grundlage der Beträge {year}"))
        column.addLayout(line)
        column.addWidget(self._note)

    @Slot()
    def _on_edited(self) -> None:
        basis = self.typed()
        if basis is not None:
            self.changed.emit(basis)


def basis_text(basis: Basis) -> str:
    """A basis in one line, empty where nothing is named."""
    status = BASIS_STATUS[basis.status] if basis.status else ""
    return ", ".join(part for part in (basis.source, german_date(basis.date), status) if part)
