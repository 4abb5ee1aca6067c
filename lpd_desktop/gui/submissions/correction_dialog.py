"""Asks on which way and day a document really went, and who says so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from lpd_desktop.gui.dates import iso_of
from lpd_desktop.gui.form_row import FormRow, LineRow
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.submissions.sent_day import problem_of_sent_day
from lpd_desktop.gui.submissions.way_box import WayBox
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.states import Actor
from lpd_desktop.runtime.account import account_name
from lpd_desktop.runtime.german import german_date
from lpd_desktop.store.submission_entries import WAY_NAMES, Correction, Way

TITLE = "Weg oder Tag berichtigen"
_RECORDED = "Im Verzeichnis steht: {way}, {day}. Das bleibt dort mit Ihrer Berichtigung zu sehen."
_SAME = "Weg und Tag stehen so schon im Verzeichnis."
_NO_SIGNATURE = "Name und Funktion stehen mit der Zeit bei der Einreichung; das ist ein Vermerk."


class CorrectionDialog(ScrollingDialog):
    """`agreed` tells the correction, and who says so."""

    agreed = Signal(object, object)

    def __init__(
        self, parent: QWidget, way: Way, day: str, person: Signatory, approved: str = ""
    ) -> None:
        """Shows what the register says; `day` and the day of the approval are ISO."""
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._recorded, self._approved = Correction(way, day), approved
        self.ways = WayBox()
        if way == "unknown":
            self.ways.insertItem(0, WAY_NAMES[way], way)
        self.ways.choose(way)
        self.way = FormRow("&Tatsächlicher Weg", self.ways)
        self.day = LineRow("T&ag der Übergabe")
        self.name, self.role = LineRow("&Name"), LineRow("&Funktion")
        texts = (german_date(day), person.name, person.role)
        for row, text in zip((self.day, self.name, self.role), texts, strict=True):
            row.edit.setText(text)
        self._arrange(_RECORDED.format(way=WAY_NAMES[way], day=german_date(day)))

    def _arrange(self, recorded: str) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.agree = buttons.addButton("&Berichtigen", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._on_agreed)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(WrappedLabel(recorded))
        for widget in (self.way, self.day, self.name, self.role, quiet_label(_NO_SIGNATURE)):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(buttons)
        self.resize(520, 420)
        self.agree.setDefault(True)
        self.ways.setFocus()

    @Slot()
    def _on_agreed(self) -> None:
        name, role, day = (row.edit.text().strip() for row in (self.name, self.role, self.day))
        told = Correction(self.ways.way, iso_of(day) or "")
        problems = (
            (self.way, _SAME if told == self._recorded else ""),
            (self.day, problem_of_sent_day(day, self._approved, self._recorded.day)),
            (self.name, "" if name else "Bitte angeben."),
            (self.role, "" if role else "Bitte angeben."),
        )
        for row, problem in problems:
            row.show_error(problem)
        wrong = [row for row, problem in problems if problem]
        if wrong:
            wrong[0].field.setFocus()
            return
        self.accept()
        way = None if told.way == self._recorded.way else told.way
        day = "" if told.day == self._recorded.day else told.day
        self.agreed.emit(Correction(way, day), Actor(name, role, account_name()))
