"""Cells and properties of a sheet as the records of a binary workbook give them."""

from __future__ import annotations

import struct
from typing import Literal

import msgspec

from lpd_desktop.excel.limits import CELLS_LIMIT, COLUMNS_LIMIT, RECORDS_LIMIT, ROWS_LIMIT
from lpd_desktop.excel.workbook import MergedRange
from lpd_desktop.excel.xml_events import TooMuchError
from lpd_desktop.runtime.progress import stop_if_cancelled

_MERGED_LIMIT = 50_000

_LOOKS_UP_AFTER = 4096

ERROR_NAMES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}

ValueKind = Literal["number", "text", "shared", "truth", "error"]


class DamagedRecordsError(Exception):
    """The records do not follow each other as any program writes them."""


class Allowances:
    """How many records may still be looked at in this file, and how many cells kept."""

    def __init__(self) -> None:
        """Begins with the limits for the whole file."""
        self._records = RECORDS_LIMIT
        self.cells = CELLS_LIMIT

    def take_record(self) -> None:
        """One record less.

        Raises:
            TooMuchError: none is left.
        """
        self._records -= 1
        if not self._records % _LOOKS_UP_AFTER:
            stop_if_cancelled()
        if self._records < 0:
            raise TooMuchError


class BinaryCell(msgspec.Struct, gc=False):
    """A cell as it is stored.

    Attributes:
        value: A number, a text, the number of a shared text, a truth value, or an error's name.
    """

    column: int
    style: int
    kind: ValueKind
    value: float | str | int | bool
    is_formula: bool = False


class BinarySheet(msgspec.Struct):
    """One sheet."""

    name: str
    allowances: Allowances
    is_hidden: bool = False
    is_of_cells: bool = True
    rows: dict[int, list[BinaryCell]] = {}
    hidden_rows: set[int] = set()
    hidden_columns: set[int] = set()
    merged: list[MergedRange] = []
    has_formulas: bool = False
    is_filtered: bool = False
    is_cut_below: bool = False
    is_cut_right: bool = False

    def add(self, row: int, cell: BinaryCell) -> None:
        """Takes a cell; the row is counted from 1."""
        self.has_formulas |= cell.is_formula
        if row > ROWS_LIMIT or self.allowances.cells <= 0:
            self.is_cut_below = True
        elif cell.column > COLUMNS_LIMIT:
            self.is_cut_right = True
        else:
            self.rows.setdefault(row, []).append(cell)
            self.allowances.cells -= 1

    def hide_row(self, row: int) -> None:
        """Takes a hidden row, from 1."""
        if row <= ROWS_LIMIT:
            self.hidden_rows.add(row)

    def hide_columns(self, first: int, last: int) -> None:
        """Takes hidden columns, both from 1."""
        self.hidden_columns.update(range(first, min(last, COLUMNS_LIMIT) + 1))

    def merge(self, top: int, bottom: int, left: int, right: int) -> None:
        """Takes a merged range, all from 1."""
        is_near = top <= ROWS_LIMIT and left <= COLUMNS_LIMIT
        if is_near and len(self.merged) < _MERGED_LIMIT:
            bottom, right = min(bottom, ROWS_LIMIT), min(right, COLUMNS_LIMIT)
            self.merged.append(MergedRange(top, left, bottom, right))


class BinaryBook(msgspec.Struct):
    """A workbook: its sheets, its shared texts, and the format code of every style."""

    allowances: Allowances
    sheets: list[BinarySheet] = []
    texts: list[str] = []
    formats: dict[int, str] = {}
    style_formats: list[int] = []
    counts_from_1904: bool = False
    has_macros: bool = False
    has_links: bool = False
    is_encrypted: bool = False


def rk_number(stored: int) -> float:
    """A number in its short form: an integer or the upper half of a float, maybe in hundredths.

    Source: [MS-XLS] 2.5.217.
    """
    if stored & 2:
        signed = stored >> 2
        number = float(signed - (1 << 30) if signed & (1 << 29) else signed)
    else:
        (number,) = struct.unpack("<d", struct.pack("<Q", (stored & 0xFFFFFFFC) << 32))
    return number / 100 if stored & 1 else number
