"""The budget table: amounts that are none, identities that do not hold, rows without a name."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.identities import Cells, Outcome, cells_of, evaluate, evaluate_readings
from lpd_desktop.check.repair import Repair, propose_repairs
from lpd_desktop.check.rules import (
    AMOUNT_UNREADABLE,
    BUDGET_EQUAL,
    BUDGET_SHARE,
    BUDGET_SIGN,
    BUDGET_SUM,
    ROW_LABEL_MISSING,
)
from lpd_desktop.check.share_addends import rows_left_out
from lpd_desktop.form.identities import Identity, ShareIdentity, SumIdentity, rows_of
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetItem
from lpd_desktop.plan.addresses import Address, cell_address
from lpd_desktop.plan.amounts import AmountError, format_amount, format_euro, parse_amount
from lpd_desktop.plan.budget import BudgetTable, TableRow, TypedText


def tables(context: Context) -> Iterator[tuple[BudgetItem, BudgetTable]]:
    """All budget tables of the plan with the items they belong to."""
    for item in context.form.budgets:
        table = context.plan.answer(item.key).table
        if table is not None:
            yield item, table


def unreadable_amounts(context: Context) -> Iterator[Finding]:
    """A cell holds an amount or nothing; the finding proposes a reading where sums prove it."""
    for item, table in tables(context):
        repairs = {(each.row, each.column): each for each in propose_repairs(item, table)}
        for row in table.rows:
            for column in BUDGET_COLUMNS:
                amount = row.amount(column)
                if isinstance(amount, TypedText):
                    yield context.finding(
                        AMOUNT_UNREADABLE,
                        cell_address(item.key, row.key, column),
                        f"„{amount.text}“ ist kein Betrag: {_reason(amount.text)}.",
                        repair_suggestion(repairs.get((row.key, column))),
                        amount.text,
                    )


def _reason(typed: str) -> str:
    try:
        parse_amount(typed)
    except AmountError as error:
        return error.reason
    return "er wurde als Text übernommen; bitte geben Sie ihn noch einmal ein"


def repair_suggestion(repair: Repair | None) -> str:
    """What to do about an unreadable amount, with the proof where a reading is proposed."""
    if repair is None:
        return "Bitte schreiben Sie ihn wie 1.234.567 oder 1.234,56 €."
    proof = "; ".join(repair.proof)
    return f"Gemeint ist vermutlich {format_amount(repair.cents)}, denn damit geht auf: {proof}."


def identities(context: Context) -> Iterator[Finding]:
    """Each identity holds in each column, within its tolerance."""
    for item, table in tables(context):
        for column in BUDGET_COLUMNS:
            cells = cells_of(table, column)
            for identity in item.identities:
                outcome = evaluate(identity, cells) or _by_readings(identity, cells)
                if outcome is not None and not outcome.holds:
                    where = cell_address(item.key, outcome.row, column)
                    message = identity_message(item, table, identity, outcome)
                    suggestion = _left_out(item, table, identity, cells) or _SUGGESTION
                    yield context.finding(outcome.rule, where, message, suggestion)


def _by_readings(identity: Identity, cells: Cells) -> Outcome | None:
    """A sum that no reading of its malformed amount closes."""
    return evaluate_readings(identity, cells) if isinstance(identity, SumIdentity) else None


_SUGGESTION = "Bitte prüfen Sie die genannten Zeilen."


def _left_out(item: BudgetItem, table: BudgetTable, identity: Identity, cells: Cells) -> str:
    """Which rows were forgotten when a share was reckoned, where that explains its amount."""
    if not isinstance(identity, ShareIdentity):
        return ""
    forgotten = rows_left_out(item, identity, cells)
    names = "“ und „".join(_label(item, table, key) for key in forgotten)
    return f"Vermutlich ist der Anteil ohne „{names}“ gerechnet." if names else ""


def identity_message(
    item: BudgetItem, table: BudgetTable, identity: Identity, outcome: Outcome
) -> str:
    """What is wrong where an identity does not hold: both sides, and the difference in Euro."""
    first, second = (_label(item, table, key) for key in _compared(identity))
    difference = f"Unterschied {format_euro(abs(outcome.difference))}"
    has, expected = format_euro(outcome.has), format_euro(outcome.expected)
    if outcome.rule == BUDGET_SUM:
        return f"„{first}“ ist {has}, die Zeilen ergeben {outcome.equation} €; {difference}."
    if outcome.rule == BUDGET_SHARE:
        source = identity.source if isinstance(identity, ShareIdentity) else ""
        law = f" ({source})" if source else ""
        return f"„{first}“ ist {has}, erwartet wird {outcome.equation} €{law}; {difference}."
    if outcome.rule == BUDGET_EQUAL:
        return f"„{first}“ ist {has}, „{second}“ dagegen {expected}; {difference}."
    return f"„{first}“ ist mit {has} größer als „{second}“ mit {expected}; {difference}."


def _compared(identity: Identity) -> tuple[str, str]:
    first, second, *_others = rows_of(identity)
    return first, second


def _label(item: BudgetItem, table: BudgetTable, key: str) -> str:
    row = table.row(key) or item.row(key)
    return row.label if row else key


def rows(context: Context) -> Iterator[Finding]:
    """Deductions are written without a minus; a row with amounts has a name."""
    for item, table in tables(context):
        for row in table.rows:
            yield from _negative(context, item, row)
            if not row.label.strip() and _holds_something(row):
                yield context.finding(
                    ROW_LABEL_MISSING,
                    Address(item.key, ("table", row.key)),
                    "Eine Zeile mit Beträgen hat keine Bezeichnung.",
                    "Bitte benennen Sie die Zeile.",
                )


def _holds_something(row: TableRow) -> bool:
    return any(row.cents(column) is not None for column in BUDGET_COLUMNS)


def _negative(context: Context, item: BudgetItem, row: TableRow) -> Iterator[Finding]:
    for column in BUDGET_COLUMNS:
        cents = row.cents(column)
        if cents is not None and cents < 0 and row.role == "subtrahend":
            yield context.finding(
                BUDGET_SIGN,
                cell_address(item.key, row.key, column),
                f"Der Abzug {format_euro(cents)} steht mit einem Minus und würde hinzugezählt.",
                "Bitte schreiben Sie Abzüge ohne Minus.",
            )
