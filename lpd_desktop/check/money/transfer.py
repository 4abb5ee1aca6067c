"""The transfer between the titles: given on one side only, or larger than half of what is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.check.budget import tables
from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.money.federal import federal_budget
from lpd_desktop.check.money.rules import BUDGET_TRANSFER
from lpd_desktop.check.rules import BUDGET_EQUAL
from lpd_desktop.form.identities import AtMostIdentity, EqualIdentity, SumIdentity
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem
from lpd_desktop.plan.addresses import cell_address
from lpd_desktop.plan.amounts import format_amount, format_euro
from lpd_desktop.plan.budget import Amount, BudgetTable, TableRow, TypedText


@dataclass(frozen=True)
class _Side:
    """One column of a table of an item."""

    item: BudgetItem
    table: BudgetTable
    column: BudgetColumn

    def amount(self, key: str) -> Amount | None:
        row = self.table.row(key)
        return row.amount(self.column) if row else None

    def is_filled(self, key: str) -> bool:
        return isinstance(self.amount(key), int | TypedText)

    def sum_is_used(self, key: str) -> bool:
        """Whether the total that a row belongs to is filled."""
        sums = (each for each in self.item.identities if isinstance(each, SumIdentity))
        return any(self.is_filled(each.total) for each in sums if key in (*each.plus, *each.minus))

    def label(self, key: str) -> str:
        row = self.table.row(key) or self.item.row(key)
        return row.label if row else key


def one_sided(context: Context) -> Iterator[Finding]:
    """Of two rows that hold the same amount one is empty, though others of its sum are filled."""
    for item, table in tables(context):
        for column in BUDGET_COLUMNS:
            side = _Side(item, table, column)
            for identity in item.identities:
                if isinstance(identity, EqualIdentity):
                    yield from _one_sided(context, side, identity.left, identity.right)
                    yield from _one_sided(context, side, identity.right, identity.left)


def _one_sided(context: Context, side: _Side, row: str, other: str) -> Iterator[Finding]:
    amount = side.amount(other)
    if not isinstance(amount, int) or not amount or side.is_filled(row):
        return
    if side.sum_is_used(row):
        place = row if side.table.row(row) else other
        yield context.finding(
            BUDGET_EQUAL,
            cell_address(side.item.key, place, side.column),
            f"„{side.label(other)}“ nennt {format_euro(amount)}, „{side.label(row)}“ dagegen "
            "nichts.",
            "Bitte nennen Sie denselben Betrag auf beiden Seiten.",
            format_amount(amount),
        )


def large_transfers(context: Context) -> Iterator[Finding]:
    """A deduction that takes more than half of the row that it may at most take."""
    for item, table in tables(context):
        for identity in item.identities:
            if isinstance(identity, AtMostIdentity):
                row, whole = table.row(identity.row), table.row(identity.of)
                if row and whole and row.role == "subtrahend":
                    for column in BUDGET_COLUMNS:
                        yield from _large(context, _Side(item, table, column), row, whole)


def _large(context: Context, side: _Side, row: TableRow, whole: TableRow) -> Iterator[Finding]:
    has, of = row.cents(side.column), whole.cents(side.column)
    threshold = federal_budget().thresholds.transfer
    if has and of and threshold * of < has * 100 <= of * 100:
        yield context.finding(
            BUDGET_TRANSFER,
            cell_address(side.item.key, row.key, side.column),
            f"„{row.label}“ nimmt mit {format_euro(has)} mehr als {threshold} % von "
            f"„{whole.label}“ ({format_euro(of)}).",
            "Bitte prüfen Sie den Betrag und begründen Sie ihn im Text.",
            format_amount(has),
        )
