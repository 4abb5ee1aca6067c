"""What stands at the upper edge of the view, so that it stays there when pages change. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.gui.preview.page_stack import PageStack
from lpd_desktop.pdf.printed_places import PrintedPlace, PrintedPlaces


@dataclass(frozen=True)
class ReadingPoint:
    """The upper edge of the view, told by what is printed there; lengths in points.

    Attributes:
        page: The page, from 0.
        height: How far the edge is below the page's upper edge.
        address: The first place that begins below the edge; empty where there is none near.
        above: How far that place is below the edge.
    """

    page: int
    height: float
    address: str = ""
    above: float = 0.0


def reading_point(places: PrintedPlaces, stack: PageStack, top: int) -> ReadingPoint:
    """What stands at the upper edge of a view that is scrolled down by `top` pixels."""
    page = stack.page_at(top)
    height = (top - stack.top(page)) / stack.scale
    for place in _beginning_on(places, page):
        below = stack.rect(place.box)[1] - top
        if below >= 0:
            return ReadingPoint(page, height, place.address, below / stack.scale)
    return ReadingPoint(page, height)


def point_after(point: ReadingPoint, places: PrintedPlaces, stack: PageStack) -> int:
    """How far down the view has to be scrolled for the same place, in pixels."""
    found = next(iter(places.of(point.address)), None) if point.address else None
    if found is not None and found.address == point.address:
        return round(stack.rect(found.box)[1] - point.above * stack.scale)
    page = min(point.page, max(0, stack.pages - 1))
    return round(stack.top(page) + point.height * stack.scale)


def _beginning_on(places: PrintedPlaces, page: int) -> Iterator[PrintedPlace]:
    """The places that begin on a page or the next one, in reading order."""
    for each in (page, page + 1):
        for place in places.own_on(each):
            if places.of(place.address)[0] == place:
                yield place
