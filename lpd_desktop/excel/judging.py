"""Further questions once all cells are read: unit and year against what is known, sums."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import msgspec
from msgspec.structs import replace

from lpd_desktop.excel.known_amounts import KnownAmounts, Place, large_rows
from lpd_desktop.excel.plausibility import (
    UnitDoubt,
    better_unit,
    swapped_doubt,
    unit_doubt,
    unlike_other_year,
)
from lpd_desktop.excel.preview import PreviewCell, PreviewRow
from lpd_desktop.excel.questions import QuestionKind
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem
from lpd_desktop.plan.amounts import UNIT_FACTORS, Unit

_REFUSED_AT_LEAST = 2
_ODD = "viele andere Beträge der Spalte sind nicht zu lesen"


class Judgement(msgspec.Struct, frozen=True):
    """What the amounts as a whole say.

    Attributes:
        units: The columns whose unit is in doubt.
        swapped: Why the years may be swapped, empty for no reason.
        unlike: Cells that are far from the other year.
        filled: The columns with amounts.
        odd: The columns in which most texts are no strict amounts.
    """

    units: dict[BudgetColumn, UnitDoubt]
    swapped: str
    unlike: dict[Place, str]
    filled: frozenset[BudgetColumn]
    odd: frozenset[BudgetColumn]

    def better(self, unit: Unit) -> Unit | None:
        """The unit that all columns point to, None where they do not agree."""
        units = {better_unit(unit, doubt.factor) for doubt in self.units.values()}
        is_whole = self.filled <= self.units.keys()
        return units.pop() if len(units) == 1 and is_whole else None


def judged(
    item: BudgetItem,
    rows: Iterable[PreviewRow],
    cells: Iterable[PreviewCell],
    known: KnownAmounts,
    *,
    is_named: bool,
    is_confirmed: bool,
    by_size: bool = True,
) -> Judgement:
    """Judges the amounts of the form's rows.

    Args:
        item: The budget.
        rows: The rows of the workbook.
        cells: Their cells.
        known: What is known of the amounts.
        is_named: Whether the workbook says that they are euros.
        is_confirmed: Whether a person named the unit, so that it is no question any more.
        by_size: Whether the size alone may be a reason to ask.
    """
    every = tuple(cells)
    cents = _cents(rows, every)
    doubts = (
        (name, unit_doubt(cents, name, known, large_rows(item), is_named=is_named))
        for name in BUDGET_COLUMNS
    )
    units = {
        name: doubt
        for name, doubt in doubts
        if doubt is not None
        and (doubt.is_too_large or not is_confirmed)
        and (by_size or not doubt.is_by_size)
    }
    return Judgement(
        units,
        swapped_doubt(cents, known),
        unlike_other_year(cents, known),
        frozenset(column for (_row, column), value in cents.items() if value),
        frozenset(column for column in BUDGET_COLUMNS if _is_odd(column, every)),
    )


def _cents(rows: Iterable[PreviewRow], cells: Iterable[PreviewCell]) -> dict[Place, int]:
    """What was read for rows of the form; of a column without any, what was read at all."""
    own = {row.key for row in rows if row.is_own}
    read = {(cell.row, cell.column): cell.read_as for cell in cells if cell.read_as is not None}
    known = {place: cents for place, cents in read.items() if place[0] not in own}
    filled = {column for _row, column in known}
    return {p: cents for p, cents in read.items() if p in known or p[1] not in filled}


def _is_odd(column: BudgetColumn, cells: Iterable[PreviewCell]) -> bool:
    """Whether at least as many amounts of a column are refused as are read."""
    found = [cell.status for cell in cells if cell.column == column]
    refused = found.count("refused")
    return refused >= _REFUSED_AT_LEAST and 2 * refused >= len(found)


def with_judgement(cells: Iterable[PreviewCell], judgement: Judgement) -> tuple[PreviewCell, ...]:
    """The cells with the questions of a judgement added."""
    return tuple(_asked(cell, dict(_questions(cell, judgement))) for cell in cells)


def _questions(cell: PreviewCell, judgement: Judgement) -> list[tuple[QuestionKind, str]]:
    found: list[tuple[QuestionKind, str]] = []
    if cell.column in judgement.units and cell.read_as:
        found.append(("magnitude", judgement.units[cell.column].note))
    elif (cell.row, cell.column) in judgement.unlike:
        found.append(("magnitude", judgement.unlike[cell.row, cell.column]))
    if cell.column in judgement.odd and cell.is_text and cell.read_as:
        found.append(("comma", _ODD))
    if judgement.swapped and cell.read_as:
        found.append(("swapped", judgement.swapped))
    return found


def _asked(cell: PreviewCell, questions: dict[QuestionKind, str]) -> PreviewCell:
    if not questions or cell.status not in ("ok", "asked"):
        return cell
    notes = dict.fromkeys(note for note in (cell.note, *questions.values()) if note)
    return replace(
        cell,
        status="asked",
        note="; ".join(notes),
        questions=tuple(dict.fromkeys((*cell.questions, *questions))),
    )


def other_readings(cells: Iterable[PreviewCell], unit: Unit) -> tuple[PreviewCell, ...]:
    """The cells whose unit is asked about, with what they mean in the other units."""
    return tuple(
        replace(cell, readings=_in_all_units(cell, unit))
        if {"unit", "magnitude", "mixed"} & set(cell.questions)
        else cell
        for cell in cells
    )


def _in_all_units(cell: PreviewCell, unit: Unit) -> tuple[int, ...]:
    if cell.read_as is None:
        return cell.readings
    scaled = (Fraction(cell.read_as) * UNIT_FACTORS[to] / UNIT_FACTORS[unit] for to in UNIT_FACTORS)
    whole = (int(each) for each in scaled if each.denominator == 1)
    return tuple(dict.fromkeys((cell.read_as, *whole)))
