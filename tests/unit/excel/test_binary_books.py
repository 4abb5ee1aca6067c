"""Workbooks of older Office programs and binary ones: the same cells as in the newer kind."""

from __future__ import annotations

import io
import struct
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from lpd_desktop.excel.binary.binary_sheet import rk_number
from lpd_desktop.excel.limits import ROWS_LIMIT
from lpd_desktop.excel.package import UnreadableWorkbookError
from lpd_desktop.excel.reading import read_workbook
from lpd_desktop.excel.workbook import MergedRange

from .packages import cells_of, compound, only_sheet, record, xls, xls_stream, xlsb, xlsb_record


def place(row: int, column: int, style: int = 0) -> bytes:
    return struct.pack("<HHH", row, column, style)


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x203, place(row, column, style) + struct.pack("<d", value))


def shared(row: int, column: int, text: int) -> bytes:
    return record(0xFD, place(row, column) + struct.pack("<I", text))


def formula(row: int, column: int, result: bytes) -> bytes:
    return record(0x06, place(row, column) + result + b"\0" * 8)


def formats(*codes: str) -> bytes:
    """Own formats from number 200 on, each with a style of the same order."""
    listed = b"".join(
        record(0x41E, struct.pack("<HHB", 200 + index, len(code), 1) + code.encode("utf-16-le"))
        for index, code in enumerate(codes)
    )
    styles = (struct.pack("<HH", 0, 200 + index) for index in range(len(codes)))
    return listed + b"".join(record(0xE0, style + b"\0" * 16) for style in styles)


def test_an_xls_gives_values_as_calamine_reads_them() -> None:
    data = xls(
        shared(0, 0, 1) + number(0, 1, 4487218.89) + shared(1, 0, 0) + number(1, 1, -3),
        texts=["Größe €", "Bezeichnung"],
    )
    cells = cells_of(data, "b.xls")
    assert cells["B1"].number == Decimal("4487218.89")
    theirs = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert theirs == [["Bezeichnung", 4487218.89], ["Größe €", -3.0]]
    assert [cells[key].shows for key in ("A1", "A2", "B2")] == ["Bezeichnung", "Größe €", "−3"]


def test_an_xls_says_what_is_hidden_merged_or_an_error() -> None:
    hidden_row = record(0x208, struct.pack("<HHHHHHHH", 1, 0, 3, 0, 0, 0, 0x20, 0))
    hidden_column = record(0x7D, struct.pack("<HHHHHH", 2, 2, 0, 0, 1, 0))
    merged = record(0xE5, struct.pack("<HHHHH", 1, 0, 2, 0, 0))
    error = record(0x205, place(0, 1) + bytes([0x17, 1]))
    failed = formula(1, 1, bytes([2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF]))
    sheet = only_sheet(
        xls(hidden_column + hidden_row + number(0, 0, 1) + number(2, 0, 9) + error + failed
            + number(0, 2, 5) + merged + record(0x9B)),
        "b.xls",
    )  # fmt: skip
    cells = {cell.address: cell for cell in sheet.cells}
    assert set(cells) == {"A1", "B1", "C1", "B2"}
    assert (cells["B1"].shows, cells["B2"].shows) == ("#BEZUG!", "#NV")
    assert (cells["B2"].is_hidden, cells["C1"].is_hidden, cells["A1"].is_hidden) == (
        True,
        True,
        False,
    )
    assert sheet.merged == (MergedRange(1, 1, 3, 1),)
    assert sheet.is_filtered


def test_an_xls_shows_numbers_as_their_formats_do() -> None:
    data = xls(
        number(0, 0, 29521177, 0) + number(0, 1, 0.152, 1) + number(0, 2, 44869, 2),
        before=formats('#,##0," T€"', "0.0%", "dd.mm.yyyy"),
    )
    cells = cells_of(data, "b.xls")
    assert (cells["A1"].shows, cells["A1"].decimals) == ("29.521 T€", -3)
    assert cells["B1"].is_percent
    assert (cells["C1"].kind, cells["C1"].shows) == ("other", "04.11.2022")


def test_formulas_of_an_xls_are_a_hint() -> None:
    twelve = formula(0, 0, struct.pack("<d", 12.0))
    word = formula(0, 1, bytes([0, 0, 0, 0, 0, 0, 0xFF, 0xFF]))
    result = record(0x207, struct.pack("<HB", 2, 0) + b"ja")
    book = read_workbook(xls(twelve + word + result), "b.xls")
    assert not book.shows_everything
    assert [cell.shows for cell in book.sheets[0].cells] == ["12", "ja"]
    assert read_workbook(xls(number(0, 0, 1)), "b.xls").shows_everything


