"""From the records of a binary workbook to its sheets."""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Iterator

from lpd_desktop.excel.binary.binary_sheet import (
    BinaryBook,
    BinaryCell,
    BinarySheet,
    DamagedRecordsError,
)
from lpd_desktop.excel.binary.xls_records import book_of_records, book_stream
from lpd_desktop.excel.binary.xlsb_records import book_of_parts
from lpd_desktop.excel.cell_values import (
    CellPlace,
    error_cell,
    exact,
    number_cell,
    other_cell,
    text_cell,
)
from lpd_desktop.excel.dates import NO_MOMENT, moment_of, shown_moment
from lpd_desktop.excel.display import number_format
from lpd_desktop.excel.limits import ELEMENTS_LIMIT
from lpd_desktop.excel.merged_places import covered_places
from lpd_desktop.excel.openxml.book_parts import main_part
from lpd_desktop.excel.openxml.cell_styles import BUILT_IN_FORMATS
from lpd_desktop.excel.openxml.package_parts import PackageParts
from lpd_desktop.excel.package import refusal
from lpd_desktop.excel.workbook import Sheet, Workbook, WorkbookCell
from lpd_desktop.excel.xml_events import Allowance


def read_xls(data: bytes, name: str) -> Workbook:
    """The sheets of an `.xls`.

    Raises:
        UnreadableWorkbookError: it is protected by a password.
        DamagedRecordsError: a record ends too early.
        TooMuchError: more records than any budget has.
    """
    stream, has_macros = book_stream(data)
    book = book_of_records(stream)
    book.has_macros |= has_macros
    if book.is_encrypted:
        advice = "bitte öffnen Sie sie in Excel und speichern Sie sie als .xlsx"
        raise refusal(name, "sie ist mit einem Kennwort geschützt", advice)
    return _workbook(name, book)


def read_xlsb(data: bytes, name: str) -> Workbook:
    """The sheets of an `.xlsb`.

    Raises:
        BadXmlError, DamagedRecordsError: a part is missing or damaged.
        TooMuchError: more records than any budget has.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = PackageParts(package, Allowance(ELEMENTS_LIMIT))
        return _workbook(name, book_of_parts(parts, main_part(parts, "xl/workbook.bin")))


def _workbook(name: str, book: BinaryBook) -> Workbook:
    sheets = [sheet for sheet in book.sheets if sheet.is_of_cells]
    return Workbook(
        name,
        tuple(_sheet(sheet, book) for sheet in sheets),
        shows_everything=not any(sheet.has_formulas for sheet in sheets),
        has_macros=book.has_macros,
        has_links=book.has_links,
    )


def _sheet(raw: BinarySheet, book: BinaryBook) -> Sheet:
    return Sheet(
        raw.name,
        tuple(_rows(raw, book)),
        is_hidden=raw.is_hidden,
        merged=tuple(raw.merged),
        is_filtered=raw.is_filtered and bool(raw.hidden_rows),
        is_cut_below=raw.is_cut_below,
        is_cut_right=raw.is_cut_right,
    )


def _rows(raw: BinarySheet, book: BinaryBook) -> Iterator[tuple[WorkbookCell, ...]]:
    columns = {row: [cell.column for cell in cells] for row, cells in raw.rows.items()}
    covered = covered_places(raw.merged, columns)
    for number in range(1, max(raw.rows, default=0) + 1):
        row = sorted(raw.rows.get(number, ()), key=lambda cell: cell.column)
        seen = (each for each in row if (number, each.column) not in covered)
        cells = [_cell(each, _place(raw, number, each.column), book) for each in seen]
        yield tuple(cell for cell in cells if cell.kind != "empty")


def _place(raw: BinarySheet, row: int, column: int) -> CellPlace:
    return CellPlace(row, column, row in raw.hidden_rows or column in raw.hidden_columns)


def _cell(raw: BinaryCell, place: CellPlace, book: BinaryBook) -> WorkbookCell:
    if raw.kind == "error":
        return error_cell(place, str(raw.value))
    if raw.kind == "truth":
        return other_cell(place, "WAHR" if raw.value else "FALSCH")
    if raw.kind == "number":
        return _number(raw, float(raw.value), place, book)
    if raw.kind == "shared":
        return text_cell(place, _shared(book, int(raw.value)))
    return text_cell(place, str(raw.value))


def _shared(book: BinaryBook, number: int) -> str:
    if number >= len(book.texts):
        raise DamagedRecordsError
    return book.texts[number]


def _number(raw: BinaryCell, value: float, place: CellPlace, book: BinaryBook) -> WorkbookCell:
    if not math.isfinite(value):
        return error_cell(place, "#NUM!")
    styles = book.style_formats
    number = styles[raw.style] if raw.style < len(styles) else 0
    code = book.formats.get(number) or BUILT_IN_FORMATS.get(number, "General")
    how, days = number_format(code), exact(value)
    if how.is_date:
        moment = moment_of(days, from_1904=book.counts_from_1904)
        return other_cell(place, shown_moment(moment, code) if moment else NO_MOMENT, days)
    return number_cell(place, days, how)
