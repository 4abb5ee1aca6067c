"""A block of cells from the clipboard, as cells of a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from lpd_desktop.excel.cell_values import CellPlace, exact_of_text, shown_number_cell, text_cell
from lpd_desktop.excel.error_values import is_error_text
from lpd_desktop.excel.workbook import Sheet, WorkbookCell

CELLS_LIMIT = 20_000
_MOST_DECIMALS = 3
_SCALES = (0, 3, 6)
_LARGEST = Decimal(10) ** 15

Rows = tuple[tuple[WorkbookCell, ...], ...]


class PastedBlock(msgspec.Struct, frozen=True):
    """Cells that were copied, all rows of the same length; row and column count from 1.

    Attributes:
        hidden: How many hidden rows and columns were left out.
        is_cut: Whether there were more cells than `CELLS_LIMIT`.
    """

    rows: Rows
    hidden: int = 0
    is_cut: bool = False

    @property
    def height(self) -> int:
        """How many rows."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """How many columns."""
        return len(self.rows[0]) if self.rows else 0

    def column(self, place: int) -> list[WorkbookCell]:
        """The cells of a column, counted from 0."""
        return [row[place] for row in self.rows]

    def below(self, first: int) -> PastedBlock:
        """The block without its first rows."""
        return msgspec.structs.replace(self, rows=self.rows[first:])

    def sheet(self, name: str, header: Sequence[str] = ()) -> Sheet:
        """The block as a sheet, below a header where one is given."""
        shift = 1 if header else 0
        first = tuple(text_cell(CellPlace(1, c), text) for c, text in enumerate(header, 1) if text)
        rows = tuple(
            tuple(
                msgspec.structs.replace(cell, row=cell.row + shift)
                for cell in row
                if cell.kind != "empty"
            )
            for row in self.rows
        )
        return Sheet(name, (first, *rows) if header else rows)


def block_of_text(text: str) -> PastedBlock:
    """The cells of a block of tabs and quotes, row by row.

    A cell with line breaks stands in quotation marks in the clipboard; the line that ends the
    block is no row. More than `CELLS_LIMIT` cells are cut off.
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    csv.field_size_limit(max(csv.field_size_limit(), len(unified) + 1))
    rows: list[list[tuple[str, str]]] = []
    left = CELLS_LIMIT
    for row in csv.reader(io.StringIO(unified, newline=""), delimiter="\t"):
        left -= max(1, len(row))
        if left < 0:
            break
        rows.append([(cell.strip(), "") for cell in row] or [("", "")])
    return block_of_cells(rows, is_cut=left < 0)


def block_of_cells(
    rows: Iterable[Sequence[tuple[str, str]]], *, hidden: int = 0, is_cut: bool = False
) -> PastedBlock:
    """A block of what cells show, each with its exact value; an empty one is not known.

    An exact value has a comma or a point before its decimals and nothing between its groups.
    """
    every = [list(row) for row in rows]
    width = max((len(row) for row in every), default=0)
    filled = (row + [("", "")] * (width - len(row)) for row in every)
    cells = tuple(
        tuple(_cell(number, place, *cell) for place, cell in enumerate(row, 1))
        for number, row in enumerate(filled, 1)
    )
    return PastedBlock(cells, hidden, is_cut)


def _cell(row: int, column: int, shows: str, value: str) -> WorkbookCell:
    place = CellPlace(row, column)
    number = exact_of_text(value.replace(",", ".")) if value else None
    if number is None or is_error_text(shows):
        return text_cell(place, shows)
    is_percent = shows.rstrip().endswith("%")
    return shown_number_cell(place, number, shows, _decimals(number, shows), is_percent)


def _decimals(number: Decimal, shows: str) -> int | None:
    """With how many decimals a number is displayed; less than none where thousands are left out.

    None where that cannot be told: then the display counts for nothing.
    """
    wanted = _digits(shows)
    if abs(number) >= _LARGEST:
        return None
    for scale in _SCALES:
        for decimals in range(_MOST_DECIMALS, -1, -1):
            shown = abs(number).scaleb(-scale)
            rounded = shown.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
            if _digits(format(rounded, "f")) == wanted:
                return decimals - scale
    return None


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal())
