"""Budget tables: rows of amounts in integer cents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import UNSET, UnsetType

from lpd_desktop.form.model import BudgetColumn, BudgetItem, BudgetRole
from lpd_desktop.plan.rich_text import PlanPart


class TypedText(PlanPart, frozen=True):
    """What was typed into a cell and is no strict amount; kept, never guessed."""

    text: str


Amount = int | TypedText | UnsetType
"""Integer cents, typed text, or UNSET for an empty cell. Subtrahends are stored positive."""


class Basis(PlanPart, kw_only=True, frozen=True):
    """What the amounts of one column rest on; `date` (ISO) is that of the letter."""

    source: str = ""
    date: str = ""
    status: Literal["provisional", "final", ""] = ""


class BasisOfColumns(PlanPart, kw_only=True, frozen=True):
    """The bases of both columns."""

    plan: Basis | None = None
    previous: Basis | None = None

    def of(self, column: BudgetColumn) -> Basis | None:
        """The basis of one column."""
        return self.plan if column == "plan" else self.previous


class TableRow(PlanPart, kw_only=True, frozen=True):
    """One row of a plan's table; a key that the form does not know is a row of the plan's own."""

    key: str
    label: str
    role: BudgetRole
    plan: Amount = UNSET
    previous: Amount = UNSET

    def amount(self, column: BudgetColumn) -> Amount:
        """The cell of one column."""
        return self.plan if column == "plan" else self.previous

    def cents(self, column: BudgetColumn) -> int | None:
        """The amount of one column in cents; None where it is empty or no amount."""
        amount = self.amount(column)
        return amount if isinstance(amount, int) else None


class BudgetTable(PlanPart, kw_only=True, omit_defaults=False, frozen=True):
    """The table of one budget item.

    Attributes:
        print: Whether it appears in the document.
        chart: Whether a chart of it appears below; unset where nobody asked for one.
    """

    print: bool = True
    chart: bool | UnsetType = UNSET
    basis: BasisOfColumns = BasisOfColumns()
    rows: tuple[TableRow, ...] = ()

    def row(self, key: str) -> TableRow | None:
        """The row with this key."""
        return next((row for row in self.rows if row.key == key), None)

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return all(row.plan is UNSET and row.previous is UNSET for row in self.rows)

    @property
    def is_printed(self) -> bool:
        """Whether the table stands in the document: wanted there, and not blank."""
        return self.print and not self.is_blank

    @property
    def is_charted(self) -> bool:
        """Whether a chart stands below the table in the document."""
        return self.is_printed and self.chart is True


def place_of_row(item: BudgetItem, rows: Sequence[TableRow], key: str) -> int:
    """Where a row comes in: one of the form behind those before it there, another one last."""
    order = [each.key for each in item.rows]
    if key not in order:
        return len(rows)
    earlier = set(order[: order.index(key)])
    places = [index + 1 for index, each in enumerate(rows) if each.key in earlier]
    return max(places, default=0)


def proposed_table(item: BudgetItem) -> BudgetTable:
    """The empty table with the rows that the form proposes."""
    return BudgetTable(
        rows=tuple(TableRow(key=row.key, label=row.label, role=row.role) for row in item.rows)
    )
