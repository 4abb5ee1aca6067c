"""Files of LibreOffice: values, displays, formulas, and what hides."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.excel.displayed_text import displayed_decimals
from lpd_desktop.excel.opendocument.formulas import plain_formula
from lpd_desktop.excel.package import UnreadableWorkbookError
from lpd_desktop.excel.reading import read_workbook
from lpd_desktop.excel.workbook import MergedRange

from .packages import cells_of, ods, ods_number, ods_row, ods_text, only_sheet


def test_a_number_has_its_exact_value_and_what_was_displayed() -> None:
    row = ods_row(
        ods_number("4487218.89", "4.487.219 €", kind="currency"),
        ods_number("0.152", "15,2 %", kind="percentage"),
        ods_number("29521177", "29.521 T€"),
        ods_number("-5", "-5"),
        ods_number("7", ""),
    )
    cells = cells_of(ods(row), "b.ods")
    assert (cells["A1"].number, cells["A1"].shows) == (Decimal("4487218.89"), "4.487.219 €")
    assert cells["A1"].decimals == 0
    assert cells["B1"].is_percent
    assert cells["C1"].decimals == -3
    assert (cells["D1"].shows, cells["E1"].shows) == ("−5", "7")


@pytest.mark.parametrize(
    ("formula", "plain"),
    [
        ("of:=SUM([.B5:.B9];2)", "SUM(B5:B9,2)"),
        ("of:=[$'Anlage 1'.$B$5]+[Blatt2.C1]", "'Anlage 1'!$B$5+'Blatt2'!C1"),
        ("=[.A1]*0,5", "A1*0,5"),
        ("of:='file:///c:/x.ods'#$A.B1", "'file:///c:/x.ods'#$A.B1"),
    ],
)
def test_formulas_are_written_as_excel_writes_them(formula: str, plain: str) -> None:
    assert plain_formula(formula) == plain


def test_formulas_errors_days_and_missing_results_are_told_apart() -> None:
    row = ods_row(
        ods_number("5", "5", 'table:formula="of:=[.B1]+[.C1]"'),
        ods_text("#BEZUG!", 'table:formula="of:=[.#REF!1]" calcext:value-type="error"'),
        ods_text("Err:508", 'table:formula="of:=(("'),
        '<table:table-cell table:formula="of:=1+1"/>',
        '<table:table-cell office:value-type="date" office:date-value="2022-11-04">'
        "<text:p>04.11.22</text:p></table:table-cell>",
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
    )
    cells = cells_of(ods(row), "b.ods")
    assert cells["A1"].formula == "B1+C1"
    kinds = [cells[f"{column}1"].kind for column in "BCDEF"]
    assert kinds == ["error", "error", "no_result", "other", "other"]
    assert cells["E1"].shows == "04.11.22"


def test_repeated_rows_and_cells_stand_where_they_belong() -> None:
    rows = (
        ods_row('<table:table-cell table:number-columns-repeated="3"/>', ods_number("1", "1"))
        + ods_row("<table:table-cell/>", more='table:number-rows-repeated="4"')
        + ods_row(
            ods_number("2", "2", 'table:number-columns-repeated="2"'),
            more='table:number-rows-repeated="2"',
        )
    )
    assert set(cells_of(ods(rows), "b.ods")) == {"D1", "A6", "B6", "A7", "B7"}


def test_hidden_rows_and_columns_and_filters_are_known() -> None:
    rows = (
        "<table:table-column/>"
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        + ods_row(ods_number("1", "1"), ods_number("2", "2"))
        + ods_row(ods_number("3", "3"), more='table:visibility="filter"')
    )
    sheet = only_sheet(ods(rows), "b.ods")
    assert [cell.is_hidden for cell in sheet.cells] == [False, True, True]
    assert sheet.is_filtered
    assert not sheet.is_hidden


def test_a_sheet_that_is_not_displayed_is_hidden() -> None:
    style = (
        '<style:style style:family="table" style:name="ta1">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    rows = f'{ods_row(ods_text("a"))}</table:table><table:table table:name="Zwei" '
    rows += f'table:style-name="ta1">{ods_row(ods_text("b"))}'
    book = read_workbook(ods(rows, before=style), "b.ods")
    assert [sheet.is_hidden for sheet in book.sheets] == [False, True]


def test_merged_cells_comments_and_drawings_do_not_mix_into_values() -> None:
    rows = ods_row(
        ods_text(
            "VWT</text:p><office:annotation><text:p>vorläufig</text:p></office:annotation>"
            "<draw:frame><text:p>Bild</text:p></draw:frame><text:p>gesamt",
            'table:number-rows-spanned="2"',
        ),
        '<table:covered-table-cell table:number-columns-repeated="2"/>',
        ods_number("4", "4"),
    )
    sheet = only_sheet(ods(rows), "b.ods")
    label, amount = sheet.cells
    assert (label.comment, label.shows.split()) == ("vorläufig", ["VWT", "gesamt"])
    assert sheet.merged == (MergedRange(1, 1, 2, 1),)
    assert amount.address == "D1"


def test_tracked_changes_are_not_the_sheet() -> None:
    old = f"<table:tracked-changes>{ods_number('9', '9')}</table:tracked-changes>"
    assert set(cells_of(ods(old + ods_row(ods_number("1", "1"))), "b.ods")) == {"A1"}


def test_a_password_is_named() -> None:
    manifest = "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    with pytest.raises(UnreadableWorkbookError, match="Kennwort"):
        read_workbook(ods("", more={"META-INF/manifest.xml": manifest}), "b.ods")


def test_macros_and_other_files_are_known() -> None:
    row = ods_row(ods_number("1", "1", "table:formula=\"of:='file:///C:/a.ods'#$A.B1\""))
    book = read_workbook(ods(row, more={"Basic/Standard/Module1.xml": "<x/>"}), "b.ods")
    assert (book.has_macros, book.has_links) == (True, True)


@given(st.integers(1, 10**12), st.integers(0, 2), st.sampled_from(["{}", "{} €", "€ {}", "{} T€"]))
def test_what_is_displayed_says_how_many_digits_are_seen(
    cents: int, decimals: int, pattern: str
) -> None:
    number = Decimal(cents) / 100
    shown = pattern.format(f"{number:,.{decimals}f}".translate(str.maketrans(",.", ".,")))
    found = displayed_decimals(number, shown)
    assert found is not None
    rounded = round(number, decimals)
    assert abs(round(number, found) - rounded) <= abs(rounded) / 1000 or found == decimals
