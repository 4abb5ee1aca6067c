"""Where a sheet holds what: the header, the columns of the two years, the unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lpd_desktop.excel.workbook import Sheet, WorkbookCell
from lpd_desktop.form.model import BudgetColumn
from lpd_desktop.plan.amounts import Unit

_HEADER_ROWS_LIMIT = 60
_HEADER_HEIGHT = 3
_NO_AMOUNTS = re.compile(
    r"veränderung|differenz|abweichung|delta|Δ|\bin %|%|prozent|vergleich|\bstand\b", re.IGNORECASE
)
_UNITS: tuple[tuple[Unit, re.Pattern[str]], ...] = (
    ("mio", re.compile(r"\bMio\b|\bMillionen\b", re.IGNORECASE)),
    (
        "teur",
        re.compile(r"T€|\bTEUR\b|\bT ?EUR\b|\bTsd\b|\bTausend\b|\bin 1\.?000 ?(?:€|EUR|Euro)"),
    ),
)
_REMARK = re.compile(r"\b(?:Angaben|Beträge|Ansätze|Werte|Zahlen)\b.{0,40}\bin\b", re.IGNORECASE)


@dataclass(frozen=True)
class Columns:
    """The columns of a table.

    Attributes:
        header_row: The last row of the header.
        amounts: From plan or previous year to the column of the workbook (from 1).
        captions: What the header says of these columns.
        rivals: Other columns that name the same year.
        unit: What header or title name as unit; None where they name none.
    """

    header_row: int
    amounts: dict[BudgetColumn, int]
    captions: dict[BudgetColumn, str]
    rivals: dict[BudgetColumn, tuple[int, ...]] = field(default_factory=dict)
    unit: Unit | None = None


def find_columns(sheet: Sheet, year: int) -> Columns | None:
    """The columns of the plan year and the year before; None where the plan year is nowhere.

    A header may be spread over three rows; of several that fit the one nearest to its amounts
    wins, and one that names both years before one that names only one.
    """
    found = [
        columns
        for last in range(1, min(len(sheet.rows), _HEADER_ROWS_LIMIT) + 1)
        for height in range(1, min(_HEADER_HEIGHT, last) + 1)
        if (columns := _in_rows(sheet, last, height, year))
    ]
    if not found:
        return None
    return max(found, key=lambda each: (len(each.amounts), _amounts_below(sheet, each)))


def _in_rows(sheet: Sheet, last: int, height: int, year: int) -> Columns | None:
    cells = [cell for row in sheet.rows[last - height : last] for cell in row]
    if not any(cell.row == last for cell in cells):
        return None
    wanted: dict[BudgetColumn, int] = {"plan": year, "previous": year - 1}
    by_year = {name: _naming(cells, number) for name, number in wanted.items()}
    if not by_year["plan"]:
        return None
    header = {
        name: cells_of_year
        for name, found in by_year.items()
        if (cells_of_year := [cell for cell in found if _amount_cells(sheet, last, cell.column)])
    }
    columns = {name: found[0].column for name, found in header.items()}
    if "plan" not in header or len(set(columns.values())) < len(columns):
        return None
    return Columns(
        header_row=last,
        amounts=columns,
        captions={name: found[0].shows for name, found in header.items()},
        rivals={
            name: rivals
            for name, found in header.items()
            if (rivals := tuple(cell.column for cell in found[1:]))
        },
        unit=_unit(sheet, last, set(columns.values())),
    )


def _naming(cells: Sequence[WorkbookCell], year: int) -> list[WorkbookCell]:
    """The visible header cells that name this year and no other, one for each column."""
    found: dict[int, WorkbookCell] = {}
    for cell in cells:
        text = _caption(cell)
        years = set(re.findall(r"(?<!\d)(?:19|20|21)\d\d(?!\d)", text))
        is_caption = not _NO_AMOUNTS.search(text) and not cell.is_hidden
        if years == {str(year)} and is_caption:
            found.setdefault(cell.column, cell)
    return sorted(found.values(), key=lambda cell: cell.column)


def _caption(cell: WorkbookCell) -> str:
    """What a header says; a year typed as a number may be shown with a point."""
    is_whole = cell.kind == "number" and cell.number == cell.number.to_integral_value()
    return str(int(cell.number)) if is_whole else cell.shows


def _amount_cells(sheet: Sheet, header_row: int, column: int) -> list[WorkbookCell]:
    return [
        cell
        for row in sheet.rows[header_row:]
        for cell in row
        if cell.column == column and (cell.kind != "text" or re.search(r"\d", cell.shows))
    ]


def _amounts_below(sheet: Sheet, columns: Columns) -> tuple[int, int]:
    amounts = (
        len(_amount_cells(sheet, columns.header_row, each)) for each in columns.amounts.values()
    )
    return sum(amounts), -columns.header_row


def _unit(sheet: Sheet, last: int, columns: set[int]) -> Unit | None:
    """The unit that the captions of the columns or the title lines above name."""
    above = [cell for row in sheet.rows[:last] for cell in row]
    captions = [cell for cell in above if cell.column in columns]
    remarks = [cell for cell in sheet.cells if cell.kind == "text" and _REMARK.search(cell.shows)]
    for cells in (captions, above, remarks):
        for unit, pattern in _UNITS:
            if any(pattern.search(cell.shows) for cell in cells):
                return unit
    return None
