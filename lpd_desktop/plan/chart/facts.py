"""What a chart of a budget shows: its totals in both years, divided into their parts.

A bar shows an amount that stands in the table, never a reckoned one. What cannot be drawn keeps
its place and says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec import UNSET

from lpd_desktop.form.identities import SumIdentity
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem
from lpd_desktop.plan.amounts import format_euro
from lpd_desktop.plan.budget import Amount, BudgetTable, TableRow, TypedText

_GROUPS_AT_MOST = 12
_LABEL_AT_MOST = 150
_ALONE = ("addend", "for_information")
"""Rows of these roles have a bar of their own where no total holds them."""


@dataclass(frozen=True)
class Part:
    """A share of a bar in cents; `place` (from 0) is that of its row among the parts."""

    key: str
    label: str
    cents: int
    place: int


@dataclass(frozen=True)
class Bar:
    """The amount of one year.

    Attributes:
        cents: None where there is nothing to draw; `problem` says why.
        parts: What it is made of, with the same sum; empty for an undivided bar.
        taken: What was deducted from a larger amount to reach this one.
        note: Why it is not divided although its row has parts.
    """

    year: int
    cents: int | None
    parts: tuple[Part, ...] = ()
    taken: tuple[Part, ...] = ()
    problem: str = ""
    note: str = ""

    @property
    def reach(self) -> int:
        """The amount with what was deducted, in cents."""
        return (self.cents or 0) + sum(part.cents for part in self.taken)


@dataclass(frozen=True)
class Group:
    """One row of the table with a bar for each year, the plan year first."""

    key: str
    label: str
    bars: tuple[Bar, ...]

    def shown_parts(self, *, taken: bool) -> list[Part]:
        """The parts that some bar shows, each once, in the order of the table."""
        parts = [part for bar in self.bars for part in (bar.taken if taken else bar.parts)]
        return [*{part.place: part for part in sorted(parts, key=lambda each: each.place)}.values()]


@dataclass(frozen=True)
class BudgetChart:
    """All groups; `left_out` counts rows for which there was no room."""

    years: tuple[int, ...]
    groups: tuple[Group, ...]
    left_out: int = 0

    @property
    def reach(self) -> int:
        """The largest amount to draw, in cents."""
        return max((bar.reach for group in self.groups for bar in group.bars), default=0)


def chart_of(item: BudgetItem, table: BudgetTable, year: int) -> BudgetChart:
    """The chart of a table; `year` is the plan year."""
    columns = [c for c in BUDGET_COLUMNS if any(row.amount(c) is not UNSET for row in table.rows)]
    sums = {each.total: each for each in item.identities if isinstance(each, SumIdentity)}
    reader = _Reader(table, sums, {"plan": year, "previous": year - 1})
    rows = [row for row in reader.charted_rows() if reader.holds_anything(row)]
    groups = tuple(reader.group(row, columns) for row in rows[:_GROUPS_AT_MOST])
    years = tuple(year if column == "plan" else year - 1 for column in columns)
    return BudgetChart(years, groups, max(0, len(rows) - _GROUPS_AT_MOST))


@dataclass(frozen=True)
class _Reader:
    table: BudgetTable
    sums: Mapping[str, SumIdentity]
    years: Mapping[BudgetColumn, int]

    def charted_rows(self) -> Iterator[TableRow]:
        """The totals, and the rows that are no part of any."""
        held = {key for total in self.sums for key in self._parts_of(total)}
        for row in self.table.rows:
            if row.role == "total" or (row.role in _ALONE and row.key not in held):
                yield row

    def _parts_of(self, total: str) -> tuple[str, ...]:
        identity = self.sums.get(total)
        is_there = identity is not None and self.table.row(total) is not None
        return (*identity.plus, *identity.minus) if identity and is_there else ()

    def holds_anything(self, row: TableRow) -> bool:
        """Whether the row or one of its parts has a cell that is not empty."""
        rows = [row, *(part for key in self._parts_of(row.key) if (part := self.table.row(key)))]
        return any(each.amount(c) is not UNSET for each in rows for c in BUDGET_COLUMNS)

    def group(self, row: TableRow, columns: Sequence[BudgetColumn]) -> Group:
        """A row with its bars."""
        return Group(
            row.key, _short(row.label), tuple(self._bar(row, column) for column in columns)
        )

    def _bar(self, row: TableRow, column: BudgetColumn) -> Bar:
        year, problem = self.years[column], _problem(row.amount(column))
        cents = row.cents(column)
        if problem or cents is None:
            return Bar(year, None, problem=problem)
        identity = self.sums.get(row.key)
        return Bar(year, cents) if identity is None else self._divided(identity, column, cents)

    def _divided(self, identity: SumIdentity, column: BudgetColumn, cents: int) -> Bar:
        year = self.years[column]
        rows = [row for key in self._parts_of(identity.total) if (row := self.table.row(key))]
        wrong = [row for row in rows if _is_unfit(row.amount(column))]
        if wrong:
            return Bar(
                year, cents, note=f"ohne Aufteilung, weil „{_short(wrong[0].label)}“ unklar ist"
            )
        parts = self._filled(identity.plus, rows, column)
        taken = self._filled(identity.minus, rows, column)
        if not parts:
            return Bar(year, cents)
        total = sum(part.cents for part in parts) - sum(part.cents for part in taken)
        if abs(total - cents) > identity.tolerance:
            note = f"ohne Aufteilung, weil die Teile zusammen {format_euro(total)} ergeben"
            return Bar(year, cents, note=note)
        if taken:
            return Bar(year, cents, taken=taken)
        return Bar(year, cents, parts=parts if len(parts) > 1 else ())

    @staticmethod
    def _filled(
        keys: Sequence[str], rows: Sequence[TableRow], column: BudgetColumn
    ) -> tuple[Part, ...]:
        """The parts above zero among these keys; the place is that among all parts."""
        return tuple(
            Part(row.key, _short(row.label), cents, place)
            for place, row in enumerate(rows)
            if row.key in keys and (cents := row.cents(column))
        )


def _problem(amount: Amount) -> str:
    if isinstance(amount, TypedText):
        return f"„{_short(amount.text)}“ ist kein Betrag"
    if not isinstance(amount, int):
        return "es ist kein Betrag eingetragen"
    return f"{format_euro(amount)} ist negativ" if amount < 0 else ""


def _short(text: str) -> str:
    """Labels have no limit, figures do: they are not parted over pages."""
    return text if len(text) <= _LABEL_AT_MOST else f"{text[:_LABEL_AT_MOST]}…"


def _is_unfit(amount: Amount) -> bool:
    return isinstance(amount, TypedText) or (isinstance(amount, int) and amount < 0)
