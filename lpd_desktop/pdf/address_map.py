"""Where each address of a plan stands on the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lpd_desktop.pdf.page_filling import FilledPage
from lpd_desktop.pdf.styles import TEXT_TOP

Box = tuple[int, float, float, float, float]
"""Page from 0, then x0, y0, x1, y1 in points from the lower left corner."""

AddressMap = dict[str, list[Box]]


def address_map(pages: Sequence[FilledPage]) -> AddressMap:
    """The boxes of all addresses, one on each page for each address."""
    found: dict[tuple[str, int], tuple[float, float, float, float]] = {}
    for address, page, rect in _extents(pages):
        for each in _with_outer(address):
            known = found.get((each, page), rect)
            found[each, page] = _union(known, rect)
    result: AddressMap = {}
    for (address, page), rect in sorted(found.items()):
        result.setdefault(address, []).append((page, *rect))
    return result


def _extents(
    pages: Sequence[FilledPage],
) -> Iterator[tuple[str, int, tuple[float, float, float, float]]]:
    for number, page in enumerate(pages):
        for placed in page.body:
            top = TEXT_TOP - placed.top
            for extent in placed.strip.extents:
                rect = (extent.x0, top - placed.strip.height, extent.x1, top)
                yield extent.address, number, rect


def _with_outer(address: str) -> Iterator[str]:
    """An address and all that hold it: block, field, row, table, topic, item."""
    yield address
    path, mark, _block = address.partition("#")
    if mark:
        yield path
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _union(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
