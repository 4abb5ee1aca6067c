"""What is read of a workbook: sheets of cells, each with what Excel shows and what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

CellKind = Literal["empty", "number", "text", "error", "no_result", "other"]


@dataclass(frozen=True)
class WorkbookCell:
    """One cell.

    Attributes:
        row, column: Counted from 1.
        kind: `error` is an error value, `no_result` a formula whose result was never stored,
            `other` a date or a truth value.
        shows: What Excel displays, as near as the number format is understood.
        number: The exact value of a number.
        decimals: How many decimals are displayed, None for as many as there are.
        is_percent: Whether a number is displayed as percentage.
        is_hidden: Whether its row or column is hidden.
    """

    row: int
    column: int
    kind: CellKind
    shows: str = ""
    number: Decimal = Decimal(0)
    decimals: int | None = None
    is_percent: bool = False
    is_hidden: bool = False

    @property
    def address(self) -> str:
        """The address as Excel writes it, such as `B6`."""
        return f"{column_letters(self.column)}{self.row}"


@dataclass(frozen=True)
class Sheet:
    """One sheet; `rows` holds only cells that are not empty."""

    name: str
    rows: tuple[tuple[WorkbookCell, ...], ...]
    is_hidden: bool = False

    @property
    def cells(self) -> Iterator[WorkbookCell]:
        """All cells, row by row."""
        return (cell for row in self.rows for cell in row)


@dataclass(frozen=True)
class Workbook:
    """All sheets of a file.

    Attributes:
        shows_everything: False for kinds of files of which hidden rows, error values and
            formulas without a result cannot be told.
    """

    name: str
    sheets: tuple[Sheet, ...]
    shows_everything: bool = True


def column_letters(number: int) -> str:
    """`1` as `A`, `28` as `AB`."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
