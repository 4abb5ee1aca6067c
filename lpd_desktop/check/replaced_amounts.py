"""Sentences that still hold a figure of a budget which a newer one has replaced.

Found are amounts of the table, and sums, differences, changes and shares that follow from them, in
any rounding; the new figure is written in the style of the old one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.stretches import Stretch, stretches_of
from lpd_desktop.check.replaced.found import Candidate, ReplacedAmount
from lpd_desktop.check.replaced.mending import mend, mend_all
from lpd_desktop.check.replaced.places import Search
from lpd_desktop.check.rules import AMOUNT_REPLACED
from lpd_desktop.form.model import BudgetItem, Form
from lpd_desktop.plan.addresses import text_fields
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.budget_versions import versions_of
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.work import Work

__all__ = [
    "Candidate",
    "ReplacedAmount",
    "find_replaced",
    "mend",
    "mend_all",
    "replaced_amounts_in_text",
    "replaced_in_plan",
]


def find_replaced(
    form: Form, plan: Plan, old: BudgetTable, new: BudgetTable, item: str = ""
) -> list[ReplacedAmount]:
    """The places of the text that still hold figures of the old table, in reading order.

    Args:
        form: The form of the plan.
        plan: Whose text is read.
        old: The table that was replaced.
        new: The table that counts.
        item: The budget item; where it is left out, the one whose rows the table has.
    """
    search = Search(form, _item_of(form, item, new), (old,), new)
    return list(search.in_stretches(_stretches(form, plan)))


def replaced_in_plan(form: Form, plan: Plan, work: Work) -> list[ReplacedAmount]:
    """The places of the text that hold figures of any earlier Budgetstand, in reading order.

    What an earlier Budgetstand gave and the present table gives again is not among them.
    """
    return list(_in_stretches(form, plan, work, tuple(_stretches(form, plan))))


def replaced_amounts_in_text(context: Context) -> Iterator[Finding]:
    """A finding for each figure of an earlier Budgetstand."""
    found = _in_stretches(context.form, context.plan, context.work, context.stretches)
    return (_as_finding(context, each) for each in found)


def _stretches(form: Form, plan: Plan) -> Iterator[Stretch]:
    for where, blocks in text_fields(form, plan):
        yield from stretches_of(where, blocks)


def _in_stretches(
    form: Form, plan: Plan, work: Work, stretches: Iterable[Stretch]
) -> Iterator[ReplacedAmount]:
    for item in form.budgets:
        table = plan.answer(item.key).table
        versions = versions_of(work, item.key)
        if table is not None and versions:
            olds = [version.table for version in reversed(versions)]
            yield from Search(form, item, olds, table).in_stretches(stretches)


def _item_of(form: Form, key: str, table: BudgetTable) -> BudgetItem | None:
    if key:
        return next((item for item in form.budgets if item.key == key), None)
    keys = {row.key for row in table.rows}
    fitting = ((len(keys & {row.key for row in item.rows}), item) for item in form.budgets)
    return max(fitting, key=lambda pair: pair[0], default=(0, None))[1]


def _as_finding(context: Context, found: ReplacedAmount) -> Finding:
    return context.finding(
        found.rule, found.where, _message(found), _suggestion(found), found.quote
    )


def _message(found: ReplacedAmount) -> str:
    if found.rule == AMOUNT_REPLACED and found.can_mend:
        return (
            f"Der Text nennt noch „{found.quote}“; in der Budgettabelle steht "
            f"statt dieses Betrags jetzt {found.new_text}."
        )
    if found.can_mend:
        return (
            f"Die Angabe „{found.quote}“ folgt noch aus ersetzten Beträgen; aus der "
            f"Budgettabelle folgt jetzt {found.new_text} ({found.meaning})."
        )
    if len(found.candidates) > 1:
        return f"Die Angabe „{found.quote}“ folgt aus Beträgen, die inzwischen ersetzt sind."
    return (
        f"Die Angabe „{found.quote}“ folgt noch aus ersetzten Beträgen ({found.meaning}); "
        "mit den neuen lässt sie sich so nicht mehr schreiben."
    )


def _suggestion(found: ReplacedAmount) -> str:
    if found.can_mend:
        return f"Bitte prüfen Sie den Satz und schreiben Sie dort „{found.new_text}“."
    possible = [f"„{each.new_text}“ ({each.meaning})" for each in found.candidates if each.new_text]
    if possible:
        return f"Bitte entscheiden Sie, was gemeint ist; möglich sind: {'; '.join(possible)}."
    return "Bitte schreiben Sie den Satz neu."
