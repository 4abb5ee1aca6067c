"""„Termine“: each change is a step of the draft at once, and is undone like one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.editing.own_dates import (
    AddDate,
    ChangeDate,
    RemoveDate,
    SettleDate,
)
from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.dates import today
from lpd_desktop.gui.draft_dialog import DraftDialog
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.messages import tell
from lpd_desktop.gui.own_dates.date_row import FormDateRow, NameBox, OwnDateRow, heading
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.own_dates import MINISTRY, DueDate, OwnDate, free_labels
from lpd_desktop.plan.plan_dates import dates_of
from lpd_desktop.runtime.errors import LpdError

TITLE = "Termine"
_ABOUT = (
    "Wann der Plan wo sein muss: Die Startseite erinnert daran. Termine stehen nie im PDF und "
    "lassen sich in jedem Zustand ändern."
)
_NEW_ABOUT = "Wählen Sie einen Vorschlag oder schreiben Sie einen eigenen Namen."


class DatesDialog(DraftDialog):
    """Rows for the deadlines of the form, then one for each own date."""

    def __init__(self, parent: QWidget, context: PageContext) -> None:
        super().__init__(parent, context, TITLE)
        self.rows: list[OwnDateRow] = []
        self.form_rows: list[FormDateRow] = []
        self._was_told_of_wrong = False
        self._own = QVBoxLayout()
        self._own.setSpacing(14)
        self.new_label = NameBox()
        self.add = QPushButton("&Hinzufügen")
        self.add.setAutoDefault(False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self._arrange()
        self.add.clicked.connect(self._on_add)
        self.new_label.entered.connect(self._on_add)
        self._buttons.rejected.connect(self.reject)
        of_form = {(row.due.label, row.due.date) for row in self.form_rows}
        for own in sorted(self._file.work.dates, key=_by_day):
            if (own.label, own.date) not in of_form:
                self._add_row(own)
        self._show()

    @property
    def _file(self) -> LpdFile:
        return self._session.file

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addWidget(quiet_label(_ABOUT))
        deadlines = [each for each in dates_of(self._file) if each.origin == "form"]
        if deadlines:
            column.addWidget(heading("Fristen des Formulars"))
        for due in deadlines:
            column.addWidget(self._new_form_row(due))
        column.addWidget(heading("Eigene Termine"))
        self._none = quiet_label("Noch keine.")
        column.addWidget(self._none)
        column.addLayout(self._own)
        new = QHBoxLayout()
        new.addWidget(FormRow("&Neuer Termin", self.new_label, _NEW_ABOUT), 1)
        new.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(new)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self.resize(600, 480)

    def _new_form_row(self, due: DueDate) -> FormDateRow:
        row = FormDateRow(due, today())
        row.settled.connect(self._on_settled)
        self.form_rows.append(row)
        return row

    def _add_row(self, own: OwnDate) -> OwnDateRow:
        row = OwnDateRow(own, today())
        row.change_wanted.connect(self._on_change_wanted)
        row.removal_wanted.connect(self._on_removal_wanted)
        self._own.addWidget(row)
        self.rows.append(row)
        return row

    def _show(self) -> None:
        """Brings everything beside the fields that are typed into up to date."""
        now = {(each.label, each.date): each for each in dates_of(self._file)}
        for row in self.form_rows:
            row.show_date(now[row.due.label, row.due.date], today())
        self._none.setVisible(not self.rows)
        self._propose()

    def _propose(self) -> None:
        """The usual names that are free; a form with deadlines says itself when the ministry is."""
        typed = self.new_label.currentText()
        is_own = self.new_label.findText(typed) < 0
        labels = free_labels(self._file.work.dates)
        self.new_label.clear()
        self.new_label.addItems([each for each in labels if each != MINISTRY or not self.form_rows])
        if is_own and typed:
            self.new_label.setEditText(typed)

    @Slot()
    def _on_add(self) -> None:
        own = OwnDate(label=" ".join(self.new_label.currentText().split()))
        if self._note("Termin hinzufügen", AddDate(own)):
            row = self._add_row(own)
            self.new_label.clearEditText()
            self._show()
            announce(self, f"Termin „{own.label}“ hinzugefügt.")
            row.day.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.new_label.setFocus()

    @Slot(object, object)
    def _on_change_wanted(self, row: OwnDateRow, new: OwnDate) -> None:
        if self._note("Termin ändern", ChangeDate(row.own, new)):
            row.show_date(new, today())
            self._show()
        else:
            row.show_date(row.own, today())

    @Slot(object)
    def _on_removal_wanted(self, row: OwnDateRow) -> None:
        if self._note("Termin entfernen", RemoveDate(row.own)):
            self.new_label.setFocus(Qt.FocusReason.OtherFocusReason)
            self.rows.remove(row)
            self._own.removeWidget(row)
            row.hide()
            row.deleteLater()
            self._show()
            announce(self, f"Termin „{row.own.label}“ entfernt.")

    @Slot(str, str, bool)
    def _on_settled(self, label: str, day: str, done: bool) -> None:
        self._note("Termin ändern", SettleDate(label, day, done))
        self._show()

    def _note(self, title: str, step: Callable[[LpdFile], LpdFile]) -> bool:
        try:
            self._session.draft.change_dates(title, step)
        except LpdError as error:
            tell(self, title, str(error))
            return False
        return True

    def reject(self) -> None:
        """Takes what was typed last; what cannot be stored is shown once before it goes."""
        for row in self.rows:
            row.flush()
        wrong = next((row.wrong_field for row in self.rows if row.wrong_field), None)
        if wrong is not None and not self._was_told_of_wrong:
            self._was_told_of_wrong = True
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().reject()


def _by_day(own: OwnDate) -> tuple[bool, str]:
    return not own.date, own.date
