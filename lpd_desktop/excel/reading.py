"""Workbooks into plain sheets of cells."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from lpd_desktop.excel.display import NumberFormat, number_format, shown
from lpd_desktop.excel.package import kind_of_package, refusal
from lpd_desktop.excel.workbook import Sheet, Workbook, WorkbookCell

ROWS_LIMIT = 2_000
COLUMNS_LIMIT = 100


def read_workbook(data: bytes, name: str) -> Workbook:
    """The sheets of a workbook with their cells; charts and macros are left out.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.

    Raises:
        UnreadableWorkbookError: no workbook, protected, damaged or too large.
    """
    kind = kind_of_package(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = _read_openxml(data, name) if kind == "openxml" else _read_other(data, name)
    except MemoryError as error:
        raise refusal(name, "sie ist zu groß") from error
    except Exception as error:  # the libraries raise whatever a damaged file leads them to
        raise refusal(name, "die Datei ist unvollständig oder beschädigt") from error
    if not book.sheets:
        raise refusal(name, "sie enthält kein lesbares Tabellenblatt")
    return book


def _read_openxml(data: bytes, name: str) -> Workbook:
    """Read twice: once for the stored results, once for the formulas behind them."""
    from openpyxl import load_workbook

    results = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    formulas = load_workbook(io.BytesIO(data), data_only=False, keep_links=False)
    sheets = tuple(_openxml_sheet(sheet, formulas[sheet.title]) for sheet in results.worksheets)
    return Workbook(name, sheets)


def _openxml_sheet(results: Any, formulas: Any) -> Sheet:
    hidden_rows = {row for row, how in results.row_dimensions.items() if how.hidden}
    hidden_columns = _hidden_columns(results)
    bounds = {
        "max_row": min(results.max_row, ROWS_LIMIT),
        "max_col": min(results.max_column, COLUMNS_LIMIT),
    }
    rows = []
    pairs = zip(results.iter_rows(**bounds), formulas.iter_rows(**bounds), strict=False)
    for result_row, formula_row in pairs:
        cells = (
            _openxml_cell(
                result, formula, result.row in hidden_rows or result.column in hidden_columns
            )
            for result, formula in zip(result_row, formula_row, strict=False)
        )
        rows.append(tuple(cell for cell in cells if cell.kind != "empty"))
    return Sheet(results.title, tuple(rows), results.sheet_state != "visible")


def _hidden_columns(sheet: Any) -> set[int]:
    """Excel stores one entry for a run of columns of the same look."""
    from openpyxl.utils import column_index_from_string

    hidden: set[int] = set()
    for letters, how in sheet.column_dimensions.items():
        if how.hidden:
            first = how.min or column_index_from_string(letters)
            hidden.update(range(first, (how.max or first) + 1))
    return hidden


def _openxml_cell(result: Any, formula: Any, is_hidden: bool) -> WorkbookCell:
    place = {"row": result.row, "column": result.column, "is_hidden": is_hidden}
    if result.value is None:
        if formula.data_type == "f":
            return WorkbookCell(kind="no_result", shows="", **place)
        return WorkbookCell(kind="empty", **place)
    if result.data_type == "e":
        return WorkbookCell(kind="error", shows=str(result.value), **place)
    return _cell(result.value, number_format(result.number_format or ""), place)


def _read_other(data: bytes, name: str) -> Workbook:
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for meta in book.sheets_metadata:
        rows = book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False, nrows=ROWS_LIMIT)
        cells = tuple(_other_row(number, row) for number, row in enumerate(rows, 1))
        sheets.append(Sheet(meta.name, cells, meta.visible != SheetVisibleEnum.Visible))
    return Workbook(name, tuple(sheets), shows_everything=False)


def _other_row(number: int, values: Iterable[Any]) -> tuple[WorkbookCell, ...]:
    cells = (
        _cell(value, NumberFormat(), {"row": number, "column": column})
        for column, value in enumerate(values, 1)
        if column <= COLUMNS_LIMIT
    )
    return tuple(cell for cell in cells if cell.kind != "empty")


def _cell(value: Any, how: NumberFormat, place: dict[str, Any]) -> WorkbookCell:
    if isinstance(value, bool | date | datetime | time | timedelta):
        return WorkbookCell(kind="other", shows=_other_shown(value), **place)
    if isinstance(value, int | float | Decimal):
        number = exact(value)
        return WorkbookCell(
            kind="number",
            shows=shown(number, how),
            number=number,
            decimals=None if how.decimals is None else how.decimals - 3 * how.scale,
            is_percent=how.is_percent,
            **place,
        )
    text = str(value).strip()
    return WorkbookCell(kind="text" if text else "empty", shows=text, **place)


def exact(value: float | Decimal) -> Decimal:
    """The decimal number a float stands for: the shortest that gives the same float.

    Excel reckons with 15 digits; what lies beyond is noise of the binary fraction.
    """
    number = Decimal(str(value))
    return Decimal(format(number, ".15g")) if isinstance(value, float) else number


def _other_shown(value: object) -> str:
    if isinstance(value, bool):
        return "WAHR" if value else "FALSCH"
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    return str(value)
