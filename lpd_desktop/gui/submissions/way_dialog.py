"""Asks on which way a document really went, and who says so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from lpd_desktop.gui.form_row import FormRow, LineRow
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.submissions.way_box import WayBox
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.states import Actor
from lpd_desktop.runtime.account import account_name
from lpd_desktop.store.submission_entries import WAY_NAMES, Way

TITLE = "Weg berichtigen"
_RECORDED = "Im Verzeichnis steht: {way}. Das bleibt dort mit Ihrer Berichtigung zu sehen."
_SAME = "Dieser Weg steht schon im Verzeichnis."
_NO_SIGNATURE = "Name und Funktion stehen mit der Zeit bei der Einreichung; das ist ein Vermerk."


class WayDialog(ScrollingDialog):
    """`agreed` tells the way, and who says so."""

    agreed = Signal(str, object)

    def __init__(self, parent: QWidget, recorded: Way, person: Signatory) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._recorded = recorded
        self.ways = WayBox()
        self.ways.choose(recorded)
        self.way = FormRow("&Tatsächlicher Weg", self.ways)
        self.name, self.role = LineRow("&Name"), LineRow("&Funktion")
        self.name.edit.setText(person.name)
        self.role.edit.setText(person.role)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.agree = buttons.addButton("&Berichtigen", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._on_agreed)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(WrappedLabel(_RECORDED.format(way=WAY_NAMES[recorded])))
        for widget in (self.way, self.name, self.role, quiet_label(_NO_SIGNATURE)):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(buttons)
        self.resize(520, 360)
        self.agree.setDefault(True)
        self.ways.setFocus()

    @Slot()
    def _on_agreed(self) -> None:
        name, role = (row.edit.text().strip() for row in (self.name, self.role))
        problems = (
            (self.way, _SAME if self.ways.way == self._recorded else ""),
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
        self.agreed.emit(self.ways.way, Actor(name, role, account_name()))
