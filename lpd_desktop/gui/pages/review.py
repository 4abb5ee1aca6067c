"""All findings of the plan, and what is still missing; each leads to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from lpd_desktop.check.finding import LEVELS, Finding, Level
from lpd_desktop.check.summary import completeness
from lpd_desktop.editing.open_draft import Change
from lpd_desktop.gui.finding_buttons import FindingButtons
from lpd_desktop.gui.finding_lines import Folds, review_lines
from lpd_desktop.gui.finding_list import LineList
from lpd_desktop.gui.lines import Line
from lpd_desktop.gui.marks import level_icon
from lpd_desktop.gui.pages.page import Page
from lpd_desktop.plan.file import LpdFile

_CAPTIONS: dict[Level, str] = {
    "error": "&Fehler",
    "warning": "Wa&rnungen",
    "hint": "H&inweise",
}


class ReviewPage(Page):
    """The list scrolls, the page does not."""

    scrolls = False

    def build(self) -> None:
        self._folds = Folds()
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._list = LineList("Befunde des ganzen Dokuments", click_leads=False)
        self._list.chosen.connect(self._on_line_chosen)
        self._list.fold_wanted.connect(self._on_fold_wanted)
        self._boxes = {level: self._filter_box(level) for level in LEVELS}
        self.column.addWidget(self._summary)
        self.column.addLayout(self._filters())
        self.column.addWidget(self._list, 1)
        buttons = FindingButtons(self._list, self.context.requests, on_page=True)
        self.column.addWidget(buttons)
        self.show_findings()

    def _filter_box(self, level: Level) -> QCheckBox:
        box = QCheckBox(_CAPTIONS[level])
        box.setIcon(level_icon(level))
        box.setChecked(True)
        box.toggled.connect(self._on_filter_toggled)
        return box

    def _filters(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(20)
        line.addWidget(QLabel("Anzeigen:"))
        for box in self._boxes.values():
            line.addWidget(box)
        line.addStretch(1)
        return line

    def first_field(self) -> QWidget:
        return self._list

    def set_editable(self, _editable: bool) -> None:
        """Findings of an approved plan can be looked at as well."""

    def refresh(self, _change: Change | None) -> None:
        if self.isVisible():
            self.show_findings()

    def show_findings(self) -> None:
        session = self.context.session
        levels = [level for level, box in self._boxes.items() if box.isChecked()]
        lines = review_lines(self.file, session.findings, session.accepted, levels, self._folds)
        self._list.show_lines(list(lines))
        self._summary.setText(_summary(self.file, session.findings))
        for level, box in self._boxes.items():
            number = sum(each.level == level for each in session.findings)
            box.setText(f"{_CAPTIONS[level]} ({number})")

    @Slot()
    def _on_filter_toggled(self) -> None:
        self.show_findings()

    @Slot(object)
    def _on_fold_wanted(self, line: Line) -> None:
        self._folds.turn(line)
        self.show_findings()

    @Slot(object)
    def _on_line_chosen(self, line: Line) -> None:
        self.context.requests.place_wanted.emit(line.where, line.quote)


def _summary(file: LpdFile, findings: Sequence[Finding]) -> str:
    percent = completeness(file.form, file.plan)
    if not findings:
        return f"Das Dokument ist zu {percent} % vollständig; die Prüfung findet nichts."
    return (
        f"Das Dokument ist zu {percent} % vollständig. Die Eingabetaste oder ein Doppelklick "
        "führt zur Stelle."
    )
