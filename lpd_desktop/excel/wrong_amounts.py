"""Amounts that can be read and are wrong all the same, found by the sums of the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec.structs import replace

from lpd_desktop.check.identities import Cells, Outcome, cells_of, evaluate
from lpd_desktop.check.repair import Repair, equation_line
from lpd_desktop.excel.preview import PreviewCell
from lpd_desktop.form.identities import (
    AtMostIdentity,
    EqualIdentity,
    Identity,
    ShareIdentity,
    SumIdentity,
    rows_of,
)
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem
from lpd_desktop.plan.amounts import UNIT_FACTORS, Unit, format_amount, format_euro
from lpd_desktop.plan.budget import BudgetTable

_EQUATIONS_AT_LEAST = 2


class BrokenSum(msgspec.Struct, frozen=True):
    """An identity that does not hold in one column."""

    column: BudgetColumn
    identity: Identity
    outcome: Outcome


class Sums(msgspec.Struct, frozen=True):
    """What the identities say of a table.

    Attributes:
        broken: Those that do not hold.
        repairs: Cells with which alone they do not hold, and the amount with which they would.
    """

    broken: tuple[BrokenSum, ...] = ()
    repairs: tuple[Repair, ...] = ()


def sums_of(item: BudgetItem, table: BudgetTable, unit: Unit) -> Sums:
    """The identities of a table of which every row is in the workbook.

    Amounts in thousands are rounded; a difference that rounding explains is none.
    """
    present = {row.key for row in table.rows if row.cents("plan") or row.cents("previous")}
    identities = [
        each
        for each in item.identities
        if set(rows_of(each)) <= present and not isinstance(each, AtMostIdentity)
    ]
    broken, repairs = [], []
    for column in BUDGET_COLUMNS:
        cells = cells_of(table, column)
        found = list(_broken(identities, cells, column, unit))
        broken += found
        if unit == "eur" and len(found) >= _EQUATIONS_AT_LEAST:
            repairs += _repairs(item, found, cells, column)
    return Sums(tuple(broken), tuple(repairs))


def _broken(
    identities: Iterable[Identity], cells: Cells, column: BudgetColumn, unit: Unit
) -> Iterator[BrokenSum]:
    for identity in identities:
        outcome = evaluate(identity, cells)
        slack = UNIT_FACTORS[unit] * 50 * len(rows_of(identity)) if unit != "eur" else 0
        if outcome is not None and not outcome.holds and abs(outcome.difference) > slack:
            yield BrokenSum(column, identity, outcome)


def _repairs(
    item: BudgetItem, broken: list[BrokenSum], cells: Cells, column: BudgetColumn
) -> list[Repair]:
    """The one cell with another amount of which all sums hold; nothing where several could be."""
    suspects = set(rows_of(broken[0].identity))
    for each in broken[1:]:
        suspects &= set(rows_of(each.identity))
    found = [
        Repair(row, column, format_amount(has), meant, proof)
        for row in sorted(suspects)
        if isinstance(has := cells.get(row), int)
        and (meant := _meant(broken, cells, row)) is not None
        and (proof := _proof(item, {**cells, row: meant}, row))
    ]
    return found if len(found) == 1 else []


def _meant(broken: list[BrokenSum], cells: Cells, row: str) -> int | None:
    """With which amount of a row the first exact identity holds."""
    exact = sorted(broken, key=lambda each: isinstance(each.identity, ShareIdentity))
    has = cells[row]
    if not isinstance(has, int) or isinstance(exact[0].identity, ShareIdentity):
        return None
    meant = has + _sign(exact[0].identity, row) * exact[0].outcome.difference
    return meant if meant >= 0 else None


def _sign(identity: Identity, row: str) -> int:
    """Whether a row must grow or shrink by the difference of its identity."""
    if isinstance(identity, SumIdentity):
        return 1 if row in identity.plus else -1
    return -1 if isinstance(identity, EqualIdentity) and row == identity.left else 1


def _proof(item: BudgetItem, cells: Mapping[str, object], row: str) -> tuple[str, ...]:
    lines = []
    equations = 0
    for identity in item.identities:
        if row not in rows_of(identity):
            continue
        outcome = evaluate(identity, cells)  # type: ignore[arg-type]
        if outcome is None:
            continue
        if not outcome.holds:
            return ()
        equations += not isinstance(identity, AtMostIdentity)
        lines.append(equation_line(item, identity, outcome.equation))
    return tuple(lines) if equations >= _EQUATIONS_AT_LEAST else ()


def with_proofs(cells: Iterable[PreviewCell], sums: Sums) -> tuple[PreviewCell, ...]:
    """The cells; one that alone breaks the sums is asked about."""
    meant = {(repair.row, repair.column): repair.cents for repair in sums.repairs}
    return tuple(_with_proof(cell, meant.get((cell.row, cell.column))) for cell in cells)


def _with_proof(cell: PreviewCell, cents: int | None) -> PreviewCell:
    if cents is None or cell.read_as is None:
        return cell
    note = f"die Summen gehen nur mit {format_euro(cents)} auf"
    return replace(
        cell,
        status="asked",
        note="; ".join(part for part in (cell.note, note) if part),
        questions=(*cell.questions, "sum"),
        readings=(cell.read_as, cents),
    )


__all__ = ["BrokenSum", "Sums", "sums_of", "with_proofs"]
