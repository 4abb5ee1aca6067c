"""Asks whether the package was sent, when and by whom, once it lies there."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGroupBox, QPushButton, QVBoxLayout

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.dates import iso_of, today
from lpd_desktop.gui.form_row import FormRow, LineRow
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.submissions.sent_day import problem_of_sent_day
from lpd_desktop.gui.submissions.way_box import WayBox
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.states import Actor
from lpd_desktop.runtime.account import account_name
from lpd_desktop.runtime.german import german_date
from lpd_desktop.store.submission_entries import WAY_NAMES, Way

_MAIL_SENT = "Haben Sie die E-Mail abgeschickt?"
_SENT = "Haben Sie das Dokument abgeschickt ({way})?"
_WHAT_THEN = (
    "Dann halten Sie es hier als eingereicht fest; die Freigabe lässt sich danach nicht mehr "
    "zurücknehmen. Noch nicht? Dann schließen Sie: Die Seite „Freigabe“ und die Startseite "
    "erinnern daran, und dieses Fenster führt Sie später wieder hierher."
)


class SentBox(QGroupBox):
    """`recording_wanted` tells who sent it, the day, empty for today, and the way."""

    recording_wanted = Signal(object, str, str)

    def __init__(self) -> None:
        super().__init__("Nach dem Versand")
        self._approved = ""
        self.question = WrappedLabel()
        self.day = LineRow("Abgeschickt &am")
        self.ways = WayBox()
        self.way = FormRow("Auf welchem &Weg", self.ways)
        self.name, self.role = LineRow("&Name"), LineRow("&Funktion")
        self.record = QPushButton("Als &eingereicht festhalten")
        self.trouble = WrappedLabel()
        self.trouble.hide()
        column = QVBoxLayout(self)
        for widget in (
            self.question,
            self.way,
            self.day,
            self.name,
            self.role,
            self.trouble,
            self.record,
        ):
            column.addWidget(widget)
        self.record.clicked.connect(self._on_clicked)

    def ask(self, way: Way, person: Signatory, approved: str = "") -> None:
        """Asks anew; today and this person are proposed.

        Args:
            way: On which it goes.
            person: Who probably sends it.
            approved: The day of the approval (ISO), empty where it is not known.
        """
        self._approved = approved
        asked = _MAIL_SENT if way == "mail" else _SENT.format(way=WAY_NAMES[way])
        self.question.show_sentence(f"{asked} {_WHAT_THEN}")
        self.ways.choose(way)
        self.day.edit.setText(german_date(today()))
        self.name.edit.setText(person.name)
        self.role.edit.setText(person.role)
        self.trouble.hide()
        self.setEnabled(True)

    def show_trouble(self, sentence: str) -> None:
        """It could not be recorded; everything that was typed is still there."""
        self.setEnabled(True)
        self.trouble.show_sentence(f"⚠ {sentence}")
        self.trouble.show()
        announce(self, sentence)

    @Slot()
    def _on_clicked(self) -> None:
        name, role, day = (row.edit.text().strip() for row in (self.name, self.role, self.day))
        problems = (
            (self.day, problem_of_sent_day(day, self._approved)),
            (self.name, "" if name else "Bitte angeben."),
            (self.role, "" if role else "Bitte angeben."),
        )
        for row, problem in problems:
            row.show_error(problem)
        wrong = [row for row, problem in problems if problem]
        if wrong:
            wrong[0].field.setFocus()
            return
        sent = iso_of(day) or ""
        self.setEnabled(False)
        actor = Actor(name, role, account_name())
        self.recording_wanted.emit(actor, "" if sent == today() else sent, self.ways.way)
