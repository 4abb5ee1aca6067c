"""The budget table into a workbook: with formulas and their results, and a sheet of notes."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

from lpd_desktop.excel.formula_results import with_results
from lpd_desktop.excel.formulas import Formulas, formulas_of, formulas_of_template
from lpd_desktop.excel.notes_sheet import HEADING, STATUS_WORDS, notes
from lpd_desktop.excel.table_layout import (
    AMOUNT_COLUMNS,
    HEADER_ROW,
    KEY_CAPTION,
    KEY_COLUMN,
    LABEL_CAPTION,
    LABEL_COLUMN,
    NOTES_SHEET,
    ROLE_CAPTION,
    ROLE_COLUMN,
    ROLE_WORDS,
    SHEET,
    TableLayout,
    captions,
)
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetItem, Form, item_name
from lpd_desktop.plan.budget import BudgetTable, TableRow, TypedText, proposed_table

_EUROS = '#,##0" €"'
_CENTS = '#,##0.00" €"'
_WIDTHS = {"A": 70, "B": 22, "C": 22, "D": 14, "E": 30}
_GREY, _PALE = "808080", "EDEDED"
_NOTES_WIDTH = 110
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t")


def write_budget(form: Form, item: BudgetItem, table: BudgetTable) -> bytes:
    """The .xlsx of one budget table: numbers as numbers, typed text as text, totals as formulas.

    Reading it back gives the same table: beside each row stands its key.
    """
    layout = TableLayout(tuple(row.key for row in table.rows))
    formulas = formulas_of(item, table, layout)
    results = {
        layout.address(key, column): _number(row.cents(column) or 0)
        for key, column in formulas
        if (row := table.row(key))
    }
    return with_results(_BudgetBook(form, item, table, formulas).saved(), results)


def write_template(form: Form, item: BudgetItem) -> bytes:
    """The .xlsx with the rows of a form to be filled in; sums reckon themselves."""
    table = proposed_table(item)
    layout = TableLayout(tuple(row.key for row in table.rows))
    formulas = formulas_of_template(item, layout)
    data = _BudgetBook(form, item, table, formulas).saved()
    return with_results(data, dict.fromkeys(layout.address(*place) for place in formulas))


def has_cents(table: BudgetTable) -> bool:
    """Whether some cell holds an amount that is no whole number of euros."""
    cells = (row.cents(column) for row in table.rows for column in BUDGET_COLUMNS)
    return any(cents is not None and cents % 100 for cents in cells)


def _number(cents: int) -> Decimal:
    whole, fraction = divmod(cents, 100)
    return Decimal(cents).scaleb(-2) if fraction else Decimal(whole)


class _BudgetBook:
    def __init__(
        self, form: Form, item: BudgetItem, table: BudgetTable, formulas: Formulas
    ) -> None:
        from openpyxl import Workbook

        self._form, self._item, self._table, self._formulas = form, item, table, formulas
        self._layout = TableLayout(tuple(row.key for row in table.rows))
        self._format = _CENTS if has_cents(table) else _EUROS
        self._book: Any = Workbook()
        self._sheet: Any = self._book.active

    def saved(self) -> bytes:
        self._book.properties.creator = "LPD Desktop"
        self._sheet.title = SHEET
        self._write_head()
        for number, row in enumerate(self._table.rows, HEADER_ROW + 1):
            self._write_row(number, row)
        self._set_page()
        self._write_notes()
        target = io.BytesIO()
        self._book.save(target)
        return target.getvalue()

    def _write_head(self) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill

        self._text(1, LABEL_COLUMN, self._form.text(item_name(self._item))).font = Font(
            bold=True, size=14
        )
        texts = {LABEL_COLUMN: LABEL_CAPTION, ROLE_COLUMN: ROLE_CAPTION, KEY_COLUMN: KEY_CAPTION}
        for column, caption in captions(self._form, self._item).items():
            basis = self._table.basis.of(column)
            status = f"\n({STATUS_WORDS[basis.status]})" if basis and basis.status else ""
            texts[AMOUNT_COLUMNS[column]] = caption + status
        for column_number, text in texts.items():
            cell = self._text(HEADER_ROW, column_number, text)
            cell.font = Font(bold=True)
            cell.fill = PatternFill("solid", fgColor=_PALE)
            cell.alignment = Alignment(wrap_text=True, vertical="top")

    def _write_row(self, number: int, row: TableRow) -> None:
        from openpyxl.styles import Alignment, Font

        is_total = row.role == "total"
        label = self._text(number, LABEL_COLUMN, row.label)
        label.alignment = Alignment(wrap_text=True, vertical="top")
        label.font = Font(bold=is_total)
        for column in BUDGET_COLUMNS:
            self._write_amount(number, row, column).font = Font(bold=is_total)
        for column_number, text in ((ROLE_COLUMN, ROLE_WORDS[row.role]), (KEY_COLUMN, row.key)):
            self._text(number, column_number, text).font = Font(color=_GREY)

    def _write_amount(self, number: int, row: TableRow, column: Any) -> Any:
        from openpyxl.styles import Alignment, PatternFill

        amount = row.amount(column)
        if isinstance(amount, TypedText):
            cell = self._text(number, AMOUNT_COLUMNS[column], amount.text)
            cell.number_format = "@"
            cell.alignment = Alignment(horizontal="right", vertical="top")
            return cell
        cell = self._sheet.cell(number, AMOUNT_COLUMNS[column])
        cell.number_format = self._format
        cell.alignment = Alignment(vertical="top")
        formula = self._formulas.get((row.key, column))
        if formula:
            cell.value = formula
            cell.fill = PatternFill("solid", fgColor=_PALE)
        elif isinstance(amount, int):
            cell.value = _number(amount)
        return cell

    def _set_page(self) -> None:
        for letters, width in _WIDTHS.items():
            self._sheet.column_dimensions[letters].width = width
        self._sheet.freeze_panes = f"B{HEADER_ROW + 1}"
        self._sheet.page_setup.orientation = "landscape"
        self._sheet.page_setup.paperSize = self._sheet.PAPERSIZE_A4
        self._sheet.page_setup.fitToHeight = 0
        self._sheet.sheet_properties.pageSetUpPr.fitToPage = True

    def _write_notes(self) -> None:
        from openpyxl.styles import Alignment, Font

        self._sheet = self._book.create_sheet(NOTES_SHEET)
        self._sheet.column_dimensions["A"].width = _NOTES_WIDTH
        for number, (style, words) in enumerate(notes(self._form, self._item, self._table), 1):
            cell = self._text(number, 1, words)
            cell.font = Font(bold=style == HEADING)
            cell.alignment = Alignment(wrap_text=True, vertical="top")

    def _text(self, row: int, column: int, text: str) -> Any:
        """A cell with text; one that begins like a formula is marked as text for good."""
        from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

        cell = self._sheet.cell(row, column)
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
        if cell.value:
            cell.data_type = "s"
        if text.startswith(_FORMULA_SIGNS):
            cell.quotePrefix = True
        return cell
