"""Budgetstände while a draft is edited: begun by typing, held, described, brought back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.editing.budget_rows import table_of, with_table
from lpd_desktop.plan.budget import Basis, BudgetTable
from lpd_desktop.plan.budget_changes import RowChange, compare_tables
from lpd_desktop.plan.budget_versions import (
    newest_version,
    version_with_id,
    versions_of,
    with_table_kept,
    with_version,
    without_version,
)
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.log_chain import appended
from lpd_desktop.plan.work import BudgetVersion, LogEntry
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.german import german_date
from lpd_desktop.runtime.identity import new_id

TYPED_SOURCE = "Von Hand geändert"
RESTORED_EVENT = "budget_restored"


class EditSession:
    """What is typed into the budgets of one open draft becomes one version for each budget.

    The first typed change after an import, a return, a held version or an approval begins a new
    version; further ones go into it.
    """

    def __init__(self, clock: Callable[[], str] = utc_now) -> None:
        """Takes what tells the time, ISO in UTC."""
        self._clock = clock
        self._begun: set[str] = set()

    def close(self) -> None:
        """Lets the next change begin a new version, as after an approval."""
        self._begun.clear()

    def recorded(self, before: LpdFile, after: LpdFile) -> LpdFile:
        """`after` with its budget versions brought up to date.

        A step that kept a version by itself, such as an import, is left as it is. A change of
        the basis or of printing alone goes into the newest version.
        """
        for item in after.form.budgets:
            kept = versions_of(after.work, item.key) != versions_of(before.work, item.key)
            old, new = table_of(before, item.key), table_of(after, item.key)
            if kept or old == new:
                continue
            if old.rows == new.rows:
                after = _with_basis_in_newest(after, item.key, new)
            else:
                after = self._typed(after, item.key, old, new)
        return after

    def _typed(self, file: LpdFile, item: str, old: BudgetTable, new: BudgetTable) -> LpdFile:
        time = self._clock()
        newest = newest_version(file.work, item)
        if newest is not None and newest.id in self._begun and not newest.held:
            return _continued(file, newest, new, time)
        version = BudgetVersion(
            id=new_id(), item=item, time=time, source=TYPED_SOURCE, origin="typed", table=new
        )
        self._begun.add(version.id)
        work = with_table_kept(file.work, item, old, time=time)
        return replace(file, work=with_version(work, version))


def _continued(file: LpdFile, version: BudgetVersion, table: BudgetTable, time: str) -> LpdFile:
    """The version with the newest table; it goes when all is again as in the one before it."""
    earlier = versions_of(file.work, version.item)[:-1]
    if earlier and earlier[-1].table.rows == table.rows:
        return replace(file, work=without_version(file.work, version.id))
    return replace(file, work=with_version(file.work, changed(version, table=table, time=time)))


def _with_basis_in_newest(file: LpdFile, item: str, table: BudgetTable) -> LpdFile:
    newest = newest_version(file.work, item)
    if newest is None or newest.table.rows != table.rows:
        return file
    return replace(file, work=with_version(file.work, changed(newest, table=table)))


def hold_version(file: LpdFile, item: str, *, time: str, note: str = "") -> LpdFile:
    """Closes the newest version, so that the next change begins a new one ("Stand festhalten").

    Where no version has the present rows they become one. A note that is given replaces the old.

    Args:
        file: The draft.
        item: The budget item.
        time: ISO time in UTC.
        note: The planner's own words for it.
    """
    table = table_of(file, item)
    newest = newest_version(file.work, item)
    if newest is None or newest.table.rows != table.rows:
        newest = BudgetVersion(
            id=new_id(), item=item, time=time, source=TYPED_SOURCE, origin="typed", table=table
        )
    held = changed(newest, held=True, note=note.strip() or newest.note)
    return replace(file, work=with_version(file.work, held))


def describe_version(
    file: LpdFile, version_id: str, *, basis: Basis | None = None, note: str | None = None
) -> LpdFile:
    """Names the letter behind a version (source, date, status) and the planner's note.

    The basis of the plan's table follows where the version holds the present rows. None leaves
    what is there.

    Raises:
        UnknownVersionError: no version has this id.
    """
    version = version_with_id(file.work, version_id)
    if basis is not None:
        value = None if basis == Basis() else basis
        bases = changed(version.table.basis, plan=value)
        version = changed(version, table=changed(version.table, basis=bases))
    if note is not None:
        version = changed(version, note=note.strip())
    file = replace(file, work=with_version(file.work, version))
    table = table_of(file, version.item)
    is_present = newest_version(file.work, version.item) == version
    if basis is not None and is_present and table.rows == version.table.rows:
        file = with_table(file, version.item, changed(table, basis=version.table.basis))
    return file


def restore_version(file: LpdFile, version_id: str, *, time: str) -> LpdFile:
    """Brings the table of a version back, with its basis, as a version of its own.

    What it replaces is kept too. Whether the table is printed stays as it is. The file itself
    comes back where its table is that of the version already.

    Args:
        file: The draft.
        version_id: Of the version.
        time: ISO time in UTC.

    Raises:
        UnknownVersionError: no version has this id.
    """
    version = version_with_id(file.work, version_id)
    present = table_of(file, version.item)
    table = changed(version.table, print=present.print)
    if table == present:
        return file
    work = with_table_kept(file.work, version.item, present, time=time)
    source = f"Zurückgeholt: {version_name(version)}"
    restored = changed(
        version, id=new_id(), time=time, source=source, origin="restored",
        restores=version.id, note="", held=False, table=table,
    )  # fmt: skip
    entry = LogEntry(time=time, event=RESTORED_EVENT, detail=version_name(version))
    work = appended(with_version(work, restored), entry)
    return with_table(replace(file, work=work), version.item, table)


def version_name(version: BudgetVersion) -> str:
    """A version in a few German words: its source and the day it was kept."""
    return f"{version.source} ({german_date(version.time[:10])})"


def compare_versions(
    file: LpdFile, version_id: str, other_id: str | None = None
) -> tuple[RowChange, ...]:
    """Row by row from one version to another, or to the table as it is now.

    Raises:
        UnknownVersionError: no version has such an id.
    """
    old = version_with_id(file.work, version_id)
    if other_id is None:
        return compare_tables(old.table, table_of(file, old.item))
    return compare_tables(old.table, version_with_id(file.work, other_id).table)


def changes_of_version(file: LpdFile, version_id: str) -> tuple[RowChange, ...]:
    """What a version changed of the one before it; for the first, everything is added.

    Raises:
        UnknownVersionError: no version has this id.
    """
    version = version_with_id(file.work, version_id)
    versions = versions_of(file.work, version.item)
    place = versions.index(version)
    before = versions[place - 1].table if place else BudgetTable()
    return compare_tables(before, version.table)
