"""Tables whose captions name no year: the title above or the name of the sheet may do so."""

from __future__ import annotations

from collections.abc import Mapping

from lpd_desktop.excel.captions import caption_of, years_in
from lpd_desktop.excel.cell_classes import is_amount, is_body, is_column_of_amounts, is_counter
from lpd_desktop.excel.columns import UNNAMED_DOUBT, Columns, Heading, headings_of, title_unit
from lpd_desktop.excel.grid import Grid
from lpd_desktop.excel.workbook import WorkbookCell
from lpd_desktop.form.model import BudgetColumn


def columns_by_title(grid: Grid, year: int) -> Columns | None:
    """The columns of amounts of such a table; None where the title names other years.

    A single column under a title with a single year is certain; everything else is asked about.
    """
    start = first_body_line(grid) - 1
    headings = headings_of(grid, 1, start) if start else {}
    places = [
        place
        for place in _places_of_amounts(grid, start)
        if not _is_taken(headings.get(place), year)
    ]
    years = _years_of_title(grid, start)
    if not places or (years and not years & {year, year - 1}):
        return None
    is_previous = len(places) == 1 and years == {year - 1}
    names: tuple[BudgetColumn, ...] = ("previous",) if is_previous else ("plan", "previous")
    amounts = dict(zip(names, places, strict=False))
    is_sure = len(places) == 1 and len(years) == 1
    return Columns(
        header_row=start,
        amounts=amounts,
        captions={name: text_at(headings, place) for name, place in amounts.items()},
        doubts={} if is_sure else dict.fromkeys(amounts, UNNAMED_DOUBT),
        units={
            name: unit
            for name, place in amounts.items()
            if place in headings and (unit := headings[place].unit)
        },
        title_unit=title_unit(grid, start),
    )


def first_body_line(grid: Grid) -> int:
    """The first line that holds an amount."""
    return next((line for line, cells in enumerate(grid.lines, 1) if is_body(cells)), 1)


def text_at(headings: Mapping[int, Heading], place: int) -> str:
    """What people read above a place."""
    return headings[place].text if place in headings else ""


def _years_of_title(grid: Grid, start: int) -> frozenset[int]:
    above = (caption_of(cell).years for cells in grid.lines[:start] for cell in cells)
    found: frozenset[int] = frozenset().union(*above)
    return found or years_in(grid.sheet.name)


def _is_taken(heading: Heading | None, year: int) -> bool:
    """Whether a column is something else: a remark, a change, or amounts of another year."""
    if heading is None or heading.naming is None:
        return heading is not None and heading.is_excluded
    years = heading.naming.caption.years
    return heading.is_excluded or bool(years and not years & {year, year - 1})


def _places_of_amounts(grid: Grid, start: int) -> list[int]:
    cells: dict[int, list[WorkbookCell]] = {}
    for line in grid.lines[start:]:
        for cell in line:
            if not cell.is_hidden:
                cells.setdefault(grid.place_of(cell), []).append(cell)
    return [
        place
        for place, found in sorted(cells.items())
        if any(is_amount(each) for each in found)
        and is_column_of_amounts(found)
        and not is_counter(found)
    ]
