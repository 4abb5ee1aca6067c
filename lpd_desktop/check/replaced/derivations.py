"""What follows from a budget table: amounts, sums, differences, changes and shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import combinations, permutations
from typing import Literal

from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn
from lpd_desktop.plan.budget import BudgetTable

Kind = Literal["cell", "year_difference", "sum", "difference", "sum_difference", "change", "share"]
"""From the plainest to the one that is meant least often; `change` and `share` are percentages."""

Cell = tuple[str, BudgetColumn]
Cents = dict[Cell, int]


@dataclass(frozen=True)
class Derivation:
    """`plus` less `minus`, as an amount, or as a percentage of the sum of `of`."""

    kind: Kind
    plus: tuple[Cell, ...]
    minus: tuple[Cell, ...] = ()
    of: tuple[Cell, ...] = ()

    @cached_property
    def rows(self) -> frozenset[str]:
        """The keys of all rows that take part."""
        return frozenset(row for row, _column in (*self.plus, *self.minus, *self.of))

    @cached_property
    def columns(self) -> frozenset[BudgetColumn]:
        """The columns that take part."""
        return frozenset(column for _row, column in (*self.plus, *self.minus, *self.of))

    @property
    def is_percent(self) -> bool:
        """Whether it gives percent, else euros."""
        return bool(self.of)

    def cents(self, cents: Cents) -> int | None:
        """`plus` less `minus` in cents; None where a cell is missing."""
        try:
            amount = sum([cents[cell] for cell in self.plus])
            return amount - sum([cents[cell] for cell in self.minus]) if self.minus else amount
        except KeyError:
            return None

    def value(self, cents: Cents) -> Fraction | None:
        """Euros or percent; None where a cell is missing or the base is no positive amount."""
        amount = self.cents(cents)
        if amount is None or not self.of:
            return None if amount is None else Fraction(amount, 100)
        base = sum(cents.get(cell, 0) for cell in self.of)
        is_whole = all(cell in cents for cell in self.of)
        return Fraction(amount * 100, base) if is_whole and base > 0 else None


def cents_of(table: BudgetTable) -> Cents:
    """All amounts of a table."""
    return {
        (row.key, column): cents
        for row in table.rows
        for column in BUDGET_COLUMNS
        if (cents := row.cents(column)) is not None
    }


def cells(rows: Iterable[str]) -> Iterator[Derivation]:
    """The amounts themselves."""
    for row in rows:
        for column in BUDGET_COLUMNS:
            yield Derivation("cell", ((row, column),))


def amounts_between(rows: Iterable[str], *, most: int = 3) -> Iterator[Derivation]:
    """Sums of up to `most` rows, differences of two, and what both years differ by."""
    keys = tuple(rows)
    for row in keys:
        yield Derivation("year_difference", ((row, "plan"),), ((row, "previous"),))
    for column in BUDGET_COLUMNS:
        for size in range(2, most + 1):
            for chosen in combinations(keys, size):
                yield Derivation("sum", tuple((row, column) for row in chosen))
        for one, other in combinations(keys, 2):
            yield Derivation("difference", ((one, column),), ((other, column),))
    for pair in combinations(keys, 2):
        plan, previous = _both_years(pair)
        yield Derivation("sum_difference", plan, previous)


@lru_cache(maxsize=8)
def _all_amounts(rows: tuple[str, ...], most: int) -> tuple[Derivation, ...]:
    return (*cells(rows), *amounts_between(rows, most=most))


class AmountIndex:
    """All amounts, sums and differences of one table by their size, for looking up."""

    def __init__(self, cents: Cents, rows: Sequence[str], most: int) -> None:
        """Takes the amounts, the keys of the rows, and how many of them a sum may have."""
        self._by_size: dict[int, list[Derivation]] = {}
        for derivation in _all_amounts(tuple(rows), most):
            size = derivation.cents(cents)
            if size:
                self._by_size.setdefault(abs(size), []).append(derivation)
        self._by_euros: dict[int, list[Derivation]] = {}
        for size, derivations in self._by_size.items():
            if size % 100:
                self._by_euros.setdefault((size + 50) // 100, []).extend(derivations)

    def of_size(self, cents: int) -> tuple[Derivation, ...]:
        """What gives this many cents, or so much to the nearest euro; signs left out."""
        rounded = self._by_euros.get(cents // 100, ()) if cents % 100 == 0 else ()
        return (*self._by_size.get(cents, ()), *rounded)


def changes(rows: Iterable[str], *, size: int = 1) -> Iterator[Derivation]:
    """The percentages by which rows, or sums of `size` rows, differ from the previous year."""
    for chosen in combinations(rows, size):
        plan, previous = _both_years(chosen)
        yield Derivation("change", plan, previous, previous)


def shares(rows: Iterable[str]) -> Iterator[Derivation]:
    """The percentage that one row is of another, and of the sum of both."""
    for part, whole in permutations(rows, 2):
        for column in BUDGET_COLUMNS:
            cell, other = (part, column), (whole, column)
            yield Derivation("share", (cell,), of=(other,))
            yield Derivation("share", (cell,), of=(cell, other))


def _both_years(rows: Iterable[str]) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    keys = tuple(rows)
    return tuple((row, "plan") for row in keys), tuple((row, "previous") for row in keys)
