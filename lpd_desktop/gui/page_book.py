"""The pages of an open plan: built when first shown, kept while their step exists."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from lpd_desktop.editing.open_draft import Change
from lpd_desktop.gui.pages.approval import ApprovalPage
from lpd_desktop.gui.pages.budget import BudgetPage
from lpd_desktop.gui.pages.cover import CoverPage
from lpd_desktop.gui.pages.page import Page, PageContext, in_scroll_area
from lpd_desktop.gui.pages.potentials import PotentialPage, PotentialsPage
from lpd_desktop.gui.pages.review import ReviewPage
from lpd_desktop.gui.pages.targets import TargetsPage
from lpd_desktop.gui.pages.texts import RichTextPage, TopicPage
from lpd_desktop.gui.pages.topic_choice import TopicChoicePage
from lpd_desktop.gui.steady_sight import SteadySight
from lpd_desktop.gui.steps.bookmark_keeper import BookmarkKeeper
from lpd_desktop.gui.steps.led_place import LedPlace
from lpd_desktop.gui.steps.steps import Step, StepKind, Steps
from lpd_desktop.plan.addresses import Address

PAGES: dict[StepKind, type[Page]] = {
    "cover": CoverPage,
    "budget": BudgetPage,
    "rich_text": RichTextPage,
    "topic_choice": TopicChoicePage,
    "topic": TopicPage,
    "potentials": PotentialsPage,
    "potential": PotentialPage,
    "targets": TargetsPage,
    "review": ReviewPage,
    "approval": ApprovalPage,
}


class PageBook(QStackedWidget):
    """Holds the pages by the key of their step."""

    def __init__(self, context: PageContext, keeper: BookmarkKeeper) -> None:
        super().__init__()
        self._context, self._keeper = context, keeper
        self._pages: dict[str, Page] = {}
        self._frames: dict[str, QWidget] = {}
        self._led: dict[str, LedPlace] = {}
        self._sights: dict[QWidget, SteadySight] = {}
        self._sections = context.session.file.form.sections

    @property
    def front(self) -> QWidget:
        """What is shown."""
        return self.currentWidget() or self

    def page(self, step: Step) -> Page:
        """The page of a step."""
        if step.key not in self._pages:
            page = PAGES[step.kind](self._context, step)
            frame = in_scroll_area(page)
            self._pages[step.key], self._frames[step.key] = page, frame
            self._led[step.key] = LedPlace(page)
            page.sight_wanted.connect(self._led[step.key].arrive)
            self._sights[frame] = SteadySight(frame)
            self._keeper.watch_scrolling(page)
            self.addWidget(frame)
        return self._pages[step.key]

    def show_step(self, step: Step) -> Page:
        """Brings the page of a step to the front, as it was left."""
        page = self.page(step)
        page.show_step(step)
        page.set_editable(self._context.session.draft.is_editable)
        self.setCurrentWidget(self._frames[step.key])
        self._keeper.turn_to(page, self._led[step.key])
        self._keeper.bring_back(page, self._led[step.key])
        return page

    def focus_page(self, step: Step) -> None:
        """Sets the cursor where it was when the page was left, else into its first field."""
        page = self.page(step)
        field = self._keeper.bring_back(page, self._led[step.key])
        goal = field if field is not None and field.isEnabled() else page.first_field()
        goal.setFocus(Qt.FocusReason.OtherFocusReason)
        if field is None:
            self._led[step.key].arrive()

    def keep_only(self, steps: Steps) -> None:
        """Drops the pages of steps that vanished and renames those that moved."""
        for key in list(self._pages):
            step = steps.with_key(key)
            if step is None:
                self._drop(key)
            else:
                self._pages[key].show_step(step)

    def drop_outdated(self) -> bool:
        """Drops all pages where the form asks in other words now, and says whether it does."""
        sections = self._context.session.file.form.sections
        if sections == self._sections:
            return False
        self._sections = sections
        for key in list(self._pages):
            self._drop(key)
        return True

    def refresh(self, change: Change | None) -> None:
        """Shows the newest state on all pages that were built."""
        for page in list(self._pages.values()):
            page.refresh(change)
            if change is not None and change.text_at is None:
                page.set_editable(self._context.session.draft.is_editable)

    def flush(self) -> None:
        """Hands over at once what was typed last on any page."""
        for page in list(self._pages.values()):
            page.flush()

    def show_findings(self) -> None:
        """Shows the findings on the page in front."""
        frame = self.currentWidget()
        for key, each in self._frames.items():
            if each is frame:
                self._pages[key].show_findings()

    def hold_sight(self) -> None:
        """Findings come and go on the page in front; what is written stays where it is seen."""
        sight = self._sights.get(self.front)
        if sight is not None:
            sight.hold()

    def lead_to(self, step: Step, address: Address, quote: str) -> None:
        """Sets the cursor to an address once the page is laid out."""
        page = self.page(step)
        page.expect_findings(address)
        page.lead_to(address, quote)
        self._led[step.key].arrive()

    def _drop(self, key: str) -> None:
        page, frame = self._pages.pop(key), self._frames.pop(key)
        del self._sights[frame]
        del self._led[key]
        self.removeWidget(frame)
        page.hide()
        frame.deleteLater()
