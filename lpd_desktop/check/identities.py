"""Whether the identities of a budget hold in one column, reckoned in cents.

An empty cell counts as zero in a sum. A cell that holds typed text makes an identity undecided.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lpd_desktop.check.rules import BUDGET_AT_MOST, BUDGET_EQUAL, BUDGET_SHARE, BUDGET_SUM
from lpd_desktop.form.identities import (
    AtMostIdentity,
    EqualIdentity,
    Identity,
    ShareIdentity,
    SumIdentity,
    rows_of,
)
from lpd_desktop.form.model import BudgetColumn
from lpd_desktop.plan.amounts import format_amount, format_euro, possible_readings
from lpd_desktop.plan.budget import Amount, BudgetTable, TypedText

Cells = Mapping[str, Amount]
"""The cells of one column by the key of their row."""


@dataclass(frozen=True)
class Outcome:
    """What an identity gives in one column.

    Attributes:
        row: The row whose amount is compared.
        has: Its amount in cents.
        expected: What the identity wants of it, in cents.
        equation: The reckoning in German notation.
    """

    rule: str
    row: str
    has: int
    expected: int
    holds: bool
    equation: str

    @property
    def difference(self) -> int:
        """By how many cents the amount is larger than expected."""
        return self.has - self.expected


def cells_of(table: BudgetTable, column: BudgetColumn) -> Cells:
    """The cells of one column."""
    return {row.key: row.amount(column) for row in table.rows}


def evaluate(identity: Identity, cells: Cells) -> Outcome | None:
    """What the identity gives; None where a cell that it needs is empty or no amount."""
    if any(isinstance(cells.get(row), TypedText) for row in rows_of(identity)):
        return None
    if isinstance(identity, SumIdentity):
        return _sum(identity, cells)
    if isinstance(identity, ShareIdentity):
        return _share(identity, cells)
    if isinstance(identity, EqualIdentity):
        return _equal(identity, cells)
    return _at_most(identity, cells)


def evaluate_readings(identity: Identity, cells: Cells) -> Outcome | None:
    """What the identity gives by the best reading of its only malformed amount.

    None where no cell or more than one is malformed, where nothing can be read, or where some
    reading closes it: then the malformed amount alone is the matter.
    """
    typed = [
        (row, cell) for row in rows_of(identity) if isinstance(cell := cells.get(row), TypedText)
    ]
    if len(typed) != 1:
        return None
    ((row, cell),) = typed
    readings = (evaluate(identity, {**cells, row: cents}) for cents in possible_readings(cell.text))
    outcomes = [outcome for outcome in readings if outcome is not None]
    if not outcomes or any(outcome.holds for outcome in outcomes):
        return None
    return min(outcomes, key=lambda outcome: abs(outcome.difference))


def _cents(cells: Cells, row: str) -> int | None:
    amount = cells.get(row)
    return amount if isinstance(amount, int) else None


def _present(cells: Cells, rows: Sequence[str]) -> list[int]:
    return [cents for row in rows if (cents := _cents(cells, row)) is not None]


def _sum(identity: SumIdentity, cells: Cells) -> Outcome | None:
    has = _cents(cells, identity.total)
    plus, minus = _present(cells, identity.plus), _present(cells, identity.minus)
    if has is None or not plus:
        return None
    expected = sum(plus) - sum(minus)
    holds = abs(has - expected) <= identity.tolerance
    left = " + ".join(map(format_amount, plus)) + "".join(f" − {format_amount(m)}" for m in minus)
    equation = f"{left} = {format_amount(expected)}"
    return Outcome(BUDGET_SUM, identity.total, has, expected, holds, equation)


def _share(identity: ShareIdentity, cells: Cells) -> Outcome | None:
    has, whole = _cents(cells, identity.row), _cents(cells, identity.of)
    if has is None or whole is None:
        return None
    exact = Fraction(identity.percent) * whole / 100
    holds = abs(has - exact) <= identity.tolerance
    percent = identity.percent.replace(".", ",")
    equation = f"{percent} % von {format_amount(whole)} = {format_amount(round(exact))}"
    return Outcome(BUDGET_SHARE, identity.row, has, round(exact), holds, equation)


def _equal(identity: EqualIdentity, cells: Cells) -> Outcome | None:
    left, right = _cents(cells, identity.left), _cents(cells, identity.right)
    if left is None or right is None:
        return None
    holds = abs(left - right) <= identity.tolerance
    equation = f"{format_euro(left)} auf beiden Seiten"
    return Outcome(BUDGET_EQUAL, identity.left, left, right, holds, equation)


def _at_most(identity: AtMostIdentity, cells: Cells) -> Outcome | None:
    has, limit = _cents(cells, identity.row), _cents(cells, identity.of)
    if has is None or limit is None:
        return None
    equation = f"{format_amount(has)} ≤ {format_amount(limit)}"
    return Outcome(BUDGET_AT_MOST, identity.row, has, limit, has <= limit, equation)
