"""Totals are offered, never put in."""

from __future__ import annotations

from msgspec import UNSET
from msgspec.structs import replace

from lpd_desktop.check.totals import offered_totals
from lpd_desktop.plan.budget import BudgetTable, TypedText

from .plans import FORM, table

ITEM = next(FORM.budgets)
TOTAL, FEDERAL, IN, MUNICIPAL = (
    "administration_total",
    "administration_federal",
    "transfer_in",
    "administration_municipal",
)


def offers(**cells: object) -> list[tuple[str, str, int]]:
    return [(o.row, o.column, o.cents) for o in offered_totals(ITEM, table(FORM, cells))]


def test_a_total_is_offered_as_soon_as_two_of_its_parts_are_there() -> None:
    assert offers(**{FEDERAL: 800}) == []
    assert offers(**{FEDERAL: 800, MUNICIPAL: 140}) == [(TOTAL, "plan", 94000)]


def test_a_total_that_fits_is_not_offered_again() -> None:
    assert offers(**{TOTAL: 940, FEDERAL: 800, MUNICIPAL: 140}) == []


def test_another_amount_is_offered_its_sum_with_the_reckoning() -> None:
    cells = {TOTAL: 945, FEDERAL: 800, MUNICIPAL: 140}
    (offer,) = offered_totals(ITEM, table(FORM, cells))
    assert offer.cents == 94000
    assert offer.equation == "800 + 140 = 940"


def test_a_total_that_is_no_amount_is_offered_its_sum() -> None:
    assert offers(**{TOTAL: TypedText("94.0000"), FEDERAL: 940}) == [(TOTAL, "plan", 94000)]


def test_a_part_that_is_no_amount_decides_nothing() -> None:
    assert offers(**{FEDERAL: 800, MUNICIPAL: 140, IN: TypedText("1.00")}) == []


def test_a_total_that_was_removed_is_not_offered() -> None:
    filled = table(FORM, {FEDERAL: 800, MUNICIPAL: 140})
    rows = tuple(row for row in filled.rows if row.key != TOTAL)
    assert offered_totals(ITEM, BudgetTable(rows=rows)) == []


def test_each_year_is_reckoned_by_itself() -> None:
    filled = table(FORM, {FEDERAL: 800, MUNICIPAL: 140})
    rows = tuple(replace(row, previous=row.plan, plan=UNSET) for row in filled.rows)
    assert [o.column for o in offered_totals(ITEM, replace(filled, rows=rows))] == ["previous"]
