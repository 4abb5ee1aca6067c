"""A sheet as its table is read: lines that carry a label, places that carry a year.

In most tables a line is a row and a place is a column; in a transposed one it is the other way
round. Cells keep their own row and column, so that addresses stay what Excel shows.
"""

from __future__ import annotations

from functools import cached_property

from lpd_desktop.excel.cell_classes import is_column_numbering
from lpd_desktop.excel.unit_words import one_unit, unit_of_remark
from lpd_desktop.excel.workbook import Sheet, WorkbookCell, column_letters
from lpd_desktop.plan.amounts import Unit

Line = tuple[WorkbookCell, ...]

_TRANSPOSED_CELLS_AT_MOST = 20_000
_MERGED_AT_MOST = 2_000
_LABEL_PLACES = {False: 40, True: 400}


class Grid:
    """The lines and places of one sheet, both counted from 1."""

    def __init__(self, sheet: Sheet, *, is_transposed: bool = False) -> None:
        """Takes a sheet, read row by row or column by column."""
        self.sheet = sheet
        self.is_transposed = is_transposed

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Line by line the cells that are not empty."""
        if not self.is_transposed:
            return self.sheet.rows
        found: dict[int, list[WorkbookCell]] = {}
        for cell in self.sheet.cells:
            found.setdefault(cell.column, []).append(cell)
        return tuple(tuple(found.get(line, ())) for line in range(1, max(found, default=0) + 1))

    @cached_property
    def numbering_lines(self) -> frozenset[int]:
        """The lines that only number the columns below a header."""
        numbered = (line for line, cells in enumerate(self.lines, 1) if is_column_numbering(cells))
        return frozenset(numbered)

    @cached_property
    def remark_unit(self) -> Unit | None:
        """The unit that a remark somewhere on the sheet names."""
        texts = (cell.shows for cell in self.sheet.cells if cell.kind == "text")
        return one_unit(unit_of_remark(text) for text in texts)

    @cached_property
    def merged(self) -> tuple[tuple[int, int, int, int], ...]:
        """The merged ranges: first and last line, first and last place; not more than some."""
        some = self.sheet.merged[:_MERGED_AT_MOST]
        if self.is_transposed:
            return tuple((each.left, each.right, each.top, each.bottom) for each in some)
        return tuple((each.top, each.bottom, each.left, each.right) for each in some)

    @cached_property
    def places_looked_at(self) -> int:
        """Up to which place labels are looked for."""
        return _LABEL_PLACES[self.is_transposed]

    def line_of(self, cell: WorkbookCell) -> int:
        """On which line a cell stands."""
        return cell.column if self.is_transposed else cell.row

    def place_of(self, cell: WorkbookCell) -> int:
        """At which place of its line a cell stands."""
        return cell.row if self.is_transposed else cell.column

    def cell(self, line: int, place: int) -> WorkbookCell | None:
        """The cell at a place; None where nothing stands."""
        return self.sheet.cell_at(*self._position(line, place))

    def caption(self, line: int, place: int) -> WorkbookCell | None:
        """The cell at a place, or the merged one that covers it; for labels and captions."""
        return self.sheet.label_at(*self._position(line, place))

    def _position(self, line: int, place: int) -> tuple[int, int]:
        return (place, line) if self.is_transposed else (line, place)

    def name_of_place(self, place: int) -> str:
        """How people name a place: the letters of a column, or the number of a row."""
        return str(place) if self.is_transposed else column_letters(place)

    def place_named(self, name: str) -> int | None:
        """The place with this name, None for no such name."""
        cleaned = name.strip().upper()
        if cleaned.isdecimal():
            return int(cleaned) if self.is_transposed else None
        if self.is_transposed or not cleaned.isascii() or not cleaned.isalpha():
            return None
        number = 0
        for letter in cleaned[:4]:
            number = number * 26 + ord(letter) - ord("A") + 1
        return number


def grids_of(sheet: Sheet) -> tuple[Grid, ...]:
    """The sheet as it stands, then transposed where it is small enough for a table."""
    if len(sheet.by_place) > _TRANSPOSED_CELLS_AT_MOST:
        return (Grid(sheet),)
    return (Grid(sheet), Grid(sheet, is_transposed=True))
