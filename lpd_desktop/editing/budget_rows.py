"""Changing a budget table: cells, rows, basis."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from msgspec import UNSET
from msgspec.structs import replace as changed

from lpd_desktop.form.model import BudgetColumn, BudgetItem, BudgetRole, BudgetRow
from lpd_desktop.plan.amounts import AmountError, parse_amount
from lpd_desktop.plan.budget import (
    Amount,
    BudgetTable,
    TableRow,
    TypedText,
    place_of_row,
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


def add_row(
    file: LpdFile,
    item: str,
    label: str,
    role: BudgetRole = "for_information",
    *,
    below: str = "",
) -> LpdFile:
    """Adds a row of the plan's own below the row with a key, at the end without one."""
    table = table_of(file, item)
    row = TableRow(key=free_row_key(table), label=label, role=role)
    places = (place for place, each in enumerate(table.rows, 1) if each.key == below)
    return _with_row_at(file, item, next(places, len(table.rows)), row)


def free_row_key(table: BudgetTable) -> str:
    """A key for a row of the plan's own that no row of the table has."""
    taken = {row.key for row in table.rows}
    return next(key for number in count(1) if (key := f"own_{number}") not in taken)


def remove_row(file: LpdFile, item: str, row: str) -> LpdFile:
    """Drops a row, also a proposed one."""
    table = table_of(file, item)
    rows = tuple(each for each in table.rows if each.key != row)
    return with_table(file, item, changed(table, rows=rows))


def removed_rows(file: LpdFile, item: str) -> tuple[BudgetRow, ...]:
    """The rows of the form that the table lacks, in the order of the form."""
    found, table = file.form.item(item), table_of(file, item)
    rows = found.rows if isinstance(found, BudgetItem) else ()
    return tuple(row for row in rows if table.row(row.key) is None)


def bring_back_row(file: LpdFile, item: str, key: str) -> LpdFile:
    """Puts a removed row of the form back to its place, without amounts."""
    found = file.form.item(item)
    row = next((each for each in removed_rows(file, item) if each.key == key), None)
    if row is None or not isinstance(found, BudgetItem):
        return file
    place = place_of_row(found, table_of(file, item).rows, key)
    return _with_row_at(file, item, place, TableRow(key=key, label=row.label, role=row.role))


def set_role(file: LpdFile, item: str, row: str, role: BudgetRole) -> LpdFile:
    """Gives a row of the plan's own another role; those of the form keep theirs."""
    return file if is_of_form(file, item, row) else _with_row(file, item, row, role=role)


def is_of_form(file: LpdFile, item: str, row: str) -> bool:
    """Whether the form proposes a row with this key."""
    found = file.form.item(item)
    return isinstance(found, BudgetItem) and found.row(row) is not None


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


def print_chart(file: LpdFile, item: str, wanted: bool) -> LpdFile:
    """Whether a chart appears below the table in the document."""
    return with_table(file, item, changed(table_of(file, item), chart=wanted or UNSET))


def _with_row_at(file: LpdFile, item: str, place: int, row: TableRow) -> LpdFile:
    table = table_of(file, item)
    rows = (*table.rows[:place], row, *table.rows[place:])
    return with_table(file, item, changed(table, rows=rows))


def _with_row(file: LpdFile, item: str, key: str, **fields: object) -> LpdFile:
    table = table_of(file, item)
    rows = tuple(changed(row, **fields) if row.key == key else row for row in table.rows)
    return with_table(file, item, changed(table, rows=rows))
