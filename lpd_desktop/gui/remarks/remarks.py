"""Remarks of an open plan: made, listed, marked in the text, walked through, passed on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from lpd_desktop.editing.open_draft import Change
from lpd_desktop.gui.job_runner import Job, JobRunner
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.remarks.exchange import RemarkExchange
from lpd_desktop.gui.remarks.remark_lines import of_open
from lpd_desktop.gui.remarks.remark_walk import RemarkWalk
from lpd_desktop.gui.remarks.remark_work import Listing, ListRemarks
from lpd_desktop.gui.remarks.remark_writing import RemarkWriting
from lpd_desktop.gui.remarks.shown_marks import ShownMarks
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.remark_list import ListedRemark

_AFTER_TYPING_MS = 500
"""While somebody types the marks move with their words; where they belong is found afterwards."""

_LOCKED = "Der Text ist jetzt gesperrt; Anmerkungen sind weiter möglich."
_FREE = "Der Text lässt sich wieder ändern."


class Remarks(QObject):
    """Belongs to one open plan. A plan without remarks costs no work at all."""

    def __init__(self, window: QWidget, wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._wizard, self._context = wizard, context
        self._session, self._memory = context.session, context.memory
        self.tab = wizard.panel.remarks
        self.listed: tuple[ListedRemark, ...] = ()
        self._jobs = JobRunner(self)
        self._job: Job | None = None
        self._marks = ShownMarks(self)
        self._writing = RemarkWriting(self, window, wizard, context)
        self._walk = RemarkWalk(wizard)
        self._exchange = RemarkExchange(self, window, context)
        self._only = window.findChild(QAction, "only_remarks")
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_TYPING_MS)
        self._soon.timeout.connect(self._list)
        self._connect()
        self.tab.show_author(self._writing.author)
        self._lock(self._memory.only_remarks(self._session.draft_id))
        self._list()

    def _connect(self) -> None:
        self._session.changed.connect(self._on_changed)
        self._wizard.step_changed.connect(self._show)
        self._marks.entered.connect(self.tab.go_to)
        self._marks.wanted.connect(self._writing.add_at)
        self._writing.author_changed.connect(self.tab.show_author)
        self._exchange.show_wanted.connect(self.show_tab)
        self._exchange.taken.connect(partial(self.tab.want, "open"))
        self.tab.wanted.connect(self._on_wanted)
        self.tab.place_wanted.connect(self._on_place_wanted)
        self.tab.wish_changed.connect(self._show)

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """The menu „Anmerkungen“."""
        return {
            "remark": self._writing.add,
            "next_remark": partial(self._go, 1),
            "previous_remark": partial(self._go, -1),
            "remarks": self.show_tab,
            "remarks_out": self._exchange.give,
            "remarks_in": self._exchange.choose,
            "remarks_list": self._exchange.save_list,
            "remark_author": self._writing.ask_author,
            "only_remarks": self._turn,
        }

    def end(self) -> None:
        """The plan is being closed."""
        self._soon.stop()
        self._jobs.shut_down()
        self._show_locked(False)
        self.deleteLater()

    # What is shown

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change.text_at is None:
            self._list()
        elif self.listed:
            self._soon.start()

    @Slot()
    def _list(self) -> None:
        """Finds the places of the remarks beside the GUI thread; an older search counts no more."""
        self._soon.stop()
        if self._job is not None:
            self._job.drop(succeeded=self._on_listed, ended=self._on_ended)
            self._job = None
        file = self._session.file
        if not file.work.remarks:
            self._on_listed(Listing(file, ()))
            return
        self._job = self._jobs.start("Anmerkungen", ListRemarks(file))
        self._job.succeeded.connect(self._on_listed)
        self._job.ended.connect(self._on_ended)

    @Slot()
    def _on_ended(self) -> None:
        self._job = None

    @Slot(object)
    def _on_listed(self, listing: Listing) -> None:
        """Places in an older text would be wrong ones; a newer search is under way then."""
        if listing.file is self._session.file:
            self.listed = listing.remarks
            self._show()

    @property
    def is_newest(self) -> bool:
        """Whether what is shown are the remarks of the newest state."""
        return self._job is None and not self._soon.isActive()

    @Slot()
    def _show(self) -> None:
        number = len(of_open(self.listed))
        self._wizard.panel.count_remarks(number)
        self.tab.show_remarks(self._wished())
        self._marks.show(self._wizard.page, self.listed)

    def _wished(self) -> tuple[ListedRemark, ...]:
        if self.tab.wish == "open":
            return of_open(self.listed)
        if self.tab.wish == "page":
            return tuple(each for each in self.listed if self._is_on_page(each))
        return self.listed

    def _is_on_page(self, listed: ListedRemark) -> bool:
        step = self._wizard.steps.showing(Address.parse(listed.place.where))
        return step is not None and step.key == self._wizard.steps.current.key

    # What is wanted

    @Slot()
    def show_tab(self) -> None:
        """Sets the focus into the list of remarks, and from there back to the page."""
        panel = self._wizard.panel
        if panel.isVisible() and self.tab.isAncestorOf(self._wizard.focusWidget()):
            self._wizard.focus_page()
            return
        self._memory.remember_panel("panel", True)
        self._wizard.show_panel(True)
        panel.setCurrentWidget(self.tab)
        self.tab.focus()

    @Slot(str)
    def _on_place_wanted(self, ident: str) -> None:
        found = next((each for each in self.listed if each.remark.id == ident), None)
        if found is not None:
            self._lead_to(found)

    def _go(self, direction: int) -> None:
        """Leads to the next (1) or previous (-1) open remark."""
        found = self._walk.next_of(of_open(self.listed), direction)
        if found is None:
            self._wizard.bar.show_notice("Keine offenen Anmerkungen")
        else:
            self._lead_to(found)
            self._wizard.bar.show_notice(f"{found.title}: {found.remark.author.shown}")

    def _lead_to(self, listed: ListedRemark) -> None:
        front = self._wizard.panel.currentWidget()
        self._walk.lead_to(listed)
        self._wizard.panel.setCurrentWidget(front)
        self.tab.go_to(listed.remark.id)
        if listed.place_note:
            self._wizard.bar.show_notice(listed.place_note)

    @Slot(str, str)
    def _on_wanted(self, key: str, ident: str) -> None:
        found = next((each for each in self.listed if each.remark.id == ident), None)
        if key == "new":
            self._writing.add()
        elif found is not None:
            self._writing.do(key, found)

    # Only remarks

    def _turn(self) -> None:
        wanted = not self._session.draft.only_remarks
        self._memory.remember_only_remarks(self._session.draft_id, wanted)
        self._lock(wanted)
        self._wizard.bar.show_notice(_LOCKED if wanted else _FREE)

    def _lock(self, wanted: bool) -> None:
        if self._session.draft.only_remarks != wanted:
            self._session.draft.only_remarks = wanted
            self._wizard.show_whether_editable()
        self._show_locked(wanted)

    def _show_locked(self, is_locked: bool) -> None:
        if self._only is not None:
            self._only.setChecked(is_locked)
