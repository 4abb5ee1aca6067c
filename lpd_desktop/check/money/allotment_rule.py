"""Federal money in table and text against the shares of the Eingliederungsmittelverordnung."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lpd_desktop.check.budget import tables
from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.money.diagnosis import Diagnosis, diagnose
from lpd_desktop.check.money.federal import Allotment, Title, entry_of, federal_budget
from lpd_desktop.check.money.rules import FEDERAL_AMOUNT, FEDERAL_BASE
from lpd_desktop.check.money.statements import statements
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetItem
from lpd_desktop.plan.addresses import Address, cell_address
from lpd_desktop.plan.amounts import format_amount, format_euro
from lpd_desktop.plan.budget import BudgetTable

_MILLION = 100_000_000


@dataclass(frozen=True)
class _Amount:
    """One amount of federal money and where it stands."""

    title: Title
    year: int
    cents: int
    surplus: Decimal
    where: Address
    quote: str = ""
    is_sure_of_year: bool = True


def federal_amounts(context: Context) -> Iterator[Finding]:
    """Amounts that fit another year, another Jobcenter, or none of what is known."""
    jobcenter = entry_of(context.plan.jobcenter)
    if jobcenter is None:
        return
    for amount in _amounts(context):
        found = diagnose(amount.cents, jobcenter, amount.title, amount.year, amount.surplus)
        if found and (amount.is_sure_of_year or _holds_in_any_year(found)):
            yield _finding(context, amount, found)


def _holds_in_any_year(found: Diagnosis) -> bool:
    """Whether a cause explains the amount even if the sentence means another year."""
    return found.cause in ("slip", "jobcenter")


def _amounts(context: Context) -> Iterator[_Amount]:
    for item, table in tables(context):
        yield from _in_table(context.form.year, item, table)
    for item in context.form.budgets:
        yield from _in_text(context, item)


def _in_table(year: int, item: BudgetItem, table: BudgetTable) -> Iterator[_Amount]:
    for title in federal_budget().titles:
        for column in BUDGET_COLUMNS:
            key, surplus = title.row, Decimal(0)
            row = table.row(key)
            if row is None or row.cents(column) is None:
                key, surplus = title.row_with_more, title.surplus
                row = table.row(key)
            cents = row.cents(column) if row else None
            if cents:
                place = cell_address(item.key, key, column)
                of = year if column == "plan" else year - 1
                yield _Amount(title, of, cents, surplus, place, format_amount(cents))


def _in_text(context: Context, item: BudgetItem) -> Iterator[_Amount]:
    for statement in statements(context, item):
        figure, title = statement.figure, statement.title
        is_exact = figure.hedge == "exact" and figure.step <= 1
        year = statement.year or context.form.year
        if is_exact and year in (context.form.year, context.form.year - 1):
            yield _Amount(
                title, year, figure.cents, title.surplus, statement.sentence.where, figure.quote,
                is_sure_of_year=statement.year is not None,
            )  # fmt: skip


def _finding(context: Context, amount: _Amount, found: Diagnosis) -> Finding:
    rule = FEDERAL_BASE if found.cause == "base" else FEDERAL_AMOUNT
    expected = found.expected
    pot = f"{expected.percent:.4f}".rstrip("0").replace(".", ",")
    message = (
        f"{amount.title.name} {amount.year}: {format_euro(amount.cents)} passen nicht zu den "
        f"{pot} %, die nach der Eingliederungsmittelverordnung auf {expected.jobcenter.name} "
        f"entfallen (rund {_in_millions(expected)} Mio. €){_cause(found)}."
    )
    return context.finding(rule, amount.where, message, _SUGGESTIONS[found.cause], amount.quote)


def _cause(found: Diagnosis) -> str:
    other = found.found
    if other is None:
        return f"; vermutlich: {found.slip}" if found.slip else ""
    if found.cause == "year":
        return f"; der Betrag entspricht dem Jahr {other.year}"
    return f"; der Betrag entspricht {other.jobcenter.name} ({other.year})"


def _in_millions(allotment: Allotment) -> str:
    hundredths = round(Decimal(allotment.cents) * 100 / _MILLION)
    return f"{hundredths / 100:.2f}".replace(".", ",")


_COMPARE = "Bitte vergleichen Sie den Betrag mit dem Schreiben des BMAS."
_SUGGESTIONS = {
    "year": "Bitte prüfen Sie, ob der Betrag in der richtigen Spalte steht.",
    "jobcenter": "Bitte prüfen Sie, ob der Betrag Ihrem Jobcenter gilt.",
    "slip": _COMPARE,
    "far": _COMPARE,
    "base": "Bitte nennen Sie die Grundlage: Schreiben mit Datum, vorläufig oder endgültig.",
}
