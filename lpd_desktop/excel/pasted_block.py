"""A block of cells from the clipboard, as spreadsheets put it there: rows of tabs and quotes."""

from __future__ import annotations

import csv
import io

from msgspec import UNSET

from lpd_desktop.plan.amounts import AmountError, parse_amount
from lpd_desktop.plan.budget import Amount, TypedText

CELLS_LIMIT = 100_000


def cells_of_block(text: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a pasted block, row by row, all rows of the same length.

    A cell with line breaks stands in quotation marks in the clipboard; the line that ends the
    block is no row. More than `CELLS_LIMIT` cells are cut off.
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    csv.field_size_limit(max(csv.field_size_limit(), len(unified) + 1))
    rows: list[list[str]] = []
    left = CELLS_LIMIT
    for row in csv.reader(io.StringIO(unified, newline=""), delimiter="\t"):
        left -= max(1, len(row))
        if left < 0:
            break
        rows.append([cell.strip() for cell in row] or [""])
    width = max((len(row) for row in rows), default=0)
    return tuple(tuple(row + [""] * (width - len(row))) for row in rows)


def amounts_of_block(text: str) -> tuple[tuple[Amount, ...], ...]:
    """The amounts of a pasted block in cents; what is no strict amount is kept as typed."""
    return tuple(tuple(_amount(cell) for cell in row) for row in cells_of_block(text))


def _amount(text: str) -> Amount:
    if not text:
        return UNSET
    try:
        return parse_amount(text)
    except AmountError:
        return TypedText(text)
