"""The records of an `.xls` of 1995 and later ([MS-XLS])."""

from __future__ import annotations

import io
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
from lpd_desktop.excel.binary.xls_texts import old_text, plain_text, shared_texts
from lpd_desktop.excel.limits import TEXT_LIMIT

_BOF, _EOF, _FILE_PASS, _CONTINUED = 0x0809, 0x000A, 0x002F, 0x003C
_BOUND_SHEET, _FORMAT, _XF, _SUP_BOOK = 0x0085, 0x041E, 0x00E0, 0x01AE
_DATE_MODE, _SHARED_TEXTS = 0x0022, 0x00FC
_FORMULA, _NUMBERS, _NUMBER, _RK = 0x0006, 0x00BD, 0x0203, 0x027E
_SHARED, _LABEL, _RICH_LABEL, _TRUTH, _TEXT_RESULT = 0x00FD, 0x0204, 0x00D6, 0x0205, 0x0207
_ROW, _COLUMNS, _MERGED, _FILTER = 0x0208, 0x007D, 0x00E5, 0x009B
_VERSION_8 = 0x0600
_ROW_HIDDEN = 0x20
_OWN_BOOK = (0x0401, 0x3A01)


def book_stream(data: bytes) -> tuple[bytes, bool]:
    """The records inside an `.xls`, and whether it carries macros.

    Raises:
        DamagedRecordsError: there are none.
    """
    import olefile

    with olefile.OleFileIO(io.BytesIO(data)) as compound:
        for name in ("Workbook", "Book"):
            if compound.exists(name):
                has_macros = compound.exists("_VBA_PROJECT_CUR")
                return compound.openstream(name).read(), has_macros
    raise DamagedRecordsError


def book_of_records(stream: bytes) -> BinaryBook:
    """The workbook that the records describe; of an encrypted one only that it is.

    Raises:
        DamagedRecordsError: a record ends too early.
        TooMuchError: more records than any budget has.
    """
    reader = _XlsReader(stream)
    try:
        reader.read()
    except (struct.error, IndexError) as error:
        raise DamagedRecordsError from error
    return reader.book


class _XlsReader:
    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._allowances = Allowances()
        self.book = BinaryBook(self._allowances)
        self._is_old = False
        self._starts: list[int] = []
        self._pending: tuple[int, BinaryCell] | None = None
        self._handlers: dict[int, Callable[[BinarySheet, bytes], None]] = {
            _FORMULA: self._on_formula,
            _NUMBERS: _on_numbers,
            _NUMBER: _on_number,
            _RK: _on_rk,
            _SHARED: _on_shared,
            _LABEL: self._on_label,
            _RICH_LABEL: self._on_label,
            _TRUTH: _on_truth_or_error,
            _TEXT_RESULT: self._on_text_result,
            _ROW: _on_row,
            _COLUMNS: _on_columns,
            _MERGED: _on_merged,
            _FILTER: _on_filter,
        }

    def read(self) -> None:
        self._read_globals()
        if self.book.is_encrypted:
            return
        for sheet, start in zip(self.book.sheets, self._starts, strict=True):
            if sheet.is_of_cells:
                for kind, data in self._records(start):
                    handler = self._handlers.get(kind)
                    if handler is not None:
                        handler(sheet, data)

    def _records(self, start: int) -> Iterator[tuple[int, bytes]]:
        """The records of one part up to its end; those of charts inside are left out.

        Some programs name the record behind the beginning of a sheet as its start.
        """
        stream, place = self._stream, start
        depth = 0 if stream[start : start + 2] == _BOF.to_bytes(2, "little") else 1
        while place + 4 <= len(stream):
            self._allowances.take_record()
            kind, size = unpack_from("<HH", stream, place)
            place += 4
            if place + size > len(stream):
                raise DamagedRecordsError
            depth += kind == _BOF
            if depth == 1:
                yield kind, stream[place : place + size]
            depth -= kind == _EOF
            if depth <= 0:
                return
            place += size
        raise DamagedRecordsError

    def _read_globals(self) -> None:
        pieces: list[bytes] = []
        is_open = False
        for kind, data in self._records(0):
            is_open = kind == _SHARED_TEXTS or (is_open and kind == _CONTINUED)
            if is_open:
                pieces.append(data)
            elif kind == _FILE_PASS:
                self.book.is_encrypted = True
                return
            else:
                self._take_global(kind, data)
        if pieces:
            self.book.texts = shared_texts(pieces, self._allowances)

    def _take_global(self, kind: int, data: bytes) -> None:
        book = self.book
        if kind == _BOF:
            self._is_old = unpack_from("<H", data)[0] < _VERSION_8
        elif kind == _BOUND_SHEET:
            self._take_listed(data)
        elif kind == _FORMAT:
            book.formats[unpack_from("<H", data)[0]] = self._format_code(data)
        elif kind == _XF:
            book.style_formats.append(unpack_from("<H", data, 2)[0])
        elif kind == _SUP_BOOK:
            book.has_links |= unpack_from("<H", data, 2)[0] not in _OWN_BOOK
        elif kind == _DATE_MODE:
            book.counts_from_1904 = data[0] == 1

    def _take_listed(self, data: bytes) -> None:
        start, state, kind, length = unpack_from("<IBBB", data)
        name = old_text(data, 7, length) if self._is_old else plain_text(data, 7, length)
        self._starts.append(start)
        self.book.has_macros |= kind in (1, 6)
        self.book.sheets.append(BinarySheet(name, self._allowances, state & 3 != 0, kind == 0))

    def _format_code(self, data: bytes) -> str:
        if self._is_old:
            return old_text(data, 3, data[2])
        return plain_text(data, 4, unpack_from("<H", data, 2)[0])

    def _on_label(self, sheet: BinarySheet, data: bytes) -> None:
        row, column, style, length = unpack_from("<HHHH", data)
        text = old_text(data, 8, length) if self._is_old else plain_text(data, 8, length)
        sheet.add(row + 1, BinaryCell(column + 1, style, "text", text[:TEXT_LIMIT]))

    def _on_formula(self, sheet: BinarySheet, data: bytes) -> None:
        row, column, style = unpack_from("<HHH", data)
        cell = BinaryCell(column + 1, style, "text", "", is_formula=True)
        kind = data[6] if data[12:14] == b"\xff\xff" else None
        if kind is None:
            cell.kind, cell.value = "number", unpack_from("<d", data, 6)[0]
        elif kind == 1:
            cell.kind, cell.value = "truth", bool(data[8])
        elif kind == 2:
            cell.kind, cell.value = "error", ERROR_NAMES.get(data[8], "#VALUE!")
        else:
            self._pending = (row + 1, cell)
        sheet.add(row + 1, cell)

    def _on_text_result(self, _sheet: BinarySheet, data: bytes) -> None:
        """The text of the formula before; longer ones than a record are no labels."""
        if self._pending is not None:
            (length,) = unpack_from("<H", data)
            text = old_text(data, 2, length) if self._is_old else plain_text(data, 2, length)
            self._pending[1].value = text[:TEXT_LIMIT]
            self._pending = None


