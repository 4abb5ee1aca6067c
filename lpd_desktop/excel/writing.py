"""The budget table into a workbook."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetItem, Form, item_name
from lpd_desktop.plan.budget import BudgetTable, TypedText

_EUROS = '#,##0" €"'
_CENTS = '#,##0.00" €"'
_WIDTHS = {"A": 70, "B": 22, "C": 22}


def write_budget(form: Form, item: BudgetItem, table: BudgetTable) -> bytes:
    """The .xlsx of one budget table: numbers as numbers, typed text as text."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Budget"
    sheet.append([form.text(item_name(item))])
    sheet.append([])
    captions = (item.plan_caption, item.previous_caption)
    sheet.append(["Bezeichnung", *(form.text(caption) for caption in captions)])
    for row in table.rows:
        sheet.append([None, *(_value(row.amount(column)) for column in BUDGET_COLUMNS)])
        _write_text(sheet.cell(sheet.max_row, 1), row.label)
    for letters, width in _WIDTHS.items():
        sheet.column_dimensions[letters].width = width
    for cell in (*sheet[1], *sheet[3]):
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    _format_amounts(sheet, has_cents(table))
    sheet.freeze_panes = "B4"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def has_cents(table: BudgetTable) -> bool:
    """Whether some cell holds an amount that is no whole number of euros."""
    cells = (row.cents(column) for row in table.rows for column in BUDGET_COLUMNS)
    return any(cents is not None and cents % 100 for cents in cells)


def _value(amount: object) -> Decimal | str | None:
    if isinstance(amount, int):
        return Decimal(amount) / 100
    return amount.text if isinstance(amount, TypedText) else None


def _write_text(cell: Any, text: str) -> None:
    """A label that begins with `=` is no formula."""
    cell.value = text
    cell.data_type = "s"


def _format_amounts(sheet: Any, with_cents: bool) -> None:
    for row in sheet.iter_rows(min_row=4, min_col=2, max_col=3):
        for cell in row:
            if isinstance(cell.value, str):
                _write_text(cell, cell.value)
            else:
                cell.number_format = _CENTS if with_cents else _EUROS
