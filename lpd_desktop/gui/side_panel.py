"""Beside the page: help from the form, last year's answers, findings of this page, remarks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from lpd_desktop.check.acknowledgement import AcceptedFinding
from lpd_desktop.check.finding import Finding
from lpd_desktop.gui.beside.earlier_tab import EarlierTab
from lpd_desktop.gui.beside.followed_place import FollowedPlace
from lpd_desktop.gui.beside.help_view import HelpView
from lpd_desktop.gui.findings.finding_buttons import FindingButtons
from lpd_desktop.gui.findings.finding_lines import Folds, page_lines
from lpd_desktop.gui.findings.finding_list import LineList
from lpd_desktop.gui.findings.lines import Line
from lpd_desktop.gui.look.marks import mark
from lpd_desktop.gui.pages.page import Page, PageContext, Requests
from lpd_desktop.gui.remarks.remark_tab import RemarkTab
from lpd_desktop.gui.steps.step_states import StepState

_FINDINGS, _REMARKS = 2, 3


class SidePanel(QTabWidget):
    """Tabs that follow the cursor of the page, and the remarks; may be folded away."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setAccessibleName("Neben der Seite")
        self._context = context
        self._folds = Folds()
        self._found: tuple[Sequence[Finding], Sequence[AcceptedFinding]] = ((), ())
        self._state: StepState | None = None
        self._listed: object = None
        self._place: FollowedPlace | None = None
        self.help = HelpView()
        self.earlier = EarlierTab(context)
        self.findings = LineList("Hinweise zu dieser Seite")
        self.findings.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.findings.fold_wanted.connect(self._on_fold_wanted)
        self.addTab(self.help, "Hilfe")
        self.addTab(self.earlier, "Vorjahr")
        self.addTab(self._with_buttons(context.requests), "Hinweise")
        self.remarks = RemarkTab()
        self.addTab(self.remarks, mark("remark"), "")
        self.count_remarks(0)
        self.currentChanged.connect(self._fill)

    def _with_buttons(self, requests: Requests) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.findings, 1)
        column.addWidget(FindingButtons(self.findings, requests))
        return holder

    def sizeHint(self) -> QSize:
        return QSize(280, 400)

    def show_page(self, page: Page) -> None:
        """Shows what belongs to another page, or to one whose form has changed."""
        self.help.show_page(self._context.session.file.form, page.step)
        focused = page.focusWidget()
        self._follow(FollowedPlace.on(page, focused, self._place))

    def follow(self, page: Page, field: QWidget) -> None:
        """Shows what belongs to the question whose field has got the focus."""
        if page.isAncestorOf(field):
            self._follow(FollowedPlace.on(page, field, self._place))

    def _follow(self, place: FollowedPlace) -> None:
        if place != self._place:
            self._place = place
            self.help.follow(place.where)
            self.earlier.follow(place)

    def focus_help(self) -> None:
        """Brings the help to the front and sets the focus into it."""
        self.setCurrentWidget(self.help)
        self.help.setFocus()

    def focus_earlier(self) -> None:
        """Brings last year's answer to the front and sets the focus into it."""
        self.setCurrentWidget(self.earlier)
        self.earlier.focus()

    def show_findings(
        self,
        findings: Sequence[Finding],
        accepted: Sequence[AcceptedFinding] = (),
        state: StepState | None = None,
    ) -> None:
        """Shows the findings of the page, those that are open and those that were accepted.

        How far the page is tells what is wrong on it from what is not there yet.

        The list is filled when its tab is in front: while somebody types it is mostly behind.
        """
        self._found, self._state = (findings, accepted), state
        count = f" ({len(findings)})" if findings else ""
        self.setTabText(_FINDINGS, f"Hinweise{count}")
        self._fill()

    def count_remarks(self, number: int) -> None:
        """Names how many remarks are open; a word has no room beside the other tabs."""
        self.setTabText(_REMARKS, str(number) if number else "")
        name = f"Anmerkungen, {number} offen" if number else "Anmerkungen"
        self.setTabToolTip(_REMARKS, name)
        self.tabBar().setAccessibleTabName(_REMARKS, name)

    @Slot()
    def _fill(self) -> None:
        if self.currentIndex() == _FINDINGS and self._listed is not self._found:
            self._listed = self._found
            self.findings.show_lines(list(page_lines(*self._found, self._folds, self._state)))

    def tell_finding(self, finding: Finding) -> None:
        """Brings a finding to the front: its words may be out of sight below a long field."""
        self.setCurrentIndex(_FINDINGS)
        if not self.findings.go_to(finding):
            self._folds.open_all(self.findings.lines)
            self.show_findings(*self._found, self._state)
            self.findings.go_to(finding)

    @Slot(object)
    def _on_fold_wanted(self, line: Line) -> None:
        self._folds.turn(line)
        self.show_findings(*self._found, self._state)
