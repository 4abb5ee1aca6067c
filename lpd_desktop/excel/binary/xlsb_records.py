"""The records of an `.xlsb` ([MS-XLSB])."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from struct import unpack_from

from lpd_desktop.excel.binary.binary_sheet import (
    ERROR_NAMES,
    Allowances,
    BinaryBook,
    BinaryCell,
    BinarySheet,
    DamagedRecordsError,
    rk_number,
)
from lpd_desktop.excel.limits import TEXT_LIMIT
from lpd_desktop.excel.openxml.package_parts import PackageParts, Relation

_SHEET, _PROPERTIES, _FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END = 156, 153, 44, 47, 617, 618
_ROW, _COLUMNS, _MERGED, _FILTER_COLUMN, _SHARED_TEXT = 0, 60, 176, 163, 19
_CELLS = range(2, 12)
_FORMULAS = range(8, 12)
_ROW_HIDDEN = 0x10
_NO_TEXT = 0xFFFFFFFF


def book_of_parts(parts: PackageParts, main: str) -> BinaryBook:
    """The workbook that the records of all parts describe.

    Args:
        parts: The parts of the package.
        main: The name of the workbook part.

    Raises:
        DamagedRecordsError: a part ends in the middle of a record.
        TooMuchError: more records than any budget has.
    """
    reader = _XlsbReader(parts, main)
    try:
        reader.read()
    except (struct.error, IndexError) as error:
        raise DamagedRecordsError from error
    return reader.book


class _XlsbReader:
    def __init__(self, parts: PackageParts, main: str) -> None:
        self._parts, self._main = parts, main
        self._allowances = Allowances()
        self.book = BinaryBook(self._allowances)
        self._relations = {each.key: each for each in parts.relations(main)}
        self._kinds = {each.kind: each for each in self._relations.values()}

    def read(self) -> None:
        self.book.has_macros = "vbaProject" in self._kinds
        self.book.has_links = "externalLink" in self._kinds
        for kind, data in self._records(self._main):
            if kind == _PROPERTIES:
                self.book.counts_from_1904 = bool(data[0] & 1)
            elif kind == _SHEET:
                self._read_listed(data)
        if "styles" in self._kinds:
            self._read_styles(self._kinds["styles"])
        if "sharedStrings" in self._kinds:
            self._read_texts(self._kinds["sharedStrings"])

    def _records(self, part: str) -> Iterator[tuple[int, bytes]]:
        stream, place = self._parts.read(part), 0
        while place < len(stream):
            self._allowances.take_record()
            kind = stream[place]
            place += 1
            if kind & 0x80:
                kind = (kind & 0x7F) | ((stream[place] & 0x7F) << 7)
                place += 1
            size, place = _size(stream, place)
            if place + size > len(stream):
                raise DamagedRecordsError
            yield kind, stream[place : place + size]
            place += size

    def _read_listed(self, data: bytes) -> None:
        key, end = _text(data, 8)
        name, _ = _text(data, end)
        relation = self._relations.get(key)
        is_of_cells = relation is not None and relation.kind == "worksheet"
        is_hidden = unpack_from("<I", data)[0] != 0
        sheet = BinarySheet(name, self._allowances, is_hidden, is_of_cells)
        self.book.sheets.append(sheet)
        if relation is not None and is_of_cells:
            self._read_sheet(sheet, relation)

    def _read_styles(self, relation: Relation) -> None:
        is_inside = False
        for kind, data in self._records(relation.target):
            if kind == _FORMAT:
                self.book.formats[unpack_from("<H", data)[0]] = _text(data, 2)[0]
            elif kind in (_STYLES_BEGIN, _STYLES_END):
                is_inside = kind == _STYLES_BEGIN
            elif kind == _STYLE and is_inside:
                self.book.style_formats.append(unpack_from("<H", data, 2)[0])

    def _read_texts(self, relation: Relation) -> None:
        for kind, data in self._records(relation.target):
            if kind == _SHARED_TEXT:
                self.book.texts.append(_text(data, 1)[0][:TEXT_LIMIT])

    def _read_sheet(self, sheet: BinarySheet, relation: Relation) -> None:
        row = 0
        for kind, data in self._records(relation.target):
            if kind == _ROW:
                row = unpack_from("<I", data)[0] + 1
                if data[11] & _ROW_HIDDEN:
                    sheet.hide_row(row)
            elif kind in _CELLS:
                sheet.add(row, _cell(kind, data))
            elif kind in _OTHERS:
                _OTHERS[kind](sheet, data)


def _size(stream: bytes, place: int) -> tuple[int, int]:
    """The size of a record in up to four bytes of seven bits, and where the record begins."""
    size = 0
    for shift in (0, 7, 14, 21):
        byte = stream[place]
        place += 1
        size |= (byte & 0x7F) << shift
        if not byte & 0x80:
            break
    return size, place


def _text(data: bytes, place: int) -> tuple[str, int]:
    (length,) = unpack_from("<I", data, place)
    if length == _NO_TEXT:
        return "", place + 4
    end = place + 4 + 2 * length
    return data[place + 4 : end].decode("utf-16-le", "replace"), end


def _cell(kind: int, data: bytes) -> BinaryCell:
    column, style = unpack_from("<II", data)
    cell = BinaryCell(column + 1, style & 0xFFFFFF, "text", "", kind in _FORMULAS)
    if kind == 2:
        cell.kind, cell.value = "number", rk_number(unpack_from("<I", data, 8)[0])
    elif kind in (3, 11):
        cell.kind, cell.value = "error", ERROR_NAMES.get(data[8], "#VALUE!")
    elif kind in (4, 10):
        cell.kind, cell.value = "truth", bool(data[8])
    elif kind in (5, 9):
        cell.kind, cell.value = "number", unpack_from("<d", data, 8)[0]
    elif kind == 7:
        cell.kind, cell.value = "shared", unpack_from("<I", data, 8)[0]
    else:
        cell.value = _text(data, 8)[0][:TEXT_LIMIT]
    return cell


def _on_columns(sheet: BinarySheet, data: bytes) -> None:
    first, last = unpack_from("<II", data)
    if data[16] & 1:
        sheet.hide_columns(first + 1, last + 1)


def _on_merged(sheet: BinarySheet, data: bytes) -> None:
    top, bottom, left, right = unpack_from("<IIII", data)
    sheet.merge(top + 1, bottom + 1, left + 1, right + 1)


def _on_filter(sheet: BinarySheet, _data: bytes) -> None:
    sheet.is_filtered = True


_OTHERS: dict[int, Callable[[BinarySheet, bytes], None]] = {
    _COLUMNS: _on_columns,
    _MERGED: _on_merged,
    _FILTER_COLUMN: _on_filter,
}
