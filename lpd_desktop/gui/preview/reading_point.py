"""What stands at the upper edge of the view, so that it stays there when pages change. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from lpd_desktop.gui.preview.page_stack import PageStack
from lpd_desktop.pdf.printed_places import PrintedPlace, PrintedPlaces
from lpd_desktop.pdf.styles import PAGE_HEIGHT


@dataclass(frozen=True)
class ReadingPoint:
    """The upper edge of the view, told by what is printed there.

    Attributes:
        page: The page, from 0.
        height: How far the edge is below the page's upper edge, in points.
        address: The first place that begins below the edge; empty where there is none near.
        above: How far that place is below the edge, in points.
    """

    page: int
    height: float
    address: str = ""
    above: float = 0.0


def reading_point(places: PrintedPlaces, stack: PageStack, top: int) -> ReadingPoint:
    """What stands at the upper edge of a view that is scrolled down by `top` pixels."""
    page = stack.page_at(top)
    height = (top - stack.top(page)) / stack.scale
    edge = PAGE_HEIGHT - height
    below = (place for place in places.own_on(page) if place.box[4] <= edge)
    first = next(below, None)
    if first is None:
        return ReadingPoint(page, height)
    return ReadingPoint(page, height, first.address, edge - first.box[4])


def point_after(point: ReadingPoint, places: PrintedPlaces, stack: PageStack) -> int:
    """How far down the view has to be scrolled for the same place, in pixels."""
    found = _nearest(places.of(point.address), point.page) if point.address else None
    if found is None or found.address != point.address:
        page = min(point.page, max(0, stack.pages - 1))
        return round(stack.top(page) + point.height * stack.scale)
    below = PAGE_HEIGHT - found.box[4] - point.above
    return round(stack.top(found.page) + below * stack.scale)


def _nearest(found: tuple[PrintedPlace, ...], page: int) -> PrintedPlace | None:
    return min(found, key=lambda place: abs(place.page - page), default=None)
