"""From the parts of an Open XML workbook to its sheets."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import msgspec

from lpd_desktop.excel.cell_references import shifted
from lpd_desktop.excel.cell_values import (
    CellPlace,
    error_cell,
    exact_of_text,
    no_result_cell,
    number_cell,
    other_cell,
    text_cell,
)
from lpd_desktop.excel.dates import NO_MOMENT, moment_of, shown_moment
from lpd_desktop.excel.limits import CELLS_LIMIT, ELEMENTS_LIMIT
from lpd_desktop.excel.merged_places import covered_places
from lpd_desktop.excel.openxml.book_parts import BookParts, SheetPart, book_parts
from lpd_desktop.excel.openxml.cell_styles import CellStyles, read_styles
from lpd_desktop.excel.openxml.package_parts import PackageParts
from lpd_desktop.excel.openxml.shared_strings import CellText, read_strings
from lpd_desktop.excel.openxml.sheet_part import RawCell, SheetPartReader
from lpd_desktop.excel.openxml.side_parts import comments_of, has_filtered_table
from lpd_desktop.excel.workbook import Sheet, Workbook, WorkbookCell
from lpd_desktop.excel.xml_events import Allowance


def read_openxml(data: bytes, name: str, wanted: str | None = None) -> Workbook:
    """The sheets of an Open XML workbook.

    Args:
        data: The bytes of the file, looked at before by `kind_of_package`.
        name: Its name.
        wanted: The sheet that is read first, should not all be read.

    Raises:
        BadXmlError: a part is missing or damaged.
        TooMuchError: more XML than any budget has.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = PackageParts(package, Allowance(ELEMENTS_LIMIT))
        return _BookReader(parts, wanted).book(name)


NOT_KEPT = "?"
"""Stands for a formula that is there but was not kept."""

_SHARED_SIGNS_LIMIT = 1_000_000
"""Signs of formulas that are worked out for cells that share one, sheet by sheet."""


class _RawSheet(msgspec.Struct):
    listed: SheetPart
    read: SheetPartReader


class _BookReader:
    """Reads the sheets first, then only those texts that their cells name."""

    def __init__(self, parts: PackageParts, wanted: str | None) -> None:
        self._parts = parts
        self._wanted = wanted
        self._book: BookParts = book_parts(parts)
        self._styles: CellStyles = read_styles(parts, self._book.styles)

    def book(self, name: str) -> Workbook:
        raw, unread = self._raw_sheets()
        texts = read_strings(self._parts, self._book.strings, _named_texts(raw))
        return Workbook(
            name,
            tuple(self._sheet(each, texts) for each in raw),
            unread_sheets=tuple(unread),
            has_macros=self._book.has_macros,
            has_links=self._book.has_links,
        )

    def _raw_sheets(self) -> tuple[list[_RawSheet], list[str]]:
        left, found, unread = CELLS_LIMIT, [], list(self._book.lost_sheets)
        for listed in sorted(self._book.sheets, key=self._is_later):
            if left <= 0:
                unread.append(listed.name)
                continue
            reader = SheetPartReader(left)
            reader.read(self._parts, listed.part)
            left = reader.cells_left
            found.append(_RawSheet(listed, reader))
        order = {id(each): place for place, each in enumerate(self._book.sheets)}
        return sorted(found, key=lambda each: order[id(each.listed)]), unread

    def _is_later(self, listed: SheetPart) -> tuple[bool, bool]:
        is_wanted = listed.name.casefold() == (self._wanted or "").strip().casefold()
        return not is_wanted, listed.is_hidden

    def _sheet(self, raw: _RawSheet, texts: dict[int, CellText]) -> Sheet:
        relations = self._parts.relations(raw.listed.part)
        has_filter = raw.read.has_filter or (
            bool(raw.read.hidden_rows) and has_filtered_table(self._parts, relations)
        )
        comments = comments_of(self._parts, relations)
        return Sheet(
            raw.listed.name,
            tuple(_Cells(raw.read, texts, comments, self._styles, self._book).rows()),
            is_hidden=raw.listed.is_hidden,
            merged=tuple(raw.read.merged),
            is_filtered=has_filter and bool(raw.read.hidden_rows),
            is_cut_below=raw.read.is_cut_below,
            is_cut_right=raw.read.is_cut_right,
        )


