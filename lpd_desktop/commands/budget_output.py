"""What `lpd budget-versions` and `lpd budget-changes` print with `--json`."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from lpd_desktop.check.replaced_amounts import ReplacedAmount
from lpd_desktop.editing.budget_rows import table_of
from lpd_desktop.editing.budget_versions import changes_of_version
from lpd_desktop.plan.budget_changes import (
    RowChange,
    YearChange,
    changes_to_previous_year,
    compare_tables,
)
from lpd_desktop.plan.budget_versions import newest_version, version_with_id, versions_of
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.places import place_of
from lpd_desktop.plan.work import BudgetVersion, VersionOrigin


class VersionOutput(msgspec.Struct, frozen=True):
    """One Budgetstand.

    Attributes:
        letter, date, status: What its amounts of the plan year rest on; the date is ISO.
        changes: How many rows differ from the version before it.
        is_present: Whether the table of the plan is this one.
    """

    id: str
    item: str
    time: str
    source: str
    origin: VersionOrigin
    letter: str
    date: str
    status: str
    note: str
    sha256: str
    changes: int
    is_present: bool


class ComparisonOutput(msgspec.Struct, frozen=True):
    """Two versions row by row; `to` is empty for the table as it is now."""

    since: str
    to: str
    rows: tuple[RowChange, ...]


class BudgetChanges(msgspec.Struct, frozen=True):
    """What changed in one budget.

    Attributes:
        since: The version that is compared with, empty where there is none.
        rows: The rows that changed since.
        previous_year: Each row against the year before.
    """

    item: str
    since: str
    rows: tuple[RowChange, ...]
    previous_year: tuple[YearChange, ...]


class CandidateOutput(msgspec.Struct, frozen=True):
    """What may stand in a sentence instead: cents or hundredths of a percent, and as written."""

    new: int
    new_text: str
    meaning: str


class SentenceOutput(msgspec.Struct, frozen=True):
    """A figure of the text that followed from an older table.

    Attributes:
        new_text: Empty where a person has to decide between the candidates.
    """

    rule: str
    where: str
    place: str
    sentence: str
    quote: str
    unit: str
    old: int
    new_text: str
    candidates: tuple[CandidateOutput, ...]


class BudgetChangesOutput(msgspec.Struct, frozen=True):
    """What `lpd budget-changes --json` prints."""

    budgets: tuple[BudgetChanges, ...]
    sentences: tuple[SentenceOutput, ...]


def version_outputs(file: LpdFile) -> tuple[VersionOutput, ...]:
    """All versions, budget by budget, oldest first."""
    return tuple(
        _version_output(file, version)
        for item in file.form.budgets
        for version in versions_of(file.work, item.key)
    )


def _version_output(file: LpdFile, version: BudgetVersion) -> VersionOutput:
    basis = version.basis
    newest = newest_version(file.work, version.item)
    is_newest = newest is not None and newest.id == version.id
    return VersionOutput(
        id=version.id,
        item=version.item,
        time=version.time,
        source=version.source,
        origin=version.origin,
        letter=basis.source,
        date=basis.date,
        status=basis.status,
        note=version.note,
        sha256=version.sha256,
        changes=sum(not each.is_same for each in changes_of_version(file, version.id)),
        is_present=is_newest and table_of(file, version.item).rows == version.table.rows,
    )


def comparison_output(
    first: BudgetVersion, second: BudgetVersion | None, rows: Iterable[RowChange]
) -> ComparisonOutput:
    """All rows of two versions."""
    return ComparisonOutput(first.id, second.id if second else "", tuple(rows))


def changes_output(
    file: LpdFile, since: str | None, found: Iterable[ReplacedAmount]
) -> BudgetChangesOutput:
    """What changed since a version, or since the last one with other rows, and what it left.

    Raises:
        UnknownVersionError: no version has the id.
    """
    chosen = version_with_id(file.work, since) if since else None
    budgets = tuple(
        _budget_changes(file, item.key, chosen)
        for item in file.form.budgets
        if chosen is None or chosen.item == item.key
    )
    return BudgetChangesOutput(budgets, sentence_outputs(file, found))


def _budget_changes(file: LpdFile, item: str, chosen: BudgetVersion | None) -> BudgetChanges:
    table = table_of(file, item)
    others = (each for each in versions_of(file.work, item) if each.table.rows != table.rows)
    since = chosen or next(reversed(tuple(others)), None)
    rows = compare_tables(since.table, table) if since else ()
    return BudgetChanges(
        item=item,
        since=since.id if since else "",
        rows=tuple(row for row in rows if not row.is_same),
        previous_year=changes_to_previous_year(table),
    )


def sentence_outputs(file: LpdFile, found: Iterable[ReplacedAmount]) -> tuple[SentenceOutput, ...]:
    """The sentences for programs."""
    return tuple(
        SentenceOutput(
            rule=each.rule,
            where=str(each.where),
            place=place_of(file.form, file.plan, each.where),
            sentence=each.sentence,
            quote=each.quote,
            unit=each.unit,
            old=each.old,
            new_text=each.new_text,
            candidates=tuple(
                CandidateOutput(one.new, one.new_text, one.meaning) for one in each.candidates
            ),
        )
        for each in found
    )
