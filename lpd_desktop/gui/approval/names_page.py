"""Who approves, in which function, where and when; who signs along."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from lpd_desktop.editing.signature_sheet import signature_sheet_of
from lpd_desktop.gui.approval.assistant_page import AssistantPage
from lpd_desktop.gui.approval.entries import Entries
from lpd_desktop.gui.approval.people_rows import PeopleRows
from lpd_desktop.gui.approval.told_states import NO_SIGNATURE
from lpd_desktop.gui.dates import date_problem, iso_of
from lpd_desktop.gui.form_row import LineRow
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.rows import row_of
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.plan.characters import unsettable
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import problem_of_day
from lpd_desktop.release.four_eyes import editor_conflict
from lpd_desktop.runtime.account import account_name
from lpd_desktop.runtime.german import counted

_RULE = (
    "In Ihrem Jobcenter gilt die Vier-Augen-Regel: Wer freigibt, hat den Text nicht zuletzt "
    "bearbeitet. Das Programm vergleicht dafür den eingetippten Namen und das Benutzerkonto des "
    "Rechners mit denen, unter denen zuletzt geschrieben wurde. Es bewahrt vor einem Versehen; wer "
    "wirklich davor sitzt, prüft es nicht."
)
_IN_REVIEW = "Ändern lässt es sich nur im Entwurf."


class NamesPage(AssistantPage):
    """What is typed is told at once, so that closing the assistant loses nothing."""

    title = "Wer gibt frei?"

    def __init__(self, context: PageContext, entries: Entries) -> None:
        super().__init__(context)
        self._rule_holds = False
        self.name = LineRow("&Name", "Wer freigibt, zum Beispiel Dr. Erika Muster.")
        self.role = LineRow("F&unktion", "Zum Beispiel Landrätin oder Geschäftsführer.")
        self.place = LineRow("O&rt")
        self.date = LineRow("&Datum", "Der Tag der Freigabe.")
        self.others = PeopleRows("Mitzeichnung", "&Mitzeichnung hinzufügen")
        self.rule = WrappedLabel(_RULE)
        self.rule.hide()
        self.sheet = QLabel()
        self.sheet.setWordWrap(True)
        self._to_sheet = QPushButton("Un&terschriftenblatt…")
        self._to_sheet.setAutoDefault(False)
        self._fill(entries)
        self._arrange()
        self._connect()

    def _fill(self, entries: Entries) -> None:
        typed = (entries.name, entries.role, entries.place, entries.date)
        for row, text in zip(self._rows, typed, strict=True):
            row.edit.setText(text)
            row.edit.setMaximumWidth(420)
        self.others.show_people(entries.cosigners)

    @property
    def _rows(self) -> tuple[LineRow, ...]:
        return (self.name, self.role, self.place, self.date)

    def _arrange(self) -> None:
        holder, area = QWidget(), QScrollArea()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(quiet_label(NO_SIGNATURE))
        for widget in (self.rule, *self._rows):
            column.addWidget(widget)
        column.addWidget(QLabel("Wer zeichnet mit?"))
        column.addWidget(self.others)
        line = row_of(self._to_sheet, self.sheet)
        line.setStretch(1, 1)
        column.addLayout(line)
        column.addStretch(1)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        area.setWidget(holder)
        self.column.addWidget(area, 1)

    def _connect(self) -> None:
        for row in self._rows:
            row.edit.textChanged.connect(self._on_typed)
        self.others.changed.connect(self._on_typed)
        self._to_sheet.clicked.connect(self._on_sheet_clicked)

    @property
    def entries(self) -> Entries:
        """What stands in the fields."""
        name, role, place, date = (row.edit.text() for row in self._rows)
        return Entries(name, role, place, date, self.others.people)

    def hold_rule(self, holds: bool) -> None:
        """Whether the office approves with four eyes."""
        self._rule_holds = holds
        self.rule.setVisible(holds)
        self._show_conflict()

    def enter(self) -> None:
        """Says whether there is a sheet for signatures."""
        sheet = signature_sheet_of(self.file)
        told = "Das PDF hat kein Unterschriftenblatt."
        if sheet.is_wanted:
            rows = 1 + len(self.others.people) + len(sheet.signers) + sheet.lines
            told = f"Das PDF hat ein Unterschriftenblatt mit {counted(rows, 'Zeile', 'Zeilen')}."
        is_free = self.session.draft.is_editable
        self.sheet.setText(told if is_free else f"{told} {_IN_REVIEW}")
        self._to_sheet.setEnabled(is_free)
        self._show_conflict()

    def problem(self) -> str:
        """What is missing or no date stops, and so does the rule; the cursor goes there."""
        for row in self._rows:
            row.show_error(self._problem_of(row))
        wrong = [row for row in self._rows if self._problem_of(row)]
        gap = self.others.gap()
        if wrong:
            wrong[0].field.setFocus()
            return f"{_caption(wrong[0])}: {self._problem_of(wrong[0])}"
        if gap is not None:
            gap.setFocus()
            return f"{gap.accessibleName()}: Bitte angeben."
        return self._conflict()

    def first_field(self) -> QWidget:
        empty = (row for row in self._rows if not row.edit.text().strip())
        return next(empty, self.name).field

    def _problem_of(self, row: LineRow) -> str:
        text = row.edit.text().strip()
        if not text:
            return "Bitte angeben."
        if row is self.date:
            day = iso_of(text)
            return date_problem(text) if day is None else problem_of_day(self.file, day)
        strange = unsettable(text)
        return (
            f"„{strange[0]}“ lässt sich im PDF nicht setzen; bitte schreiben Sie es mit "
            "lateinischen Buchstaben."
            if strange
            else ""
        )

    def _conflict(self) -> str:
        name, role = (row.edit.text().strip() for row in (self.name, self.role))
        if not (self._rule_holds and name):
            return ""
        approver = Signatory(name=name, role=role)
        return editor_conflict(self.file.work, approver, account_name())

    def _show_conflict(self) -> None:
        self.name.hold("error", self._conflict())

    @Slot()
    def _on_typed(self) -> None:
        for row in self._rows:
            if not self._problem_of(row):
                row.show_error("")
        self._show_conflict()
        self.changed.emit()

    @Slot()
    def _on_sheet_clicked(self) -> None:
        from lpd_desktop.gui.approval.signature_sheet_dialog import SignatureSheetDialog

        SignatureSheetDialog(self, self.context).open()


def _caption(row: LineRow) -> str:
    return row.field.accessibleName()
