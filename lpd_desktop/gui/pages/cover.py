"""The cover: Jobcenter with its name forms, and the Stand."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace as changed
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from lpd_desktop.editing.cover import set_as_of, set_jobcenter
from lpd_desktop.editing.form_confirmation import confirm_derived_form
from lpd_desktop.editing.open_draft import Change
from lpd_desktop.gui.dates import date_problem, iso_of, today
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.jobcenter_box import JobcenterBox, unlisted_note
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.pages.form_notice import FormNotice
from lpd_desktop.gui.pages.page import Page
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Jobcenter, PageOptions
from lpd_desktop.plan.new import jobcenter_named
from lpd_desktop.plan.own_dates import next_due, standing_words
from lpd_desktop.plan.plan_dates import dates_of
from lpd_desktop.runtime.german import german_date, german_day

_CARRIERS = {
    "zkT": "zugelassener kommunaler Träger",
    "gE": "gemeinsame Einrichtung mit der Bundesagentur für Arbeit",
}
_NAMES = (
    ("name", "&Name des Trägers", "Steht groß auf dem Deckblatt."),
    (
        "genitive",
        "Im &Satz",
        "Steht nicht auf den Seiten, nur in den Daten, zum Beispiel „des Kreises Coesfeld“.",
    ),
    (
        "own_name",
        "&Eigener Name des Jobcenters",
        "So, wie sich Ihr Haus selbst nennt: Steht am Fuß jeder Seite nach dem Deckblatt.",
    ),
)
_DATES_ABOUT = "Beirat, Kreisausschuss, Kreistag, MAGS: Die Startseite erinnert daran."
_NO_DATES = "Noch ist kein Tag eingetragen."
_LOOK_ABOUT = "Logo auf dem Deckblatt; Farbe der Überschriften, Linien und Tabellenköpfe."


class CoverPage(Page):
    """Jobcenter and Stand."""

    def build(self) -> None:
        form = self.file.form
        self._notice = FormNotice()
        self._notice.confirmed.connect(self._on_form_confirmed)
        self._notice.wording_wanted.connect(self._on_wording_wanted)
        self.column.addWidget(self._notice)
        self._box = JobcenterBox()
        self._box.chosen.connect(self._on_box_chosen)
        self._facts = quiet_label("")
        self._free_name = ""
        self._box_row = FormRow("&Jobcenter", self._box, form.text(self._item_help()))
        self.add_row(Address(self.step.item, ("jobcenter",)), self._box_row)
        self.column.addWidget(self._facts)
        self._names = {field: self._add_name(field, *texts) for field, *texts in _NAMES}
        self._add_date()
        self._add_look()
        self._add_dates()
        self._wording = QLabel()
        self._wording.setWordWrap(True)
        self.column.addWidget(quiet_label("So beginnt das Dokument:"))
        self.column.addWidget(self._wording)
        self.refresh(None)

    def _item_help(self) -> str:
        item = self.file.form.item(self.step.item)
        return item.help if item else ""

    def _add_name(self, field: str, caption: str, note: str) -> QLineEdit:
        edit = QLineEdit()
        edit.editingFinished.connect(partial(self._on_name_finished, field))
        self.column.addWidget(FormRow(caption, edit, note, note))
        return edit

    def _add_date(self) -> None:
        self._date = QLineEdit()
        self._date.setPlaceholderText("TT.MM.JJJJ")
        self._date.setMaximumWidth(160)
        self._date.editingFinished.connect(self._on_date_finished)
        note = "Der Tag, auf den sich Ihre Angaben beziehen, zum Beispiel 04.11.2022."
        self._date_row = FormRow("S&tand", self._date, note, note)
        button = QPushButton("He&ute")
        button.setAccessibleDescription("Setzt den Stand auf den heutigen Tag.")
        button.clicked.connect(self._on_today_clicked)
        self._date_row.add_beside(button)
        self.add_row(Address(self.step.item, ("as_of",)), self._date_row)

    def _add_look(self) -> None:
        button = QPushButton("&Logo und Farbe…")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self._on_look_wanted)
        self._look = FormRow("Erscheinungsbild", button, _LOOK_ABOUT)
        self._look_words = quiet_label("")
        self.add_row(Address(self.step.item, ("look",)), self._look)
        self.column.addWidget(self._look_words)

    def _add_dates(self) -> None:
        self._dates_button = QPushButton("Te&rmine…")
        self._dates_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._dates_button.clicked.connect(self._on_dates_wanted)
        self._dates = FormRow("Termine", self._dates_button, _DATES_ABOUT)
        self._dates_words = quiet_label("")
        self.column.addWidget(self._dates)
        self.column.addWidget(self._dates_words)

    def set_editable(self, editable: bool) -> None:
        """Dates are no part of what is approved."""
        super().set_editable(editable)
        self._dates_button.setEnabled(True)

    def first_field(self) -> QWidget:
        return self._box

    def refresh(self, _change: Change | None) -> None:
        jobcenter, form = self.file.plan.jobcenter, self.file.form
        self._notice.show_form(form)
        self._box.show_jobcenter(jobcenter)
        noted = self._free_name if self._free_name == jobcenter.name else ""
        self._box_row.hold("hint", unlisted_note(noted))
        for field, edit in self._names.items():
            edit.setText(getattr(jobcenter, field))
        if iso_of(self._date.text()) is not None:
            self._date.setText(german_date(self.file.plan.as_of))
        carrier = _CARRIERS.get(jobcenter.carrier, "")
        facts = [f"Nummer {jobcenter.number}" if jobcenter.number else "", carrier]
        self._facts.setText(" · ".join(fact for fact in facts if fact))
        self._facts.setVisible(bool(self._facts.text()))
        self._look_words.setText(_look_sentence(self.file.plan.options))
        self._look.describe_also(self._look_words.text())
        self._dates_words.setText(_dates_sentence(self.file))
        self._dates.describe_also(self._dates_words.text())
        words = map(form.text, (form.title, form.subtitle, form.own_name))
        self._wording.setText(" ".join([*words, jobcenter.name or jobcenter.own_name or "…"]))

    @Slot(str)
    def _on_form_confirmed(self, source: str) -> None:
        step = partial(_with_confirmed_form, today(), source)
        self.change("Abgleich bestätigen", step)

    @Slot()
    def _on_wording_wanted(self) -> None:
        self.context.requests.action_wanted.emit("wording")

    @Slot()
    def _on_look_wanted(self) -> None:
        self.context.requests.action_wanted.emit("cover_look")

    @Slot()
    def _on_dates_wanted(self) -> None:
        self.context.requests.action_wanted.emit("dates")

    @Slot(str)
    def _on_box_chosen(self, text: str) -> None:
        jobcenter = jobcenter_named(text, self.file.form.year)
        self._free_name = "" if jobcenter.key else jobcenter.name
        if jobcenter.key != self.file.plan.jobcenter.key or not jobcenter.key:
            self.change("Jobcenter wählen", partial(_with_jobcenter, jobcenter))

    def _on_name_finished(self, field: str) -> None:
        text = " ".join(self._names[field].text().split())
        jobcenter = changed(self.file.plan.jobcenter, **{field: text})
        self.change("Namen ändern", partial(_with_jobcenter, jobcenter))

    @Slot()
    def _on_date_finished(self) -> None:
        iso = iso_of(self._date.text())
        if iso is None:
            self._date_row.hold("error", date_problem(self._date.text()))
            return
        self._date_row.hold("error", "")
        self.change("Stand ändern", partial(_with_date, iso))

    @Slot()
    def _on_today_clicked(self) -> None:
        self._date.setText(german_date(today()))
        self._on_date_finished()


def _look_sentence(options: PageOptions) -> str:
    alt = options.logo.alt.strip() if options.logo else ""
    logo = f"Mit Logo{f' „{alt}“' if alt else ''}" if options.logo else "Ohne Logo"
    return f"{logo}, Farbe {options.accent or 'des Programms'}."


def _dates_sentence(file: LpdFile) -> str:
    dates = dates_of(file)
    due = next_due(dates)
    if due is None:
        return "Alle Termine sind erledigt." if any(each.date for each in dates) else _NO_DATES
    return f"{due.label} am {german_day(due.date)}: {standing_words(due, today())}."


def _with_jobcenter(jobcenter: Jobcenter, file: LpdFile) -> LpdFile:
    return set_jobcenter(file, jobcenter)


def _with_date(iso: str, file: LpdFile) -> LpdFile:
    return set_as_of(file, iso)


def _with_confirmed_form(date: str, source: str, file: LpdFile) -> LpdFile:
    return confirm_derived_form(file, date, source)
