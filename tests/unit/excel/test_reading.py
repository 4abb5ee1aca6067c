"""What is no workbook is refused with a sentence; what is one is read as Excel shows it."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lpd_desktop.excel.display import number_format, shown
from lpd_desktop.excel.package import UNPACKED_LIMIT, UnreadableWorkbookError
from lpd_desktop.excel.reading import exact, read_workbook
from lpd_desktop.excel.workbook import column_letters
from lpd_desktop.plan.sample import sample_workbook

from .workbooks import workbook

GOOD = sample_workbook().read_bytes()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return target.getvalue()


def declaring(size: int) -> bytes:
    """A workbook whose directory claims a size for its first part."""
    data = bytearray(zipped({"xl/workbook.xml": b"<x/>"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = size.to_bytes(4, "little")
    return bytes(data)


BAD = {
    "empty": (b"", "leer"),
    "text": (b"Bezeichnung;2023;2022\n", "CSV-Datei"),
    "cut off": (GOOD[: len(GOOD) // 2], "beschädigt"),
    "zip of something else": (zipped({"word/document.xml": b"<x/>"}), "Word-Dokument"),
    "no content": (zipped({"xl/workbook.xml": b"<x/>"}), "kein lesbares Tabellenblatt"),
    "huge": (declaring(UNPACKED_LIMIT + 1), "größer als 100 MB"),
    "bomb": (zipped({"xl/workbook.xml": b" " * 5_000_000}), "stark gepackt"),
    "encrypted but damaged": (OLE + "EncryptedPackage".encode("utf-16-le"), "beschädigt"),
    "old but damaged": (OLE, "beschädigt"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_refused_with_one_sentence_that_names_file_and_reason(name: str) -> None:
    data, reason = BAD[name]
    with pytest.raises(UnreadableWorkbookError) as caught:
        read_workbook(data, "haushalt.xlsx")
    message = str(caught.value)
    assert message.startswith("„haushalt.xlsx“ lässt sich nicht")
    assert reason in message
    assert caught.value.exit_status == 2


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255))
@example(5650, 0)  # in the name of a sheet's part
def test_a_damaged_byte_is_read_or_refused_but_nothing_else(place: int, byte: int) -> None:
    data = GOOD[:place] + bytes([byte]) + GOOD[place + 1 :]
    try:
        assert read_workbook(data, "b.xlsx").sheets
    except UnreadableWorkbookError as error:
        assert str(error).endswith(".")


def test_cells_know_what_excel_shows_and_what_they_hold() -> None:
    def more(sheet) -> None:
        sheet["A1"] = 4487218.89
        sheet["A1"].number_format = '#,##0" €"'
        sheet["A2"] = "=A1*2"
        sheet["A3"] = "#REF!"
        sheet["A3"].data_type = "e"
        sheet["A4"] = 0.152
        sheet["A4"].number_format = "0.0%"
        sheet.row_dimensions[4].hidden = True
        sheet["A5"] = True

    (sheet,) = read_workbook(workbook([], more), "b.xlsx").sheets
    cells = {cell.address: cell for cell in sheet.cells}
    assert cells["A1"].shows == "4.487.219 €"
    assert cells["A1"].number == Decimal("4487218.89")
    assert (cells["A2"].kind, cells["A3"].kind, cells["A5"].kind) == ("no_result", "error", "other")
    assert (cells["A4"].shows, cells["A4"].is_percent, cells["A4"].is_hidden) == (
        "15,2 %",
        True,
        True,
    )


def test_a_run_of_hidden_columns_is_hidden_as_a_whole() -> None:
    def hide(sheet) -> None:
        sheet.column_dimensions.group("B", "D", hidden=True)

    (sheet,) = read_workbook(workbook([[1, 2, 3, 4, 5]], hide), "b.xlsx").sheets
    assert [cell.is_hidden for cell in sheet.cells] == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("code", "number", "text"),
    [
        ("General", "1234567.5", "1234567,5"),
        ("#,##0", "1234567.5", "1.234.568"),
        ("#,##0.00", "-1234.5", "−1.234,50"),
        ('#,##0.00" €"', "7", "7,00 €"),
        ("#,##0.00\\ [$€-407]", "7", "7,00 €"),
        ("0%", "0.152", "15 %"),
        ("#,##0,", "29521177", "29.521"),
        ("@", "12", "12"),
        ("_-* #,##0.00_-;-* #,##0.00_-", "1000", "1.000,00"),
        ("#,##0.00;[Red]-#,##0.00", "-5", "−5,00"),
    ],
)
def test_numbers_are_shown_in_german_notation(code: str, number: str, text: str) -> None:
    assert shown(Decimal(number), number_format(code)) == text


@given(st.integers(min_value=-(10**13), max_value=10**13))
def test_a_float_of_cents_is_the_decimal_number_that_was_typed(cents: int) -> None:
    assert exact(cents / 100) == Decimal(cents) / 100


def test_a_sum_of_floats_loses_its_noise() -> None:
    assert exact(0.1 + 0.2) == Decimal("0.3")


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_are_named_as_excel_names_them(number: int, letters: str) -> None:
    assert column_letters(number) == letters


def ods(rows: list[list[str]]) -> bytes:
    """The smallest file of LibreOffice's kind."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
            if cell.isdigit()
            else '<table:table-cell office:value-type="string">'
            f"<text:p>{cell}</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    base = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{base}office:1.0" '
        f'xmlns:table="{base}table:1.0" xmlns:text="{base}text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="Plan">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<m:manifest xmlns:m="{base}manifest:1.0"/>'.encode()
    return zipped(
        {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content.encode()}
    )


def test_a_file_of_libreoffice_is_read_with_its_addresses() -> None:
    book = read_workbook(ods([["Zeile", "2023"], ["Summe", "4500"]]), "b.ods")
    (sheet,) = book.sheets
    assert [(cell.address, cell.shows) for cell in sheet.cells] == [
        ("A1", "Zeile"),
        ("B1", "2023"),
        ("A2", "Summe"),
        ("B2", "4500"),
    ]
    assert book.shows_everything
