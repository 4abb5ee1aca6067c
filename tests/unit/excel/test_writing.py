"""A budget out to a workbook and back."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace as with_fields
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from lpd_desktop.check.identities import cells_of, evaluate
from lpd_desktop.editing.budget_rows import with_table
from lpd_desktop.excel.budget_import import BudgetPreview, apply_preview, preview_budget
from lpd_desktop.excel.formula_results import with_results
from lpd_desktop.excel.formulas import formulas_of
from lpd_desktop.excel.reading import read_workbook
from lpd_desktop.excel.stored_results import StoredResults
from lpd_desktop.excel.table_layout import TableLayout, captions
from lpd_desktop.excel.writing import write_budget, write_template
from lpd_desktop.plan.budget import (
    Basis,
    BasisOfColumns,
    BudgetTable,
    TableRow,
    TypedText,
    proposed_table,
)
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.plan.new import new_file
from lpd_desktop.plan.sample import sample_file
from tests.extent import examples

from .workbooks import FORM, ITEM, SECOND

SAMPLE = sample_file().plan.table_of(FORM, ITEM.key)


def opened(data: bytes, *, results: bool = False, sheet: str = "Budget"):
    return openpyxl.load_workbook(io.BytesIO(data), data_only=results)[sheet]


def read_back(data: bytes) -> BudgetPreview:
    return preview_budget(data, "budget.xlsx", ITEM, FORM)


def applied(file: LpdFile, data: bytes) -> BudgetTable:
    after = apply_preview(file, ITEM.key, read_back(data), time="2022", source="budget.xlsx")
    return after.plan.table_of(FORM, ITEM.key)


def file_with(table: BudgetTable) -> LpdFile:
    return with_table(new_file(FORM, Jobcenter(name="Kreis")), ITEM.key, table)


def test_totals_are_formulas_with_their_results_beside_them() -> None:
    data = write_budget(FORM, ITEM, SAMPLE)
    assert opened(data)["B4"].value == "=B5+B6+B7"
    total = SAMPLE.rows[0].cents("plan")
    assert total is not None
    assert opened(data, results=True)["B4"].value * 100 == total
    assert opened(data)["B7"].value == "=ROUND((B5+B6)*15.2/84.8,0)"
    assert opened(data)["B5"].value * 100 == SAMPLE.rows[1].cents("plan")


def test_every_stored_result_is_what_its_formula_gives() -> None:
    book = read_workbook(write_budget(FORM, ITEM, SAMPLE), "b.xlsx")
    results = StoredResults(book)
    formulas = [cell for cell in book.sheets[0].cells if cell.formula]
    assert len(formulas) == 8
    assert [results.stale(book.sheets[0], cell) for cell in formulas] == [None] * 8


def test_a_total_that_is_wrong_is_written_as_it_stands() -> None:
    first = replace(SAMPLE.rows[0], plan=(SAMPLE.rows[0].cents("plan") or 0) + 100)
    wrong = replace(SAMPLE, rows=(first, *SAMPLE.rows[1:]))
    sheet = opened(write_budget(FORM, ITEM, wrong))
    assert sheet["B4"].value * 100 == first.plan
    assert sheet["C4"].value == "=C5+C6+C7"


@pytest.mark.parametrize(
    "text", ["=1+1", "+49 211", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "'=1"]
)
def test_no_label_and_no_typed_text_becomes_a_formula(text: str) -> None:
    row = TableRow(key="own_1", label=text, role="for_information", plan=TypedText(text))
    data = write_budget(FORM, ITEM, BudgetTable(rows=(row,)))
    sheet = opened(data)
    for cell in (sheet["A4"], sheet["B4"]):
        assert (cell.data_type, cell.value) == ("s", text)
        assert cell.quotePrefix == (not text.startswith("'"))
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


def test_characters_that_no_workbook_holds_are_left_out() -> None:
    row = TableRow(key="own_1", label="a\x00b\x0b", role="addend")
    assert opened(write_budget(FORM, ITEM, BudgetTable(rows=(row,))))["A4"].value == "ab"


def test_the_header_has_the_captions_of_the_form_and_the_status() -> None:
    basis = BasisOfColumns(plan=Basis(source="Brief", date="2022-10-27", status="provisional"))
    data = write_budget(FORM, ITEM, replace(SAMPLE, basis=basis))
    assert opened(data)["B3"].value == "Voraussichtliche Mittel 2023 in €\n(vorläufig)"
    assert opened(data)["C3"].value == "Mittel 2022 in €"
    notes = [cell.value for cell in opened(data, sheet="Hinweise")["A"]]
    assert "2023: Brief vom 27.10.2022 (vorläufig)" in notes


def test_a_caption_without_its_year_gets_one() -> None:
    item = replace(ITEM, plan_caption="Ansatz", previous_caption="{previous_year} und {year}")
    assert captions(FORM, item) == {"plan": "2023 in €", "previous": "2022 in €"}


def test_the_notes_name_rows_identities_and_the_way_back() -> None:
    text = "\n".join(
        str(cell.value) for cell in opened(write_template(FORM, ITEM), sheet="Hinweise")["A"]
    )
    assert all(row.label in text for row in ITEM.rows)
    for words in ("15,2 %", "Summe aus", "denselben Betrag", "nicht größer", "in Euro", ".xlsx"):
        assert words in text


def test_a_template_shows_nothing_and_reckons_when_it_is_filled_in() -> None:
    data = write_template(FORM, ITEM)
    assert opened(data)["B4"].value == '=IF(COUNT(B5,B6,B7)=0,"",SUM(B5,B6,B7))'
    assert opened(data, results=True)["B4"].value is None
    assert applied(file_with(proposed_table(ITEM)), data) == proposed_table(ITEM)


def test_a_filled_in_template_is_read_without_a_question() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_template(FORM, ITEM)))
    sheet = book["Budget"]
    for row in range(4, 4 + len(ITEM.rows)):
        for column in "BC":
            sheet[f"{column}{row}"] = 1000 + row
    sheet["A17"], sheet["B17"] = "Mietzuschuss der Stadt", 12
    target = io.BytesIO()
    book.save(target)
    found = read_back(target.getvalue())
    assert found.is_complete
    assert [cell.read_as for cell in found.cells][:2] == [100_400, 100_400]
    assert (found.rows[-1].label, found.rows[-1].is_own) == ("Mietzuschuss der Stadt", True)


def test_rows_may_be_renamed_moved_and_dropped_in_the_workbook() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_budget(FORM, ITEM, SAMPLE)), data_only=True)
    sheet = book["Budget"]
    sheet["A5"] = "Ganz anders"
    sheet.move_range("A12:E15", rows=10)
    sheet.delete_rows(6)
    target = io.BytesIO()
    book.save(target)
    assert applied(file_with(SAMPLE), target.getvalue()) == SAMPLE


def test_a_row_that_was_copied_with_its_key_counts_once() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_budget(FORM, ITEM, SAMPLE)), data_only=True)
    sheet = book["Budget"]
    for column in "ABCDE":
        sheet[f"{column}17"] = sheet[f"{column}5"].value
    sheet["B17"] = 1
    target = io.BytesIO()
    book.save(target)
    found = read_back(target.getvalue())
    assert [row.key for row in found.rows].count(SAMPLE.rows[1].key) == 1
    assert not found.is_complete


def test_a_result_is_only_put_where_a_formula_waits_for_one() -> None:
    with pytest.raises(ValueError):
        with_results(write_budget(FORM, ITEM, SAMPLE), {"B4": Decimal(1)})


def test_another_form_goes_out_and_comes_back() -> None:
    item = next(SECOND.budgets)
    rows = enumerate(proposed_table(item).rows, 1)
    table = BudgetTable(rows=tuple(replace(row, plan=100 * n, previous=7 * n) for n, row in rows))
    found = preview_budget(write_budget(SECOND, item, table), "b.xlsx", item, SECOND)
    assert [row.key for row in found.rows] == [row.key for row in table.rows]
    assert [cell.read_as for cell in found.cells if cell.column == "plan"] == [
        row.plan for row in table.rows
    ]


cents = st.one_of(
    st.just(UNSET),
    st.integers(0, 10**9).map(lambda euros: euros * 100),
    st.integers(0, 10**13),
)
labels = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30).map(str.strip)
roles = st.sampled_from(["addend", "subtrahend", "total", "of_which", "for_information"])


@st.composite
def tables(draw: st.DrawFn) -> BudgetTable:
    """Tables with rows dropped, renamed, moved and added, and sums that mostly close."""
    rows = [
        replace(row, plan=draw(cents), previous=draw(cents))
        for row in proposed_table(ITEM).rows
        if draw(st.integers(0, 9))
    ]
    renamed = [replace(row, label=draw(labels)) if draw(st.booleans()) else row for row in rows]
    own = [
        TableRow(
            key=f"own_{number}", label=draw(labels), role=draw(roles), plan=draw(cents),
            previous=draw(cents),
        )
        for number in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    order = draw(st.permutations([*renamed, *own]))
    return _with_sums(BudgetTable(print=draw(st.booleans()), rows=tuple(order)))


def _with_sums(table: BudgetTable) -> BudgetTable:
    for identity in ITEM.identities:
        for column in ("plan", "previous"):
            outcome = evaluate(identity, cells_of(table, column))
            if outcome and outcome.rule in ("BUDGET-SUM", "BUDGET-SHARE") and outcome.expected >= 0:
                rows = tuple(
                    replace(row, **{column: outcome.expected}) if row.key == outcome.row else row
                    for row in table.rows
                )
                table = replace(table, rows=rows)
    return table


@settings(max_examples=examples(20, 60), deadline=None)
@given(tables())
def test_what_went_out_comes_back_the_same_without_a_question(table: BudgetTable) -> None:
    if table.is_blank:
        return
    data = write_budget(FORM, ITEM, table)
    found = read_back(data)
    assert found.is_complete
    assert applied(file_with(table), data) == table
    fresh = applied(with_fields(file_with(BudgetTable()), release=None), data)
    filled = [row for row in table.rows if row.plan is not UNSET or row.previous is not UNSET]
    known = {row.key: row for row in fresh.rows}
    assert set(known) == {row.key for row in filled}
    assert all(
        (known[row.key].plan, known[row.key].previous) == (row.plan, row.previous) for row in filled
    )


@settings(max_examples=examples(20, 60), deadline=None)
@given(tables())
def test_a_formula_stands_only_where_it_gives_the_amount(table: BudgetTable) -> None:
    layout = TableLayout(tuple(row.key for row in table.rows))
    formulas = formulas_of(ITEM, table, layout)
    book = read_workbook(write_budget(FORM, ITEM, table), "b.xlsx")
    found = {cell.address for cell in book.sheets[0].cells if cell.formula}
    assert found == {layout.address(*place) for place in formulas}
    results = StoredResults(book)
    assert not any(results.stale(book.sheets[0], cell) for cell in book.sheets[0].cells)
