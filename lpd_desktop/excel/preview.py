"""What an import would do, cell by cell, before it does it."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from lpd_desktop.check.finding import Finding, FindingOutput, as_output
from lpd_desktop.check.repair import Repair
from lpd_desktop.excel.amount_cells import CellStatus
from lpd_desktop.form.model import BudgetColumn, BudgetItem, BudgetRole
from lpd_desktop.plan.addresses import cell_address
from lpd_desktop.plan.amounts import Unit
from lpd_desktop.plan.budget import BudgetTable, TableRow, TypedText, proposed_table


class PreviewRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the workbook that was recognised.

    Attributes:
        label: Of the form's row, or of the workbook where the row is the plan's own.
        workbook_label: As it stands in the workbook.
        score: How well both agree, 0 for a row of the plan's own.
    """

    key: str
    label: str
    role: BudgetRole
    workbook_label: str
    score: int
    is_own: bool = False


class PreviewCell(msgspec.Struct, frozen=True, kw_only=True):
    """One cell: where it goes, what Excel shows, what was read (cents), and why not."""

    row: str
    column: BudgetColumn
    cell: str
    shows: str
    read_as: int | None
    status: CellStatus
    note: str = ""


class BudgetPreview(msgspec.Struct, frozen=True, kw_only=True):
    """The whole import before it happens.

    Attributes:
        columns: From plan or previous year to the column's letters.
        captions: What the workbook writes above these columns.
        repairs: Readings of refused cells that the sums prove; never taken by themselves.
        sha256: Of the workbook.
    """

    item: str
    sheet: str
    unit: Unit
    columns: dict[BudgetColumn, str]
    captions: dict[BudgetColumn, str]
    rows: tuple[PreviewRow, ...]
    cells: tuple[PreviewCell, ...]
    findings: tuple[Finding, ...]
    repairs: tuple[Repair, ...]
    sha256: str

    @property
    def is_complete(self) -> bool:
        """Whether every cell with content was read without a question."""
        return not any(cell.status in ("asked", "refused") for cell in self.cells)

    def cell(self, row: str, column: BudgetColumn) -> PreviewCell | None:
        """The cell that goes to this place."""
        wanted = (row, column)
        return next((each for each in self.cells if (each.row, each.column) == wanted), None)


def with_reading(
    preview: BudgetPreview, row: str, column: BudgetColumn, cents: int | None
) -> BudgetPreview:
    """The preview after a person decided what a cell means; None leaves the cell out."""
    status: CellStatus = "skipped" if cents is None else "ok"
    cells = tuple(
        replace(cell, read_as=cents, status=status)
        if (cell.row, cell.column) == (row, column)
        else cell
        for cell in preview.cells
    )
    where = str(cell_address(preview.item, row, column))
    findings = tuple(each for each in preview.findings if each.where != where)
    repairs = tuple(each for each in preview.repairs if (each.row, each.column) != (row, column))
    return replace(preview, cells=cells, findings=findings, repairs=repairs)


def would_be_table(
    item: BudgetItem, rows: tuple[PreviewRow, ...], cells: tuple[PreviewCell, ...]
) -> BudgetTable:
    """The table as the workbook means it, refused texts included, for a proof by sums."""
    proposed = proposed_table(item)
    own = tuple(TableRow(key=row.key, label=row.label, role=row.role) for row in rows if row.is_own)
    filled: dict[str, dict[str, Any]] = {}
    for cell in cells:
        if cell.read_as is not None:
            filled.setdefault(cell.row, {})[cell.column] = cell.read_as
        elif cell.status == "refused" and cell.shows:
            filled.setdefault(cell.row, {})[cell.column] = TypedText(cell.shows)
    every = (*proposed.rows, *own)
    return BudgetTable(rows=tuple(replace(row, **filled.get(row.key, {})) for row in every))


class CellOutput(msgspec.Struct, frozen=True):
    """A cell as `lpd budget --json` gives it; `read_as` in cents."""

    row: str
    column: BudgetColumn
    cell: str
    shows: str
    read_as: int | None
    status: CellStatus


class BudgetOutput(msgspec.Struct, frozen=True):
    """What `lpd budget --json` prints."""

    sheet: str
    unit: Unit
    columns: dict[BudgetColumn, str]
    cells: tuple[CellOutput, ...]
    findings: tuple[FindingOutput, ...]


def preview_output(preview: BudgetPreview) -> dict[str, Any]:
    """The plain data of `lpd budget --json`."""
    output = BudgetOutput(
        preview.sheet,
        preview.unit,
        preview.columns,
        tuple(
            CellOutput(each.row, each.column, each.cell, each.shows, each.read_as, each.status)
            for each in preview.cells
        ),
        tuple(as_output(each) for each in preview.findings),
    )
    plain: dict[str, Any] = msgspec.to_builtins(output)
    return plain
