"""Open XML workbooks: everything that hides, merges, reckons or comments is known of a cell."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment

from lpd_desktop.excel.limits import COLUMNS_LIMIT, ROWS_LIMIT
from lpd_desktop.excel.reading import read_workbook
from lpd_desktop.excel.workbook import MergedRange

from .packages import (
    STRICT,
    TABLE,
    cells_of,
    made_by_openpyxl,
    only_sheet,
    open_xml,
    relations,
    sheet_xml,
)

VALUES = st.one_of(
    st.none(),
    st.integers(-(10**12), 10**12),
    st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 2)),
    st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF), max_size=20),
    st.booleans(),
    st.dates(dt.date(1901, 1, 1), dt.date(2100, 1, 1)),
    st.sampled_from(["=A1+1", "=SUM(A1:B2)", "#REF!", "1.234,5", "'7", " 5 "]),
)
FORMATS = st.sampled_from(["General", "#,##0", '#,##0.00" €"', "0.0%", "@", '#,##0," T€"'])


@given(st.lists(st.lists(st.tuples(VALUES, FORMATS), max_size=5), max_size=6))
def test_every_cell_is_what_openpyxl_reads(rows: list[list[tuple[Any, str]]]) -> None:
    def fill(sheet: Any) -> None:
        for number, row in enumerate(rows, 1):
            for column, (value, code) in enumerate(row, 1):
                cell = sheet.cell(number, column)
                if (
                    not isinstance(value, str)
                    or openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.search(value) is None
                ):
                    cell.value = value
                if not isinstance(value, dt.date):
                    cell.number_format = code

    data = made_by_openpyxl(fill)
    ours = cells_of(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = openpyxl.load_workbook(io.BytesIO(data)).active
    for cell in (each for row in theirs.iter_rows() for each in row):
        found = ours.pop(cell.coordinate, None)
        if cell.data_type == "f":
            assert found is not None
            assert (found.kind, f"={found.formula}") == ("no_result", cell.value)
        elif cell.value is None or (isinstance(cell.value, str) and not cell.value.strip()):
            assert found is None
        elif cell.data_type == "e":
            assert found is not None
            assert found.kind == "error"
        elif isinstance(cell.value, bool | dt.date):
            assert found is not None
            assert found.kind == "other"
        elif isinstance(cell.value, int | float):
            assert found is not None
            assert found.number == Decimal(str(cell.value))
        else:
            assert found is not None
            assert found.shows == cell.value.strip()
    assert ours == {}


def test_value_and_formula_of_a_cell_are_known_together() -> None:
    row = '<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>12.5</v></c></row>'
    cell = cells_of(open_xml(sheet_xml(row)))["A1"]
    assert (cell.number, cell.formula) == (Decimal("12.5"), "SUM(B1:B9)")


def test_a_formula_that_several_cells_share_is_worked_out_for_each() -> None:
    rows = (
        '<row r="1"><c r="C1"><f t="shared" ref="C1:C2" si="0">A1+$B$1*Blatt!D1</f><v>1</v></c>'
        '</row><row r="2"><c r="D2"><f t="shared" si="0"/><v>1</v></c></row>'
    )
    assert cells_of(open_xml(sheet_xml(rows)))["D2"].formula == "B2+$B$1*Blatt!E2"


@pytest.mark.parametrize("stored", ["<v/>", "<v></v>", ""])
def test_a_formula_without_a_stored_result_has_none(stored: str) -> None:
    row = f'<row r="1"><c r="A1"><f>1+1</f>{stored}</c></row>'
    assert cells_of(open_xml(sheet_xml(row)))["A1"].kind == "no_result"


def test_a_formula_that_gives_an_empty_text_leaves_nothing_to_read() -> None:
    row = '<row r="1"><c r="A1" t="str"><f>""</f><v></v></c></row>'
    assert cells_of(open_xml(sheet_xml(row))) == {}


@pytest.mark.parametrize(
    ("stored", "shows"),
    [("#REF!", "#BEZUG!"), ("#N/A", "#NV"), ("#DIV/0!", "#DIV/0!"), ("#VALUE!", "#WERT!")],
)
def test_error_values_are_shown_as_german_excel_shows_them(stored: str, shows: str) -> None:
    row = f'<row r="1"><c r="A1" t="e"><v>{stored}</v></c></row>'
    cell = cells_of(open_xml(sheet_xml(row)))["A1"]
    assert (cell.kind, cell.shows) == ("error", shows)


@pytest.mark.parametrize("text", ["#BEZUG!", "#NV", "Err:502", "#div/0!"])
def test_an_error_value_kept_as_text_is_one(text: str) -> None:
    assert cells_of(made_by_openpyxl(lambda sheet: sheet.append([f" {text} "])))["A1"].kind == (
        "error"
    )


def test_a_merged_label_belongs_to_all_its_rows_and_what_it_covers_is_not_seen() -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>VWT</t></is></c></row>'
        '<row r="2"><c r="A2"><v>99</v></c><c r="B2"><v>7</v></c></row>'
    )
    behind = '<mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells>'
    sheet = only_sheet(open_xml(sheet_xml(rows, behind=behind)))
    assert sheet.merged == (MergedRange(1, 1, 3, 1),)
    assert [cell.address for cell in sheet.cells] == ["A1", "B2"]
    label = sheet.label_at(3, 1)
    assert label is not None
    assert label.shows == "VWT"
    assert sheet.cell_at(3, 1) is None
    assert sheet.label_at(4, 1) is None


def test_rows_that_a_filter_hides_are_hidden_and_the_filter_is_known() -> None:
    rows = TABLE.replace('<row r="2">', '<row r="2" hidden="1">')
    behind = '<autoFilter ref="A1:C2"><filterColumn colId="0"/></autoFilter>'
    sheet = only_sheet(open_xml(sheet_xml(rows, behind=behind)))
    assert sheet.is_filtered
    assert [cell.is_hidden for cell in sheet.rows[1]] == [True] * 3


def test_a_filter_of_a_table_part_counts_and_one_that_hides_nothing_does_not() -> None:
    hidden = TABLE.replace('<row r="2">', '<row r="2" hidden="true">')
    parts = {
        "xl/_rels/worksheet1.xml.rels": relations(table="table.xml"),
        "xl/table.xml": '<table><autoFilter><filterColumn colId="1"/></autoFilter></table>',
    }
    assert only_sheet(open_xml(sheet_xml(hidden), more=parts)).is_filtered
    assert not only_sheet(open_xml(sheet_xml(TABLE), more=parts)).is_filtered


@pytest.mark.parametrize("column", ['hidden="1"', 'width="0"'])
def test_a_column_without_width_is_hidden(column: str) -> None:
    before = f'<cols><col min="2" max="16384" {column}/></cols>'
    sheet = only_sheet(open_xml(sheet_xml(TABLE, before=before)))
    assert {cell.address for cell in sheet.cells if not cell.is_hidden} == {"A2"}


def test_a_superscript_run_is_a_footnote_sign_and_no_digit_of_the_amount() -> None:
    texts = (
        "<sst><si><r><t>450.000</t></r><r><rPr><vertAlign val='superscript'/></rPr>"
        "<t>1</t></r></si><si><t>Wert</t><rPh><t>ヴェルト</t></rPh></si></sst>"
    )
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    cells = cells_of(open_xml(sheet_xml(row), more={"xl/strings.xml": texts}))
    assert (cells["A1"].shows, cells["A1"].footnote) == ("450.000", "1")
    assert cells["B1"].shows == "Wert"


def test_comments_come_with_their_cells() -> None:
    def fill(sheet: Any) -> None:
        sheet["B2"] = 5
        sheet["B2"].comment = Comment("vorläufig,\nStand Oktober", "Kämmerei")

    assert "vorläufig, Stand Oktober" in cells_of(made_by_openpyxl(fill))["B2"].comment


@pytest.mark.parametrize(
    ("properties", "day"), [("", "01.01.2023"), ('date1904="1"', "02.01.2027")]
)
def test_days_are_counted_from_the_year_the_workbook_says(properties: str, day: str) -> None:
    styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    data = open_xml(
        sheet_xml('<row r="1"><c r="A1" s="0"><v>44927</v></c></row>'),
        more={"xl/styles.xml": styles},
        properties=f"<workbookPr {properties}/>",
    )
    cell = cells_of(data)["A1"]
    assert (cell.kind, cell.shows) == ("other", day)


@pytest.mark.parametrize(
    ("code", "serial", "shows"),
    [
        ("yyyy", 44927, "2023"),
        ("mmmm yyyy", 44866, "November 2022"),
        ('dd. mmm yy" (Stand)"', 44868, "03. Nov 22 (Stand)"),
        ("hh:mm", 0.5, "12:00"),
        ("mm:ss.0", 0.5, "00:00.0"),
        ("dd.mm.yyyy", -1, "########"),
        ("dd.mm.yyyy", 1e12, "########"),
    ],
)
def test_a_number_with_the_format_of_a_day_is_no_amount(
    code: str, serial: float, shows: str
) -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"] = serial
        sheet["A1"].number_format = code

    cell = cells_of(made_by_openpyxl(fill))["A1"]
    assert cell.kind == "other"
    assert cell.shows == shows or code == "mm:ss.0"


def test_the_strict_kind_and_prefixed_names_are_read_alike() -> None:
    prefixed = sheet_xml(TABLE).replace("<", "<x:").replace("<x:/", "</x:")
    for part in (sheet_xml(TABLE, namespace=STRICT), prefixed):
        assert cells_of(open_xml(part))["B2"].number == 5


def test_cells_and_rows_without_addresses_stand_one_behind_the_other() -> None:
    rows = '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"/><row><c><v>3</v></c></row>'
    assert set(cells_of(open_xml(sheet_xml(rows)))) == {"A1", "B1", "A5"}


def test_what_lies_beyond_the_limits_is_told_and_empty_rows_are_no_loss() -> None:
    far = f'<row r="{ROWS_LIMIT + 1}"><c r="A{ROWS_LIMIT + 1}"><v>1</v></c></row>'
    empty = f'<row r="{ROWS_LIMIT + 1}" ht="12"/>'
    behind = '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>'
    sheet = only_sheet(open_xml(sheet_xml(TABLE + far, behind=behind)))
    assert (sheet.is_cut_below, len(sheet.merged)) == (True, 1)
    assert not only_sheet(open_xml(sheet_xml(TABLE + empty))).is_cut_below
    wide = "".join(f"<c><v>{column}</v></c>" for column in range(COLUMNS_LIMIT + 1))
    assert only_sheet(open_xml(sheet_xml(f'<row r="1">{wide}</row>'))).is_cut_right


def test_sheets_beyond_the_limit_are_named_and_the_wanted_one_is_read_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("lpd_desktop.excel.openxml.book_reading.CELLS_LIMIT", 3)
    data = open_xml(sheet_xml(TABLE), sheet_xml(TABLE), sheet_xml(TABLE))
    book = read_workbook(data, "b.xlsx")
    assert book.unread_sheets == ("Blatt 2", "Blatt 3")
    book = read_workbook(data, "b.xlsx", sheet="blatt 3")
    assert [sheet.name for sheet in book.sheets] == ["Blatt 3"]


def test_macros_and_links_to_other_files_are_known() -> None:
    links = relations(
        worksheet1="worksheet1.xml", externalLink="links/link1.xml", vbaProject="vbaProject.bin"
    )
    book = read_workbook(
        open_xml(sheet_xml(TABLE), more={"xl/_rels/workbook.xml.rels": links}), "b.xlsm"
    )
    assert (book.has_macros, book.has_links) == (True, True)
    plain = read_workbook(open_xml(sheet_xml(TABLE)), "b.xlsx")
    assert (plain.has_macros, plain.has_links) == (False, False)


def test_names_inside_extensions_mean_something_else() -> None:
    behind = "<extLst><ext><row r='1'><c r='B2'><v>999</v></c></row></ext></extLst>"
    assert cells_of(open_xml(sheet_xml(TABLE, behind=behind)))["B2"].number == 5


def test_signs_that_cannot_be_printed_become_blanks() -> None:
    texts = "<sst><si><t>Zeile_x000D_\nzwei_xD83D_</t></si></sst>"
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    cell = cells_of(open_xml(sheet_xml(row), more={"xl/strings.xml": texts}))["A1"]
    assert cell.shows.split() == ["Zeile", "zwei"]


@pytest.mark.parametrize("text", ["1E999999999", "9" * 500, "INF", "NaN", "1_000", "1,5"])
def test_a_stored_number_that_is_none_is_text(text: str) -> None:
    row = f'<row r="1"><c r="A1"><v>{text}</v></c></row>'
    assert cells_of(open_xml(sheet_xml(row)))["A1"].kind == "text"
