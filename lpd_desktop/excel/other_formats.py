"""Workbooks of other kinds than Open XML, read by calamine."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from lpd_desktop.excel.cell_values import CellPlace, exact, number_cell, other_cell, text_cell
from lpd_desktop.excel.dates import plain_moment
from lpd_desktop.excel.display import number_format
from lpd_desktop.excel.openxml.sheet_part import COLUMNS_LIMIT, ROWS_LIMIT
from lpd_desktop.excel.package import PackageKind
from lpd_desktop.excel.workbook import Sheet, Workbook, WorkbookCell


def read_other(data: bytes, name: str, kind: PackageKind, password: str | None) -> Workbook:
    """The sheets of an .xls, .xlsb or .ods."""
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for meta in book.sheets_metadata:
        rows = book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False, nrows=ROWS_LIMIT)
        cells = tuple(_row(number, row) for number, row in enumerate(rows, 1))
        sheets.append(Sheet(meta.name, cells, meta.visible != SheetVisibleEnum.Visible))
    return Workbook(name, tuple(sheets), shows_everything=False)


def _row(number: int, values: Iterable[Any]) -> tuple[WorkbookCell, ...]:
    cells = (
        _cell(value, CellPlace(number, column))
        for column, value in enumerate(values, 1)
        if column <= COLUMNS_LIMIT
    )
    return tuple(cell for cell in cells if cell.kind != "empty")


def _cell(value: Any, place: CellPlace) -> WorkbookCell:
    if isinstance(value, bool):
        return other_cell(place, "WAHR" if value else "FALSCH")
    if isinstance(value, date | datetime | time | timedelta):
        return other_cell(place, plain_moment(value))
    if isinstance(value, int | float | Decimal):
        return number_cell(place, exact(value), number_format("General"))
    return text_cell(place, str(value))
