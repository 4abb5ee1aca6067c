"""The tables of a grid: each header with the lines below it, down to the next header."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from lpd_desktop.excel.choices import ImportChoices
from lpd_desktop.excel.columns import (
    UNCLEAR_DOUBT,
    Columns,
    columns_under,
    header_runs,
    headings_of,
    names_year,
    title_unit,
    with_doubt,
)
from lpd_desktop.excel.grid import Grid
from lpd_desktop.excel.titled_tables import columns_by_title, first_body_line, text_at
from lpd_desktop.form.model import BudgetColumn


class Segment(msgspec.Struct, frozen=True):
    """One header and the lines that it heads, both ends included.

    Attributes:
        is_by_title: Whether only a title or the name of the sheet says the year.
        first_place, last_place: Where it begins and ends, for tables side by side.
    """

    columns: Columns
    first: int
    last: int
    is_by_title: bool = False
    first_place: int = 1
    last_place: int = 16_384


def segments_of(grid: Grid, year: int, choices: ImportChoices) -> list[Segment]:
    """The tables of a grid that hold amounts of the two years, from above."""
    if choices.header_row or choices.columns:
        chosen = _chosen(grid, year, choices)
        return [chosen] if chosen else []
    return _recognised(grid, year)


def _recognised(grid: Grid, year: int) -> list[Segment]:
    found: list[Segment] = []
    last = len(grid.lines)
    runs = [run for run in header_runs(grid) if names_year(grid, *run)]
    ends = [*(first - 1 for first, _last in runs[1:]), last]
    for (first, end_of_run), end in zip(runs, ends, strict=False):
        headings = headings_of(grid, first, end_of_run)
        columns = columns_under(grid, headings, end, year)
        if columns is not None:
            _add(found, columns, last)
    found = [each for each in found if not each.columns.names_other_years]
    if found:
        return found
    by_title = None if grid.is_transposed else columns_by_title(grid, year)
    if by_title is None:
        return []
    return [Segment(by_title, by_title.header_row + 1, last, is_by_title=True)]


def _add(found: list[Segment], columns: Columns, last: int) -> None:
    """Ends the segment above where a header really is one, else casts doubt on what follows."""
    if found:
        known = found[-1].columns
        if _repeats(columns, known):
            return
        if not columns.names_other_years and len(columns.amounts) < len(known.amounts):
            columns = with_doubt(replace(known, header_row=columns.header_row), UNCLEAR_DOUBT)
        found[-1] = replace(found[-1], last=columns.header_row - 1)
    found.append(Segment(columns, columns.header_row + 1, last))


def _repeats(columns: Columns, known: Columns) -> bool:
    """Whether a header says the same as the one above, or less of it."""
    named = columns.amounts.items()
    return bool(named) and all(known.amounts.get(name) == place for name, place in named)


def _chosen(grid: Grid, year: int, choices: ImportChoices) -> Segment | None:
    """The table below the header row, with the columns that a person named."""
    last = len(grid.lines)
    line = min(choices.header_row or _header_row(grid, year), last)
    headings = headings_of(grid, 1, line) if line else {}
    columns = columns_under(grid, headings, last, year) or Columns(line, {}, {})
    named = _places(grid, choices)
    amounts = _with_places(columns.amounts, named)
    if not amounts:
        return None
    still_open = [name for name in amounts if name not in named]
    chosen = replace(
        columns,
        header_row=line,
        amounts=amounts,
        captions={name: text_at(headings, place) for name, place in amounts.items()},
        rivals={name: columns.rivals[name] for name in still_open if name in columns.rivals},
        doubts={name: columns.doubts[name] for name in still_open if name in columns.doubts},
        units={
            name: unit
            for name, place in amounts.items()
            if place in headings and (unit := headings[place].unit)
        },
        title_unit=title_unit(grid, line),
    )
    return Segment(chosen, line + 1, last)


def _places(grid: Grid, choices: ImportChoices) -> dict[BudgetColumn, int]:
    named = ((name, grid.place_named(letters)) for name, letters in choices.columns.items())
    return {name: place for name, place in named if place}


def _with_places(
    found: dict[BudgetColumn, int], named: dict[BudgetColumn, int]
) -> dict[BudgetColumn, int]:
    """What a person named, and what was recognised where it is no column named for another year."""
    taken = set(named.values())
    kept = {name: at for name, at in found.items() if name not in named and at not in taken}
    return kept | named


def _header_row(grid: Grid, year: int) -> int:
    found = _recognised(grid, year)
    return found[0].columns.header_row if found else first_body_line(grid) - 1
