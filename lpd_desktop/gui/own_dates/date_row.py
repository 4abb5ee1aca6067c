"""One day in the dialog: its name, the day, how far away it is, whether it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.dates import date_problem, iso_of
from lpd_desktop.gui.form_row import LineRow, QuietComboBox
from lpd_desktop.gui.look.letters import larger, quiet_label
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.plan.own_dates import DueDate, OwnDate, days_until, days_words, standing_words
from lpd_desktop.runtime.german import german_date, german_day

_NO_LABEL = "Bitte geben Sie dem Termin einen Namen, zum Beispiel „Kreistag“."
_OF_FORM = "Aus dem Formular des Jahres; der Tag gehört dazu."


class OwnDateRow(QWidget):
    """A date that may be changed; emits what somebody wants, and holds what is stored.

    Attributes:
        own: The date as it is stored.
    """

    change_wanted = Signal(object, object)
    removal_wanted = Signal(object)

    def __init__(self, own: OwnDate, today: str) -> None:
        super().__init__()
        self.own = own
        self.label, self.day = LineRow("Termin"), LineRow("Tag")
        self.day.edit.setPlaceholderText("TT.MM.JJJJ")
        self.day.edit.setMaximumWidth(140)
        self.words = quiet_label("")
        self.done = QCheckBox("erledigt")
        self.remove = QPushButton("Entfernen")
        self.remove.setAutoDefault(False)
        self._arrange()
        self.label.edit.setText(own.label)
        self.show_date(own, today)
        self.label.edit.editingFinished.connect(self.flush)
        self.day.edit.editingFinished.connect(self.flush)
        self.done.clicked.connect(self.flush)
        self.remove.clicked.connect(self._on_remove)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.words, 1)
        buttons.addWidget(self.done)
        buttons.addWidget(self.remove)
        fields = QHBoxLayout()
        for row, share in ((self.label, 3), (self.day, 2)):
            fields.addWidget(row, share, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(fields)
        column.addLayout(buttons)

    def show_date(self, own: OwnDate, today: str) -> None:
        """Shows what is stored now; what is typed wrongly stays to be mended."""
        self.own = own
        if self.label.edit.text().strip():
            self.label.edit.setText(own.label)
        if iso_of(self.day.edit.text()) is not None:
            self.day.edit.setText(german_date(own.date))
        self.done.setChecked(own.done)
        due = DueDate(own.label, own.date, own.done, "own")
        weekday = german_day(own.date).partition(",")[0]
        parts = [weekday if own.date else "", standing_words(due, today)]
        self.words.setText(", ".join(part for part in parts if part))
        for field, name in self._named():
            field.setAccessibleName(f"{name} „{own.label}“")
        self.day.describe_also(self.words.text())

    def _named(self) -> tuple[tuple[QWidget, str], ...]:
        return (
            (self.label.edit, "Name des Termins"),
            (self.day.edit, "Tag des Termins"),
            (self.done, "erledigt:"),
            (self.remove, "Entfernen:"),
        )

    @property
    def wrong_field(self) -> QLineEdit | None:
        """The first field that holds what cannot be stored."""
        if not self.label.edit.text().strip():
            return self.label.edit
        return self.day.edit if iso_of(self.day.edit.text()) is None else None

    @Slot()
    def flush(self) -> None:
        """Hands over what was typed or ticked, where it can be stored."""
        iso = iso_of(self.day.edit.text())
        label = " ".join(self.label.edit.text().split())
        self.label.hold("error", "" if label else _NO_LABEL)
        self.day.hold("error", date_problem(self.day.edit.text()) if iso is None else "")
        new = OwnDate(
            label=label or self.own.label,
            date=self.own.date if iso is None else iso,
            done=self.done.isChecked(),
        )
        if new != self.own:
            self.change_wanted.emit(self, new)

    @Slot()
    def _on_remove(self) -> None:
        self.removal_wanted.emit(self)


class FormDateRow(QWidget):
    """A deadline of the form: it can only be marked as done."""

    settled = Signal(str, str, bool)

    def __init__(self, due: DueDate, today: str) -> None:
        super().__init__()
        self.due = due
        self.words = WrappedLabel()
        self.done = QCheckBox("erledigt")
        self.done.clicked.connect(self._on_clicked)
        line = QHBoxLayout()
        line.addWidget(self.words, 1)
        line.addWidget(self.done, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        about = quiet_label(_OF_FORM)
        column.addWidget(about)
        self.show_date(due, today)

    def show_date(self, due: DueDate, today: str) -> None:
        """Shows what is so now."""
        self.due = due
        days = standing_words(due, today)
        if due.done:
            days = f"{days} ({days_words(days_until(due.date, today))})"
        self.words.show_sentence(f"{due.label}: {german_day(due.date)}, {days}")
        self.done.setChecked(due.done)
        self.done.setAccessibleName(f"erledigt: „{due.label}“")
        self.done.setAccessibleDescription(_OF_FORM)

    @Slot(bool)
    def _on_clicked(self, done: bool) -> None:
        self.settled.emit(self.due.label, self.due.date, done)


class NameBox(QuietComboBox):
    """Proposed names, or one's own; `entered` tells of Enter once, which Qt's box passes on."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def heading(text: str) -> QLabel:
    """A small heading over the rows."""
    label = QLabel(text)
    label.setFont(larger(label.font(), 1.05))
    return label
