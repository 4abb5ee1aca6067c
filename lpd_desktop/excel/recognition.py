"""Which sheets of a workbook hold the budget, and which of their rows mean which."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from lpd_desktop.excel.choices import OWN, SKIP, ImportChoices
from lpd_desktop.excel.columns import Columns, columns_of
from lpd_desktop.excel.grid import Grid, grids_of
from lpd_desktop.excel.labelled_rows import LabelledRow, RowReader
from lpd_desktop.excel.own_table import OwnRow, OwnTable, own_table
from lpd_desktop.excel.rival_sheets import with_rivals
from lpd_desktop.excel.row_matching import RowMatch, RowMatcher, assigned
from lpd_desktop.excel.segments import Segment, segments_of
from lpd_desktop.excel.side_by_side import split_blocks
from lpd_desktop.excel.workbook import Sheet, Workbook
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetItem
from lpd_desktop.form.similarity import normalised
from lpd_desktop.runtime.errors import LpdError

__all__ = ["LabelledRow", "NoBudgetFoundError", "RecognisedTable", "own_key", "recognise"]

_KEY_LENGTH = 40
_SURE_ENOUGH = 4


class NoBudgetFoundError(LpdError):
    """No sheet holds a table with the plan year and known rows, or the named one is missing."""


class RecognisedTable(msgspec.Struct, frozen=True):
    """The budget of a workbook; mostly the table of one sheet.

    Attributes:
        columns: Those of the first header with known rows.
        label_column: The letters of the column of labels.
        left_out: Labels that a person left out, with the addresses of their cells.
        unlabelled: Lines that hold amounts and no label.
        is_by_title: Whether only a title or the name of the sheet says the year.
        is_written: Whether this program wrote the workbook.
        second: The sheet of the other year, where each year has its own.
        others: Further visible sheets on which rows of the budget stand.
    """

    sheet: Sheet
    grid: Grid
    columns: Columns
    rows: tuple[LabelledRow, ...]
    label_column: str = ""
    left_out: tuple[tuple[str, str], ...] = ()
    unlabelled: tuple[int, ...] = ()
    is_by_title: bool = False
    is_written: bool = False
    second: Sheet | None = None
    others: tuple[str, ...] = ()

    @property
    def sure(self) -> int:
        """How many rows of the form were found without doubt."""
        return sum(
            row.own is not None or (row.match is not None and row.match.is_sure)
            for row in self.rows
        )

    @property
    def rank(self) -> tuple[int, ...]:
        """The larger, the more it is the budget."""
        matched = [row for row in self.rows if row.is_known]
        cells = sum(len(row.cells) for row in matched)
        doubts = len(self.columns.doubts) + len(self.columns.rivals)
        named = "plan" in self.columns.amounts and not self.is_by_title
        return (bool(matched), self.sure + cells, named, -doubts, len(matched))


def recognise(
    book: Workbook, item: BudgetItem, year: int, choices: ImportChoices
) -> RecognisedTable:
    """The budget table of a workbook.

    Args:
        book: The workbook.
        item: Whose rows are looked for.
        year: The plan year.
        choices: What was chosen; without a sheet the visible one with most known rows.

    Raises:
        NoBudgetFoundError: none, with the reason in German.
    """
    sheets = _candidates(book, choices.sheet)
    matcher = RowMatcher(item)
    tables = [table for each in sheets if (table := _on_sheet(each, matcher, year, choices))]
    known = [table for table in tables if any(row.is_known for row in table.rows)]
    with_plan = [table for table in known if "plan" in table.columns.amounts]
    best = max(with_plan, key=lambda table: table.rank, default=None)
    if best is None:
        raise NoBudgetFoundError(_why_nothing(book, sheets, year, tables))
    others = [table for table in known if table is not best]
    return _with_others(best, others, choices)


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
    book: Workbook, sheets: list[Sheet], year: int, tables: Sequence[RecognisedTable]
) -> str:
    if not any(any(sheet.cells) for sheet in sheets):
        return f"In „{book.name}“ steht auf keinem sichtbaren Blatt etwas."
    if not any("plan" in table.columns.amounts for table in tables):
        return (
            f"In „{book.name}“ ist keine Spalte mit {year} überschrieben, unter der Beträge "
            "stehen; bitte prüfen Sie, ob Sie die richtige Mappe gewählt haben."
        )
    return (
        f"In „{book.name}“ gleicht keine Zeile einer Zeile des Budgets; bitte prüfen Sie, "
        "ob Sie die richtige Mappe gewählt haben."
    )


def _on_sheet(
    sheet: Sheet, matcher: RowMatcher, year: int, choices: ImportChoices
) -> RecognisedTable | None:
    """The table of one sheet, transposed where it is read better so."""
    is_free = not (choices.header_row or choices.columns or choices.label_column)
    written = own_table(sheet, year) if is_free else None
    if written is not None:
        return _as_written(Grid(sheet), written, matcher, choices)
    best: RecognisedTable | None = None
    for grid in grids_of(sheet):
        table = _in_grid(grid, matcher, year, choices)
        if table is not None and (best is None or table.rank > best.rank):
            best = table
        if best is not None and best.sure >= _SURE_ENOUGH:
            return best
    return best


def _as_written(
    grid: Grid, written: OwnTable, matcher: RowMatcher, choices: ImportChoices
) -> RecognisedTable:
    """The table of a workbook that the program wrote; rows that were added go by their labels."""
    columns = columns_of(written.header_row, written.amounts, written.captions)
    segment = Segment(columns, written.header_row + 1, len(grid.lines))
    label_column = grid.name_of_place(written.label_column)
    reader = RowReader(grid, segment, matcher, replace(choices, label_column=label_column))
    rows = {grid.line_of(row.label): row for row in reader.rows()}
    rows |= {line: _keyed(grid, columns, line, row, matcher) for line, row in written.rows.items()}
    every, left_out = _assigned([rows[line] for line in sorted(rows)], matcher, choices)
    return RecognisedTable(
        sheet=grid.sheet,
        grid=grid,
        columns=columns,
        rows=tuple(every),
        label_column=label_column,
        left_out=left_out,
        is_written=True,
    )


def _keyed(
    grid: Grid, columns: Columns, line: int, row: OwnRow, matcher: RowMatcher
) -> LabelledRow:
    known = matcher.by_key.get(row.key)
    cells = columns.amounts.items()
    return LabelledRow(
        name=row.label,
        label=next(iter(grid.lines[line - 1])),
        cells={name: cell for name, place in cells if (cell := grid.cell(line, place))},
        columns=columns,
        sheet=grid.sheet,
        match=RowMatch(line, known, 100) if known else None,
        own=None if known else row,
    )


def _in_grid(
    grid: Grid, matcher: RowMatcher, year: int, choices: ImportChoices
) -> RecognisedTable | None:
    segments = segments_of(grid, year, choices)
    blocks = [block for each in segments for block in split_blocks(grid, each, matcher)]
    readers = [RowReader(grid, block, matcher, choices) for block in blocks]
    read = [list(reader.rows()) for reader in readers]
    if not segments:
        return None
    rows, left_out = _assigned([row for rows in read for row in rows], matcher, choices)
    main = max(range(len(read)), key=lambda index: _known(rows, blocks[index].columns))
    return RecognisedTable(
        sheet=grid.sheet,
        grid=grid,
        columns=blocks[main].columns,
        rows=tuple(rows),
        label_column=grid.name_of_place(readers[main].label_place),
        left_out=left_out,
        unlabelled=tuple(line for reader in readers for line in reader.unlabelled),
        is_by_title=segments[0].is_by_title,
    )


def _known(rows: Sequence[LabelledRow], columns: Columns) -> tuple[int, int]:
    matched = sum(row.match is not None for row in rows if row.columns is columns)
    return matched, len(columns.amounts)


def _assigned(
    rows: list[LabelledRow], matcher: RowMatcher, choices: ImportChoices
) -> tuple[list[LabelledRow], tuple[tuple[str, str], ...]]:
    """The rows with what they mean; first what was chosen, then what is recognised."""
    said = [choices.meaning_of(row.name, row.label.address) for row in rows]
    known = matcher.by_key
    kept = [(row, what) for row, what in zip(rows, said, strict=True) if what != SKIP]
    firsts = {what: index for index, (_row, what) in reversed(list(enumerate(kept)))}
    chosen = {
        index: RowMatch(index, known[what], 100, is_chosen=True)
        for what, index in firsts.items()
        if what in known
    }
    keyed = {
        index: row.match
        for index, (row, what) in enumerate(kept)
        if row.match is not None and what is None
    }
    given = frozenset(match.row.key for match in (keyed | chosen).values())
    names = ["" if row.is_known or what in known or what == OWN else row.name for row, what in kept]
    found = assigned(matcher, names, given) | keyed | chosen
    matched = [
        replace(row, match=found.get(index), is_own_by_choice=what == OWN)
        for index, (row, what) in enumerate(kept)
    ]
    skipped = (
        (row.name, row.label.address) for row, what in zip(rows, said, strict=True) if what == SKIP
    )
    return matched, tuple(skipped)


def _with_others(
    best: RecognisedTable, others: Sequence[RecognisedTable], choices: ImportChoices
) -> RecognisedTable:
    """The table with the amounts of the other year from its own sheet, where it has one."""
    missing = [name for name in BUDGET_COLUMNS if name not in best.columns.amounts]
    second = next(
        (
            each
            for each in others
            if missing and set(each.columns.amounts) == set(missing) and not choices.sheet
        ),
        None,
    )
    more = tuple(each.sheet.name for each in others if each is not second)
    if second is None:
        return replace(with_rivals(best, others), others=more)
    return replace(best, rows=(*best.rows, *second.rows), second=second.sheet, others=more)


def own_key(label: str, taken: set[str]) -> str:
    """The key of a row of the plan's own, the same for the same label in every import."""
    plain = unicodedata.normalize("NFKD", normalised(label).replace("ß", "ss"))
    plain = plain.encode("ascii", "ignore").decode()
    stem = "own_" + (re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_KEY_LENGTH] or "row")
    key, number = stem, 2
    while key in taken:
        key, number = f"{stem}_{number}", number + 1
    return key
