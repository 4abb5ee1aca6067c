"""Units, years and sums are judged by all that is known of the amounts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.excel.budget_import import (
    BudgetPreview,
    KnownAmounts,
    accepted,
    all_accepted,
    apply_preview,
    known_amounts,
    preview_budget,
    with_reading,
)
from lpd_desktop.form.jobcenters import find_jobcenter
from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Answer
from lpd_desktop.plan.new import jobcenter_for, new_file
from lpd_desktop.plan.rich_text import Paragraph, Run

from .workbooks import FORM, ITEM, Rows, preview, rules, workbook

TOTAL, FEDERAL, TRANSFER = "administration_total", "administration_federal", "transfer_in"
EUROS: Rows = (
    ["", "2023", "2022"],
    ["VWT gesamt", 9_000_000, 8_500_000],
    ["VWT Bund", 7_332_000, 6_988_000],
    ["Umschichtung zu VWT", 300_000, 220_000],
    ["KFA", 1_368_000, 1_292_000],
    ["abzgl. Umschichtung", 300_000, 220_000],
)


def in_thousands(rows: Rows) -> Rows:
    return [[each / 1000 if isinstance(each, int) else each for each in row] for row in rows]


def statuses(found: BudgetPreview) -> set[str]:
    return {cell.status for cell in found.cells}


def changed(place: str, value: Any, rows: Rows = EUROS) -> bytes:
    def put(sheet: Any) -> None:
        sheet[place] = value

    return workbook(rows, put)


def plan_with(data: bytes) -> LpdFile:
    """A plan that holds the amounts of a workbook."""
    file = new_file(FORM, jobcenter_for(find_jobcenter("Kreis Kleve"), 2023))
    return apply_preview(file, ITEM.key, preview(data), time="2022-11-08", source="b.xlsx")


def test_thousands_without_a_unit_are_asked_about_and_proposed_as_such() -> None:
    found = preview(workbook(in_thousands(EUROS)))
    assert (found.unit, statuses(found)) == ("teur", {"asked"})
    assert found.cell(TOTAL, "plan").read_as == 900_000_000
    assert {"B-UNIT-DOUBTFUL", "B-CELL-ASKED"} <= rules(found)
    assert found.cell(TRANSFER, "plan").readings == (30_000_000, 30_000, 30_000_000_000)


def test_a_confirmed_unit_is_no_question_any_more() -> None:
    for unit, cents in (("teur", 900_000_000), ("eur", 900_000)):
        found = preview(workbook(in_thousands(EUROS)), unit=unit)
        assert found.is_complete
        assert found.cell(TOTAL, "plan").read_as == cents


@pytest.mark.parametrize("header", [["", "2023 in Mio. €", "2022"], ["in Mio. €", 2023, 2022]])
def test_a_unit_that_cannot_be_right_is_asked_about_even_when_it_is_named(header: list) -> None:
    data = workbook([header, *EUROS[1:]])
    assert "B-UNIT-DOUBTFUL" in rules(preview(data))
    assert "asked" in statuses(preview(data, unit="mio"))


def test_the_table_in_the_plan_tells_the_unit() -> None:
    data = workbook([EUROS[0], ["Umschichtung zu VWT", 310, 220]])
    known = known_amounts(plan_with(workbook(EUROS)), ITEM)
    found = preview(data, known=known)
    assert (found.unit, found.cell(TRANSFER, "plan").read_as) == ("teur", 31_000_000)
    assert statuses(found) == {"asked"}


def test_small_amounts_that_the_plan_holds_already_are_no_question() -> None:
    small = [EUROS[0], ["VWT gesamt", 300, 220]]
    known = KnownAmounts(tables=({(TOTAL, "plan"): 30_000, (TOTAL, "previous"): 22_000},))
    assert preview(workbook(small), known=known).is_complete
    assert not preview(workbook(small)).is_complete


def test_an_amount_of_the_text_tells_the_unit() -> None:
    file = new_file(FORM, jobcenter_for(find_jobcenter("Kreis Kleve"), 2023))
    text = (Paragraph(id="b1", runs=(Run(text="Geplant sind 1.310.000 € Umschichtung."),)),)
    file = LpdFile(FORM, file.plan.with_answer(ITEM.key, Answer(text=text)))
    data = workbook([["", "2023 in €"], ["Umschichtung zu VWT", 1310]])
    assert preview(data).is_complete
    found = preview(data, known=known_amounts(file, ITEM))
    assert statuses(found) == {"asked"}


def test_the_shares_of_the_jobcenter_tell_the_unit() -> None:
    file = new_file(FORM, jobcenter_for(find_jobcenter("Kreis Kleve"), 2023))
    data = workbook([["", "2023 in €"], ["VWT Bund", 15_775]])
    found = preview(data, known=known_amounts(file, ITEM))
    assert "magnitude" in found.cells[0].questions


def test_a_row_in_another_unit_than_the_other_year_is_asked_about() -> None:
    found = preview(changed("B4", 300))
    assert [cell.cell for cell in found.cells if "magnitude" in cell.questions] == ["B4"]


@pytest.mark.parametrize(
    ("header", "label", "code"),
    [
        (["", "2023 in T€", "2022 in €"], "VWT gesamt", "General"),
        (["in T€", "2023", "2022"], "VWT gesamt (in €)", "General"),
        (["in T€", "2023", "2022"], "VWT gesamt", '#,##0" €"'),
    ],
)
def test_mixed_units_are_asked_about(header: list[str], label: str, code: str) -> None:
    def shape(sheet: Any) -> None:
        sheet["B2"].number_format = code

    found = preview(workbook([header, [label, 9_000_000, 8_500_000]], shape))
    assert "mixed" in {kind for cell in found.cells for kind in cell.questions}


def test_a_format_in_thousands_gives_the_euros_that_the_cell_holds() -> None:
    def shape(sheet: Any) -> None:
        sheet["B2"].number_format = "#,##0,"

    found = preview(workbook([["in T€", "2023"], ["VWT gesamt", 9_000_123]], shape), unit="teur")
    (cell,) = found.cells
    assert (cell.shows, cell.read_as, cell.status) == ("9.000", 900_012_300, "asked")


@pytest.mark.parametrize("text", ["29,521", "29.521"])
def test_a_comma_that_may_part_thousands_is_asked_about_in_other_units(text: str) -> None:
    found = preview(workbook([["", "2023"], ["Umschichtung zu VWT", text]]), unit="mio")
    assert "comma" in found.cells[0].questions


def test_columns_that_the_plan_holds_the_other_way_round_are_asked_about() -> None:
    known = known_amounts(plan_with(workbook(EUROS)), ITEM)
    swapped = workbook([["", "2022", "2023"], *EUROS[1:]])
    found = preview(swapped, known=known)
    assert statuses(found) == {"asked"}
    assert "B-COLUMN-SWAPPED" in rules(found)
    assert preview(workbook(EUROS), known=known).is_complete


def test_last_years_amount_under_this_year_is_asked_about_by_the_official_shares() -> None:
    file = new_file(FORM, jobcenter_for(find_jobcenter("Kreis Kleve"), 2023))
    known = known_amounts(file, ITEM)
    right, wrong = known.expected[FEDERAL, "plan"], known.expected[FEDERAL, "previous"]
    rows = [["", "2023", "2022"], ["VWT Bund", right / 100, wrong / 100]]
    assert preview(workbook(rows), known=known).is_complete
    rows = [["", "2022", "2023"], *rows[1:]]
    assert "B-COLUMN-SWAPPED" in rules(preview(workbook(rows), known=known))


@given(st.sampled_from(["B2", "B4", "B5", "C2", "C4", "C5"]), st.integers(1, 99))
def test_a_wrong_amount_that_two_sums_prove_is_asked_about_with_the_right_one(
    place: str, more: int
) -> None:
    row, column = int(place[1:]), "plan" if place[0] == "B" else "previous"
    true = EUROS[row - 1]["ABC".index(place[0])]
    found = preview(changed(place, true + more * 1000))
    (asked,) = (cell for cell in found.cells if cell.status == "asked")
    assert (asked.cell, asked.column, asked.questions) == (place, column, ("sum",))
    assert asked.readings[1] == true * 100
    (repair,) = found.repairs
    assert (repair.cents, len(repair.proof) >= 2) == (true * 100, True)
    assert "B-SUM-BROKEN" in rules(found)


def test_a_wrong_amount_that_one_sum_notices_is_told_and_nothing_is_proposed() -> None:
    found = preview(changed("B3", 7_323_000))
    assert found.is_complete
    assert "B-SUM-BROKEN" in rules(found)
    assert not found.repairs


def test_rounding_to_thousands_breaks_no_sum() -> None:
    rows = [["", "2023 in T€"], ["VWT gesamt", 9001], ["VWT Bund", 7332], ["KFA", 1368]]
    rows.append(["Umschichtung zu VWT", 300])
    assert "B-SUM-BROKEN" not in rules(preview(workbook(rows)))


def test_a_whole_column_in_english_is_refused_and_the_sums_prove_its_reading() -> None:
    rows = [[each if isinstance(each, str) else f"{each:,}.00" for each in row] for row in EUROS]
    found = preview(workbook(rows))
    assert statuses(found) == {"refused"}
    meant = {(each.row, each.column): each.cents for each in found.repairs}
    assert meant[TOTAL, "plan"] == 900_000_000
    assert meant[TRANSFER, "previous"] == 22_000_000


@pytest.mark.parametrize("text", ["300.000-", "(300.000)", "−300.000"])
def test_every_minus_before_a_deduction_is_asked_or_refused_with_its_reading(text: str) -> None:
    cell = preview(changed("B6", text)).cell("transfer_out", "plan")
    assert cell.status in ("asked", "refused")
    assert 30_000_000 in cell.readings


def test_a_person_may_decide_every_cell() -> None:
    found = preview(workbook(in_thousands(EUROS)))
    one = accepted(found, TOTAL, "plan")
    assert (one.cell(TOTAL, "plan").status, one.is_complete) == ("ok", False)
    assert all_accepted(found).is_complete
    typed = with_reading(found, TOTAL, "plan", 5)
    assert typed.cell(TOTAL, "plan").read_as == 5
    assert found.cell_at("$B$2") == found.cell(TOTAL, "plan")
    assert accepted(one, TOTAL, "plan") == one


def test_the_preview_of_the_same_workbook_is_the_same() -> None:
    data = workbook(EUROS)
    assert preview_budget(data, "a.xlsx", ITEM, FORM) == preview_budget(data, "a.xlsx", ITEM, FORM)
    assert format_amount(preview(data).cells[0].read_as or 0) == "9.000.000"
