"""The table of a workbook that this program wrote: its rows are found by their keys.

People may rename, move and add rows; only the column of the keys has to stay. A row without a key,
and one whose key stands there a second time, is recognised by its label like in any workbook.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lpd_desktop.excel.table_layout import (
    KEY_CAPTION,
    LABEL_CAPTION,
    ROLE_CAPTION,
    ROLE_WORDS,
    years_in,
)
from lpd_desktop.excel.workbook import Sheet, WorkbookCell
from lpd_desktop.form.model import BudgetColumn, BudgetRole

_ROLES: dict[str, BudgetRole] = {word: role for role, word in ROLE_WORDS.items()}


@dataclass(frozen=True)
class OwnRow:
    """A row as the program wrote it, with what the workbook calls it now."""

    key: str
    label: str
    role: BudgetRole


@dataclass(frozen=True)
class OwnTable:
    """Where the parts of the table stand.

    Attributes:
        amounts: The columns of the amounts (from 1).
        captions: What stands above them.
        rows: By the number of the row of the sheet.
    """

    header_row: int
    label_column: int
    amounts: Mapping[BudgetColumn, int]
    captions: Mapping[BudgetColumn, str]
    rows: Mapping[int, OwnRow]


def own_table(sheet: Sheet, year: int) -> OwnTable | None:
    """The table on a sheet that the program wrote for this year; None on any other sheet."""
    for row in sheet.rows:
        head = {cell.shows: cell for cell in row if cell.kind == "text"}
        if {LABEL_CAPTION, ROLE_CAPTION, KEY_CAPTION} <= head.keys():
            found = _columns(row, year)
            return _table(sheet, head, found) if len(found) == len(_years(year)) else None
    return None


def _years(year: int) -> dict[BudgetColumn, int]:
    return {"plan": year, "previous": year - 1}


def _columns(row: tuple[WorkbookCell, ...], year: int) -> dict[BudgetColumn, WorkbookCell]:
    found: dict[BudgetColumn, WorkbookCell] = {}
    for name, wanted in _years(year).items():
        cells = [cell for cell in row if years_in(cell.shows) == {wanted} and not cell.is_hidden]
        if len(cells) == 1:
            found[name] = cells[0]
    return found


def _table(
    sheet: Sheet, head: Mapping[str, WorkbookCell], columns: Mapping[BudgetColumn, WorkbookCell]
) -> OwnTable:
    header_row = head[KEY_CAPTION].row
    rows: dict[int, OwnRow] = {}
    keys: set[str] = set()
    for number in range(header_row + 1, len(sheet.rows) + 1):
        texts = [_text(sheet, number, head[each].column) for each in _CAPTIONS]
        key, label, role = texts
        if key and key not in keys:
            keys.add(key)
            rows[number] = OwnRow(key, label, _ROLES.get(role, "for_information"))
    return OwnTable(
        header_row=header_row,
        label_column=head[LABEL_CAPTION].column,
        amounts={name: cell.column for name, cell in columns.items()},
        captions={name: cell.shows for name, cell in columns.items()},
        rows=rows,
    )


_CAPTIONS = (KEY_CAPTION, LABEL_CAPTION, ROLE_CAPTION)


def _text(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.cell_at(row, column)
    return cell.shows.strip() if cell is not None else ""
