"""A plan at a glance agrees with what the checks say of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lpd_desktop.check.summary import completeness
from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.model import Answer, Figure

from .plans import FORM, SECOND, budget_item, codes, complete, table


@pytest.mark.parametrize("form", [FORM, SECOND], ids=lambda form: form.id)
def test_a_complete_plan_is_complete_to_a_hundred_percent(form) -> None:
    assert completeness(form, complete(form)) == 100


def test_a_budget_that_is_not_printed_is_not_there() -> None:
    item = budget_item()
    amounts = replace(table(FORM, {item.rows[0].key: 5}), print=False)
    hidden = complete().with_answer(item.key, Answer(table=amounts))
    assert "BUDGET-MISSING" in codes(hidden)
    assert completeness(FORM, hidden) < 100
    shown = complete().with_answer(item.key, Answer(table=replace(amounts, print=True)))
    assert "BUDGET-MISSING" not in codes(shown)
    assert completeness(FORM, shown) == 100


def test_a_figure_that_is_no_number_is_not_there() -> None:
    item = next(item for item in SECOND.items if type(item).__name__ == "TargetsItem")
    figures = tuple(Figure(key=each.key, value=TypedText("viel")) for each in item.targets)
    plan = complete(SECOND).with_answer(item.key, Answer(figures=figures))
    assert completeness(SECOND, plan) < 100
