"""Any number of people with name and function, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.findings.finding_notes import FindingNotes
from lpd_desktop.plan.signatory import Signatory

_INCOMPLETE = "Zu jeder Person gehören Name und Funktion."


class PeopleRows(QWidget):
    """`changed` tells that something was typed, added or removed."""

    changed = Signal()

    def __init__(self, what: str, add_caption: str) -> None:
        """Takes what one of them is called, such as `Mitzeichnung`, and the button that adds."""
        super().__init__()
        self._what = what
        self._rows: list[_Row] = []
        self._notes = FindingNotes()
        self.add = QPushButton(add_caption)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._on_add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.addWidget(self.add)
        line.addStretch(1)
        self._column.addWidget(self._notes)
        self._column.addLayout(line)

    @property
    def people(self) -> tuple[Signatory, ...]:
        """Who stands there, as typed; rows without any letter are left out."""
        return tuple(each for row in self._rows if (each := row.person) != _NOBODY)

    def show_people(self, people: Sequence[Signatory]) -> None:
        """Puts people into the rows, if they are others."""
        if tuple(people) == self.people:
            return
        for row in list(self._rows):
            self._drop(row)
        for person in people:
            self._append(person)
        self.changed.emit()

    def gap(self) -> QLineEdit | None:
        """The first field that is missing, told below the rows; None where nothing is."""
        gaps = [field for row in self._rows if row.person != _NOBODY for field in row.gaps()]
        self._notes.show_error(_INCOMPLETE if gaps else "")
        for row in self._rows:
            row.describe(_INCOMPLETE if row.gaps() and row.person != _NOBODY else "")
        return gaps[0] if gaps else None

    @Slot()
    def _on_add(self) -> None:
        row = self._append(_NOBODY)
        row.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self, person: Signatory) -> _Row:
        row = _Row(self._what, len(self._rows) + 1, person)
        row.removed.connect(self._on_removed)
        row.changed.connect(self._on_typed)
        self._column.insertWidget(len(self._rows), row)
        before = self._rows[-1].remove if self._rows else None
        self._rows.append(row)
        if before is not None:
            QWidget.setTabOrder(before, row.name)
        for left, right in ((row.name, row.role), (row.role, row.remove), (row.remove, self.add)):
            QWidget.setTabOrder(left, right)
        return row

    @Slot()
    def _on_typed(self) -> None:
        if not self._notes.isHidden():
            self.gap()
        self.changed.emit()

    @Slot()
    def _on_removed(self) -> None:
        """The focus goes to the button that adds, so that Tab starts nowhere else."""
        row = self.sender()
        if isinstance(row, _Row):
            self._drop(row)
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, f"{self._what} entfernt.")
            self._on_typed()

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        for number, each in enumerate(self._rows, 1):
            each.name_fields(self._what, number)


_NOBODY = Signatory(name="", role="")


class _Row(QWidget):
    """Name, function, and the button that removes both."""

    removed = Signal()
    changed = Signal()

    def __init__(self, what: str, number: int, person: Signatory) -> None:
        super().__init__()
        self.name, self.role = QLineEdit(person.name), QLineEdit(person.role)
        self.name.setPlaceholderText("Name")
        self.role.setPlaceholderText("Funktion")
        self.remove = QPushButton("Entfernen")
        self.remove.setAutoDefault(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.name, 1)
        line.addWidget(self.role, 1)
        line.addWidget(self.remove)
        self.remove.clicked.connect(self.removed)
        for field in (self.name, self.role):
            field.textChanged.connect(self.changed)
        self.name_fields(what, number)

    @property
    def person(self) -> Signatory:
        return Signatory(name=self.name.text().strip(), role=self.role.text().strip())

    def gaps(self) -> list[QLineEdit]:
        return [field for field in (self.name, self.role) if not field.text().strip()]

    def describe(self, sentence: str) -> None:
        for field in (self.name, self.role):
            field.setAccessibleDescription(sentence)

    def name_fields(self, what: str, number: int) -> None:
        self.name.setAccessibleName(f"{what} {number}: Name")
        self.role.setAccessibleName(f"{what} {number}: Funktion")
        self.remove.setAccessibleName(f"{what} {number} entfernen")
