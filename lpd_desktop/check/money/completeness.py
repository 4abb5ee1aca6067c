"""Whether table or text name the money that the form asks for."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.money.federal import Title, federal_budget
from lpd_desktop.check.money.rules import BUDGET_INCOMPLETE
from lpd_desktop.check.money.statements import speaks_of_money, statements, transfers_named
from lpd_desktop.form.identities import EqualIdentity
from lpd_desktop.form.model import BudgetItem
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.budget import BudgetTable, TypedText

_ROWS_OF_A_BUDGET = 3


def incomplete_budgets(context: Context) -> Iterator[Finding]:
    """Neither table nor text give an amount of the plan year for a title or the transfer."""
    for item in context.form.budgets:
        answer = context.plan.answer(item.key)
        table = answer.printed_table
        if not _is_begun(table) and not speaks_of_money(context, item):
            continue
        missing = [*_missing_titles(context, item, table), *_missing_transfer(context, item, table)]
        if missing:
            yield context.finding(
                BUDGET_INCOMPLETE,
                Address(item.key),
                f"Für {context.form.year} nennen weder Text noch Tabelle einen Betrag für: "
                f"{'; '.join(missing)}.",
                "Bitte ergänzen Sie den Betrag, auch einen vorläufigen, mit seiner Grundlage.",
            )


def _is_begun(table: BudgetTable | None) -> bool:
    filled = [row for row in table.rows if row.cents("plan")] if table else []
    return len(filled) >= _ROWS_OF_A_BUDGET


def _missing_titles(context: Context, item: BudgetItem, table: BudgetTable | None) -> Iterator[str]:
    year = context.form.year
    named = {
        statement.title.key
        for statement in statements(context, item)
        if statement.year in (year, None)
    }
    for title in federal_budget().titles:
        rows = [key for key in (title.row, title.row_with_more) if key and item.row(key)]
        if rows and title.key not in named and not _any_filled(table, rows):
            yield title.name


def _missing_transfer(
    context: Context, item: BudgetItem, table: BudgetTable | None
) -> Iterator[str]:
    if not any(_is_of(title, item) for title in federal_budget().titles):
        return
    for identity in item.identities:
        if isinstance(identity, EqualIdentity):
            is_in_table = _any_filled(table, [identity.left, identity.right])
            if not is_in_table and not transfers_named(context, item, context.form.year):
                yield "Umschichtung"


def _is_of(title: Title, item: BudgetItem) -> bool:
    return item.row(title.row) is not None


def _any_filled(table: BudgetTable | None, rows: list[str]) -> bool:
    if table is None:
        return False
    found = (table.row(key) for key in rows)
    return any(row is not None and isinstance(row.plan, int | TypedText) for row in found)