def _on_number(sheet: BinarySheet, data: bytes) -> None:
    row, column, style, number = unpack_from("<HHHd", data)
    sheet.add(row + 1, BinaryCell(column + 1, style, "number", number))


def _on_rk(sheet: BinarySheet, data: bytes) -> None:
    row, column, style, stored = unpack_from("<HHHI", data)
    sheet.add(row + 1, BinaryCell(column + 1, style, "number", rk_number(stored)))


def _on_numbers(sheet: BinarySheet, data: bytes) -> None:
    row, first = unpack_from("<HH", data)
    for index in range((len(data) - 6) // 6):
        style, stored = unpack_from("<HI", data, 4 + 6 * index)
        sheet.add(row + 1, BinaryCell(first + index + 1, style, "number", rk_number(stored)))


def _on_shared(sheet: BinarySheet, data: bytes) -> None:
    row, column, style, number = unpack_from("<HHHI", data)
    sheet.add(row + 1, BinaryCell(column + 1, style, "shared", number))


def _on_truth_or_error(sheet: BinarySheet, data: bytes) -> None:
    row, column, style, value, is_error = unpack_from("<HHHBB", data)
    cell = BinaryCell(column + 1, style, "truth", bool(value))
    if is_error:
        cell.kind, cell.value = "error", ERROR_NAMES.get(value, "#VALUE!")
    sheet.add(row + 1, cell)


def _on_row(sheet: BinarySheet, data: bytes) -> None:
    if data[12] & _ROW_HIDDEN:
        sheet.hide_row(unpack_from("<H", data)[0] + 1)


def _on_columns(sheet: BinarySheet, data: bytes) -> None:
    first, last = unpack_from("<HH", data)
    if data[8] & 1:
        sheet.hide_columns(first + 1, last + 1)


def _on_merged(sheet: BinarySheet, data: bytes) -> None:
    (number,) = unpack_from("<H", data)
    for index in range(min(number, (len(data) - 2) // 8)):
        top, bottom, left, right = unpack_from("<HHHH", data, 2 + 8 * index)
        sheet.merge(top + 1, bottom + 1, left + 1, right + 1)


def _on_filter(sheet: BinarySheet, _data: bytes) -> None:
    sheet.is_filtered = True
