"""`lpd budget`: the budget of a plan out of a workbook, with a preview of every cell."""

from __future__ import annotations

import hashlib

from lpd_desktop.check.repair import propose_repairs
from lpd_desktop.excel.applying import apply_preview
from lpd_desktop.excel.preview import (
    BudgetPreview,
    PreviewCell,
    PreviewRow,
    preview_output,
    with_reading,
    would_be_table,
)
from lpd_desktop.excel.preview_building import PreviewBuilder
from lpd_desktop.excel.preview_findings import findings_of
from lpd_desktop.excel.reading import read_workbook
from lpd_desktop.excel.recognition import recognise
from lpd_desktop.excel.stored_results import StoredResults
from lpd_desktop.excel.workbook import column_letters
from lpd_desktop.form.model import BudgetItem, Form
from lpd_desktop.plan.amounts import Unit

__all__ = [
    "BudgetPreview",
    "PreviewCell",
    "PreviewRow",
    "apply_preview",
    "preview_budget",
    "preview_output",
    "with_reading",
]


def preview_budget(
    data: bytes,
    name: str,
    item: BudgetItem,
    form: Form,
    *,
    sheet: str | None = None,
    unit: Unit | None = None,
    password: str | None = None,
) -> BudgetPreview:
    """What the import of a workbook would do to one budget.

    Args:
        data: The bytes of the workbook.
        name: Its file name, for messages.
        item: The budget to fill.
        form: Gives the plan year.
        sheet: The sheet; without it the visible one with most known rows.
        unit: The unit of the numbers; without it euros, and another unit that the sheet names
            is asked about.
        password: Opens a protected workbook, in memory only.

    Raises:
        PasswordNeededError: the workbook is protected, and no password was given.
        UnreadableWorkbookError: the file is no workbook.
        NoBudgetFoundError: no sheet holds the budget.
    """
    book = read_workbook(data, name, sheet=sheet, password=password)
    table = recognise(book, item, form.year, sheet)
    builder = PreviewBuilder(item, table, unit, StoredResults(book))
    rows, cells = tuple(builder.rows), tuple(builder.cells)
    repairs = tuple(propose_repairs(item, would_be_table(item, rows, cells)))
    return BudgetPreview(
        item=item.key,
        sheet=table.sheet.name,
        unit=builder.unit,
        columns={name: column_letters(col) for name, col in table.columns.amounts.items()},
        captions=dict(table.columns.captions),
        rows=rows,
        cells=cells,
        findings=tuple(findings_of(form, book, builder, repairs)),
        repairs=repairs,
        sha256=hashlib.sha256(data).hexdigest(),
    )
