"""Approval: who, where, when; then the sealed document and its PDF."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from lpd_desktop.check.finding import Finding
from lpd_desktop.editing.open_draft import Change
from lpd_desktop.gui.dates import date_problem, iso_of, today
from lpd_desktop.gui.findings.finding_notes import FindingNotes
from lpd_desktop.gui.findings.overview import Overview
from lpd_desktop.gui.form_row import LineRow
from lpd_desktop.gui.pages.page import Page
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import STATE_NAMES, Release
from lpd_desktop.release.approval import Approval
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.german import counted, german_date


class ApprovalPage(Page):
    """Errors stop an approval with an explanation; nothing is greyed out without a reason."""

    def build(self) -> None:
        self._explained = QLabel()
        self._explained.setWordWrap(True)
        self.column.addWidget(self._explained)
        self._notes = FindingNotes()
        self.column.addWidget(self._notes)
        self._add_fields()
        self._add_buttons()
        self.refresh(None)

    def _add_fields(self) -> None:
        self._name = self._add_field("&Name", "Wer freigibt, zum Beispiel Dr. Erika Muster.")
        self._role = self._add_field("F&unktion", "Zum Beispiel Landrätin oder Geschäftsführer.")
        self._place = self._add_field("O&rt", "")
        self._date = self._add_field("Da&tum", "Der Tag der Freigabe.")
        self._date.edit.setText(german_date(today()))

    def _add_field(self, caption: str, note: str) -> LineRow:
        row = LineRow(caption, note)
        row.edit.setMaximumWidth(420)
        row.edit.textChanged.connect(partial(self._on_field_changed, row))
        self.column.addWidget(row)
        return row

    def _add_buttons(self) -> None:
        self._approve = QPushButton("Frei&geben und PDF speichern…")
        self._first = QPushButton("Zur &ersten Stelle")
        self._save = QPushButton("PDF &speichern…")
        self._withdraw = QPushButton("Freigabe zurückneh&men")
        self._approve.clicked.connect(self._on_approve_clicked)
        self._first.clicked.connect(self._on_first_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._withdraw.clicked.connect(self._on_withdraw_clicked)
        line = QHBoxLayout()
        for button in (self._approve, self._first, self._save, self._withdraw):
            line.addWidget(button)
        line.addStretch(1)
        self.column.addLayout(line)

    def first_field(self) -> QWidget:
        return self._name.field

    def refresh(self, _change: Change | None) -> None:
        release = self.file.release
        draft = release is None
        for row in (self._name, self._role, self._place, self._date):
            row.setVisible(draft)
        self._approve.setVisible(draft)
        self._save.setVisible(not draft)
        self._withdraw.setVisible(self.file.work.state == "approved")
        self.show_findings()

    def set_editable(self, _editable: bool) -> None:
        """The buttons of this page are for the approved plan as well."""

    def show_findings(self) -> None:
        errors = self._errors()
        release = self.file.release
        self._first.setVisible(release is None and bool(errors))
        self._explained.setText(_approved_text(release) if release else _open_text(self, errors))
        self._notes.show_findings(errors if release is None else (), with_place=True)

    def _errors(self) -> list[Finding]:
        return [each for each in self.context.session.findings if each.level == "error"]

    @Slot()
    def _on_approve_clicked(self) -> None:
        errors = self._errors()
        if errors:
            sentence = (
                f"Vor der Freigabe {_left(self, errors)}. "
                f"Die erste Stelle ist „{errors[0].place}“: {errors[0].message}"
            )
            self.context.requests.message_wanted.emit("Freigabe noch nicht möglich", sentence)
            return
        approval = self._approval()
        if approval is not None:
            self.context.requests.approval_given.emit(approval)

    def _approval(self) -> Approval | None:
        """What was typed; None where something is missing, with the cursor at the first gap."""
        iso = iso_of(self._date.edit.text())
        rows = (self._name, self._role, self._place)
        for row in (*rows, self._date):
            row.show_error(self._problem(row))
        gaps = [row for row in (*rows, self._date) if self._problem(row)]
        if gaps or not iso:
            gaps[0].field.setFocus()
            return None
        name, role, place = (row.edit.text().strip() for row in rows)
        return Approval((Signatory(name=name, role=role),), place, iso, utc_now())

    def _problem(self, row: LineRow) -> str:
        text = row.edit.text().strip()
        if text and row is self._date and iso_of(text) is None:
            return date_problem(text)
        return "" if text else "Bitte angeben."

    def _on_field_changed(self, row: LineRow, _text: str) -> None:
        if not self._problem(row):
            row.show_error("")

    @Slot()
    def _on_first_clicked(self) -> None:
        errors = self._errors()
        if errors:
            self.context.requests.place_wanted.emit(errors[0].where, errors[0].quote)

    @Slot()
    def _on_save_clicked(self) -> None:
        self.context.requests.action_wanted.emit("pdf_final")

    @Slot()
    def _on_withdraw_clicked(self) -> None:
        self.context.requests.action_wanted.emit("withdraw")


def _left(page: ApprovalPage, errors: list[Finding]) -> str:
    """What is missing apart from what is wrong, in the words of the list of steps."""
    wrong = Overview(page.file, page.context.session.findings).number("error")
    missing = len(errors) - wrong
    told = []
    if missing:
        told.append("fehlt noch eine Angabe" if missing == 1 else f"fehlen noch {missing} Angaben")
    if wrong:
        told.append(
            "ist ein Fehler zu beheben" if wrong == 1 else f"sind {wrong} Fehler zu beheben"
        )
    return " und ".join(told)


def _approved_text(release: Release) -> str:
    names = ", ".join(f"{each.name} ({each.role})" for each in release.signatories)
    return (
        f"Freigegeben als Fassung {release.version} von {names}, {release.place}, "
        f"{german_date(release.date)}. Siegel {release.seal[:16]}… Der Text ist jetzt "
        "geschützt; bis zur Abgabe können Sie die Freigabe zurücknehmen."
    )


def _open_text(page: ApprovalPage, errors: list[Finding]) -> str:
    state = STATE_NAMES[page.file.work.state]
    warnings = sum(each.level == "warning" for each in page.context.session.findings)
    if errors:
        return f"Zustand: {state}. Vor der Freigabe {_left(page, errors)}:"
    also = f" {counted(warnings, 'Warnung bleibt', 'Warnungen bleiben')} offen." if warnings else ""
    return (
        f"Zustand: {state}. Kein Fehler steht der Freigabe entgegen.{also} Mit der Freigabe wird "
        "das Dokument besiegelt und das PDF geschrieben."
    )
