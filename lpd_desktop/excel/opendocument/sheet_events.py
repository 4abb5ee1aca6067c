"""The cells of an OpenDocument spreadsheet as they come along in its XML."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from lpd_desktop.excel.limits import COLUMNS_LIMIT, ROWS_LIMIT, TEXT_LIMIT
from lpd_desktop.excel.workbook import MergedRange
from lpd_desktop.excel.xml_events import Attributes, OnEnd, OnStart

_COMMENT_LIMIT = 500
_HIDING = ("collapse", "filter")
_HOLDING = frozenset({"office:value-type", "table:formula"})
_ASIDE = ("tracked-changes", "shapes", "frame", "custom-shape", "object", "dde-links", "forms")
"""Elements with texts and cells of their own that do not stand on the sheet."""


class OdsCell(msgspec.Struct, gc=False):
    """A cell as it is stored; `shows` is what the program displayed when it saved."""

    row: int
    column: int
    attributes: Attributes
    shows: str = ""
    comment: str = ""


class OdsSheet(msgspec.Struct, gc=False):
    """A sheet as it is stored."""

    name: str
    style: str
    rows: dict[int, list[OdsCell]] = {}
    hidden_rows: set[int] = set()
    hidden_columns: set[int] = set()
    merged: list[MergedRange] = []
    is_filtered: bool = False
    is_cut_below: bool = False
    is_cut_right: bool = False


class SheetEvents:
    """Takes the events of `content.xml` and keeps the cells that are not empty.

    Attributes:
        sheets: All sheets in their order.
        hidden_styles: Styles of sheets that are not displayed.
    """

    def __init__(self, cells_limit: int) -> None:
        """Takes how many cells may be kept."""
        self.sheets: list[OdsSheet] = []
        self.hidden_styles: set[str] = set()
        self.unread: list[str] = []
        self._cells_left = cells_limit
        self._sheet: OdsSheet | None = None
        self._row = self._column = self._aside = self._tables = 0
        self._row_repeated = self._repeated = 1
        self._row_cells: list[OdsCell] = []
        self._cell: OdsCell | None = None
        self._lines: list[str] = []
        self._comment_lines: list[str] = []
        self._is_comment = self._is_line = False
        self._table_style = ""

    def starts(self) -> dict[str, OnStart]:
        """The handlers of elements that begin."""
        return {
            "style": self._on_style,
            "table-properties": self._on_table_properties,
            "table": self._on_table,
            "table-column": self._on_column,
            "table-row": self._on_row,
            "table-cell": self._on_cell,
            "covered-table-cell": self._on_covered,
            "annotation": self._on_annotation,
            "p": self._on_line,
            "s": self._on_blanks,
            "tab": lambda _attributes: self.take(" "),
            "line-break": lambda _attributes: self.take("\n"),
            **dict.fromkeys(_ASIDE, self._on_aside),
        }

    def ends(self) -> dict[str, OnEnd]:
        """The handlers of elements that end."""
        ends: dict[str, Callable[[], None]] = {
            "table": self._end_of_table,
            "table-row": self._end_of_row,
            "table-cell": self._end_of_cell,
            "annotation": self._end_of_annotation,
            "p": self._end_of_line,
        }
        return {**ends, **dict.fromkeys(_ASIDE, self._end_of_aside)}

    def take(self, text: str) -> None:
        """Takes text of the line that is open."""
        if self._is_line and self._cell is not None:
            self._open_lines()[-1] += text[:TEXT_LIMIT]

    def _open_lines(self) -> list[str]:
        return self._comment_lines if self._is_comment else self._lines

    def _on_aside(self, _attributes: Attributes) -> None:
        self._aside += 1

    def _end_of_aside(self) -> None:
        self._aside -= 1

    def _on_style(self, attributes: Attributes) -> None:
        is_table = attributes.get("style:family") == "table"
        self._table_style = attributes.get("style:name", "") if is_table else ""

    def _on_table_properties(self, attributes: Attributes) -> None:
        if attributes.get("table:display") == "false" and self._table_style:
            self.hidden_styles.add(self._table_style)

    def _on_table(self, attributes: Attributes) -> None:
        self._tables += 1
        if self._aside or self._tables > 1:
            return
        name = attributes.get("table:name", "")
        self._sheet = OdsSheet(name, attributes.get("table:style-name", ""))
        self._row = self._column = 0
        if self._cells_left > 0:
            self.sheets.append(self._sheet)
        else:
            self.unread.append(name)

    def _end_of_table(self) -> None:
        self._tables -= 1
        if not self._tables:
            self._sheet = None

    def _on_column(self, attributes: Attributes) -> None:
        if self._sheet is None or self._aside:
            return
        first = self._column + 1
        self._column += _count(attributes, "table:number-columns-repeated")
        if attributes.get("table:visibility") in _HIDING:
            last = min(self._column, COLUMNS_LIMIT)
            self._sheet.hidden_columns.update(range(first, last + 1))

    def _on_row(self, attributes: Attributes) -> None:
        if self._sheet is None or self._aside:
            return
        first = self._row + 1
        self._row_repeated = _count(attributes, "table:number-rows-repeated")
        self._row = first
        self._column = 0
        self._row_cells = []
        visibility = attributes.get("table:visibility")
        if visibility in _HIDING and first <= ROWS_LIMIT:
            last = min(first + self._row_repeated - 1, ROWS_LIMIT)
            self._sheet.hidden_rows.update(range(first, last + 1))
            self._sheet.is_filtered |= visibility == "filter"

    def _end_of_row(self) -> None:
        sheet = self._sheet
        if sheet is None or self._aside:
            return
        first, self._row = self._row, self._row + self._row_repeated - 1
        if not self._row_cells:
            return
        if first > ROWS_LIMIT or self._cells_left <= 0:
            sheet.is_cut_below = True
            return
        for number in range(first, min(self._row, ROWS_LIMIT) + 1):
            sheet.rows[number] = [msgspec.structs.replace(c, row=number) for c in self._row_cells]
            self._cells_left -= len(self._row_cells)
            if self._cells_left <= 0:
                break

    def _on_cell(self, attributes: Attributes) -> None:
        if self._sheet is None or self._aside:
            return
        self._column += 1
        self._repeated = _count(attributes, "table:number-columns-repeated")
        self._cell = OdsCell(self._row, self._column, attributes)
        self._lines = []
        rows = _count(attributes, "table:number-rows-spanned")
        columns = _count(attributes, "table:number-columns-spanned")
        if (rows > 1 or columns > 1) and self._row <= ROWS_LIMIT and self._column <= COLUMNS_LIMIT:
            bottom, right = self._row + rows - 1, self._column + columns - 1
            area = MergedRange(
                self._row, self._column, min(bottom, ROWS_LIMIT), min(right, COLUMNS_LIMIT)
            )
            self._sheet.merged.append(area)

    def _on_covered(self, attributes: Attributes) -> None:
        if self._sheet is not None and not self._aside:
            self._column += _count(attributes, "table:number-columns-repeated")

    def _end_of_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None or self._sheet is None or self._aside:
            return
        cell.shows = "\n".join(self._lines).strip()[:TEXT_LIMIT]
        first, self._column = self._column, self._column + self._repeated - 1
        if not cell.shows and _HOLDING.isdisjoint(cell.attributes):
            return
        self._sheet.is_cut_right |= self._column > COLUMNS_LIMIT
        for column in range(first, min(self._column, COLUMNS_LIMIT) + 1):
            self._row_cells.append(msgspec.structs.replace(cell, column=column))

    def _on_annotation(self, _attributes: Attributes) -> None:
        self._is_comment = True

    def _end_of_annotation(self) -> None:
        self._is_comment = False
        if self._cell is not None:
            self._cell.comment = " ".join(" ".join(self._comment_lines).split())[:_COMMENT_LIMIT]
        self._comment_lines = []

    def _on_line(self, _attributes: Attributes) -> None:
        self._is_line = self._cell is not None and not self._aside
        if self._is_line:
            self._open_lines().append("")

    def _end_of_line(self) -> None:
        self._is_line = False

    def _on_blanks(self, attributes: Attributes) -> None:
        self.take(" " * min(_count(attributes, "text:c"), 10))


def _count(attributes: Attributes, name: str) -> int:
    return max(1, int(attributes.get(name) or 1))
