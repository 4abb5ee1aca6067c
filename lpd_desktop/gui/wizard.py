"""The open plan: steps at the left, the page, the panel beside it, Back and Next below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.check.finding import Finding
from lpd_desktop.editing.open_draft import Change
from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.application import running_application
from lpd_desktop.gui.findings.finding_list import LineList
from lpd_desktop.gui.findings.finding_tour import FindingTour
from lpd_desktop.gui.findings.left_field import LeftField
from lpd_desktop.gui.findings.lines import Line
from lpd_desktop.gui.page_ahead import PageAhead
from lpd_desktop.gui.page_book import PageBook
from lpd_desktop.gui.pages.page import Page, PageContext
from lpd_desktop.gui.shown_states import ShownStates
from lpd_desktop.gui.side_panel import SidePanel
from lpd_desktop.gui.steps.bookmark_keeper import BookmarkKeeper
from lpd_desktop.gui.steps.bookmarks import Bookmarks
from lpd_desktop.gui.steps.folding import Folding
from lpd_desktop.gui.steps.step_list import StepList
from lpd_desktop.gui.steps.steps import Steps
from lpd_desktop.gui.steps.tab_order import next_stop
from lpd_desktop.gui.text_editor import RichTextEdit, RichTextToolBar
from lpd_desktop.gui.wizard_frame import BottomBar, Header, rule, stack
from lpd_desktop.plan.addresses import Address
from lpd_desktop.runtime.courtesy import COURTESY

_LOW = 420
"""A window of less height has no room for what the title bar says as well."""
_SMALLEST = QSize(240, 110)


class PlanWizard(QWidget):
    """One open plan. Which page follows which is decided by `Steps`."""

    step_changed = Signal(str)
    preview_wanted = Signal()
    panel_shown = Signal(bool)
    steps_shown = Signal(bool)

    def __init__(self, context: PageContext, bookmarks: Bookmarks) -> None:
        super().__init__()
        self._context = context
        self._session = context.session
        file = self._session.file
        self._keeper = BookmarkKeeper(self, bookmarks, self._session.draft_id)
        self.steps = Steps(file.form, file.plan, self._keeper.step)
        self._tour = FindingTour(self._session)
        self._left = LeftField(self, self._session)
        self.header = Header()
        self._list = StepList()
        self.panel = SidePanel(context)
        self.toolbar = RichTextToolBar(self)
        self._book = PageBook(context, self._keeper)
        self._ahead = PageAhead(self._book, lambda: self.steps.following)
        self.bar = BottomBar(context.jobs)
        self._states = ShownStates(self._session, self.steps, self._list, self.panel, self.header)
        self._build()
        self._connect()
        self._show_current()
        self._session.check_now()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._book.page(self.steps.current)

    def go_to(self, key: str) -> None:
        """Shows the step with this key."""
        if key != self.steps.current.key and self.steps.with_key(key) is not None:
            self.flush()
            self._keeper.note()
            self.steps.go_to(key)
            self._show_current()
            if not self._list.hasFocus():
                announce(self, self.steps.place)

    @Slot()
    def go_next(self) -> None:
        """Shows the following step."""
        if self.steps.following is not None:
            self.go_to(self.steps.following.key)
            self.focus_page()

    @Slot()
    def go_back(self) -> None:
        """Shows the step before."""
        if self.steps.preceding is not None:
            self.go_to(self.steps.preceding.key)
            self.focus_page()

    @Slot(object, str)
    def lead_to(self, where: str, quote: str = "") -> None:
        """Shows a place and sets the cursor there; beside it the finding, if it is one's place."""
        address = Address.parse(where)
        step = self.steps.showing(address)
        if step is not None:
            self.go_to(step.key)
            self._folding.bring_page()
            self._book.lead_to(step, address, quote)
        place = (where, quote)
        found = (each for each in self._session.findings if (each.where, each.quote) == place)
        self._arrive_at(next(found, None))

    def lead_to_finding(self, direction: int) -> None:
        """Leads to the next (1) or previous (-1) finding, seen from the cursor."""
        found = self._tour.next_from(self.page, self._chosen_finding, direction)
        if found is None:
            self.bar.show_notice("Keine Befunde")
            return
        self.lead_to(found.finding.where, found.finding.quote)
        self._arrive_at(found.finding)
        self.bar.show_notice(found.sentence())

    def _arrive_at(self, finding: Finding | None) -> None:
        self._tour.arrived(self.page, finding)
        if finding is not None:
            self.panel.tell_finding(finding)

    def show_panel(self, wanted: bool) -> None:
        """Shows or folds the panel beside the page, as somebody wishes."""
        self._folding.wish_panel(wanted)

    def show_steps(self, wanted: bool) -> None:
        """Shows or folds the list of steps."""
        self._folding.wish_steps(wanted)

    @property
    def shows_one_part(self) -> bool:
        """Whether the window has room for the page, the steps or the panel alone."""
        return self._folding.is_single

    def minimumSizeHint(self) -> QSize:
        """What the folded window needs: it folds only after it has become small."""
        return _SMALLEST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps its room for the page."""
        super().resizeEvent(event)
        self._folding.fit(event.size().width())
        is_low = event.size().height() < _LOW
        self.header.setVisible(not (is_low or self._folding.is_single))
        self.bar.show_short(self._folding.is_single)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from the steps to the page, to what stands beside it, to the buttons below."""
        parts = (self._list, self.toolbar, self._book.front, self.panel, self.bar)
        focused = QApplication.focusWidget()
        stop = next_stop(parts, focused, forward=forward) if focused is not None else None
        if stop is None:
            return super().focusNextPrevChild(forward)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stop.setFocus(reason)
        return True

    def add_bar(self, bar: QWidget) -> None:
        """Puts a bar between the page and Back and Next."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(self.bar) - 1, bar)

    @Slot()
    def focus_page(self) -> None:
        """Sets the cursor where it was on this page, else into its first field."""
        self._folding.bring_page()
        self._book.focus_page(self.steps.current)

    def format_text(self, command: str) -> None:
        """Carries a command out in the editor that has the focus."""
        focused = self.focusWidget()
        if not isinstance(focused, RichTextEdit) or focused.isReadOnly():
            return
        if command == "insert_table":
            self.toolbar.table_menu.ask_size()
        else:
            focused.run(command)

    def flush(self) -> None:
        """Hands over at once what was typed last: before saving, export and closing."""
        focused = self.focusWidget()
        if isinstance(focused, QLineEdit) and focused.isModified():
            focused.editingFinished.emit()
        self._book.flush()

    def show_whether_editable(self) -> None:
        """The text was locked or freed; no other part of the plan is different."""
        self._book.refresh(Change(""))

    def close_pages(self) -> None:
        """Stops listening, before the wizard is deleted."""
        self._keeper.note()
        running_application().focusChanged.disconnect(self._on_focus_changed)

    @property
    def current_finding(self) -> Finding | None:
        """The finding that is selected in a list with the focus, else where somebody was led."""
        return self._chosen_finding or self._tour.led

    @property
    def _chosen_finding(self) -> Finding | None:
        focused = self.focusWidget()
        subject = focused.subject if isinstance(focused, LineList) else None
        return subject if isinstance(subject, Finding) else None

    def _build(self) -> None:
        middle = QWidget()
        stack(middle, self.toolbar, self._book, tallest=self._book)
        splitter = QSplitter()
        self._folding = Folding(splitter, self._list, middle, self.panel)
        stack(self, self.header, rule(), splitter, rule(), self.bar, tallest=splitter)

    def _connect(self) -> None:
        self._list.chosen.connect(self.go_to)
        self._list.itemActivated.connect(self.focus_page)
        self._list.itemClicked.connect(self._on_step_clicked)
        self._folding.panel_shown.connect(self.panel_shown)
        self._folding.steps_shown.connect(self.steps_shown)
        self._context.requests.step_wanted.connect(self.go_to)
        self._context.requests.place_wanted.connect(self.lead_to)
        self._context.requests.notice_wanted.connect(self.bar.show_notice)
        self.panel.findings.chosen.connect(self._on_line_chosen)
        self.bar.next.clicked.connect(self.go_next)
        self.bar.back.clicked.connect(self.go_back)
        self.bar.preview.clicked.connect(self.preview_wanted)
        self._session.changed.connect(self._on_draft_changed)
        self._session.findings_changed.connect(self._on_findings_changed)
        running_application().focusChanged.connect(self._on_focus_changed)

    def _show_current(self) -> None:
        COURTESY.ask()
        step = self.steps.current
        page = self._book.show_step(step)
        self.toolbar.setVisible(page.has_text)
        focused = self.focusWidget()
        edit = focused if isinstance(focused, RichTextEdit) else None
        self.toolbar.follow(edit if edit is not None and page.isAncestorOf(edit) else None)
        self.panel.show_page(page)
        following = self.steps.following
        self.bar.show_neighbours(self.steps.preceding is not None, following)
        self._states.show()
        self._book.show_findings()
        self._ahead.start()
        self.step_changed.emit(step.key)

    @Slot()
    def _on_step_clicked(self) -> None:
        """Beside the page the list keeps the focus; in front of it, it has done its service."""
        if self.shows_one_part:
            self.focus_page()

    @Slot(object)
    def _on_draft_changed(self, change: Change) -> None:
        file = self._session.file
        is_outdated = self._book.drop_outdated()
        if self.steps.update(file.form, file.plan) or is_outdated:
            self._book.keep_only(self.steps)
            self._book.refresh(change)
            self._show_current()
            if is_outdated:
                self.focus_page()
            return
        self._book.refresh(change)
        if not change.text_at:
            self._states.show()

    @Slot()
    def _on_findings_changed(self) -> None:
        self._book.hold_sight()
        self._states.show()
        self._book.show_findings()
        self._left.tell()

    @Slot(object)
    def _on_line_chosen(self, line: Line) -> None:
        self.lead_to(line.where, line.quote)
        if isinstance(line.subject, Finding):
            self._arrive_at(line.subject)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and now is not None:
            self._left.leave(self.page, before, now)
        if now is not None and self.isAncestorOf(now):
            if isinstance(now, RichTextEdit):
                self.toolbar.follow(now)
            self._book.show_findings()
            self._keeper.watch_focus(now)
            if self.page.isAncestorOf(now) and now.visibleRegion().isEmpty():
                self.page.keep_focus_in_sight()
            self.panel.follow(self.page, now)
