"""The way to the place of a remark, and from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from lpd_desktop.gui.search.word_places import WordPlaces
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.passages import Passage
from lpd_desktop.plan.remark_list import ListedRemark

_IN_PLAN = ("found", "changed")


class RemarkWalk:
    """Goes on from the remark to which it led last, else from the first one."""

    def __init__(self, wizard: PlanWizard) -> None:
        self._wizard = wizard
        self._places = WordPlaces(wizard)
        self._order: tuple[object, ...] | None = None

    def lead_to(self, listed: ListedRemark) -> None:
        """Shows the place and selects the words; the cursor of a place that is gone stays."""
        self._order = _order(listed)
        place = listed.place
        if place.status in _IN_PLAN and place.number >= 0:
            where = Address.parse(place.where)
            passage = Passage(where, place.number, "paragraph", "")
            self._places.lead_to(passage, place.start, place.end)
        elif place.status != "gone":
            self._wizard.lead_to(place.where)

    def next_of(self, listed: Sequence[ListedRemark], direction: int) -> ListedRemark | None:
        """The next (1) or previous (-1) one in the order of the document, round its end."""
        last = self._order
        if not listed:
            return None
        ordered = listed if direction > 0 else listed[::-1]
        if last is None:
            return ordered[0]
        ahead = (each for each in ordered if _is_ahead(_order(each), last, direction))
        return next(ahead, ordered[0])


def _order(listed: ListedRemark) -> tuple[object, ...]:
    return (listed.place.order, listed.remark.time, listed.remark.id)


def _is_ahead(one: tuple[object, ...], other: tuple[object, ...], direction: int) -> bool:
    return one > other if direction > 0 else one < other
