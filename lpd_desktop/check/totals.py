"""Totals that follow from their parts, offered where the cell is empty or holds another amount."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.check.identities import Cells, cells_of, evaluate
from lpd_desktop.form.identities import SumIdentity
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem
from lpd_desktop.plan.budget import BudgetTable, TypedText

_PARTS_AT_LEAST = 2
"""One amount alone is not offered as a total: its other parts may not have been typed yet."""


@dataclass(frozen=True)
class TotalOffer:
    """What a total would be; `cents` is the sum, `equation` the reckoning in German notation."""

    row: str
    column: BudgetColumn
    cents: int
    equation: str


def offered_totals(item: BudgetItem, table: BudgetTable) -> list[TotalOffer]:
    """The totals of a table that may be put in, first those of the plan year."""
    return [offer for column in BUDGET_COLUMNS for offer in _of_column(item, table, column)]


def _of_column(item: BudgetItem, table: BudgetTable, column: BudgetColumn) -> Iterator[TotalOffer]:
    cells = cells_of(table, column)
    for identity in item.identities:
        if isinstance(identity, SumIdentity) and identity.total in cells:
            offer = _offer(identity, cells, column)
            if offer is not None:
                yield offer


def _offer(identity: SumIdentity, cells: Cells, column: BudgetColumn) -> TotalOffer | None:
    """Reckoned as if the cell were zero, so that only the parts decide."""
    total = cells[identity.total]
    outcome = evaluate(identity, {**cells, identity.total: 0})
    if outcome is None:
        return None
    parts = sum(isinstance(cells.get(key), int) for key in (*identity.plus, *identity.minus))
    if isinstance(total, int):
        is_wanted = abs(total - outcome.expected) > identity.tolerance
    else:
        is_wanted = isinstance(total, TypedText) or parts >= _PARTS_AT_LEAST
    if not is_wanted:
        return None
    return TotalOffer(identity.total, column, outcome.expected, outcome.equation)
