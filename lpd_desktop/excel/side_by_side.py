"""Two tables side by side under one header: each has its own column of labels."""

from __future__ import annotations

from msgspec.structs import replace

from lpd_desktop.excel.columns import Columns
from lpd_desktop.excel.grid import Grid
from lpd_desktop.excel.row_matching import RowMatcher
from lpd_desktop.excel.segments import Segment
from lpd_desktop.form.model import BudgetColumn


def split_blocks(grid: Grid, segment: Segment, matcher: RowMatcher) -> list[Segment]:
    """The tables of a segment from the left; mostly it is one."""
    if not segment.columns.rivals:
        return [segment]
    starts = _label_places(grid, segment, matcher)
    if len(starts) < 2:
        return [segment]
    ends = [*(start - 1 for start in starts[1:]), max(segment.columns.places)]
    blocks = [
        replace(segment, columns=columns, first_place=start, last_place=end)
        for start, end in zip(starts, ends, strict=True)
        if (columns := _between(segment.columns, start, end)).amounts
    ]
    return blocks or [segment]


def _label_places(grid: Grid, segment: Segment, matcher: RowMatcher) -> list[int]:
    """The places with labels of the form that have amounts to their right before the next."""
    found: set[int] = set()
    for line in grid.lines[segment.first - 1 : segment.last]:
        for cell in line:
            place = grid.place_of(cell)
            is_label = cell.kind == "text" and place not in segment.columns.places
            if is_label and place not in found and matcher.candidates(cell.shows):
                found.add(place)
    places = sorted(found)
    return [
        place
        for index, place in enumerate(places)
        if any(
            place < amount < (places[index + 1] if index + 1 < len(places) else amount + 1)
            for amount in segment.columns.places
        )
    ]


def _between(columns: Columns, start: int, end: int) -> Columns:
    amounts: dict[BudgetColumn, int] = {}
    rivals: dict[BudgetColumn, tuple[int, ...]] = {}
    for name, first in columns.amounts.items():
        inside = [at for at in (first, *columns.rivals.get(name, ())) if start < at <= end]
        if inside:
            amounts[name] = inside[0]
            if inside[1:]:
                rivals[name] = tuple(inside[1:])
    captions = {name: columns.captions[name] for name in amounts}
    return replace(columns, amounts=amounts, captions=captions, rivals=rivals)
