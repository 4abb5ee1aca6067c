"""Which sheet of a workbook holds the budget, and which of its rows mean which."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from msgspec.structs import replace as changed

from lpd_desktop.excel.columns import Columns, find_columns
from lpd_desktop.excel.own_table import OwnRow, OwnTable, own_table
from lpd_desktop.excel.row_matching import SURE, RowMatch, best_score, match_rows
from lpd_desktop.excel.workbook import Sheet, Workbook, WorkbookCell
from lpd_desktop.form.model import BudgetItem
from lpd_desktop.form.similarity import normalised
from lpd_desktop.runtime.errors import LpdError

_KEY_LENGTH = 40


class NoBudgetFoundError(LpdError):
    """No sheet holds a table with the plan year and known rows, or the named one is missing."""


@dataclass(frozen=True)
class LabelledRow:
    """One row below the header: its label and its cells by column.

    Attributes:
        name: The label, with the line above where it runs over two rows.
        own: A row of the plan's own in a workbook that the program wrote.
    """

    name: str
    label: WorkbookCell
    cells: dict[int, WorkbookCell]
    match: RowMatch | None = None
    own: OwnRow | None = None

    @property
    def is_known(self) -> bool:
        """Whether it is clear which row it is."""
        return self.match is not None or self.own is not None


@dataclass(frozen=True)
class RecognisedTable:
    """The table of one sheet."""

    sheet: Sheet
    columns: Columns
    rows: tuple[LabelledRow, ...]

    @property
    def matched(self) -> int:
        """How many rows were found."""
        return sum(row.is_known for row in self.rows)


def recognise(book: Workbook, item: BudgetItem, year: int, wanted: str | None) -> RecognisedTable:
    """The budget table of a workbook.

    Args:
        book: The workbook.
        item: Whose rows are looked for.
        year: The plan year.
        wanted: The name of the sheet; without it the visible sheet with most known rows.

    Raises:
        NoBudgetFoundError: none, with the reason in German.
    """
    sheets = _candidates(book, wanted)
    tables = [table for sheet in sheets if (table := recognise_sheet(sheet, item, year))]
    best = max(tables, key=lambda table: table.matched, default=None)
    if best is None or best.matched == 0:
        raise NoBudgetFoundError(_why_nothing(book, sheets, year, best))
    return best


def _candidates(book: Workbook, wanted: str | None) -> list[Sheet]:
    if wanted is None:
        return [sheet for sheet in book.sheets if not sheet.is_hidden]
    found = [sheet for sheet in book.sheets if sheet.name.casefold() == wanted.strip().casefold()]
    if not found:
        names = ", ".join(f"„{sheet.name}“" for sheet in book.sheets)
        message = f"„{book.name}“ hat kein Blatt „{wanted}“; vorhanden: {names or 'keines'}."
        raise NoBudgetFoundError(message)
    return found


def _why_nothing(
    book: Workbook, sheets: list[Sheet], year: int, best: RecognisedTable | None
) -> str:
    if not any(any(sheet.cells) for sheet in sheets):
        return f"In „{book.name}“ steht auf keinem sichtbaren Blatt etwas."
    if best is None:
        return (
            f"In „{book.name}“ ist keine Spalte mit {year} überschrieben; bitte prüfen Sie, "
            "ob Sie die richtige Mappe gewählt haben."
        )
    return (
        f"In „{book.name}“ gleicht keine Zeile einer Zeile des Budgets; bitte prüfen Sie, "
        "ob Sie die richtige Mappe gewählt haben."
    )


def recognise_sheet(sheet: Sheet, item: BudgetItem, year: int) -> RecognisedTable | None:
    """The table of one sheet; None where no column is headed with the plan year."""
    written = own_table(sheet, year)
    if written is not None:
        return _as_written(sheet, item, written)
    columns = find_columns(sheet, year)
    if columns is None:
        return None
    tables = [
        _with_labels(sheet, item, columns, column) for column in _label_columns(sheet, columns)
    ]
    return max(tables, key=lambda table: table.matched, default=None)


def _as_written(sheet: Sheet, item: BudgetItem, written: OwnTable) -> RecognisedTable:
    """The table of a workbook that the program wrote; rows that were added go by their labels."""
    amounts, captions = dict(written.amounts), dict(written.captions)
    columns = Columns(header_row=written.header_row, amounts=amounts, captions=captions)
    keys = {row.key for row in written.rows.values()}
    others = changed(item, rows=tuple(row for row in item.rows if row.key not in keys))
    added = _with_labels(sheet, others, columns, written.label_column).rows
    rows = {row.label.row: row for row in added}
    rows |= {number: _keyed(sheet, item, number, row) for number, row in written.rows.items()}
    return RecognisedTable(sheet, columns, tuple(rows[number] for number in sorted(rows)))


def _keyed(sheet: Sheet, item: BudgetItem, number: int, row: OwnRow) -> LabelledRow:
    cells = {cell.column: cell for cell in sheet.rows[number - 1]}
    known = item.row(row.key)
    label = next(iter(cells.values()))
    if known is None:
        return LabelledRow(row.label, label, cells, own=row)
    return LabelledRow(row.label, label, cells, match=RowMatch(number, known, 100))


def _label_columns(sheet: Sheet, columns: Columns) -> list[int]:
    """The columns that hold words below the header, from the left."""
    amounts = set(columns.amounts.values())
    return sorted(
        {
            cell.column
            for row in sheet.rows[columns.header_row :]
            for cell in row
            if cell.kind == "text" and cell.column not in amounts
        }
    )


def _with_labels(sheet: Sheet, item: BudgetItem, columns: Columns, column: int) -> RecognisedTable:
    rows, heading = [], ""
    for row in sheet.rows[columns.header_row :]:
        cells = {cell.column: cell for cell in row}
        label = cells.get(column)
        is_labelled = label is not None and label.kind == "text"
        if label is not None and is_labelled and _holds_amounts(cells, columns):
            rows.append(LabelledRow(_name(item, heading, label.shows), label, cells))
            heading = ""
        else:
            heading = label.shows if label is not None and is_labelled else ""
    matches = match_rows(item, [row.name for row in rows])
    matched = (replace(row, match=matches.get(index)) for index, row in enumerate(rows))
    return RecognisedTable(sheet, columns, tuple(matched))


def _name(item: BudgetItem, heading: str, label: str) -> str:
    """The label, or both lines where only together they name a row of the form."""
    if not heading or best_score(item, label) >= SURE:
        return label
    joined = f"{heading} {label}"
    return joined if best_score(item, joined) >= SURE else label


def _holds_amounts(cells: dict[int, WorkbookCell], columns: Columns) -> bool:
    """Headings between the rows have nothing in the columns of the years, or the header again."""
    found = {name: cells[number] for name, number in columns.amounts.items() if number in cells}
    return any(cell.shows != columns.captions[name] for name, cell in found.items())


def own_key(label: str, taken: set[str]) -> str:
    """The key of a row of the plan's own, the same for the same label in every import."""
    plain = unicodedata.normalize("NFKD", normalised(label).replace("ß", "ss"))
    plain = plain.encode("ascii", "ignore").decode()
    stem = "own_" + (re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_KEY_LENGTH] or "row")
    key, number = stem, 2
    while key in taken:
        key, number = f"{stem}_{number}", number + 1
    return key
