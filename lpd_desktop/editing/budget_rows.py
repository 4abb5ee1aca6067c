"""Changing a budget table: cells, rows, basis."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from msgspec import UNSET
from msgspec.structs import replace as changed

from lpd_desktop.form.model import BudgetColumn, BudgetRole
from lpd_desktop.plan.amounts import AmountError, parse_amount
from lpd_desktop.plan.budget import (
    Amount,
    BudgetTable,
    TableRow,
    TypedText,
)
from lpd_desktop.plan.file import LpdFile


def typed_amount(text: str) -> Amount:
    """What a cell holds after this was typed: cents, the text itself, or nothing."""
    if not text.strip():
        return UNSET
    try:
        return parse_amount(text)
    except AmountError:
        return TypedText(text.strip())


def table_of(file: LpdFile, item: str) -> BudgetTable:
    """The table of a budget item, the proposed one where the plan has none yet."""
    return file.plan.table_of(file.form, item)


def with_table(file: LpdFile, item: str, table: BudgetTable) -> LpdFile:
    """The file with the table of one budget item replaced."""
    answer = changed(file.plan.answer(item), table=table)
    return replace(file, plan=file.plan.with_answer(item, answer))


def set_amount(file: LpdFile, item: str, row: str, column: BudgetColumn, text: str) -> LpdFile:
    """Takes what was typed into one cell."""
    return _with_row(file, item, row, **{column: typed_amount(text)})


def rename_row(file: LpdFile, item: str, row: str, label: str) -> LpdFile:
    """Gives a row another label; its key, and so its part in the sums, stays."""
    return _with_row(file, item, row, label=label.strip())


def add_row(file: LpdFile, item: str, label: str, role: BudgetRole = "for_information") -> LpdFile:
    """Appends a row of the plan's own."""
    table = table_of(file, item)
    row = TableRow(key=free_row_key(table), label=label, role=role)
    return with_table(file, item, changed(table, rows=(*table.rows, row)))


def free_row_key(table: BudgetTable) -> str:
    """A key for a row of the plan's own that no row of the table has."""
    taken = {row.key for row in table.rows}
    return next(key for number in count(1) if (key := f"own_{number}") not in taken)


def remove_row(file: LpdFile, item: str, row: str) -> LpdFile:
    """Drops a row, also a proposed one."""
    table = table_of(file, item)
    rows = tuple(each for each in table.rows if each.key != row)
    return with_table(file, item, changed(table, rows=rows))


def move_row(file: LpdFile, item: str, row: str, steps: int) -> LpdFile:
    """Moves a row up (negative) or down (positive)."""
    table = table_of(file, item)
    rows = list(table.rows)
    index = next((place for place, each in enumerate(rows) if each.key == row), None)
    if index is None:
        return file
    moved = rows.pop(index)
    rows.insert(max(0, min(len(rows), index + steps)), moved)
    return with_table(file, item, changed(table, rows=tuple(rows)))


def print_table(file: LpdFile, item: str, wanted: bool) -> LpdFile:
    """Whether the table appears in the document."""
    return with_table(file, item, changed(table_of(file, item), print=wanted))


def _with_row(file: LpdFile, item: str, key: str, **fields: object) -> LpdFile:
    table = table_of(file, item)
    rows = tuple(changed(row, **fields) if row.key == key else row for row in table.rows)
    return with_table(file, item, changed(table, rows=rows))
