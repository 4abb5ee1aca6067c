"""All places that a plan has, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.form.model import (
    BudgetItem,
    CoverItem,
    Form,
    Item,
    PotentialsItem,
    TargetsItem,
    TopicsItem,
)
from lpd_desktop.plan.addresses import POTENTIAL_TEXTS, Address, below_table, cell_address
from lpd_desktop.plan.model import Plan

_COVER = ("jobcenter", "as_of", "look")
_COLUMNS = ("plan", "previous")
DOCUMENT = Address("")
"""The plan as a whole."""


def known_places(form: Form, plan: Plan) -> dict[Address, int]:
    """Every address without a block, with its number in the order of the document."""
    found: dict[Address, int] = {}
    for place in _places(form, plan):
        found.setdefault(place, len(found))
    return found


def _places(form: Form, plan: Plan) -> Iterator[Address]:
    yield DOCUMENT
    for item in form.items:
        yield Address(item.key)
        yield from _places_in(form, plan, item)


def _places_in(form: Form, plan: Plan, item: Item) -> Iterator[Address]:
    if isinstance(item, CoverItem):
        yield from (Address(item.key, (part,)) for part in _COVER)
    elif isinstance(item, BudgetItem):
        yield from _budget_places(form, plan, item)
    elif isinstance(item, TargetsItem):
        yield from (Address(item.key, (target.key,)) for target in item.targets)
    elif isinstance(item, TopicsItem):
        yield from _topic_places(plan, item)
    elif isinstance(item, PotentialsItem):
        yield from _potential_places(plan, item)


def _budget_places(form: Form, plan: Plan, item: BudgetItem) -> Iterator[Address]:
    yield Address(item.key, ("table",))
    for row in plan.table_of(form, item.key).rows:
        yield Address(item.key, ("table", row.key))
        yield from (cell_address(item.key, row.key, column) for column in _COLUMNS)
    yield below_table(item.key)


def _topic_places(plan: Plan, item: TopicsItem) -> Iterator[Address]:
    for topic in plan.topics:
        yield Address(item.key, (topic.key,))
        for question in item.questions_of(topic.key):
            yield Address(item.key, (topic.key, question.key))


def _potential_places(plan: Plan, item: PotentialsItem) -> Iterator[Address]:
    for number in range(1, len(plan.potentials) + 1):
        yield Address(item.key, (str(number),))
        for part in ("topic", *POTENTIAL_TEXTS):
            yield Address(item.key, (str(number), part))
