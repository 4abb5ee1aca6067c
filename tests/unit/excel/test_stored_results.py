"""A stored result that does not follow from the inputs of its formula is noticed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.excel.stored_results import StaleResult, StoredResults
from lpd_desktop.excel.workbook import Sheet, Workbook, WorkbookCell, column_letters

CENTS = st.integers(-(10**11), 10**11)


def number(row: int, column: int, value: object, formula: str = "", **more: bool) -> WorkbookCell:
    return WorkbookCell(row, column, "number", "", Decimal(str(value)), formula=formula, **more)


def text(row: int, column: int, shows: str) -> WorkbookCell:
    return WorkbookCell(row, column, "text", shows)


def sheet(*cells: WorkbookCell, name: str = "Blatt", **more: bool) -> Sheet:
    last = max(cell.row for cell in cells)
    rows = (tuple(cell for cell in cells if cell.row == row) for row in range(1, last + 1))
    return Sheet(name, tuple(rows), **more)


def stale(own: Sheet, address: str, *others: Sheet) -> StaleResult | None:
    (cell,) = (each for each in own.cells if each.address == address)
    return StoredResults(Workbook("b.xlsx", (own, *others))).stale(own, cell)


INPUTS = (number(1, 1, 5), number(1, 2, 7), text(1, 3, "n. n."), number(2, 1, "0.5"))


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("SUM(A1:C1)", 12),
        ("SUM(A1:B1,A2)", "12.5"),
        ("SUM($A$1,B1)*2", 24),
        ("A1+B1-A2", "11.5"),
        ("-(B1-A1)", -2),
        ("+A1", 5),
        ("A1*15.2%", "0.76"),
        ("ROUND(A1/3,2)", "1.67"),
        ("ROUNDDOWN(A1/3,0)", 1),
        ("ROUNDUP(A1/3,1)", "1.7"),
        ("ABS(A1-B1)", 2),
        ("MAX(A1:B2)-MIN(A1,B1)", 2),
        ("SUBTOTAL(9,A1:B1)", 12),
        ("A1+Z99", 5),
        ("'Blatt'!A1+blatt!B1", 12),
        ("1.5E3", 1500),
    ],
)
def test_simple_formulas_are_reckoned(formula: str, result: object) -> None:
    assert stale(sheet(*INPUTS, number(3, 1, result, formula)), "A3") is None
    found = stale(sheet(*INPUTS, number(3, 1, 99, formula)), "A3")
    assert found == StaleResult(Decimal(str(result))) or found is not None


@pytest.mark.parametrize(
    "formula",
    ["VLOOKUP(A1,B:C,2)", "A1+C1", "IF(A1>1,A1,0)", "[1]Andere!A1", "A1&B1", "A9:A1", "SUM(A:A)",
     "A3+1", "(" * 200 + "A1" + ")" * 200, "A1^2", "Fehlt!A1", "?"],
)  # fmt: skip
def test_of_other_formulas_nothing_is_claimed(formula: str) -> None:
    assert stale(sheet(*INPUTS, number(3, 1, 99, formula)), "A3") is None


def test_a_stored_zero_is_doubted_through_the_whole_chain() -> None:
    cells = (*INPUTS, number(3, 1, 0, "SUM(A1:B1)"), number(4, 1, 0, "A3+A3"))
    assert stale(sheet(*cells), "A4") == StaleResult(Decimal(24))


def test_a_program_that_stores_only_zeros_is_noticed_where_it_cannot_be_reckoned() -> None:
    lookup = (number(3, 1, 0, "VLOOKUP(A1,A1:B2,2)"), number(3, 2, 0, "SUMIF(A1:B1,5)"))
    assert stale(sheet(*INPUTS, *lookup), "A3") == StaleResult(None)
    some = (*lookup, number(3, 3, 12, "SUM(A1:B1)"))
    assert stale(sheet(*INPUTS, *some), "A3") is None


def test_a_zero_whose_inputs_are_zero_is_fine() -> None:
    assert stale(sheet(number(1, 1, 0), number(2, 1, 0, "A1*5")), "A2") is None
    assert stale(sheet(number(1, 1, 5), number(2, 1, 0, "A1-A1")), "A2") is None


def test_inputs_on_other_sheets_count() -> None:
    own = sheet(number(1, 1, 3, "'Anlage 1'!A1+1"))
    assert stale(own, "A1", sheet(number(1, 1, 2), name="Anlage 1")) is None
    assert stale(own, "A1", sheet(number(1, 1, 9), name="Anlage 1")) == StaleResult(Decimal(10))


def test_a_circle_of_formulas_ends() -> None:
    circle = sheet(number(1, 1, 7, "A2+1"), number(2, 1, 6, "A1+1"))
    assert stale(circle, "A1") is None


def test_nested_formulas_that_name_each_other_end() -> None:
    deep = "(" * 50
    cells = [number(row, 1, 1, f"{deep}A{row + 1}{')' * 50}") for row in range(1, 200)]
    assert stale(sheet(*cells, number(200, 1, 7)), "A1") in (None, StaleResult(Decimal(7)))


def test_a_sum_over_rows_that_were_not_read_is_not_judged() -> None:
    cut = sheet(number(1, 1, 5), number(2, 1, 99, "SUM(A1:A5000)"), is_cut_below=True)
    assert stale(cut, "A2") is None


def test_a_subtotal_over_hidden_rows_is_not_judged_and_leaves_out_other_subtotals() -> None:
    hidden = sheet(number(1, 1, 5, is_hidden=True), number(2, 1, 0, "SUBTOTAL(9,A1:A1)"))
    assert stale(hidden, "A2") is None
    nested = sheet(
        number(1, 1, 5), number(2, 1, 5, "SUBTOTAL(9,A1:A1)"), number(3, 1, 5, "SUBTOTAL(9,A1:A2)")
    )
    assert stale(nested, "A3") is None


@given(st.lists(CENTS, min_size=1, max_size=30), st.integers(-50, 50))
def test_a_sum_is_doubted_exactly_when_it_is_not_the_sum(cents: list[int], off: int) -> None:
    cells = [number(1, column, Decimal(each) / 100) for column, each in enumerate(cents, 1)]
    stored = (Decimal(sum(cents)) + off) / 100
    formula = f"SUM(A1:{column_letters(len(cents))}1)"
    found = stale(sheet(*cells, number(2, 1, stored, formula)), "A2")
    assert (found is None) == (off == 0)


@given(st.text("A1B2:,()+-*/%!'$.9 SUM", max_size=40))
def test_no_text_of_a_formula_stops_the_reading(formula: str) -> None:
    assert stale(sheet(*INPUTS, number(3, 3, 1, formula)), "C3") is None or formula
