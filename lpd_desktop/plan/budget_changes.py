"""What changed between two budget tables, row by row, and from year to year.

Differences are cents, percentages decimals with two places.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec
from msgspec import UNSET

from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn
from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.budget import Amount, BudgetTable, TableRow
from lpd_desktop.plan.rounding import half_up

RowStatus = Literal["same", "changed", "added", "removed"]


class CellChange(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One cell before and after.

    Attributes:
        old, new: Cents, typed text, or left out where the cell is empty.
        difference: In cents; None where one of both is no amount.
        percent: Of the old amount; None where there is no difference or the old one is zero.
    """

    column: BudgetColumn
    old: Amount = UNSET
    new: Amount = UNSET
    difference: int | None = None
    percent: Decimal | None = None

    @property
    def is_change(self) -> bool:
        """Whether both differ."""
        return self.old != self.new


class RowChange(msgspec.Struct, frozen=True, kw_only=True):
    """One row before and after.

    Attributes:
        label: The newer one.
        old_label: The older one; the same where it was not renamed.
        status: `changed` speaks of amounts alone.
        moved: Whether it stands elsewhere among the rows that both tables have.
    """

    key: str
    label: str
    old_label: str
    status: RowStatus
    moved: bool
    cells: tuple[CellChange, ...]

    @property
    def is_renamed(self) -> bool:
        """Whether the label changed."""
        return self.label != self.old_label

    @property
    def is_same(self) -> bool:
        """Whether nothing about the row changed."""
        return self.status == "same" and not self.moved and not self.is_renamed

    def cell(self, column: BudgetColumn) -> CellChange:
        """The cell of one column."""
        return next(cell for cell in self.cells if cell.column == column)


class YearChange(msgspec.Struct, frozen=True, kw_only=True):
    """How the amount of one row differs from the year before, in cents and percent."""

    key: str
    label: str
    plan: int | None
    previous: int | None
    difference: int | None
    percent: Decimal | None


def compare_tables(old: BudgetTable, new: BudgetTable) -> tuple[RowChange, ...]:
    """All rows of both tables: the new one's in order, removed ones behind their old neighbour."""
    before = {row.key: row for row in old.rows}
    moved = moved_keys([row.key for row in old.rows], [row.key for row in new.rows])
    changes = [_row_change(before.get(row.key), row, row.key in moved) for row in new.rows]
    for place, row in enumerate(old.rows):
        if new.row(row.key) is None:
            earlier = {each.key for each in old.rows[:place]}
            positions = [index for index, each in enumerate(changes, 1) if each.key in earlier]
            changes.insert(max(positions, default=0), _row_change(row, None, moved=False))
    return tuple(changes)


def _row_change(old: TableRow | None, new: TableRow | None, moved: bool) -> RowChange:
    cells = tuple(
        cell_change(column, _amount(old, column), _amount(new, column)) for column in BUDGET_COLUMNS
    )
    present = [row for row in (old, new) if row is not None]
    return RowChange(
        key=present[-1].key,
        label=present[-1].label,
        old_label=present[0].label,
        status=_status(old, new, cells),
        moved=moved,
        cells=cells,
    )


def _amount(row: TableRow | None, column: BudgetColumn) -> Amount:
    return UNSET if row is None else row.amount(column)


def _status(old: TableRow | None, new: TableRow | None, cells: tuple[CellChange, ...]) -> RowStatus:
    if old is None:
        return "added"
    if new is None:
        return "removed"
    return "changed" if any(cell.is_change for cell in cells) else "same"


def cell_change(column: BudgetColumn, old: Amount, new: Amount) -> CellChange:
    """One cell before and after, with difference and percentage where both are amounts."""
    if not isinstance(old, int) or not isinstance(new, int):
        return CellChange(column=column, old=old, new=new)
    return CellChange(
        column=column, old=old, new=new, difference=new - old, percent=percent_change(old, new)
    )


def percent_change(old: int, new: int) -> Decimal | None:
    """By how many percent of the old amount the new one differs; None for an old one of zero."""
    if old == 0:
        return None
    hundredths = half_up(Fraction((new - old) * 10_000, abs(old)))
    return Decimal(hundredths).scaleb(-2)


def moved_keys(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The fewest common keys without which the others stand in the same order."""
    places = {key: place for place, key in enumerate(old)}
    common = [key for key in new if key in places]
    return set(common) - set(_longest_rising(common, places))


def _longest_rising(keys: Sequence[str], places: dict[str, int]) -> Iterator[str]:
    ends: list[int] = []
    lengths = []
    for key in keys:
        length = bisect_left(ends, places[key])
        ends[length : length + 1] = [places[key]]
        lengths.append(length)
    wanted = len(ends) - 1
    for key, length in zip(reversed(keys), reversed(lengths), strict=True):
        if length == wanted:
            wanted -= 1
            yield key


def changes_to_previous_year(table: BudgetTable) -> tuple[YearChange, ...]:
    """For each row the change from the previous year to the plan year."""
    return tuple(_year_change(row) for row in table.rows)


def _year_change(row: TableRow) -> YearChange:
    plan, previous = row.cents("plan"), row.cents("previous")
    change = cell_change("plan", row.previous, row.plan)
    return YearChange(
        key=row.key,
        label=row.label,
        plan=plan,
        previous=previous,
        difference=change.difference,
        percent=change.percent,
    )


def signed_euro(cents: int) -> str:
    """A difference in cents as `+1.234 €`, `−437.352 €` or `0 €`, with a no-break space."""
    return f"{'+' if cents > 0 else ''}{format_amount(cents)}\u00a0€"


def signed_percent(percent: Decimal) -> str:
    """A percentage as `+1,50 %` or `−10,10 %`, with a no-break space."""
    sign = "+" if percent > 0 else "\u2212" if percent < 0 else ""
    return f"{sign}{abs(percent):.2f}".replace(".", ",") + "\u00a0%"
