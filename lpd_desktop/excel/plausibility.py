"""Whether amounts can be what they seem: unit and year compared with everything that is known.

Nothing here answers a question; it only makes one. The smallest Jobcenter administers several
million euros and the largest a few hundred, so that thousands and euros cannot be confused
where the large rows of the table are filled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction

import msgspec

from lpd_desktop.excel.known_amounts import KnownAmounts, Place
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn
from lpd_desktop.plan.amounts import UNIT_FACTORS, Unit, format_euro

_THOUSAND = 1_000 * 100
_MILLION = 1_000_000 * 100
_LARGEST = 2_000 * _MILLION
_EXPECTED_VOTES = 2
_PRECISE = 1_000 * 100
_SWAPPED_AT_LEAST = 2
_FITS_EXPECTED = Fraction(1, 500)
_ROUNDED_TEXT = 50_000

Cents = Mapping[Place, int]


class UnitDoubt(msgspec.Struct, frozen=True):
    """Why the amounts of a column may be in another unit.

    Attributes:
        note: The middle of a sentence.
        factor: By what they would have to be multiplied; None where that is open.
        is_too_large: Whether no unit that a person names could make it right.
        is_by_size: Whether nothing but the size of the amounts says so.
    """

    note: str
    factor: Fraction | None = None
    is_by_size: bool = False
    is_too_large: bool = False


def unit_doubt(
    cents: Cents,
    column: BudgetColumn,
    known: KnownAmounts,
    large: frozenset[str],
    *,
    is_named: bool,
) -> UnitDoubt | None:
    """What speaks against the unit of one column; None for nothing.

    Args:
        cents: The amounts of the form's rows as they would be read.
        column: Which column.
        known: What is known already.
        large: Rows that hold millions for every Jobcenter.
        is_named: Whether the workbook says that its amounts are euros.
    """
    values = {row: value for (row, name), value in cents.items() if name == column and value}
    votes = _votes(values, column, known)
    if votes:
        factor, count = votes.most_common(1)[0]
        if factor == 1 or count <= votes[Fraction(1)]:
            return None
        return UnitDoubt(_NOTES[factor > 1], factor)
    if any(known.expected.get((row, column), 0) > 0 for row in values):
        return UnitDoubt(_UNLIKE_SHARE)
    return _by_size(values, large, is_named=is_named)


_UNLIKE_SHARE = (
    "der Betrag ist weit von dem entfernt, was dem Jobcenter nach seinem Anteil zusteht; "
    "vielleicht stimmt die Einheit nicht, oder die Mappe ist die eines anderen Jobcenters"
)


_NOTES = {
    True: "der Betrag ist viel kleiner als alles, was bekannt ist; vielleicht sind es T€",
    False: "der Betrag ist viel größer als alles, was bekannt ist; vielleicht sind es Euro",
}


def _votes(
    values: Mapping[str, int], column: BudgetColumn, known: KnownAmounts
) -> Counter[Fraction]:
    votes: Counter[Fraction] = Counter()
    for row, value in values.items():
        for table in known.tables:
            votes.update(_factor(table.get((row, column), 0), value))
        for factor in _factor(known.expected.get((row, column), 0), value):
            votes[factor] += _EXPECTED_VOTES
        votes.update(_by_text(value, known.in_text))
    return votes


def _factor(reference: int, value: int) -> list[Fraction]:
    """By which power of a thousand a value differs from what it is compared with."""
    if reference <= 0 or value <= 0:
        return []
    ratio = Fraction(reference, value)
    for power in (0, 1, 2, -1, -2):
        factor = Fraction(1000) ** power
        if Fraction(1, 5) <= ratio / factor <= 5:
            return [factor]
    return []


def _by_text(value: int, in_text: Iterable[int]) -> list[Fraction]:
    if abs(value) < 1_000:
        return []
    for said in in_text:
        if said == value:
            return [Fraction(1)]
        if abs(said - value * 1000) <= _ROUNDED_TEXT:
            return [Fraction(1000)]
    return []


def _by_size(
    values: Mapping[str, int], large: frozenset[str], *, is_named: bool
) -> UnitDoubt | None:
    amounts = [abs(value) for row, value in values.items() if row in large]
    is_large = bool(amounts)
    if not is_large and not is_named:
        amounts = [abs(value) for value in values.values()]
    most = max(amounts, default=_MILLION)
    if most > _LARGEST:
        note = "der Betrag ist ungewöhnlich groß; vielleicht stimmt die Einheit nicht"
        return UnitDoubt(note, is_too_large=True)
    if most >= _MILLION:
        return None
    factor = Fraction(1000) if most >= _THOUSAND else Fraction(1000) ** 2
    note = "alle Beträge sind kleiner als eine Million; vielleicht sind es T€ oder Mio. €"
    return UnitDoubt(note, factor if is_large else None, is_by_size=True)


def unlike_other_year(cents: Cents, known: KnownAmounts) -> dict[Place, str]:
    """Cells that are about a thousandth of the other year and not known from elsewhere."""
    pairs = {
        row: (plan, cents[row, "previous"])
        for (row, column), plan in cents.items()
        if column == "plan" and plan and cents.get((row, "previous"))
    }
    found: dict[Place, str] = {}
    for row, (plan, previous) in pairs.items():
        ratio = Fraction(abs(plan), abs(previous))
        if not Fraction(1, 300) < ratio < 300:
            smaller, other = (plan, previous) if ratio < 1 else (previous, plan)
            column: BudgetColumn = "plan" if smaller == plan else "previous"
            note = f"das andere Jahr nennt {format_euro(other)}; vielleicht fehlt eine Einheit"
            if not _is_known((row, column), smaller, known):
                found[row, column] = note
    return found


def _is_known(place: Place, cents: int, known: KnownAmounts) -> bool:
    return cents in known.in_text or any(table.get(place) == cents for table in known.tables)


def swapped_doubt(cents: Cents, known: KnownAmounts) -> str:
    """Why the two columns may stand under the wrong years; empty for no reason."""
    if any(_repeats_other_year(cents, table) for table in known.tables):
        return "der Plan führt diese Beträge bisher unter dem anderen Jahr"
    if _fits_other_year(cents, known.expected):
        return "die Beträge entsprechen den Anteilen des Jobcenters am anderen Jahr"
    return ""


def _repeats_other_year(cents: Cents, table: Cents) -> bool:
    same, crossed, precise = 0, 0, 0
    for (row, column), value in cents.items():
        own, other = table.get((row, column)), table.get((row, _other(column)))
        same += value == own and own != other
        is_crossed = value == other and own != other and value != 0
        crossed += is_crossed
        precise += is_crossed and value % _PRECISE != 0
    return crossed > same and (precise > 0 or crossed >= _SWAPPED_AT_LEAST)


def _fits_other_year(cents: Cents, expected: Cents) -> bool:
    own = sum(_is_near(value, expected.get(place)) for place, value in cents.items())
    other = sum(
        _is_near(value, expected.get((row, _other(column))))
        for (row, column), value in cents.items()
    )
    return other > own


def _is_near(value: int, expected: int | None) -> bool:
    return expected is not None and abs(value - expected) <= expected * _FITS_EXPECTED / 4


def _other(column: BudgetColumn) -> BudgetColumn:
    return BUDGET_COLUMNS[1 - BUDGET_COLUMNS.index(column)]


def better_unit(unit: Unit, factor: Fraction | None) -> Unit | None:
    """The unit that a doubt points to; None for none."""
    wanted = factor * UNIT_FACTORS[unit] if factor is not None else None
    return next((name for name, value in UNIT_FACTORS.items() if value == wanted), None)