def test_a_shared_text_goes_on_in_the_next_record() -> None:
    head = struct.pack("<II", 1, 1) + struct.pack("<HB", 6, 0) + b"Verw"
    parts = record(0xFC, head) + record(0x3C, b"\x01" + "al".encode("utf-16-le"))
    assert cells_of(xls(shared(0, 0, 0), before=parts), "b.xls")["A1"].shows == "Verwal"


def test_a_password_of_an_xls_is_named() -> None:
    with pytest.raises(UnreadableWorkbookError, match="mit einem Kennwort geschützt"):
        read_workbook(xls(b"", before=record(0x2F, b"\0" * 6)), "b.xls")


@pytest.mark.parametrize("cut", [3, 30, 200])
def test_records_that_end_too_early_are_damage(cut: int) -> None:
    stream = xls_stream(number(0, 0, 1) * 200)
    whole = stream + b"\x03\x02\xff\xff"
    data = compound("Workbook", whole[: len(stream) - cut] + b"\x03\x02\xff\xff")
    with pytest.raises(UnreadableWorkbookError, match="beschädigt"):
        read_workbook(data, "b.xls")


def test_cells_far_apart_take_no_room() -> None:
    sheet = only_sheet(xls(number(0, 0, 1) + number(65535, 255, 1)), "b.xls")
    assert sheet.is_cut_below
    assert len(list(sheet.cells)) == 1
    assert len(sheet.rows) < ROWS_LIMIT


@given(st.integers(-(2**29), 2**29 - 1), st.booleans())
def test_short_numbers_are_what_was_stored(value: int, in_hundredths: bool) -> None:
    stored = (value & 0x3FFFFFFF) << 2 | 2 | in_hundredths
    assert rk_number(stored) == (value / 100 if in_hundredths else value)


@given(st.floats(-1e15, 1e15, allow_nan=False))
def test_a_short_float_keeps_its_upper_half(value: float) -> None:
    (bits,) = struct.unpack("<Q", struct.pack("<d", value))
    (upper,) = struct.unpack("<d", struct.pack("<Q", bits & 0xFFFFFFFC00000000))
    assert rk_number(bits >> 32 & 0xFFFFFFFC) == upper


def row(index: int, *, hidden: bool = False) -> bytes:
    data = struct.pack("<IIHBB", index, 0, 300, 0, 0x10 if hidden else 0) + b"\0" * 5
    return xlsb_record(0, data)


def real(column: int, value: float, style: int = 0) -> bytes:
    return xlsb_record(5, struct.pack("<IId", column, style, value))


def test_an_xlsb_gives_values_as_calamine_reads_them_and_says_what_hides() -> None:
    cells = (
        row(0)
        + xlsb_record(7, struct.pack("<III", 0, 0, 0))
        + real(1, 4487218.89)
        + row(1, hidden=True)
        + xlsb_record(2, struct.pack("<III", 1, 0, 100 << 2 | 2))
        + xlsb_record(3, struct.pack("<IIB", 2, 0, 0x2A))
        + xlsb_record(4, struct.pack("<IIB", 3, 0, 1))
    )
    data = xlsb(xlsb_record(145) + cells + xlsb_record(146), texts=["Größe €"])
    found = cells_of(data, "b.xlsb")
    assert [found[key].shows for key in ("A1", "B1", "B2", "C2", "D2")] == [
        "Größe €", "4487218,89", "100", "#NV", "WAHR",
    ]  # fmt: skip
    assert [found[key].is_hidden for key in ("B1", "B2")] == [False, True]


def test_an_xlsb_shows_numbers_as_their_formats_do() -> None:
    code = '#,##0," T€"'
    text = struct.pack("<I", len(code)) + code.encode("utf-16-le")
    styles = (
        xlsb_record(44, struct.pack("<H", 200) + text)
        + xlsb_record(617, b"\0" * 4)
        + xlsb_record(47, struct.pack("<HH", 0, 200) + b"\0" * 12)
        + xlsb_record(618)
    )
    found = cells_of(xlsb(row(0) + real(0, 29521177), styles=styles), "b.xlsb")
    assert (found["A1"].shows, found["A1"].decimals) == ("29.521 T€", -3)


GOOD_XLS = xls(shared(0, 0, 0) + number(0, 1, 5), texts=["VWT gesamt"])
GOOD_XLSB = xlsb(row(0) + real(0, 5) + xlsb_record(7, struct.pack("<III", 1, 0, 0)), texts=["VWT"])


@given(st.data())
def test_damaged_binary_books_are_read_or_refused_but_nothing_else(data: st.DataObject) -> None:
    good, name = data.draw(st.sampled_from([(GOOD_XLS, "b.xls"), (GOOD_XLSB, "b.xlsb")]))
    damaged = bytearray(good)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(len(good) // 2, len(good)))
    try:
        assert read_workbook(bytes(damaged[:end]), name).sheets
    except UnreadableWorkbookError as error:
        assert str(error).endswith(".")
