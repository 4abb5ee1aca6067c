"""Identities, unreadable amounts and their proven readings."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from lpd_desktop.check.repair import propose_repairs
from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.budget import TypedText

from .plans import FORM, SECOND, budget_item, codes, complete, findings, table, with_table

thousands = st.integers(min_value=1, max_value=40_000)


@st.composite
def closing(draw: st.DrawFn) -> dict[str, int]:
    """Euros of the second form in which every identity holds."""
    fifth = draw(st.integers(min_value=1_000, max_value=9_000_000))
    state = draw(st.integers(min_value=1, max_value=4 * fifth - 1))
    refunds = draw(st.integers(min_value=1, max_value=fifth))
    staff = draw(st.integers(min_value=1, max_value=fifth))
    training = draw(st.integers(min_value=staff, max_value=2 * fifth))
    return {
        "programme_total": 5 * fifth,
        "grant_state": state,
        "grant_federal": 4 * fifth - state,
        "own_share": fifth,
        "spending_total": 5 * fifth,
        "training": training,
        "guidance": 5 * fifth + refunds - training - staff,
        "staff_costs": staff,
        "refunds": refunds,
    }


OF_BOTH_COLUMNS = ("BUDGET-CHANGE", "BUDGET-SAME")


def warned(cells: dict[str, Any], previous: dict[str, Any] | None = None) -> list[str]:
    found = codes(with_table(complete(SECOND), SECOND, table(SECOND, cells, previous)), SECOND)
    return [code for code in found if code not in OF_BOTH_COLUMNS]


@given(closing(), closing())
def test_a_table_in_which_all_closes_has_no_findings(one: dict, other: dict) -> None:
    assert warned(one, other) == []


@given(closing(), st.integers(min_value=2, max_value=10**6))
def test_an_addend_that_is_wrong_breaks_the_sum_and_names_the_difference(
    cells: dict, surplus: int
) -> None:
    wrong = {**cells, "grant_state": cells["grant_state"] + surplus}
    plan = with_table(complete(SECOND), SECOND, table(SECOND, wrong))
    (found,) = findings(plan, SECOND)
    assert (found.rule, found.level) == ("BUDGET-SUM", "warning")
    assert found.where == "1.funds/table/programme_total/plan"
    assert f"Unterschied {format_amount(surplus * 100)}\u00a0€" in found.message
    assert "„Programmmittel gesamt“" in found.message


@given(closing())
def test_one_euro_lies_within_the_tolerance_of_a_sum_but_not_of_equal_rows(cells: dict) -> None:
    wrong = {**cells, "spending_total": cells["spending_total"] + 1}
    assert warned(wrong) == ["BUDGET-EQUAL"]


@given(closing(), st.integers(min_value=2, max_value=10**6))
def test_a_share_that_is_off_is_named_with_its_source(cells: dict, surplus: int) -> None:
    wrong = {
        **cells,
        "own_share": cells["own_share"] + surplus,
        "grant_federal": cells["grant_federal"] - surplus,
    }
    plan = with_table(complete(SECOND), SECOND, table(SECOND, {}, wrong))
    (found,) = findings(plan, SECOND)
    assert found.rule == "BUDGET-SHARE"
    assert "20 %" in found.message
    assert "Förderrichtlinie" in found.message
    assert found.place.endswith("2030")


@given(closing())
def test_a_part_larger_than_its_frame_is_a_warning(cells: dict) -> None:
    moved = cells["training"] - cells["staff_costs"] + 1
    wrong = {
        **cells,
        "staff_costs": cells["staff_costs"] + moved,
        "training": cells["training"] - moved,
    }
    assert warned(wrong) == ["BUDGET-AT-MOST"]


@given(closing())
def test_an_empty_cell_counts_as_zero_in_a_sum_that_has_others(cells: dict) -> None:
    without = {key: cents for key, cents in cells.items() if key != "refunds"}
    tolerated = cells["refunds"] <= 1
    assert warned(without) == ([] if tolerated else ["BUDGET-SUM"])


@pytest.mark.parametrize(
    "cells", [{"programme_total": 5}, {"grant_state": 5, "grant_federal": 7}, {"own_share": 3}]
)
def test_a_table_that_is_only_begun_breaks_no_identity(cells: dict) -> None:
    assert warned(cells) == []


def test_a_dropped_row_leaves_the_other_identities_in_force() -> None:
    full = table(SECOND, {"programme_total": 50, "own_share": 30, "grant_state": 20})
    dropped = replace(full, rows=tuple(row for row in full.rows if row.key != "grant_federal"))
    plan = with_table(complete(SECOND), SECOND, dropped)
    assert codes(plan, SECOND) == ["BUDGET-SHARE"]


@pytest.mark.parametrize("typed", ["12.3456", "1.00.000", "3,000", "rund 5.000", "10 000"])
def test_typed_text_is_an_error_that_quotes_it(typed: str) -> None:
    plan = with_table(complete(), FORM, table(FORM, {"recoveries": TypedText(typed)}))
    (found,) = findings(plan)
    assert (found.rule, found.level, found.quote) == ("AMOUNT-UNREADABLE", "error", typed)
    assert f"„{typed}“ ist kein Betrag" in found.message


def test_a_negative_deduction_and_a_nameless_row_are_named() -> None:
    made = table(SECOND, {"refunds": -5})
    assert codes(with_table(complete(SECOND), SECOND, made), SECOND) == ["BUDGET-SIGN"]
    nameless = replace(made.rows[0], label=" ", plan=700)
    plan = with_table(complete(SECOND), SECOND, replace(made, rows=(nameless,)))
    assert codes(plan, SECOND) == ["ROW-LABEL-MISSING"]


def malformed(euros: int) -> TypedText:
    """An amount with a nought too many in its last group, as fingers make it."""
    return TypedText(f"{format_amount(euros * 100)}0")


@st.composite
def transfers(draw: st.DrawFn) -> dict[str, int]:
    """Euros of the official form in which transfer and total close."""
    moved, federal, own = (draw(thousands) * 1000 for _each in range(3))
    return {
        "administration_total": federal + moved + own,
        "administration_federal": federal,
        "transfer_in": moved,
        "administration_municipal": own,
        "transfer_out": moved,
    }


@given(transfers(), transfers())
def test_two_malformed_amounts_in_different_columns_are_both_read_from_the_sums(
    plan: dict, previous: dict
) -> None:
    typed = {**plan, "transfer_in": malformed(plan["transfer_in"])}
    typed_before = {**previous, "transfer_in": malformed(previous["transfer_in"])}
    repairs = propose_repairs(budget_item(), table(FORM, typed, typed_before))
    assert {(each.column, each.row, each.cents) for each in repairs} == {
        ("plan", "transfer_in", plan["transfer_in"] * 100),
        ("previous", "transfer_in", previous["transfer_in"] * 100),
    }
    total = format_amount(plan["administration_total"] * 100)
    assert any(line.endswith(f"= {total}") for line in repairs[0].proof)


@given(transfers())
def test_a_reading_that_closes_one_equation_but_not_the_other_is_not_proposed(cells: dict) -> None:
    typed = {
        **cells,
        "transfer_in": malformed(cells["transfer_in"]),
        "transfer_out": cells["transfer_out"] + 1000,
    }
    assert propose_repairs(budget_item(), table(FORM, typed)) == []


@given(transfers())
def test_one_equation_alone_proves_nothing(cells: dict) -> None:
    typed = {**cells, "transfer_in": malformed(cells["transfer_in"])}
    del typed["transfer_out"]
    assert propose_repairs(budget_item(), table(FORM, typed)) == []


@given(transfers())
def test_a_text_without_any_reading_leaves_its_sums_undecided(cells: dict) -> None:
    typed = {
        **cells,
        "transfer_in": malformed(cells["transfer_in"]),
        "administration_federal": TypedText("siehe Anlage"),
    }
    assert propose_repairs(budget_item(), table(FORM, typed)) == []


@given(transfers())
def test_two_malformed_amounts_of_one_sum_are_read_together(cells: dict) -> None:
    typed = {**cells, **{row: malformed(cells[row]) for row in ("transfer_in", "transfer_out")}}
    repairs = propose_repairs(budget_item(), table(FORM, typed))
    assert {(each.row, each.cents) for each in repairs} <= {
        (row, cells[row] * 100) for row in ("transfer_in", "transfer_out")
    }
    assert "transfer_in" in {each.row for each in repairs}


@given(st.integers(3, 10**5), st.integers(1, 2))
def test_a_column_in_the_english_way_of_writing_is_read_from_its_sums(
    size: int, moved: int
) -> None:
    cells = {
        "administration_total": 1_000 * size,
        "administration_federal": (848 - moved) * size,
        "transfer_in": moved * size,
        "administration_municipal": 152 * size,
        "transfer_out": moved * size,
    }
    typed = {row: TypedText(f"{euros:,}.00") for row, euros in cells.items()}
    repairs = {each.row: each.cents for each in propose_repairs(budget_item(), table(FORM, typed))}
    assert repairs["administration_total"] == cells["administration_total"] * 100
    assert all(cents == cells[row] * 100 for row, cents in repairs.items())


def test_the_suggestion_of_the_finding_gives_reading_and_proof() -> None:
    cells = {
        "administration_total": 900_000,
        "administration_federal": 500_000,
        "transfer_in": TypedText("263.2000"),
        "administration_municipal": 136_800,
        "transfer_out": 263_200,
        "integration_without_former_16e": 700_000,
    }
    (found,) = findings(with_table(complete(), FORM, table(FORM, cells)))
    assert found.rule == "AMOUNT-UNREADABLE"
    assert "Gemeint ist vermutlich 263.200" in found.suggestion
    assert "500.000 + 263.200 + 136.800 = 900.000" in found.suggestion


def test_unset_cells_are_no_amounts_to_repair() -> None:
    made = table(FORM, {"transfer_in": 5})
    assert made.rows[0].plan is UNSET
    assert propose_repairs(budget_item(), made) == []


def test_two_readings_that_both_close_leave_the_choice_to_the_planner() -> None:
    item = budget_item()
    wide = tuple(
        replace(each, tolerance=10**12) if hasattr(each, "tolerance") else each
        for each in item.identities
    )
    cells = {
        "administration_total": 900,
        "administration_federal": 500,
        "transfer_in": TypedText("263.2000"),
        "transfer_out": 263,
    }
    assert propose_repairs(replace(item, identities=wide), table(FORM, cells)) == []


def test_a_sum_that_no_reading_of_a_malformed_amount_closes_is_named() -> None:
    cells = {"administration_total": 1_000_000, "administration_federal": 748_000,
             "transfer_in": TypedText("100.0000"), "administration_municipal": 152_000}  # fmt: skip
    right = with_table(complete(), FORM, table(FORM, cells))
    assert "BUDGET-SUM" not in codes(right)
    wrong = with_table(complete(), FORM, table(FORM, {**cells, "administration_federal": 784_000}))
    (found,) = [each for each in findings(wrong) if each.rule == "BUDGET-SUM"]
    assert found.where == "A.budget/table/administration_total/plan"
    assert "784.000 + 100.000 + 152.000" in found.message


def test_a_share_that_was_reckoned_without_a_row_names_the_row() -> None:
    cells = {"administration_federal": 848_000, "transfer_in": 100_000,
             "administration_municipal": 152_000, "administration_total": 1_100_000}  # fmt: skip
    plan = with_table(complete(), FORM, table(FORM, cells))
    (found,) = [each for each in findings(plan) if each.rule == "BUDGET-SHARE"]
    assert "ohne „zzgl. Umschichtung" in found.suggestion
    other = with_table(complete(), FORM, table(FORM, {**cells, "administration_municipal": 99_000}))
    (found,) = [each for each in findings(other) if each.rule == "BUDGET-SHARE"]
    assert "ohne" not in found.suggestion
