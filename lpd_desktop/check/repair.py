"""The one reading of a malformed amount with which all sums close, with its proof.

Only ever a proposal. At least two equations must decide it, and exactly one reading may close
them all. Several malformed amounts of one column are tried together where their equations meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lpd_desktop.check.identities import Cells, cells_of, evaluate
from lpd_desktop.form.identities import AtMostIdentity, EqualIdentity, Identity, rows_of
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem, BudgetRole
from lpd_desktop.plan.amounts import possible_readings
from lpd_desktop.plan.budget import Amount, BudgetTable, TypedText

_EQUATIONS_AT_LEAST = 2
_CELLS_AT_MOST = 16
_TRIES_AT_MOST = 20_000


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
    return [repair for column in BUDGET_COLUMNS for repair in _of_column(item, table, column)]


def _of_column(item: BudgetItem, table: BudgetTable, column: BudgetColumn) -> list[Repair]:
    cells = cells_of(table, column)
    readings = {
        row.key: _readings(amount.text, row.role)
        for row in table.rows
        if isinstance(amount := row.amount(column), TypedText)
    }
    found: dict[str, Repair] = {}
    for group in _groups(item, readings):
        solutions = list(_solutions(item, cells, group, readings))
        for row in (each for each in group if readings[each]):
            meant = {solution[row] for solution in solutions}
            proof = _proof(item, row, {**cells, **solutions[0]}) if len(meant) == 1 else ()
            if proof:
                typed = cells[row]
                shown = typed.text if isinstance(typed, TypedText) else ""
                found[row] = Repair(row, column, shown, meant.pop(), proof)
    return [found[row.key] for row in table.rows if row.key in found]


def _readings(typed: str, role: BudgetRole) -> tuple[int, ...]:
    """What a text may mean; a deduction is stored without its minus."""
    found = possible_readings(typed)
    return tuple(sorted({abs(each) for each in found})) if role == "subtrahend" else found


def _groups(item: BudgetItem, readings: Mapping[str, Sequence[int]]) -> list[tuple[str, ...]]:
    """The malformed cells that some equation ties together; without a reading there is none."""
    groups: list[set[str]] = [{row} for row in readings]
    for identity in item.identities:
        tied = set(rows_of(identity)) & set(readings)
        if len(tied) > 1:
            joined = set().union(*(group for group in groups if group & tied))
            groups = [group for group in groups if not group & tied] + [joined]
    return [tuple(sorted(group)) for group in groups if len(group) <= _CELLS_AT_MOST]


def _solutions(
    item: BudgetItem,
    cells: Cells,
    group: Sequence[str],
    readings: Mapping[str, Sequence[int]],
) -> Iterator[dict[str, int]]:
    """The readings of a group with which no equation breaks that can be reckoned."""
    identities = [each for each in item.identities if set(rows_of(each)) & set(group)]
    known = [row for row in group if readings[row]]
    pending: list[tuple[int, dict[str, int]]] = [(0, {})]
    tries = 0
    while pending:
        depth, taken = pending.pop()
        tries += 1
        if tries > _TRIES_AT_MOST or not _holds(identities, {**cells, **taken}):
            continue
        if depth == len(known):
            yield taken
            continue
        row = known[depth]
        pending += [(depth + 1, {**taken, row: cents}) for cents in readings[row]]


def _holds(identities: Iterable[Identity], cells: Mapping[str, Amount]) -> bool:
    outcomes = (evaluate(identity, cells) for identity in identities)
    return all(outcome is None or outcome.holds for outcome in outcomes)


def _proof(item: BudgetItem, row: str, cells: Mapping[str, Amount]) -> tuple[str, ...]:
    """The equations of a row that close; empty if one is undecided, or they are too few."""
    lines: list[str] = []
    equations = 0
    for identity in item.identities:
        if row not in rows_of(identity):
            continue
        if any(isinstance(cells.get(each), TypedText) for each in rows_of(identity)):
            return ()
        outcome = evaluate(identity, cells)
        if outcome is None:
            continue
        equations += not isinstance(identity, AtMostIdentity)
        lines.append(equation_line(item, identity, outcome.equation))
    return tuple(lines) if equations >= _EQUATIONS_AT_LEAST else ()


def equation_line(item: BudgetItem, identity: Identity, equation: str) -> str:
    """An equation as people read it; of two equal rows it names both."""
    if not isinstance(identity, EqualIdentity):
        return equation
    labels = [row.label if (row := item.row(key)) else key for key in rows_of(identity)]
    return f"„{labels[0]}“ und „{labels[1]}“: {equation}"
