"""What an import would do, cell by cell, before it does it."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from lpd_desktop.check.finding import Finding, FindingOutput, as_output
from lpd_desktop.check.repair import Repair
from lpd_desktop.excel.amount_cells import CellStatus
from lpd_desktop.excel.choices import ImportChoices
from lpd_desktop.form.model import BudgetColumn, BudgetItem, BudgetRole
from lpd_desktop.plan.addresses import cell_address
from lpd_desktop.plan.amounts import Unit
from lpd_desktop.plan.budget import BudgetTable, TableRow, TypedText, proposed_table


class RowCandidate(msgspec.Struct, frozen=True):
    """A row of the form that a label may mean, and how well it fits (0 to 100)."""

    row: str
    label: str
    score: int


class PreviewRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the workbook that was recognised.

    Attributes:
        label: Of the form's row, or of the workbook where the row is the plan's own.
        workbook_label: As it stands in the workbook.
        score: How well both agree, 0 for a row of the plan's own.
        cell: The address of the label.
        is_asked: Whether a person must say what the row means.
        candidates: The rows of the form that come near, best first.
    """

    key: str
    label: str
    role: BudgetRole
    workbook_label: str
    score: int
    is_own: bool = False
    cell: str = ""
    is_asked: bool = False
    candidates: tuple[RowCandidate, ...] = ()


class LeftOutRow(msgspec.Struct, frozen=True):
    """A row of the workbook that is not read: its label, the label's cell, and why."""

    label: str
    cell: str
    reason: str


class PreviewCell(msgspec.Struct, frozen=True, kw_only=True):
    """One cell: where it goes, what Excel shows, what was read (cents), and why not.

    Attributes:
        is_text: Whether the workbook holds text rather than a number.
        questions: The kinds of question that are open; see `questions.py`.
        readings: What the cell may mean in cents, for a person to pick from.
    """

    row: str
    column: BudgetColumn
    cell: str
    shows: str
    read_as: int | None
    status: CellStatus
    note: str = ""
    is_text: bool = False
    questions: tuple[str, ...] = ()
    readings: tuple[int, ...] = ()


class BudgetPreview(msgspec.Struct, frozen=True, kw_only=True):
    """The whole import before it happens.

    Attributes:
        columns: From plan or previous year to the column's letters.
        captions: What the workbook writes above these columns.
        repairs: Readings of cells that the sums prove; never taken by themselves.
        sha256: Of the workbook.
        header_row: The last row of the header; a column's number where the table is transposed.
        label_column: The letters of the column of labels.
        choices: What was chosen by a person or a profile.
        fingerprint: Of the layout; workbooks with the same captions and labels share it.
        profile: The name of the profile that was used.
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
    header_row: int = 0
    label_column: str = ""
    is_transposed: bool = False
    left_out: tuple[LeftOutRow, ...] = ()
    choices: ImportChoices = ImportChoices()
    fingerprint: str = ""
    profile: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether every cell with content was read without a question."""
        return not any(cell.status in ("asked", "refused") for cell in self.cells)

    def cell(self, row: str, column: BudgetColumn) -> PreviewCell | None:
        """The cell that goes to this place."""
        wanted = (row, column)
        return next((each for each in self.cells if (each.row, each.column) == wanted), None)

    def cell_at(self, address: str) -> PreviewCell | None:
        """The cell of the workbook with this address."""
        wanted = address.replace("$", "").upper()
        return next((each for each in self.cells if each.cell.upper() == wanted), None)


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


def accepted(preview: BudgetPreview, row: str, column: BudgetColumn) -> BudgetPreview:
    """The preview with one cell that was asked about taken as it was read."""
    cell = preview.cell(row, column)
    if cell is None or cell.status != "asked" or cell.read_as is None:
        return preview
    return with_reading(preview, row, column, cell.read_as)


def all_accepted(preview: BudgetPreview) -> BudgetPreview:
    """The preview with every cell that was asked about taken as it was read."""
    for cell in preview.cells:
        preview = accepted(preview, cell.row, cell.column)
    return preview


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


class RowOutput(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the workbook with `--explain`: what it means, how sure, and what else it may be."""

    label: str
    cell: str
    row: str
    score: int
    status: str
    candidates: tuple[RowCandidate, ...]


class BudgetOutput(msgspec.Struct, frozen=True, omit_defaults=True):
    """What `lpd budget --json` prints; `rows` with `--explain`, `profile` where one is used."""

    sheet: str
    unit: Unit
    columns: dict[BudgetColumn, str]
    cells: tuple[CellOutput, ...]
    findings: tuple[FindingOutput, ...]
    rows: tuple[RowOutput, ...] = ()
    profile: str = ""


def preview_output(preview: BudgetPreview, *, explain: bool = False) -> dict[str, Any]:
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
        row_outputs(preview) if explain else (),
        preview.profile,
    )
    plain: dict[str, Any] = msgspec.to_builtins(output)
    return plain


def row_outputs(preview: BudgetPreview) -> tuple[RowOutput, ...]:
    """The rows of the workbook with their scores, those that are left out too."""
    read = (
        RowOutput(
            label=row.workbook_label,
            cell=row.cell,
            row=row.key,
            score=row.score,
            status="own" if row.is_own else "asked" if row.is_asked else "ok",
            candidates=row.candidates,
        )
        for row in preview.rows
    )
    left = (
        RowOutput(label=row.label, cell=row.cell, row="", score=0, status="skipped", candidates=())
        for row in preview.left_out
    )
    return (*read, *left)