def _named_texts(sheets: list[_RawSheet]) -> set[int]:
    return {
        int(cell.value or 0)
        for sheet in sheets
        for row in sheet.read.rows.values()
        for cell in row
        if cell.kind == "s" and cell.value
    }


class _Cells:
    """The cells of one sheet with their values, formats, formulas and comments."""

    def __init__(
        self,
        raw: SheetPartReader,
        texts: dict[int, CellText],
        comments: dict[tuple[int, int], str],
        styles: CellStyles,
        book: BookParts,
    ) -> None:
        self._raw, self._texts, self._comments = raw, texts, comments
        self._styles, self._from_1904 = styles, book.counts_from_1904
        self._formulas: dict[int, RawCell] = {}
        self._signs_left = _SHARED_SIGNS_LIMIT
        columns = {row: [cell.column for cell in cells] for row, cells in raw.rows.items()}
        self._covered = covered_places(raw.merged, columns)

    def rows(self) -> Iterator[tuple[WorkbookCell, ...]]:
        """Row by row from the first; without cells a row is empty."""
        for number in range(1, max(self._raw.rows, default=0) + 1):
            row = sorted(self._raw.rows.get(number, ()), key=lambda each: each.column)
            cells = [self._cell(each) for each in row]
            yield tuple(cell for cell in cells if cell.kind != "empty")

    def _cell(self, raw: RawCell) -> WorkbookCell:
        place = CellPlace(raw.row, raw.column)
        place.is_hidden = raw.row in self._raw.hidden_rows or raw.column in self._raw.hidden_columns
        if raw.formula is not None:
            place.formula = self._formula(raw)
        if self._comments:
            place.comment = self._comments.get((raw.row, raw.column), "")
        if (raw.row, raw.column) in self._covered:
            return text_cell(place, "")
        return self._valued(raw, place)

    def _valued(self, raw: RawCell, place: CellPlace) -> WorkbookCell:
        if raw.text is not None:
            return text_cell(place, raw.text.text, raw.text.footnote)
        value = raw.value or ""
        if raw.kind == "str":
            return text_cell(place, value)
        if not value:
            return no_result_cell(place) if raw.formula is not None else text_cell(place, "")
        if raw.kind == "s":
            text = self._texts[int(value)]
            return text_cell(place, text.text, text.footnote)
        if raw.kind == "b":
            return other_cell(place, "FALSCH" if value in ("0", "false") else "WAHR")
        if raw.kind == "e":
            return error_cell(place, value)
        return other_cell(place, value) if raw.kind == "d" else self._number(raw, value, place)

    def _number(self, raw: RawCell, value: str, place: CellPlace) -> WorkbookCell:
        number = exact_of_text(value)
        if number is None:
            return text_cell(place, value)
        how = self._styles.format(raw.style)
        if how.is_date:
            moment = moment_of(number, from_1904=self._from_1904)
            shows = shown_moment(moment, self._styles.code(raw.style)) if moment else NO_MOMENT
            return other_cell(place, shows, number)
        return number_cell(place, number, how)

    def _formula(self, raw: RawCell) -> str:
        """The formula of a cell; of several that share one only the first holds its text."""
        if raw.shared < 0:
            return raw.formula or ""
        if raw.formula:
            self._formulas.setdefault(raw.shared, raw)
            return raw.formula
        first = self._formulas.get(raw.shared)
        text = first.formula or "" if first is not None else ""
        self._signs_left -= len(text)
        if first is None or self._signs_left < 0:
            return NOT_KEPT
        return shifted(text, raw.row - first.row, raw.column - first.column)
