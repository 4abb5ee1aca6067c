"""What is still open: errors stop, warnings and remarks are told, accepted ones with reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from lpd_desktop.check.finding import Finding
from lpd_desktop.gui.approval.assistant_page import AssistantPage
from lpd_desktop.gui.findings.finding_lines import (
    Folds,
    accepted_line,
    finding_line,
    folded,
    missing_line,
)
from lpd_desktop.gui.findings.finding_list import LineList
from lpd_desktop.gui.findings.lines import Line
from lpd_desktop.gui.findings.overview import Overview
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.rows import row_of
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.session import PlanSession
from lpd_desktop.gui.steps.step_states import is_gap
from lpd_desktop.plan.remark import open_remarks, shown_remarks
from lpd_desktop.release.states import steps_from
from lpd_desktop.runtime.german import counted

_NOT_YET = "Das Dokument wird geprüft …"
_FREE = "Kein Fehler steht der Freigabe entgegen."
_JUMP = (
    "Die Eingabetaste führt zu der gewählten Stelle; der Assistent schließt sich und behält alle "
    "Angaben."
)


def left_words(session: PlanSession) -> str:
    """What is missing apart from what is wrong, in the words of the list of steps."""
    errors = sum(each.level == "error" for each in session.findings)
    wrong = Overview(session.file, session.findings).number("error")
    missing = errors - wrong
    told = []
    if missing:
        told.append("fehlt noch eine Angabe" if missing == 1 else f"fehlen noch {missing} Angaben")
    if wrong:
        told.append(
            "ist ein Fehler zu beheben" if wrong == 1 else f"sind {wrong} Fehler zu beheben"
        )
    return " und ".join(told)


def errors_sentence(session: PlanSession) -> str:
    """Why the plan cannot be approved as it is, with the first place; empty where it can."""
    errors = _of_level(session.findings, "error")
    if not errors:
        return ""
    return (
        f"Vor der Freigabe {left_words(session)}. "
        f"Die erste Stelle ist „{errors[0].place}“: {errors[0].message}"
    )


class OpenPage(AssistantPage):
    """Each line leads to its place."""

    title = "Was ist noch offen?"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._folds = Folds()
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.list = LineList("Was noch offen ist", click_leads=False)
        self.list.setMinimumHeight(self.fontMetrics().height() * 6)
        self.list.setAccessibleDescription(_JUMP)
        self.remarks = QLabel()
        self._to_remarks = QPushButton("An&merkungen…")
        self._to_remarks.setAutoDefault(False)
        self.column.addWidget(self.summary)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(quiet_label(_JUMP))
        self.column.addLayout(row_of(self.remarks, self._to_remarks, None))
        self.list.chosen.connect(self._on_chosen)
        self.list.fold_wanted.connect(self._on_fold_wanted)
        self._to_remarks.clicked.connect(self._on_remarks_clicked)
        self.session.findings_changed.connect(self.enter)

    def enter(self) -> None:
        """Shows what the newest check says."""
        session = self.session
        self.list.show_lines(list(self._lines()) if session.was_checked else [])
        self.summary.setText(self._summary())
        self.remarks.setText(told_remarks(session))
        is_any = bool(shown_remarks(self.file.work.remarks))
        self._to_remarks.setVisible(is_any)

    def problem(self) -> str:
        """Errors and the wrong state stop; so does a check that is not done yet."""
        step = next(each for each in steps_from(self.file) if each.key == "approve")
        if not step.is_possible:
            return step.reason
        if not self.session.is_checked:
            self.session.check_now()
            return f"{_NOT_YET} Bitte warten Sie einen Augenblick."
        return errors_sentence(self.session)

    def first_field(self) -> QWidget:
        return self.list

    def _summary(self) -> str:
        if not self.session.is_checked:
            return _NOT_YET
        left = left_words(self.session)
        warnings = len(_of_level(self.session.findings, "warning"))
        also = counted(warnings, "Warnung bleibt offen", "Warnungen bleiben offen")
        first = f"Vor der Freigabe {left}." if left else _FREE
        return f"{first} {also}." if warnings else first

    def _lines(self) -> Iterator[Line]:
        findings, folds = self.session.findings, self._folds
        errors, warnings, hints = (
            _of_level(findings, level) for level in ("error", "warning", "hint")
        )
        told = [missing_line(each) if is_gap(each, None) else finding_line(each) for each in errors]
        yield from _group("Steht der Freigabe entgegen", "errors", told, folds)
        yield from _group("Warnungen", "warnings", [*map(finding_line, warnings)], folds)
        accepted = [*map(accepted_line, self.session.accepted)]
        yield from _group("Zur Kenntnis genommen, mit Begründung", "accepted", accepted, folds)
        header = Line("Hinweise", fold="hints")
        yield from folded(header, [*map(finding_line, hints)], folds)

    @Slot(object)
    def _on_chosen(self, line: Line) -> None:
        self.place_wanted.emit(line.where, line.quote)

    @Slot(object)
    def _on_fold_wanted(self, line: Line) -> None:
        self._folds.turn(line)
        self.enter()

    @Slot()
    def _on_remarks_clicked(self) -> None:
        self.action_wanted.emit("remarks")


def told_remarks(session: PlanSession) -> str:
    """How many remarks are open; they never stop an approval."""
    number = len(open_remarks(session.file.work.remarks))
    if not number:
        return "Keine Anmerkung ist offen."
    return f"{counted(number, 'Anmerkung ist', 'Anmerkungen sind')} noch offen."


def _of_level(findings: Sequence[Finding], level: str) -> list[Finding]:
    return [each for each in findings if each.level == level]


def _group(title: str, key: str, lines: Sequence[Line], folds: Folds) -> Iterator[Line]:
    yield from folded(Line(title, fold=key), lines, folds, is_open_at_first=True)
