"""Writing a previewed budget into a plan, as one step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from msgspec.structs import replace as changed

from lpd_desktop.excel.preview import BudgetPreview, PreviewRow
from lpd_desktop.form.model import BudgetColumn, BudgetItem
from lpd_desktop.plan.budget import Basis, BudgetTable, TableRow, place_of_row
from lpd_desktop.plan.budget_versions import with_table_kept, with_version
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.log_chain import appended
from lpd_desktop.plan.work import BudgetVersion, CellSource, LogEntry
from lpd_desktop.runtime.identity import new_id

EVENT = "budget_imported"
BEFORE_IMPORT = "Stand vor dem Einlesen"


def apply_preview(
    file: LpdFile,
    item_key: str,
    preview: BudgetPreview,
    *,
    time: str,
    source: str,
    basis: Basis | None = None,
    note: str = "",
) -> LpdFile:
    """The file with the cells of status `ok` taken over, and the import remembered.

    Cells that are asked or refused keep what they hold. The table as it was becomes a version
    too where none holds it, so that sentences with replaced amounts can be found.

    Args:
        file: The draft.
        item_key: The budget item.
        preview: What was previewed, after all decisions.
        time: ISO time in UTC.
        source: Name of the workbook.
        basis: The letter behind the amounts of the plan year; None leaves what the table names,
            an empty one takes it away.
        note: The planner's own words for this Budgetstand.
    """
    answer = file.plan.answer(item_key)
    before = file.plan.table_of(file.form, item_key)
    after = _filled(file, item_key, before, preview)
    if basis is not None:
        letter = None if basis == Basis() else basis
        after = changed(after, basis=changed(after.basis, plan=letter))
    plan = file.plan.with_answer(item_key, changed(answer, table=after))
    work = with_table_kept(file.work, item_key, before, time=time, source=BEFORE_IMPORT)
    work = with_version(work, changed(_version_after(preview, after, time, source), note=note))
    work = appended(work, LogEntry(time=time, event=EVENT, detail=source))
    return replace(file, plan=plan, work=work)


def changes_amounts(table: BudgetTable, preview: BudgetPreview, column: BudgetColumn) -> bool:
    """Whether taking a preview would change some amount of a column."""
    before = {row.key: row.amount(column) for row in table.rows}
    taken = (each for each in preview.cells if each.status == "ok" and each.column == column)
    return any(before.get(each.row) != each.read_as for each in taken)


def _version_after(
    preview: BudgetPreview, table: BudgetTable, time: str, source: str
) -> BudgetVersion:
    taken = (cell for cell in preview.cells if cell.status == "ok")
    return BudgetVersion(
        id=new_id(),
        item=preview.item,
        time=time,
        source=source,
        sha256=preview.sha256,
        sheet=preview.sheet,
        cells=tuple(CellSource(row=each.row, column=each.column, cell=each.cell) for each in taken),
        table=table,
    )


def _filled(
    file: LpdFile, item_key: str, before: BudgetTable, preview: BudgetPreview
) -> BudgetTable:
    item = file.form.item(item_key)
    cents: dict[str, dict[str, Any]] = {}
    for cell in preview.cells:
        if cell.status == "ok":
            cents.setdefault(cell.row, {})[cell.column] = cell.read_as
    rows = list(before.rows)
    for row in preview.rows:
        if row.key in cents and not any(each.key == row.key for each in rows):
            place = place_of_row(item, rows, row.key) if isinstance(item, BudgetItem) else len(rows)
            rows.insert(place, _new_row(row))
    filled = tuple(changed(row, **cents.get(row.key, {})) for row in rows)
    return changed(before, rows=filled)


def _new_row(row: PreviewRow) -> TableRow:
    return TableRow(key=row.key, label=row.label, role=row.role)
