"""Columns that were copied, changes nobody explains, transfers on one side, missing amounts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lpd_desktop.check.engine import check_plan
from lpd_desktop.plan.model import Answer
from lpd_desktop.plan.work import Work
from tests.unit.check.plans import FORM, complete, findings, table, text, with_table

FULL = {
    "administration_total": 11_910_377,
    "administration_federal": 10_000_000,
    "transfer_in": 100_000,
    "administration_municipal": 1_810_377,
    "integration_federal": 9_876_543,
    "transfer_out": 100_000,
    "integration_available": 9_776_543,
}


def found(
    code: str, cells: dict[str, Any], previous: dict[str, Any] | None = None, words: str = ""
):
    plan = with_table(complete(), FORM, table(FORM, cells, previous))
    if words:
        answer = plan.answer("A.budget")
        plan = plan.with_answer("A.budget", replace(answer, text=text(words)))
    return [each for each in findings(plan) if each.rule == code]


@pytest.mark.parametrize("side", ["transfer_in", "transfer_out"])
def test_a_transfer_on_one_side_only_is_named_at_the_empty_cell(side: str) -> None:
    cells = {key: value for key, value in FULL.items() if key != side}
    (one,) = found("BUDGET-EQUAL", cells)
    assert one.where == f"A.budget/table/{side}/plan"
    assert "100.000\u00a0€" in one.message


def test_a_transfer_on_both_sides_or_none_is_left_alone() -> None:
    assert found("BUDGET-EQUAL", FULL) == []
    neither = {key: value for key, value in FULL.items() if not key.startswith("transfer")}
    assert found("BUDGET-EQUAL", neither) == []


def test_a_table_that_leaves_one_side_out_altogether_is_left_alone() -> None:
    one_side = {key: FULL[key] for key in ("administration_total", "transfer_in")}
    assert found("BUDGET-EQUAL", one_side) == []


@given(st.integers(min_value=1, max_value=100))
def test_a_transfer_of_more_than_half_is_questioned(percent: int) -> None:
    of = 8_000_000
    cells = {"integration_without_former_16e": of, "transfer_out": of * percent // 100}
    assert len(found("BUDGET-TRANSFER", cells)) == (percent > 50)


@given(st.integers(min_value=100_000, max_value=10**8), st.integers(min_value=-99, max_value=99))
def test_a_change_of_more_than_30_percent_wants_a_word(previous: int, percent: int) -> None:
    plan = previous + previous * percent // 100
    is_large = abs(plan - previous) * 100 > 30 * previous
    cells = ({"municipal_integration": plan}, {"municipal_integration": previous})
    assert len(found("BUDGET-CHANGE", *cells)) == is_large


def test_a_change_that_the_text_speaks_of_is_left_alone() -> None:
    cells = ({"municipal_integration": 900_000}, {"municipal_integration": 500_000})
    words = "Die kommunalen Eingliederungsmittel steigen deutlich."
    assert found("BUDGET-CHANGE", *cells, words) == []
    assert len(found("BUDGET-CHANGE", *cells, "Der Personalbestand steigt deutlich.")) == 1


def test_small_sums_may_change_as_they_like() -> None:
    cells = ({"recoveries": 9_000}, {"recoveries": 1_000})
    assert found("BUDGET-CHANGE", *cells) == []


def test_an_amount_with_many_digits_that_stays_the_same_is_questioned() -> None:
    cells = {"administration_federal": 10_234_567, "recoveries": 50_000}
    (one,) = found("BUDGET-SAME", cells, {**cells, "transfer_in": 7})
    assert one.where == "A.budget/table/administration_federal/plan"
    round_sums = {"recoveries": 50_000, "municipal_integration": 780_000}
    assert found("BUDGET-SAME", round_sums, round_sums) == []


def test_a_copied_column_is_one_finding() -> None:
    cells = {**FULL, "administration_federal": 10_000_001, "integration_federal": 9_876_541}
    copied = {key: value + 1_234_567 for key, value in cells.items()}
    (one,) = found("BUDGET-SAME", copied, copied)
    assert one.where == "A.budget/table"


def test_the_plan_column_of_last_years_plan_is_recognised() -> None:
    last = with_table(complete(), FORM, table(FORM, FULL))
    now = {key: value + 777 for key, value in FULL.items()}
    swapped = with_table(complete(), FORM, table(FORM, FULL, now))
    right = with_table(complete(), FORM, table(FORM, now, FULL))
    codes = [
        [each.rule for each in check_plan(plan, Work(), FORM, last)] for plan in (swapped, right)
    ]
    assert "BUDGET-SWAPPED" in codes[0]
    assert "BUDGET-SWAPPED" not in codes[1]


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("Der VWT beträgt 9,5 Mio. €, der EGT 8,4 Mio. €.", "Umschichtung"),
        (
            "Für Verwaltungskosten stehen 9.500.000 € bereit. Umgeschichtet werden 300.000 €.",
            "Leistungen zur Eingliederung in Arbeit",
        ),
        (
            "Die Eingliederungsmittel betragen 8.400.000 €. Eine Umschichtung ist nicht geplant.",
            "Verwaltungskosten",
        ),
        ("Die Umschichtung lag 2022 bei 1,2 Mio. Euro. VWT 9 Mio. €, EGT 8 Mio. €", "Umschichtung"),
    ],
)
def test_what_neither_text_nor_table_names_is_missing(words: str, missing: str) -> None:
    plan = complete().with_answer("A.budget", Answer(text=text(words)))
    (one,) = [each for each in findings(plan) if each.rule == "BUDGET-INCOMPLETE"]
    assert one.message.endswith(f"einen Betrag für: {missing}.")


@pytest.mark.parametrize(
    "words",
    [
        "VWT 9,5 Mio. €, EGT 8,4 Mio. €, keine Umschichtung.",
        "Verwaltungskosten: 9.500.000 €. Eingliederungstitel: 8.400.000 €. Zu Lasten des EGT "
        "werden 200.000 € eingesetzt.",
        "Für Eingliederungsleistungen stehen 8.400.000 Euro und für Verwaltungskosten 9.500.000 "
        "Euro bereit; auf eine Umschichtung wird verzichtet.",
        "Es stehen 8.400.000 Euro für das Eingliederungsbudget und 9.500.000 Euro für das "
        "Verwaltungsbudget bereit. Der Umschichtungsbetrag liegt bei 250.000 Euro.",
        "Alles ist gesagt.",
    ],
)
def test_a_text_that_names_all_three_is_complete(words: str) -> None:
    plan = complete().with_answer("A.budget", Answer(text=text(words)))
    assert [each.rule for each in findings(plan)] == []
