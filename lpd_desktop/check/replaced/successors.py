"""What a figure of the text followed from in an older table, and what follows from the new one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import get_args

from lpd_desktop.check.prose.figures import Figure
from lpd_desktop.check.replaced.derivations import (
    AmountIndex,
    Derivation,
    Kind,
    amounts_between,
    cells,
    cents_of,
    changes,
    shares,
)
from lpd_desktop.check.replaced.scene import Scene
from lpd_desktop.check.replaced.writing import Writing, writing_of
from lpd_desktop.form.model import BudgetColumn
from lpd_desktop.plan.budget import BudgetTable

_SHARP_DIGITS = 4
_FEW_DIGITS = 2
_TRIPLES_UP_TO_ROWS = 16
_KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Values:
    """A derivation with what it gave and what it gives now, in euros or percent."""

    derivation: Derivation
    old: Fraction | None
    new: Fraction | None


@dataclass(frozen=True)
class Successor:
    """One derivation that gave the figure, and what it gives now.

    Attributes:
        new_text: The new value as the figure is written; empty where its direction turned or it
            is too small for the unit.
        is_by_chance: Whether it is a round amount in a sentence that does not name its row.
    """

    derivation: Derivation
    old: Fraction
    new: Fraction
    new_text: str
    is_by_chance: bool = False


class Comparison:
    """An older table and the new one, ready to be asked about figures."""

    def __init__(self, old: BudgetTable, new: BudgetTable, year: int) -> None:
        """Takes both tables and the plan year."""
        self._old_table, self._new_table = old, new
        self._old, self._new = cents_of(old), cents_of(new)
        self._years: dict[BudgetColumn, int] = {"plan": year, "previous": year - 1}
        self._keys = tuple(dict.fromkeys(row.key for row in (*new.rows, *old.rows)))
        self._totals = frozenset(row.key for row in new.rows if row.role == "total")
        self._values: dict[object, tuple[Values, ...]] = {}

    @property
    def is_empty(self) -> bool:
        """Whether both tables hold the same amounts."""
        return self._old == self._new

    def successors(self, figure: Figure, scene: Scene) -> tuple[Successor, ...]:
        """What may replace the figure: nothing while it is right, one, or several candidates."""
        matches = []
        for each in self._possible(figure, scene):
            if each.new is None:
                continue
            if writing_of(figure, each.new):
                if self._fits_years(each.derivation, scene):
                    return ()
                continue
            writing = writing_of(figure, each.old) if each.old is not None else None
            if each.old is not None and writing is not None:
                matches.append(_successor(each.derivation, each.old, each.new, writing))
        if not matches:
            return ()
        if _is_exact(figure) and not _is_sharp(figure):
            matches = [_doubted(each, scene) for each in matches]
        best = _best(matches, scene, is_coarse=not _is_exact(figure))
        of_year = [each for each in best if self._fits_years(each.derivation, scene)]
        return _distinct(of_year or best)

    def rows_given(self, figure: Figure) -> frozenset[str]:
        """The rows whose amounts in one of both tables the figure gives in full."""
        if figure.kind != "money" or not _is_sharp(figure):
            return frozenset()
        found = [each.derivation for each in self._of_size(figure)]
        plainest = min((_KINDS.index(each.kind) for each in found), default=0)
        rows = (each.rows for each in found if _KINDS.index(each.kind) == plainest)
        return frozenset().union(*rows)

    def _possible(self, figure: Figure, scene: Scene) -> Iterable[Values]:
        if figure.kind == "percent":
            return self._percentages(scene, is_signed=figure.sign != 0)
        if _is_sharp(figure):
            return self._of_size(figure)
        amounts = () if scene.says_difference else self._amounts(figure, scene)
        return (*amounts, *self._reckoned(scene))

    def _amounts(self, figure: Figure, scene: Scene) -> tuple[Values, ...]:
        is_clear = _is_exact(figure) or _digits(figure) >= _SHARP_DIGITS
        is_about_money = scene.in_budget or scene.money
        if is_clear or (is_about_money and _digits(figure) > _FEW_DIGITS):
            return self._kept("cells", lambda: cells(self._keys))
        rows = scene.named or (self._totals if is_about_money else frozenset())
        return self._kept(rows, lambda: cells(self._in_order(rows)))

    def _reckoned(self, scene: Scene) -> tuple[Values, ...]:
        """Sums and differences of the rows that are named, or of the totals."""
        named, about_all = scene.named, scene.in_budget or scene.money
        said = (scene.together, scene.change, scene.subtracted)

        def derivations() -> Iterator[Derivation]:
            for each in amounts_between(self._in_order(named | self._totals)):
                is_named = each.rows <= named
                is_whole = about_all and each.rows <= self._totals
                if (is_named or is_whole) and _is_said(each.kind, scene, is_named=is_named):
                    yield each

        return self._kept((named, about_all, said), derivations)

    def _percentages(self, scene: Scene, *, is_signed: bool) -> tuple[Values, ...]:
        if not (scene.money or scene.rows or (scene.refers_back and scene.around)):
            return ()
        named = self._in_order(scene.named or self._totals)
        both = self._in_order(scene.named | scene.around)
        is_change = scene.change or is_signed

        def derivations() -> Iterator[Derivation]:
            if is_change:
                yield from changes(named)
                if scene.together:
                    yield from changes(self._summed(named), size=2)
            if scene.share:
                yield from shares(both)

        return self._kept((named, both, is_change, scene.share, scene.together), derivations)

    def _summed(self, named: tuple[str, ...]) -> tuple[str, ...]:
        """The rows that are added up: the totals where two are named, for parts lie in them."""
        totals = tuple(key for key in named if key in self._totals)
        return totals if len(totals) > 1 else named

    def _in_order(self, rows: frozenset[str]) -> tuple[str, ...]:
        return tuple(key for key in self._keys if key in rows)

    def _kept(
        self, key: object, derivations: Callable[[], Iterable[Derivation]]
    ) -> tuple[Values, ...]:
        """The values of derivations, reckoned once."""
        if key not in self._values:
            self._values[key] = tuple(map(self._values_of, derivations()))
        return self._values[key]

    def _values_of(self, derivation: Derivation) -> Values:
        return Values(derivation, derivation.value(self._old), derivation.value(self._new))

    def _fits_years(self, derivation: Derivation, scene: Scene) -> bool:
        """Whether it may be meant by a sentence that names one of both years only."""
        years = scene.years & set(self._years.values())
        if len(years) != 1 or scene.looks_back:
            return True
        return years <= {self._years[each] for each in derivation.columns}

    def _of_size(self, figure: Figure) -> tuple[Values, ...]:
        """Everything of this size in one of both tables."""
        return self._kept(
            figure.cents,
            lambda: dict.fromkeys(
                derivation for index in self._indexes for derivation in index.of_size(figure.cents)
            ),
        )

    @cached_property
    def _indexes(self) -> tuple[AmountIndex, AmountIndex]:
        return _index(self._old_table, self._keys), _index(self._new_table, self._keys)


@lru_cache(maxsize=64)
def _index(table: BudgetTable, keys: tuple[str, ...]) -> AmountIndex:
    return AmountIndex(cents_of(table), keys, 3 if len(keys) <= _TRIPLES_UP_TO_ROWS else 2)


@lru_cache(maxsize=64)
def comparison(old: BudgetTable, new: BudgetTable, year: int) -> Comparison:
    """The comparison of two tables, made once."""
    return Comparison(old, new, year)


def _is_said(kind: Kind, scene: Scene, *, is_named: bool) -> bool:
    if kind == "sum":
        return scene.together or is_named
    if kind == "difference":
        return scene.subtracted or scene.change
    return scene.change and (kind == "year_difference" or scene.together or is_named)


def _is_exact(figure: Figure) -> bool:
    return figure.kind != "percent" and not figure.scaled and figure.hedge == "exact"


def _is_sharp(figure: Figure) -> bool:
    """Whether so many digits are written that hardly another sum gives the same."""
    return _is_exact(figure) and _digits(figure) >= _SHARP_DIGITS


def _digits(figure: Figure) -> int:
    return len(figure.value.normalize().as_tuple().digits)


def _successor(derivation: Derivation, old: Fraction, new: Fraction, writing: Writing) -> Successor:
    if derivation.kind == "cell" and new == 0:
        return Successor(derivation, old, new, writing.of(new))
    keeps_direction = new != 0 and (old > 0) == (new > 0)
    text = writing.of(new) if keeps_direction else ""
    is_too_small = not re.search(r"[1-9]", text)
    return Successor(derivation, old, new, "" if is_too_small else text)


def _doubted(found: Successor, scene: Scene) -> Successor:
    """A round amount, by chance where nothing in its sentence speaks of its row."""
    spoken_of = scene.rows | scene.beside | (scene.around if scene.refers_back else frozenset())
    return replace(found, is_by_chance=not found.derivation.rows & spoken_of)


def _best(matches: list[Successor], scene: Scene, *, is_coarse: bool) -> list[Successor]:
    """The plainest derivations; for a rounded figure those of rows that are named come first."""

    def rank(each: Successor) -> tuple[int, int]:
        is_elsewhere = int(not each.derivation.rows <= scene.named)
        kind = _KINDS.index(each.derivation.kind)
        return (is_elsewhere, kind) if is_coarse else (kind, is_elsewhere)

    best = min(map(rank, matches))
    return [each for each in matches if rank(each) == best]


def _distinct(successors: list[Successor]) -> tuple[Successor, ...]:
    by_text: dict[str, Successor] = {}
    for each in successors:
        by_text.setdefault(each.new_text, each)
    return tuple(by_text.values())
