"""Where a grid holds what: headers, the places of the two years, the unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from lpd_desktop.excel.captions import Caption, caption_of, caption_of_text, is_year
from lpd_desktop.excel.cell_classes import is_body, is_column_of_amounts, is_counter
from lpd_desktop.excel.grid import Grid
from lpd_desktop.excel.unit_words import one_unit
from lpd_desktop.excel.workbook import WorkbookCell
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn
from lpd_desktop.plan.amounts import Unit

_HEADER_LINES = 8
_TITLE_LINES = 12
_PLACES_LIMIT = 120
_TRANSPOSED_PLACES_LIMIT = 400

RELATIVE_DOUBT = "die Überschrift „{caption}“ nennt kein Jahr"
TWO_YEARS_DOUBT = "die Überschrift „{caption}“ nennt zwei Jahre"
PARTIAL_DOUBT = "die Überschrift „{caption}“ meint vielleicht nicht das ganze Jahr"
UNNAMED_DOUBT = "das Jahr steht nicht unmittelbar über der Spalte"
UNCLEAR_DOUBT = "über der Zeile steht noch eine Überschrift mit einem anderen Jahr"


class Columns(msgspec.Struct, frozen=True):
    """The places of the two years under one header.

    Attributes:
        header_row: The last line of the header, 0 for none.
        amounts: From plan or previous year to the place (from 1).
        captions: What the header says of these places.
        rivals: Other places that name the same year.
        doubts: Why a column has to be asked about, German, the middle of a sentence.
        units: What the captions name as unit.
        title_unit: What title lines or remarks name as unit.
        names_other_years: Whether it heads a table of other years.
    """

    header_row: int
    amounts: dict[BudgetColumn, int]
    captions: dict[BudgetColumn, str]
    rivals: dict[BudgetColumn, tuple[int, ...]] = {}
    doubts: dict[BudgetColumn, str] = {}
    units: dict[BudgetColumn, Unit] = {}
    title_unit: Unit | None = None
    names_other_years: bool = False

    @property
    def places(self) -> frozenset[int]:
        """All places of amounts, rivals too."""
        rivals = (place for places in self.rivals.values() for place in places)
        return frozenset((*self.amounts.values(), *rivals))


class Piece(msgspec.Struct, frozen=True):
    """One caption above a place."""

    cell: WorkbookCell
    line: int
    caption: Caption


class Heading(msgspec.Struct, frozen=True):
    """All captions above one place, from below."""

    place: int
    pieces: tuple[Piece, ...]

    @property
    def naming(self) -> Piece | None:
        """The lowest caption that names a year."""
        return next((piece for piece in self.pieces if piece.caption.names_year), None)

    @property
    def is_excluded(self) -> bool:
        """Whether the place holds changes, percentages or remarks."""
        return any(piece.caption.is_excluded for piece in self.pieces)

    @property
    def unit(self) -> Unit | None:
        """The unit that the lowest caption with one names."""
        return one_unit(piece.caption.unit for piece in self.pieces)

    @property
    def text(self) -> str:
        """What people read, from above."""
        shown = dict.fromkeys(" ".join(piece.cell.shows.split()) for piece in self.pieces[::-1])
        return " ".join(text for text in shown if text)


def header_runs(grid: Grid) -> list[tuple[int, int]]:
    """The stretches of lines without amounts that are followed by a line with some."""
    runs, start = [], 1
    for line, is_of_body in enumerate(_bodies(grid), 1):
        if is_of_body:
            if start < line:
                runs.append((start, line - 1))
            start = line + 1
    if start <= len(grid.lines):
        runs.append((start, len(grid.lines)))
    return runs


def _bodies(grid: Grid) -> list[bool]:
    """Line by line whether it is of the body; of a sheet whose amounts all look like years too."""
    found = [is_body(cells) for cells in grid.lines]
    if any(found):
        return found
    named = [names_year(grid, line, line) for line in range(1, len(grid.lines) + 1)]
    return [any(named[:at]) and any(map(is_year, cells)) for at, cells in enumerate(grid.lines)]


def names_year(grid: Grid, first: int, last: int) -> bool:
    """Whether some caption on these lines names a year."""
    return any(
        caption_of(cell).names_year for cells in grid.lines[first - 1 : last] for cell in cells
    )


def headings_of(grid: Grid, first: int, last: int) -> dict[int, Heading]:
    """Place by place the captions on some lines."""
    lines = range(first, last + 1)
    filled = [line for line in lines if grid.lines[line - 1] and line not in grid.numbering_lines]
    filled = filled[-_HEADER_LINES:]
    places = _places(grid, filled)
    found = {place: _heading(grid, place, filled) for place in places}
    return {place: heading for place, heading in found.items() if heading.pieces}


def _places(grid: Grid, lines: Iterable[int]) -> list[int]:
    """The places with something above them; a wide merged caption stands above all it covers."""
    wanted = set(lines)
    places = {grid.place_of(cell) for line in wanted for cell in grid.lines[line - 1]}
    for first, last, start, end in grid.merged:
        if end > start and any(first <= line <= last for line in wanted):
            places |= set(range(start, min(end, start + _PLACES_LIMIT) + 1))
    return sorted(places)[: _TRANSPOSED_PLACES_LIMIT if grid.is_transposed else _PLACES_LIMIT]


def _heading(grid: Grid, place: int, lines: list[int]) -> Heading:
    pieces: dict[tuple[int, int], Piece] = {}
    for line in reversed(lines):
        cell = grid.caption(line, place)
        if cell is not None and not cell.is_hidden and cell.kind != "empty":
            pieces.setdefault((cell.row, cell.column), Piece(cell, line, caption_of(cell)))
    return Heading(place, tuple(pieces.values()))


def columns_under(
    grid: Grid, headings: Mapping[int, Heading], end: int, year: int
) -> Columns | None:
    """The columns that some captions name for the amounts down to line `end`; None for none."""
    start = max((_naming_line(each) for each in headings.values()), default=0)
    usable = {
        place: heading
        for place, heading in headings.items()
        if not heading.is_excluded and _holds_amounts(grid, heading, start, end)
    }
    named = _by_column(usable, year)
    others = _other_years(usable, year)
    if not named:
        return _foreign(start) if others > 1 else None
    amounts = {name: found[0].place for name, found in named.items()}
    return Columns(
        header_row=start,
        amounts=amounts,
        captions={name: found[0].text for name, found in named.items()},
        rivals={
            name: tuple(each.place for each in found[1:])
            for name, found in named.items()
            if len(found) > 1
        },
        doubts=_doubts(named, usable),
        units={name: unit for name, found in named.items() if (unit := found[0].unit)},
        title_unit=title_unit(grid, start),
    )


def _naming_line(heading: Heading) -> int:
    return heading.naming.line if heading.naming and not heading.is_excluded else 0


def _holds_amounts(grid: Grid, heading: Heading, start: int, end: int) -> bool:
    """Whether amounts stand below; numbers of rows only count where the header names a year."""
    lines = (line for line in range(start + 1, end + 1) if line not in grid.numbering_lines)
    cells = [cell for line in lines if (cell := grid.cell(line, heading.place))]
    is_headed = heading.naming is not None and heading.naming.line == start
    return is_column_of_amounts(cells) and (is_headed or not is_counter(cells))


def _by_column(headings: Mapping[int, Heading], year: int) -> dict[BudgetColumn, list[Heading]]:
    wanted: dict[BudgetColumn, int] = {"plan": year, "previous": year - 1}
    named: dict[BudgetColumn, list[Heading]] = {
        name: [each for each in headings.values() if _years(each) == {number}]
        for name, number in wanted.items()
    }
    for name in BUDGET_COLUMNS:
        named[name] = [*named[name], *_relative(headings.values(), name)]
    if named["previous"] and not named["plan"]:
        named["plan"] = [each for each in headings.values() if each.naming is None]
    both = [each for each in headings.values() if _years(each) == {year, year - 1}]
    named["plan"] = named["plan"] or (both if len(both) == 1 else [])
    return {name: _whole_years(found) for name, found in named.items() if found}


def _whole_years(found: list[Heading]) -> list[Heading]:
    """Without months and quarters where another column names the whole year."""
    whole = [each for each in found if each.naming and not each.naming.caption.is_partial]
    return whole or found


def _years(heading: Heading) -> frozenset[int]:
    return heading.naming.caption.years if heading.naming else frozenset()


def _relative(headings: Iterable[Heading], name: BudgetColumn) -> list[Heading]:
    """Columns that name their year by words alone: `Planjahr`, `lfd. Jahr`, `Vorjahr`."""
    kinds = ("previous",) if name == "previous" else ("plan", "current")
    return [
        each
        for each in headings
        if each.naming and not _years(each) and each.naming.caption.relative in kinds
    ]


def _other_years(headings: Mapping[int, Heading], year: int) -> int:
    """How many columns name exactly one year that is neither of the two."""
    named = [_years(each) for each in headings.values()]
    return sum(len(years) == 1 and not years & {year, year - 1} for years in named)


def _foreign(line: int) -> Columns:
    return Columns(line, {}, {}, names_other_years=True)


def _doubts(
    named: Mapping[BudgetColumn, list[Heading]], usable: Mapping[int, Heading]
) -> dict[BudgetColumn, str]:
    plan_is_named = any(_years(each) for each in named.get("plan", ()))
    found = {
        name: doubt
        for name, headings in named.items()
        if (doubt := _doubt(headings[0], name, usable, plan_is_named))
    }
    places = [headings[0].place for headings in named.values()]
    return found if len(set(places)) == len(places) else dict.fromkeys(named, UNNAMED_DOUBT)


def _doubt(
    heading: Heading, name: BudgetColumn, usable: Mapping[int, Heading], plan_is_named: bool
) -> str:
    naming = heading.naming
    if naming is None:
        return UNNAMED_DOUBT
    caption = " ".join(naming.cell.shows.split())
    if not naming.caption.years and not (name == "previous" and plan_is_named):
        return RELATIVE_DOUBT.format(caption=caption)
    if len(naming.caption.years) > 1:
        return TWO_YEARS_DOUBT.format(caption=caption)
    if naming.caption.is_partial:
        return PARTIAL_DOUBT.format(caption=caption)
    lowest = heading.pieces[0]
    siblings = [each for each in usable.values() if each.naming is None]
    is_far = lowest.line > naming.line and any(
        piece.line >= lowest.line for each in siblings for piece in each.pieces
    )
    return UNNAMED_DOUBT if is_far else ""


def title_unit(grid: Grid, line: int) -> Unit | None:
    """The unit of the title lines above the header, of those of the sheet, or of a remark."""
    near = grid.lines[max(0, line - _TITLE_LINES) : line]
    lines = (*reversed(near), *grid.lines[:_TITLE_LINES])
    titles = (cells for cells in lines if not is_body(cells))
    found = one_unit(caption_of(cell).unit for cells in titles for cell in cells)
    return found or grid.remark_unit


def with_doubt(columns: Columns, doubt: str) -> Columns:
    """The columns, all of them asked about."""
    return replace(columns, doubts=dict.fromkeys(columns.amounts, doubt) | columns.doubts)


def columns_of(
    header_row: int, amounts: Mapping[BudgetColumn, int], captions: Mapping[BudgetColumn, str]
) -> Columns:
    """The columns of a table whose places are known."""
    named = {name: caption_of_text(caption).unit for name, caption in captions.items()}
    return Columns(
        header_row=header_row,
        amounts=dict(amounts),
        captions=dict(captions),
        units={name: unit for name, unit in named.items() if unit is not None},
    )
