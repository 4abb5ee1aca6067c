"""Budgets in which everything closes, for workbooks in many layouts."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from lpd_desktop.form.model import BudgetColumn

from .workbooks import ITEM

Amounts = dict[tuple[str, BudgetColumn], int]
"""Cents by row and column."""

COLUMNS: tuple[BudgetColumn, ...] = ("plan", "previous")
OWN_LABELS = (
    "Mietzuschuss der Stadt",
    "Kommunaler Zuschuss Schuldnerberatung",
    "Erstattungen Dritter",
    "Sonstiges",
)


@dataclass(frozen=True)
class Budget:
    """The amounts of both years; `own` are rows that no form knows, by label."""

    amounts: Amounts
    own: dict[str, dict[BudgetColumn, int]]
    step: int


def budget(random: Random, step: int) -> Budget:
    """A budget of the size of a Jobcenter, all amounts multiples of `step` cents."""
    amounts: Amounts = {}
    for column in COLUMNS:
        amounts |= {(key, column): cents for key, cents in _year(random, step).items()}
    labels = random.sample(OWN_LABELS, random.choice((0, 0, 1, 2)))
    own = {label: {each: _size(random, step, 5, 7) for each in COLUMNS} for label in labels}
    return Budget(amounts, own, step)


def _year(random: Random, step: int) -> dict[str, int]:
    federal = _size(random, step, 7, 8, at_least=3_000_000)
    moved = _size(random, step, 5, 6)
    municipal = round((federal + moved) * 152 / 848 / step) * step
    without = _size(random, step, 7, 8, at_least=3_000_000)
    former = _size(random, step, 5, 6)
    return {
        "administration_total": federal + moved + municipal,
        "administration_federal": federal,
        "transfer_in": moved,
        "administration_municipal": municipal,
        "integration_federal": without + former,
        "integration_without_former_16e": without,
        "integration_former_16e": former,
        "recoveries": _size(random, step, 4, 5),
        "transfer_out": moved,
        "integration_available": without + former - moved,
        "passive_active_transfer": _size(random, step, 6, 7),
        "municipal_integration": _size(random, step, 5, 6),
    }


def _size(random: Random, step: int, fewest: int, most: int, at_least: int = 0) -> int:
    """An amount with so many digits in euros."""
    digits = random.randint(fewest, most)
    euros = max(at_least, random.randint(10 ** (digits - 1), 10**digits - 1))
    return max(1, euros * 100 // step) * step + (random.randrange(100) if step == 1 else 0)


KEYS = tuple(row.key for row in ITEM.rows)
