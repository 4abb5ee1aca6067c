"""The pages as they will be, with the names typed so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.approval.assistant_page import AssistantPage
from lpd_desktop.gui.approval.entries import Entries
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.preview.place_names import place_name
from lpd_desktop.gui.preview.plan_drawing import DrawnPlan, DrawPlan, Wanted
from lpd_desktop.gui.preview.preview_pane import PreviewPane
from lpd_desktop.gui.preview.redrawing import Redrawing
from lpd_desktop.pdf.edition import PROPOSAL
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.release.approval import Approval, proposed
from lpd_desktop.runtime.progress import Progress

_ABOUT = (
    "So wird das PDF: Seite für Seite und mit dem Freigabevermerk am Ende. „ENTWURF“ steht nur "
    "darauf, solange nicht freigegeben ist. Ein Klick auf einen Text führt zu seiner Stelle."
)


@dataclass(frozen=True)
class Proposed:
    """A plan and who would approve it."""

    file: LpdFile
    approval: Approval


@dataclass(frozen=True)
class DrawProposed:
    """Sets the pages of a plan as they will be after its approval; gives a `DrawnPlan`."""

    proposed: Proposed
    wanted: Wanted

    def __call__(self, progress: Progress) -> DrawnPlan:
        file = proposed(self.proposed.file, self.proposed.approval)
        return DrawPlan(file, self.wanted, PROPOSAL)(progress)


class _Source(QObject):
    """The newest state with the newest names; the same object as long as both are the same."""

    changed = Signal(object)

    def __init__(self, context: PageContext, entries: Callable[[], Entries]) -> None:
        super().__init__()
        self._session, self._entries = context.session, entries
        self._newest: Proposed | None = None

    @property
    def file(self) -> Proposed:
        approval = self._entries().shown
        known, file = self._newest, self._session.file
        if known is None or known.file is not file or known.approval != approval:
            self._newest = known = Proposed(file, approval)
        return known


class PagesPage(AssistantPage):
    """The preview of the window over the pages of the final document."""

    title = "So werden die Seiten"

    def __init__(self, context: PageContext, entries: Callable[[], Entries]) -> None:
        super().__init__(context)
        self.pane = PreviewPane(self._name_of)
        self.pane.show_alone()
        self._source = _Source(context, entries)
        self.redrawing = Redrawing(self._source, context.previews, self.pane.view, DrawProposed)
        self.column.addWidget(quiet_label(_ABOUT))
        self.column.addWidget(self.pane, 1)
        self.redrawing.drawn.connect(self.pane.show_plan)
        self.redrawing.failed.connect(self.pane.show_trouble)
        self.pane.view.place_chosen.connect(self._on_place_chosen)
        self.pane.trouble.place_wanted.connect(self._on_place_chosen)

    def enter(self) -> None:
        """Draws what changed since it was seen last."""
        self.redrawing.switch(True)
        self._source.changed.emit(None)

    def leave(self) -> None:
        """Nothing is drawn that nobody sees."""
        self.redrawing.switch(False)

    def first_field(self) -> QWidget:
        return self.pane.view

    @property
    def page_count(self) -> int:
        """How many pages there are; 0 while nothing was drawn."""
        plan = self.pane.view.plan
        return len(plan.looks) if plan is not None else 0

    def end(self) -> None:
        """The assistant is being closed."""
        self.redrawing.end()

    def _name_of(self, address: str) -> str:
        plan = self.pane.view.plan
        return place_name(plan.file, address) if plan is not None else ""

    @Slot(str)
    def _on_place_chosen(self, address: str) -> None:
        """The approval itself is no place of the plan."""
        if address and address != "approval":
            self.place_wanted.emit(address, "")
