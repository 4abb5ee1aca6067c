"""A budget table as the sentences about it see it: rows by their words, amounts by their size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from lpd_desktop.check.budget import tables
from lpd_desktop.check.context import Context
from lpd_desktop.check.money.statements import year_near
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.stretches import Sentence
from lpd_desktop.check.replaced.derivations import AmountIndex, Cents, cents_of
from lpd_desktop.check.replaced.row_words import RowWords, row_words
from lpd_desktop.form.identities import EqualIdentity
from lpd_desktop.form.model import BudgetColumn, BudgetItem
from lpd_desktop.plan.budget import BudgetTable

_REACH = 70
_ROWS_OF_A_SUM = 3
_BREAK = re.compile(r"[;:]|,\s(?:und|sowie|wobei|während)\b")


@dataclass(frozen=True)
class Budget:
    """One table with its item; `year` is that of the plan column."""

    item: BudgetItem
    table: BudgetTable
    year: int

    @cached_property
    def cents(self) -> Cents:
        """All amounts."""
        return cents_of(self.table)

    @cached_property
    def words(self) -> RowWords:
        """The words for its rows."""
        return row_words(self.item, tuple((row.key, row.label) for row in self.table.rows))

    @cached_property
    def index(self) -> AmountIndex:
        """All amounts, sums and differences by size."""
        return AmountIndex(self.cents, [row.key for row in self.table.rows], _ROWS_OF_A_SUM)

    @cached_property
    def transfers(self) -> frozenset[str]:
        """The rows that hold one amount on two sides."""
        equal = (each for each in self.item.identities if isinstance(each, EqualIdentity))
        return frozenset(key for each in equal for key in (each.left, each.right))

    def label(self, key: str) -> str:
        """How a row is called."""
        row = self.table.row(key) or self.item.row(key)
        return row.label if row else key

    def year_of(self, column: BudgetColumn) -> int:
        """The year of a column."""
        return self.year if column == "plan" else self.year - 1

    def sums(self, rows: frozenset[str], columns: tuple[BudgetColumn, ...]) -> set[int]:
        """The amounts of rows and the sums of two or three of them, in cents."""
        found: set[int] = set()
        for column in columns:
            amounts = [self.cents[row, column] for row in rows if (row, column) in self.cents]
            for size in range(1, min(_ROWS_OF_A_SUM, len(amounts)) + 1):
                found |= {sum(some) for some in combinations(amounts, size)}
        return found


def budgets(context: Context) -> Iterator[Budget]:
    """The tables that hold amounts."""
    for item, table in tables(context):
        budget = Budget(item, table, context.form.year)
        if budget.cents:
            yield budget


def amounts_in_text(context: Context) -> Iterator[tuple[Sentence, Figure]]:
    """All sums of money in the texts with their sentences."""
    for stretch in context.stretches:
        for sentence in stretch.sentences:
            for figure in figures_in(sentence.text):
                if figure.kind == "money":
                    yield sentence, figure


def words_before(text: str, figure: Figure) -> str:
    """What stands before a figure up to the figure or the break before it."""
    start = max((other.end for other in figures_in(text) if other.end <= figure.start), default=0)
    before = text[max(start, figure.start - _REACH) : figure.start]
    parts = _BREAK.split(before[:-3])
    return parts[-1] + before[-3:] if before.strip() else before


def columns_meant(budget: Budget, sentence: Sentence, figure: Figure) -> tuple[BudgetColumn, ...]:
    """The columns that a figure may come from; none where its year is another."""
    year = year_near(sentence.text, figure)
    if year is None:
        return ("plan", "previous")
    if year == budget.year:
        return ("plan",)
    return ("previous",) if year == budget.year - 1 else ()
