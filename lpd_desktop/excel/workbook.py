"""What is read of a workbook: sheets of cells, each with what Excel shows and what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from itertools import product
from typing import Literal

import msgspec

CellKind = Literal["empty", "number", "text", "error", "no_result", "other"]

_SPREAD_LIMIT = 200_000


class WorkbookCell(msgspec.Struct, frozen=True, gc=False):
    """One cell.

    Attributes:
        row, column: Counted from 1.
        kind: `error` is an error value, `no_result` a formula whose result was never stored,
            `other` a date or a truth value.
        shows: What Excel displays, as near as the number format is understood.
        number: The exact value of a number, or of a date as Excel counts days.
        decimals: How many decimals are displayed, None for as many as there are.
        is_percent: Whether a number is displayed as percentage.
        is_hidden: Whether its row or column is hidden, by hand or by a filter.
        formula: The formula behind the value without `=`, `?` for one not kept, empty for none.
        footnote: A superscript sign behind the text; it is not part of `shows`.
        comment: What somebody wrote into a comment at the cell.
    """

    row: int
    column: int
    kind: CellKind
    shows: str = ""
    number: Decimal = Decimal(0)
    decimals: int | None = None
    is_percent: bool = False
    is_hidden: bool = False
    formula: str = ""
    footnote: str = ""
    comment: str = ""

    @property
    def address(self) -> str:
        """The address as Excel writes it, such as `B6`."""
        return f"{column_letters(self.column)}{self.row}"


class MergedRange(msgspec.Struct, frozen=True, gc=False):
    """Cells that were merged into one, all four ends included and counted from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def places(self) -> Iterator[tuple[int, int]]:
        """All rows and columns inside."""
        return product(range(self.top, self.bottom + 1), range(self.left, self.right + 1))


class Sheet(msgspec.Struct, frozen=True, dict=True):
    """One sheet; `rows` holds only cells that are not empty.

    Attributes:
        rows: Row by row from the first; empty rows are empty tuples.
        is_hidden: Whether Excel shows no tab for it.
        merged: The merged ranges.
        is_filtered: Whether a filter hides some of its rows.
        is_cut_below, is_cut_right: Whether rows or columns beyond the limit were not read.
    """

    name: str
    rows: tuple[tuple[WorkbookCell, ...], ...]
    is_hidden: bool = False
    merged: tuple[MergedRange, ...] = ()
    is_filtered: bool = False
    is_cut_below: bool = False
    is_cut_right: bool = False

    @property
    def cells(self) -> Iterator[WorkbookCell]:
        """All cells, row by row."""
        return (cell for row in self.rows for cell in row)

    @cached_property
    def by_place(self) -> dict[tuple[int, int], WorkbookCell]:
        """Every cell that is not empty by row and column."""
        return {(cell.row, cell.column): cell for cell in self.cells}

    @cached_property
    def origins(self) -> dict[tuple[int, int], tuple[int, int]]:
        """From each place inside a merged range, its first excepted, to that first place."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        left = _SPREAD_LIMIT
        for area in self.merged:
            left -= (area.bottom - area.top + 1) * (area.right - area.left + 1)
            if left < 0:
                break
            first = (area.top, area.left)
            found.update(dict.fromkeys(area.places(), first))
            found.pop(first, None)
        return found

    def cell_at(self, row: int, column: int) -> WorkbookCell | None:
        """The cell at a place; None where nothing stands."""
        return self.by_place.get((row, column))

    def label_at(self, row: int, column: int) -> WorkbookCell | None:
        """The cell at a place, or the merged cell that covers it.

        A merged label belongs to all its rows and columns; an amount belongs to the first place
        alone, or it would count several times, so use this for labels and captions only.
        """
        return self.cell_at(row, column) or self.cell_at(*self.origins.get((row, column), (0, 0)))


class Workbook(msgspec.Struct, frozen=True):
    """The sheets of a file.

    Attributes:
        shows_everything: False where there are formulas whose stored results cannot be checked.
        unread_sheets: Names of sheets that were not read: the workbook is too large or damaged.
        has_macros: Whether it carries macros; they are never run.
        has_links: Whether it takes values from other files; these are never opened.
    """

    name: str
    sheets: tuple[Sheet, ...]
    shows_everything: bool = True
    unread_sheets: tuple[str, ...] = ()
    has_macros: bool = False
    has_links: bool = False


def column_letters(number: int) -> str:
    """`1` as `A`, `28` as `AB`."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
