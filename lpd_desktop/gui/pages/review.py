"""All findings of the plan, and what is still missing; each leads to its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from lpd_desktop.check.finding import LEVELS, Finding, Level
from lpd_desktop.check.summary import completeness
from lpd_desktop.editing.open_draft import Change
from lpd_desktop.gui.finding_list import Line, LineList
from lpd_desktop.gui.marks import mark
from lpd_desktop.gui.pages.page import Page
from lpd_desktop.gui.side_panel import finding_line
from lpd_desktop.gui.step_states import step_states
from lpd_desktop.gui.steps import Steps
from lpd_desktop.plan.file import LpdFile

_GROUPS: dict[Level, str] = {
    "error": "Fehler – vor der Freigabe zu beheben",
    "warning": "Warnungen – bitte ansehen",
    "hint": "Hinweise",
}


class ReviewPage(Page):
    """The list scrolls, the page does not."""

    scrolls = False

    def build(self) -> None:
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._list = LineList("Befunde des ganzen Dokuments")
        self._list.chosen.connect(self._on_line_chosen)
        self.column.addWidget(self._summary)
        self.column.addWidget(self._list, 1)
        self.show_findings()

    def first_field(self) -> QWidget:
        return self._list

    def refresh(self, _change: Change | None) -> None:
        if self.isVisible():
            self.show_findings()

    def show_findings(self) -> None:
        findings = self.context.session.findings
        file = self.file
        self._list.show_lines(list(review_lines(file, findings)))
        self._summary.setText(_summary(file, findings))

    @Slot(object)
    def _on_line_chosen(self, line: Line) -> None:
        self.context.requests.place_wanted.emit(line.where, line.quote)


def _summary(file: LpdFile, findings: Sequence[Finding]) -> str:
    percent = completeness(file.form, file.plan)
    if not findings:
        return f"Das Dokument ist zu {percent} % vollständig; die Prüfung findet nichts."
    return (
        f"Das Dokument ist zu {percent} % vollständig. Ein Klick oder die Eingabetaste führt "
        "zur Stelle."
    )


def review_lines(file: LpdFile, findings: Sequence[Finding]) -> Iterator[Line]:
    """The findings by level, then the parts that are not finished."""
    for level in LEVELS:
        group = [finding for finding in findings if finding.level == level]
        if group:
            yield Line(f"{_GROUPS[level]} ({len(group)})")
            yield from map(finding_line, group)
    missing = list(_missing(file, findings))
    if missing:
        yield Line(f"Was fehlt noch? ({len(missing)})")
        yield from missing


def _missing(file: LpdFile, findings: Sequence[Finding]) -> Iterator[Line]:
    steps = Steps(file.form, file.plan)
    states = step_states(steps, file, findings)
    for step in steps:
        state = states[step.key]
        if step.item and state.progress in ("empty", "started"):
            text = (
                "Noch leer." if state.progress == "empty" else "Begonnen, noch nicht vollständig."
            )
            yield Line(step.label, text, mark(state.progress), state.name, step.key)
