"""The one reading of a malformed amount with which all sums close, with its proof.

Only ever a proposal. At least two equations must decide it, and exactly one reading may close
them all; with another malformed amount in the same equations nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lpd_desktop.check.identities import Cells, cells_of, evaluate
from lpd_desktop.form.identity_rows import rows_of
from lpd_desktop.form.model import (
    BUDGET_COLUMNS,
    AtMostIdentity,
    BudgetColumn,
    BudgetItem,
    EqualIdentity,
    Identity,
)
from lpd_desktop.plan.amounts import possible_readings
from lpd_desktop.plan.budget import BudgetTable, TypedText

_EQUATIONS_AT_LEAST = 2


@dataclass(frozen=True)
class Repair:
    """A proposed reading.

    Attributes:
        typed: What stands in the cell.
        cents: What it probably means.
        proof: The equations that close with it, in German notation.
    """

    row: str
    column: BudgetColumn
    typed: str
    cents: int
    proof: tuple[str, ...]


def propose_repairs(item: BudgetItem, table: BudgetTable) -> list[Repair]:
    """The proposals for all malformed amounts of a table."""
    proposals = (
        _proposal(item, cells_of(table, column), row.key, column, amount.text)
        for column in BUDGET_COLUMNS
        for row in table.rows
        if isinstance(amount := row.amount(column), TypedText)
    )
    return [proposal for proposal in proposals if proposal is not None]


def _proposal(
    item: BudgetItem, cells: Cells, row: str, column: BudgetColumn, typed: str
) -> Repair | None:
    identities = [identity for identity in item.identities if row in rows_of(identity)]
    proofs = {
        cents: proof
        for cents in possible_readings(typed)
        if (proof := _proof(item, identities, {**cells, row: cents}))
    }
    if len(proofs) != 1:
        return None
    cents, proof = next(iter(proofs.items()))
    return Repair(row, column, typed, cents, proof)


def _proof(item: BudgetItem, identities: Iterable[Identity], cells: Cells) -> tuple[str, ...]:
    """The equations that close; empty if one does not, is undecided, or they are too few."""
    lines: list[str] = []
    equations = 0
    for identity in identities:
        if any(isinstance(cells.get(row), TypedText) for row in rows_of(identity)):
            return ()
        outcome = evaluate(identity, cells)
        if outcome is None:
            continue
        if not outcome.holds:
            return ()
        equations += not isinstance(identity, AtMostIdentity)
        lines.append(_line(item, identity, outcome.equation))
    return tuple(lines) if equations >= _EQUATIONS_AT_LEAST else ()


def _line(item: BudgetItem, identity: Identity, equation: str) -> str:
    if not isinstance(identity, EqualIdentity):
        return equation
    labels = [row.label if (row := item.row(key)) else key for key in rows_of(identity)]
    return f"„{labels[0]}“ und „{labels[1]}“: {equation}"
