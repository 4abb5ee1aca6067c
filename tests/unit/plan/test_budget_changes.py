"""What changed between two tables, and from year to year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from lpd_desktop.plan.budget import BudgetTable, TableRow, TypedText
from lpd_desktop.plan.budget_changes import (
    changes_to_previous_year,
    compare_tables,
    percent_change,
    signed_euro,
    signed_percent,
)


def row(key: str, plan: object = UNSET, previous: object = UNSET, label: str = "") -> TableRow:
    return TableRow(
        key=key, label=label or key.upper(), role="addend", plan=plan, previous=previous
    )


def table(*rows: TableRow) -> BudgetTable:
    return BudgetTable(rows=rows)


def test_a_changed_amount_comes_with_difference_and_percent() -> None:
    (change,) = compare_tables(table(row("a", 2995852900)), table(row("a", 2952117700)))
    cell = change.cell("plan")
    assert (change.status, cell.difference, cell.percent) == (
        "changed",
        -43735200,
        Decimal("-1.46"),
    )
    assert (signed_euro(-43735200), signed_percent(Decimal("-1.46"))) == (
        "−437.352\u00a0€",
        "−1,46\u00a0%",
    )
    assert not change.cell("previous").is_change


@pytest.mark.parametrize(
    ("old", "new"), [(UNSET, 5), (5, UNSET), (TypedText("100.0000"), 5), (5, TypedText("x"))]
)
def test_without_two_amounts_there_is_a_change_but_no_difference(old: object, new: object) -> None:
    (change,) = compare_tables(table(row("a", old)), table(row("a", new)))
    cell = change.cell("plan")
    assert cell.is_change
    assert (cell.difference, cell.percent) == (None, None)


def test_rows_are_added_removed_renamed_and_moved() -> None:
    old = table(row("a", 1), row("gone", 2), row("b", 3), row("c", 4))
    new = table(row("c", 4), row("a", 1), row("b", 3, label="Neu"), row("own", 5))
    changes = compare_tables(old, new)
    assert [(each.key, each.status, each.moved) for each in changes] == [
        ("c", "same", True),
        ("a", "same", False),
        ("gone", "removed", False),
        ("b", "same", False),
        ("own", "added", False),
    ]
    assert [each.key for each in changes if each.is_renamed] == ["b"]
    assert [each.key for each in changes if each.is_same] == ["a"]


@given(st.permutations("abcdef"))
def test_the_rows_that_did_not_move_keep_their_order(keys: list[str]) -> None:
    old, new = table(*map(row, "abcdef")), table(*map(row, keys))
    stayed = [each.key for each in compare_tables(old, new) if not each.moved]
    assert stayed == sorted(stayed)
    assert bool(stayed)
    assert (len(stayed) == 6) == (keys == sorted(keys))


def test_a_percentage_is_rounded_commercially_and_has_no_base_of_zero() -> None:
    assert percent_change(10_000, 10_001) == Decimal("0.01")
    assert percent_change(20_000, 20_001) == Decimal("0.01")
    assert percent_change(20_000, 19_999) == Decimal("-0.01")
    assert percent_change(0, 5) is None
    assert percent_change(-100, -50) == Decimal("50.00")


def test_the_change_to_the_previous_year_needs_both_amounts() -> None:
    first, second = changes_to_previous_year(table(row("a", 90, 100), row("b", 90)))
    assert (first.difference, first.percent) == (-10, Decimal("-10.00"))
    assert (second.plan, second.difference, second.percent) == (90, None, None)
