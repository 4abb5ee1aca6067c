"""The cells of one sheet as they stand in its part, with what hides or merges them."""

from __future__ import annotations

import io
import re

import msgspec

from lpd_desktop.excel.cell_references import column_number
from lpd_desktop.excel.limits import COLUMNS_LIMIT, ROWS_LIMIT
from lpd_desktop.excel.openxml.package_parts import PackageParts
from lpd_desktop.excel.openxml.shared_strings import CellText, TextCollector
from lpd_desktop.excel.workbook import MergedRange
from lpd_desktop.excel.xml_events import (
    Attributes,
    BadXmlError,
    EnoughError,
    OnStart,
    XmlReader,
)

_MERGED_LIMIT = 50_000
_FORMULA_LIMIT = 2_100
_VALUE = re.compile(rb"<(?:[\w.-]+:)?(?:v|is)[ >]")
_END_OF_CELLS = re.compile(rb"</(?:[\w.-]+:)?sheetData\s*>")
_TRUE = ("1", "true")


class RawCell(msgspec.Struct, gc=False):
    """A cell as it is stored.

    Attributes:
        kind: The letter for the kind of value, `n` for a number.
        value: What is stored, None for nothing.
        text: The text of a cell that holds its text itself.
        shared: Number of the formula that several cells share, -1 for none.
    """

    row: int
    column: int
    kind: str
    style: int
    value: str | None = None
    formula: str | None = None
    text: CellText | None = None
    shared: int = -1


class SheetPartReader:
    """Collects the cells of one sheet; whoever asks for too much gets the first rows."""

    def __init__(self, cells_left: int) -> None:
        """Takes how many cells may be kept."""
        self.rows: dict[int, list[RawCell]] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merged: list[MergedRange] = []
        self.has_filter = self.is_cut_below = self.is_cut_right = False
        self.cells_left = cells_left
        self._columns: dict[str, int] = {}
        self._row = self._column = self._rows_seen = self._values_seen = 0
        self._cell: RawCell | None = None
        self._sink: list[str] | None = None
        self._inline = TextCollector()

    def read(self, parts: PackageParts, part: str) -> None:
        """Reads the part.

        Raises:
            BadXmlError: it is none of a sheet.
            TooMuchError: the allowance of the file is used up.
        """
        reader = self._reader(parts)
        with parts.open(part) as source:
            reader.read(source)
        if self.is_cut_below:
            with parts.open(part) as source:
                self._read_behind_cells(parts, source.read(), reader.root)

    def _reader(self, parts: PackageParts) -> XmlReader:
        starts = {
            **self._behind_cells(),
            "row": self._on_row,
            "c": self._on_cell,
            "v": self._on_value,
            "f": self._on_formula,
            "is": self._on_inline,
            "col": self._on_columns,
            **self._inline.starts(),
        }
        ends = {
            "c": self._end_of_cell,
            "v": self._end_of_value,
            "f": self._end_of_formula,
            "is": self._end_of_inline,
            **self._inline.ends(),
        }
        return XmlReader(parts.allowance, starts, ends, self._on_text)

    def _behind_cells(self) -> dict[str, OnStart]:
        return {"mergeCell": self._on_merged, "filterColumn": self._on_filter}

    def _read_behind_cells(self, parts: PackageParts, data: bytes, root: str) -> None:
        """Merged ranges stand behind the cells; empty rows beyond the limit are no loss."""
        end = _END_OF_CELLS.search(data)
        cells_end = end.end() if end else len(data)
        self.is_cut_below = len(_VALUE.findall(data, 0, cells_end)) > self._values_seen
        if end:
            tail = io.BytesIO(memoryview(data)[cells_end:])
            reader = XmlReader(parts.allowance, self._behind_cells())
            reader.read(tail, head=f"<{root}>".encode())

    def _on_row(self, attributes: Attributes) -> None:
        self._rows_seen += 1
        self._row = int(attributes.get("r") or self._row + 1)
        self._column = 0
        too_far = max(self._row, self._rows_seen) > ROWS_LIMIT
        if too_far or self.cells_left <= 0:
            self.is_cut_below = True
            raise EnoughError
        if attributes.get("hidden") in _TRUE or attributes.get("ht") == "0":
            self.hidden_rows.add(self._row)

    def _on_cell(self, attributes: Attributes) -> None:
        reference = attributes.get("r")
        self._column = self._column_of(reference) if reference else self._column + 1
        self._cell = RawCell(
            self._row,
            self._column,
            attributes.get("t", "n"),
            int(attributes.get("s") or 0),
        )

    def _column_of(self, reference: str) -> int:
        letters = reference.rstrip("0123456789")
        found = self._columns.get(letters)
        if found is None:
            found = self._columns[letters] = _column(letters)
        return found

    def _on_value(self, _attributes: Attributes) -> None:
        self._values_seen += 1
        self._sink = []

    def _on_formula(self, attributes: Attributes) -> None:
        self._sink = []
        if self._cell is not None and attributes.get("t") == "shared":
            self._cell.shared = int(attributes.get("si") or -1)

    def _on_inline(self, _attributes: Attributes) -> None:
        self._values_seen += 1
        self._sink = None

    def _on_text(self, text: str) -> None:
        if self._sink is not None:
            self._sink.append(text)
        else:
            self._inline.take(text)

    def _taken(self) -> str:
        text, self._sink = "".join(self._sink or ()), None
        return text

    def _end_of_value(self) -> None:
        text = self._taken()
        if self._cell is not None:
            self._cell.value = text

    def _end_of_formula(self) -> None:
        text = self._taken()
        if self._cell is not None:
            self._cell.formula = text[:_FORMULA_LIMIT].strip()

    def _end_of_inline(self) -> None:
        text = self._inline.text()
        if self._cell is not None:
            self._cell.text = text

    def _end_of_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None or (cell.value is None and cell.formula is None and cell.text is None):
            return
        if cell.column > COLUMNS_LIMIT:
            self.is_cut_right = True
            return
        self.rows.setdefault(cell.row, []).append(cell)
        self.cells_left -= 1

    def _on_columns(self, attributes: Attributes) -> None:
        """One entry stands for a run of columns of the same look."""
        if attributes.get("hidden") in _TRUE or attributes.get("width") == "0":
            last = min(int(attributes.get("max") or 0), COLUMNS_LIMIT)
            self.hidden_columns.update(range(int(attributes.get("min") or 1), last + 1))

    def _on_merged(self, attributes: Attributes) -> None:
        if len(self.merged) >= _MERGED_LIMIT:
            return
        first, _, last = attributes.get("ref", "").partition(":")
        top, left = place_of(first)
        bottom, right = place_of(last or first)
        if top <= ROWS_LIMIT and left <= COLUMNS_LIMIT:
            bottom, right = min(bottom, ROWS_LIMIT), min(right, COLUMNS_LIMIT)
            self.merged.append(MergedRange(top, left, bottom, right))

    def _on_filter(self, _attributes: Attributes) -> None:
        self.has_filter = True


def place_of(reference: str) -> tuple[int, int]:
    """Row and column of an address such as `$B$6`, both from 1."""
    bare = reference.replace("$", "")
    letters = bare.rstrip("0123456789")
    return int(bare[len(letters) :]), _column(letters)


def _column(letters: str) -> int:
    number = column_number(letters)
    if not number:
        raise BadXmlError(f"column {letters[:9]}")
    return number
