"""Beside the page: help from the form, and the findings of this page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabWidget, QTextBrowser

from lpd_desktop.check.finding import LEVEL_NAMES, Finding
from lpd_desktop.form.model import BudgetItem, Form, TargetsItem, TopicsItem
from lpd_desktop.gui.finding_list import Line, LineList
from lpd_desktop.gui.marks import level_icon
from lpd_desktop.gui.steps import Step

_OWN_HELP = {
    "review": "Hier stehen alle Befunde des ganzen Dokuments. Fehler verhindern nur die Freigabe, "
    "nie das Schreiben. Ein Klick oder die Eingabetaste führt zur Stelle; F8 führt zum nächsten "
    "Befund, Umschalt+F8 zum vorigen.",
    "approval": "Mit der Freigabe wird das Dokument besiegelt und als PDF geschrieben. Bis zur "
    "Abgabe können Sie die Freigabe zurücknehmen und weiterschreiben.",
}


class SidePanel(QTabWidget):
    """Two tabs; may be folded away."""

    def __init__(self) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setAccessibleName("Neben der Seite")
        self._help = QTextBrowser()
        self._help.setAccessibleName("Hilfe zu dieser Seite")
        self._help.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._help.setTabChangesFocus(True)
        self._help.document().setDocumentMargin(12)
        self.findings = LineList("Hinweise zu dieser Seite")
        self.findings.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.addTab(self._help, "Hilfe")
        self.addTab(self.findings, "Hinweise")

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

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Shows the findings of the page."""
        self.findings.show_lines([finding_line(finding) for finding in findings])
        count = f" ({len(findings)})" if findings else ""
        self.setTabText(1, f"Hinweise{count}")


def finding_line(finding: Finding) -> Line:
    """A finding as an entry of a list."""
    return Line(
        title=finding.place,
        text=f"{finding.message} {finding.suggestion}".strip(),
        icon=level_icon(finding.level),
        level=LEVEL_NAMES[finding.level],
        where=finding.where,
        quote=finding.quote,
    )


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
