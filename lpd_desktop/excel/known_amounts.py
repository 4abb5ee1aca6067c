"""What is known of the amounts before a workbook is read: for questions, never for answers."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from lpd_desktop.check.money.federal import allotments, entry_of, federal_budget
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.budget_versions import versions_of
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import plain_text, walk_runs

Place = tuple[str, BudgetColumn]
"""Row and column."""

_VERSIONS = 3


class KnownAmounts(msgspec.Struct, frozen=True):
    """Amounts in cents that a plan already tells.

    Attributes:
        tables: What the table and its newest versions hold by row and column.
        expected: What the Jobcenter would get of the federal money by the official shares.
        in_text: The amounts that the text of the budget names.
    """

    tables: tuple[dict[Place, int], ...] = ()
    expected: dict[Place, int] = {}
    in_text: frozenset[int] = frozenset()


def known_amounts(file: LpdFile, item: BudgetItem) -> KnownAmounts:
    """What a plan tells of the amounts of one budget."""
    versions = [each.table for each in reversed(versions_of(file.work, item.key))][:_VERSIONS]
    tables = (file.plan.table_of(file.form, item.key), *versions)
    filled = (_cents(table) for table in tables)
    return KnownAmounts(
        tables=tuple(each for each in filled if each),
        expected=dict(_expected(file, item)),
        in_text=frozenset(_in_text(file, item)),
    )


def _cents(table: BudgetTable) -> dict[Place, int]:
    return {
        (row.key, column): cents
        for row in table.rows
        for column in BUDGET_COLUMNS
        if (cents := row.cents(column))
    }


def _expected(file: LpdFile, item: BudgetItem) -> Iterator[tuple[Place, int]]:
    jobcenter = entry_of(file.plan.jobcenter)
    if jobcenter is None:
        return
    years: tuple[tuple[BudgetColumn, int], ...] = (
        ("plan", file.form.year),
        ("previous", file.form.year - 1),
    )
    for title in federal_budget().titles:
        for column, year in years:
            found = allotments(jobcenter, title, year)
            for row in (title.row, title.row_with_more):
                if found and item.row(row) is not None:
                    yield (row, column), found[0].cents


def _in_text(file: LpdFile, item: BudgetItem) -> Iterator[int]:
    answer = file.plan.answer(item.key)
    text = (*answer.text, *answer.text_below)
    if not text:
        return
    from lpd_desktop.check.prose.figures import figures_in

    for _block, runs in walk_runs(text):
        yield from (each.cents for each in figures_in(plain_text(runs)) if each.kind == "money")


def large_rows(item: BudgetItem) -> frozenset[str]:
    """The rows whose amounts are in the millions for every Jobcenter: totals and allotments."""
    titles = federal_budget().titles
    named = {row for title in titles for row in (title.row, title.row_with_more)}
    return frozenset(row.key for row in item.rows if row.role == "total" or row.key in named)
