"""Finding places on printed pages: what stands at a point, where something is, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.pdf.address_map import AddressMap, Box, outer_addresses


@dataclass(frozen=True)
class PrintedPlace:
    """One place of the plan on one page; `box` is in points from the lower left corner."""

    address: str
    box: Box

    @property
    def page(self) -> int:
        """The page, from 0."""
        return self.box[0]

    @property
    def size(self) -> float:
        """In square points."""
        _page, x0, y0, x1, y1 = self.box
        return (x1 - x0) * (y1 - y0)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the page lies in the box."""
        _page, x0, y0, x1, y1 = self.box
        return x0 <= x <= x1 and y0 <= y <= y1


class PrintedPlaces:
    """The places of one rendered document.

    Attributes:
        stops: The innermost places and all references in reading order.
    """

    def __init__(self, shown: AddressMap, references: AddressMap) -> None:
        """Takes what `rendering` says of where addresses and references stand."""
        self._shown = shown
        self._pages: dict[int, list[PrintedPlace]] = {}
        for place in (*_places(references), *_places(shown)):
            self._pages.setdefault(place.page, []).append(place)
        inner = _innermost(shown)
        self.stops = _in_reading_order(inner, references)
        self._own = _in_reading_order(inner, {})

    def at(self, page: int, x: float, y: float) -> PrintedPlace | None:
        """The smallest place that holds a point; None where nothing of the plan stands."""
        found = [place for place in self._pages.get(page, []) if place.holds(x, y)]
        return min(found, key=lambda place: place.size, default=None)

    def of(self, address: str) -> tuple[PrintedPlace, ...]:
        """Where an address is printed, or else the nearest one that holds it."""
        for each in (address, *outer_addresses(address)):
            if each in self._shown:
                return tuple(PrintedPlace(each, box) for box in self._shown[each])
        return ()

    def own_on(self, page: int) -> Iterator[PrintedPlace]:
        """The innermost places of a page in reading order, without references."""
        return (place for place in self._own if place.page == page)


def _places(boxes: AddressMap) -> Iterator[PrintedPlace]:
    return (PrintedPlace(address, box) for address, found in boxes.items() for box in found)


def _innermost(shown: AddressMap) -> AddressMap:
    """What holds nothing else."""
    outer = {each for address in shown for each in outer_addresses(address)}
    return {address: boxes for address, boxes in shown.items() if address not in outer}


def _in_reading_order(shown: AddressMap, references: AddressMap) -> tuple[PrintedPlace, ...]:
    places = (*_places(shown), *_places(references))
    return tuple(sorted(places, key=lambda place: (place.page, -place.box[4], place.box[1])))
