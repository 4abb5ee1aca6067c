"""Leads from finding to finding, from where the cursor stands."""

from __future__ import annotations

from lpd_desktop.check.finding import Finding
from lpd_desktop.gui.findings.finding_walk import FindingWalk, Next, Stand
from lpd_desktop.gui.pages.page import Page
from lpd_desktop.gui.session import PlanSession
from lpd_desktop.gui.steps.bookmarks import Spot
from lpd_desktop.gui.steps.page_places import cursor_of


class FindingTour:
    """Remembers where somebody was led, so that several findings at one place follow each other."""

    def __init__(self, session: PlanSession) -> None:
        self._session = session
        self._led: Finding | None = None
        self._page: Page | None = None
        self._spot = Spot()

    @property
    def led(self) -> Finding | None:
        """The finding that somebody was led to, as long as it is one."""
        return self._led if self._led in self._session.findings else None

    def next_from(self, page: Page, chosen: Finding | None, direction: int) -> Next | None:
        """The finding after (1) or before (-1) the chosen one, else the cursor of the page."""
        walk = FindingWalk(self._session.file, self._session.findings)
        known = chosen or (self.led if self._is_still_there(page) else None)
        found = walk.from_finding(known, direction) if known is not None else None
        return found or walk.from_cursor(stand_on(page), direction)

    def arrived(self, page: Page, finding: Finding | None) -> None:
        """Somebody was led to a finding, which is on this page; None: to another place."""
        self._led, self._page, self._spot = finding, page, cursor_of(page)

    def _is_still_there(self, page: Page) -> bool:
        return page is self._page and cursor_of(page) == self._spot


def stand_on(page: Page) -> Stand:
    """Where the cursor of a page stands in the document."""
    spot, step = cursor_of(page), page.step
    if not step.item:
        return Stand()
    where = page.address_at(page.focusWidget())
    if not where:
        return Stand("/".join(part for part in (step.item, step.part) if part))
    return Stand(
        f"{where}#{spot.block}" if spot.field == where and spot.block else where, spot.offset
    )
