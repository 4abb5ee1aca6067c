"""A pasted block with labels: its rows find their places by what they are called.

The block is read like a sheet of a workbook, so that the same questions are asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from msgspec.structs import replace

from lpd_desktop.editing.budget_rows import table_of, with_table
from lpd_desktop.excel.budget_import import known_amounts, preview_workbook
from lpd_desktop.excel.captions import caption_of
from lpd_desktop.excel.cell_classes import is_amount, is_word
from lpd_desktop.excel.choices import ImportChoices
from lpd_desktop.excel.import_findings import COLUMN_MISSING
from lpd_desktop.excel.pasted_block import PastedBlock
from lpd_desktop.excel.preview import BudgetPreview
from lpd_desktop.excel.workbook import Workbook
from lpd_desktop.form.model import BudgetItem
from lpd_desktop.plan.amounts import Unit
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.german import counted

NAME = "Zwischenablage"

_ASSUMED = "angenommen"
_PREVIOUS = 2
_HEADER_ROWS = 4


@dataclass(frozen=True)
class PastedTable:
    """A block with labels as a workbook.

    Attributes:
        is_assumed: Nothing in it names the years.
        is_previous: Its one column of amounts is that of the year before, read as the plan year's.
    """

    book: Workbook
    digest: str
    is_assumed: bool = False
    is_previous: bool = False


def table_of_block(block: PastedBlock, year: int, column: int) -> PastedTable:
    """The block, below a header where it brings none.

    Args:
        block: What was copied.
        year: The plan year.
        column: The cell's column that it is pasted into, 2 for that of the year before.
    """
    amounts = [place for place in range(block.width) if _has_amounts(block, place)][:2]
    header = () if _names_years(block) else _assumed_header(block, year, amounts)
    sheet = block.sheet(NAME, header)
    text = "\n".join("\t".join(cell.shows for cell in row) for row in block.rows)
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    is_previous = bool(header) and column == _PREVIOUS and len(amounts) == 1
    return PastedTable(Workbook(NAME, (sheet,)), digest, bool(header), is_previous)


def _names_years(block: PastedBlock) -> bool:
    top = (cell for row in block.rows[:_HEADER_ROWS] for cell in row)
    return any(caption_of(cell).names_year for cell in top)


def _assumed_header(block: PastedBlock, year: int, amounts: list[int]) -> tuple[str, ...]:
    """Two columns of amounts are taken for both years, one for the plan year."""
    years = (year, year - 1)
    names = {place: f"{each} ({_ASSUMED})" for place, each in zip(amounts, years, strict=False)}
    return tuple(names.get(place, "") for place in range(block.width))


def _has_amounts(block: PastedBlock, place: int) -> bool:
    cells = block.column(place)
    amounts = sum(is_amount(cell) and not cell.is_percent for cell in cells)
    return amounts > 0 and amounts >= sum(map(is_word, cells))


def preview_of(
    table: PastedTable, file: LpdFile, item: BudgetItem, choices: ImportChoices
) -> BudgetPreview:
    """What taking the block would do.

    Raises:
        NoBudgetFoundError: none of its labels means a row of the budget.
    """
    known = known_amounts(file, item)
    return preview_workbook(table.book, table.digest, item, file.form, choices=choices, known=known)


def is_plain(table: PastedTable, preview: BudgetPreview, column: int) -> bool:
    """Whether nobody needs to be asked: every row is sure, every cell an amount in euros.

    A single column without a year goes where the cursor stands; of two nobody knows which is
    which.
    """
    is_single = len(preview.columns) == 1
    is_placed = not table.is_assumed or (column > 0 and is_single)
    sure = all(not row.is_asked and not row.is_own for row in preview.rows)
    whole = preview.is_complete and not preview.left_out and not preview.repairs
    unit: Unit = "eur"
    open_findings = [
        each for each in preview.findings if not (is_single and each.rule == COLUMN_MISSING)
    ]
    return is_placed and sure and whole and preview.unit == unit and not open_findings


def fill_by_label(
    file: LpdFile, item: str, preview: BudgetPreview, *, is_previous: bool = False
) -> LpdFile:
    """The file with all amounts of a plain preview; other cells keep what they hold."""
    table = table_of(file, item)
    amounts: dict[str, dict[str, int | None]] = {}
    for cell in preview.cells:
        column = "previous" if is_previous else cell.column
        amounts.setdefault(cell.row, {})[column] = cell.read_as
    rows = [replace(row, **amounts.get(row.key, {})) for row in table.rows]
    return with_table(file, item, replace(table, rows=tuple(rows)))


def told_of(preview: BudgetPreview, hidden: int) -> str:
    """One line about what was filled."""
    rows = len({cell.row for cell in preview.cells})
    told = f"{counted(rows, 'Zeile', 'Zeilen')} nach ihren Bezeichnungen eingefügt."
    if hidden:
        lines = counted(hidden, "verborgene Zeile oder Spalte", "verborgene Zeilen und Spalten")
        told += f" Ausgelassen: {lines}."
    return told
