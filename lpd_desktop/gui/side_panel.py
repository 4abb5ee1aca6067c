"""Beside the page: help from the form, and the findings of this page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from lpd_desktop.check.acknowledgement import AcceptedFinding
from lpd_desktop.check.finding import Finding
from lpd_desktop.form.model import BudgetItem, Form, TargetsItem, TopicsItem
from lpd_desktop.gui.finding_buttons import FindingButtons
from lpd_desktop.gui.finding_lines import Folds, page_lines
from lpd_desktop.gui.finding_list import LineList
from lpd_desktop.gui.lines import Line
from lpd_desktop.gui.pages.page import Requests
from lpd_desktop.gui.steps import Step

_OWN_HELP = {
    "review": "Hier stehen alle Befunde des ganzen Dokuments. Fehler verhindern nur die Freigabe, "
    "nie das Schreiben. Die Eingabetaste oder ein Doppelklick führt zur Stelle; F8 führt zum "
    "nächsten Befund, Umschalt+F8 zum vorigen. Warnungen und Hinweise, die so bleiben sollen, "
    "nehmen Sie mit einer Begründung zur Kenntnis; sie stehen dann am Ende der Liste.",
    "approval": "Mit der Freigabe wird das Dokument besiegelt und als PDF geschrieben. Bis zur "
    "Abgabe können Sie die Freigabe zurücknehmen und weiterschreiben.",
}


class SidePanel(QTabWidget):
    """Two tabs; may be folded away."""

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setAccessibleName("Neben der Seite")
        self._folds = Folds()
        self._found: tuple[Sequence[Finding], Sequence[AcceptedFinding]] = ((), ())
        self._help = QTextBrowser()
        self._help.setAccessibleName("Hilfe zu dieser Seite")
        self._help.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._help.setTabChangesFocus(True)
        self._help.document().setDocumentMargin(12)
        self.findings = LineList("Hinweise zu dieser Seite")
        self.findings.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.addTab(self._help, "Hilfe")
        self.findings.fold_wanted.connect(self._on_fold_wanted)
        self.addTab(self._with_buttons(requests), "Hinweise")

    def _with_buttons(self, requests: Requests) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.findings, 1)
        column.addWidget(FindingButtons(self.findings, requests))
        return holder

    def sizeHint(self) -> QSize:
        return QSize(280, 400)

    def show_help(self, form: Form, step: Step) -> None:
        """Shows what the form says about the step."""
        self._help.clear()
        cursor = self._help.textCursor()
        for index, (bold, text) in enumerate(help_lines(form, step)):
            if index:
                cursor.insertBlock()
            block = cursor.blockFormat()
            block.setBottomMargin(8)
            cursor.setBlockFormat(block)
            style = cursor.charFormat()
            style.setFontWeight(600 if bold else 400)
            cursor.insertText(text, style)
        self._help.verticalScrollBar().setValue(0)

    def focus_help(self) -> None:
        """Brings the help to the front and sets the focus into it."""
        self.setCurrentWidget(self._help)
        self._help.setFocus()

    def show_findings(
        self, findings: Sequence[Finding], accepted: Sequence[AcceptedFinding] = ()
    ) -> None:
        """Shows the findings of the page, those that are open and those that were accepted."""
        self._found = (findings, accepted)
        self.findings.show_lines(list(page_lines(findings, accepted, self._folds)))
        count = f" ({len(findings)})" if findings else ""
        self.setTabText(1, f"Hinweise{count}")

    def tell_finding(self, finding: Finding) -> None:
        """Brings a finding to the front: its words may be out of sight below a long field."""
        self.setCurrentIndex(1)
        if not self.findings.go_to(finding):
            self._folds.open_all(self.findings.lines)
            self.show_findings(*self._found)
            self.findings.go_to(finding)

    @Slot(object)
    def _on_fold_wanted(self, line: Line) -> None:
        self._folds.turn(line)
        self.show_findings(*self._found)


def help_lines(form: Form, step: Step) -> Iterator[tuple[bool, str]]:
    """Captions (True) and texts (False) of the help for a step."""
    yield True, step.label
    item = form.item(step.item)
    if item is None:
        yield False, _OWN_HELP.get(step.kind, "")
        return
    if item.help and step.kind != "topic":
        yield False, form.text(item.help)
    if isinstance(item, TopicsItem) and step.kind == "topic":
        yield from _topic_help(form, item, step)
    if isinstance(item, BudgetItem):
        named = [row for row in item.rows if row.help]
        for row in named:
            yield True, row.label
            yield False, form.text(row.help)
    if isinstance(item, TargetsItem):
        for target in item.targets:
            if target.help:
                yield True, target.label
                yield False, form.text(target.help)


def _topic_help(form: Form, item: TopicsItem, step: Step) -> Iterator[tuple[bool, str]]:
    topic = item.topic(step.part)
    if topic is not None and topic.help:
        yield False, form.text(topic.help)
    for question in item.questions_of(step.part):
        if question.help:
            yield True, form.text(question.text)
            yield False, form.text(question.help)
