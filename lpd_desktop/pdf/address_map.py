"""Where each address of a plan stands on the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lpd_desktop.pdf.page_filling import FilledPage, Placed
from lpd_desktop.pdf.strips import Extent
from lpd_desktop.pdf.styles import TEXT_TOP

Box = tuple[int, float, float, float, float]
"""Page from 0, then x0, y0, x1, y1 in points from the lower left corner."""

AddressMap = dict[str, list[Box]]


Rect = tuple[float, float, float, float]


def address_map(pages: Sequence[FilledPage]) -> AddressMap:
    """The boxes of all addresses, one on each page for each address."""
    shown = (each for each in _extents(pages) if not each[1].refers)
    own = _joined((extent.address, page, rect) for page, extent, rect in shown)
    return _boxes(
        (address, page, rect)
        for (inner, page), rect in own.items()
        for address in _with_outer(inner)
    )


def reference_map(pages: Sequence[FilledPage]) -> AddressMap:
    """The boxes that lead to an address which stands elsewhere: contents and footnotes."""
    references = (each for each in _extents(pages) if each[1].refers)
    return _boxes((extent.address, page, rect) for page, extent, rect in references)


def _boxes(found: Iterable[tuple[str, int, Rect]]) -> AddressMap:
    result: AddressMap = {}
    for (address, page), rect in sorted(_joined(found).items()):
        result.setdefault(address, []).append((page, *rect))
    return result


def _joined(found: Iterable[tuple[str, int, Rect]]) -> dict[tuple[str, int], Rect]:
    """One box for each address and page."""
    joined: dict[tuple[str, int], Rect] = {}
    for address, page, rect in found:
        other = joined.get((address, page))
        joined[address, page] = rect if other is None else _union(other, rect)
    return joined


def _extents(pages: Sequence[FilledPage]) -> Iterator[tuple[int, Extent, Rect]]:
    for number, page in enumerate(pages):
        for placed in (*page.body, *page.notes):
            for extent in placed.strip.extents:
                yield number, extent, _rect(placed, extent)


def _rect(placed: Placed, extent: Extent) -> Rect:
    top = TEXT_TOP - placed.top - extent.top
    height = extent.height or placed.strip.height - extent.top
    return (extent.x0, top - height, extent.x1, top)


def _with_outer(address: str) -> Iterator[str]:
    """An address and all that hold it: block, field, row, table, topic, item."""
    yield address
    yield from outer_addresses(address)


def outer_addresses(address: str) -> Iterator[str]:
    """All that hold an address, the nearest first."""
    path, mark, _block = address.partition("#")
    if mark:
        yield path
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _union(one: Rect, other: Rect) -> Rect:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
