"""The versions of a budget (Budgetstände) in the work around a plan, oldest first."""

from __future__ import annotations

from msgspec.structs import replace

from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.work import BudgetVersion, Work
from lpd_desktop.runtime.errors import NotAllowedError
from lpd_desktop.runtime.identity import new_id

FOUND_SOURCE = "Stand vor der ersten Änderung"


class UnknownVersionError(NotAllowedError):
    """No version has this id."""


def versions_of(work: Work, item: str) -> tuple[BudgetVersion, ...]:
    """The versions of one budget, oldest first."""
    return tuple(version for version in work.budget_versions if version.item == item)


def newest_version(work: Work, item: str) -> BudgetVersion | None:
    """The version that was kept last, None where there is none."""
    return next((each for each in reversed(work.budget_versions) if each.item == item), None)


def version_with_id(work: Work, version_id: str) -> BudgetVersion:
    """The version with this id, or with the only id that ends so.

    Raises:
        UnknownVersionError: none has it, or several end so.
    """
    found = [each for each in work.budget_versions if each.id == version_id]
    found = found or [each for each in work.budget_versions if each.id.endswith(version_id)]
    if len(found) == 1 and version_id:
        return found[0]
    why = "Mehrere Budgetstände enden auf" if len(found) > 1 else "Es gibt keinen Budgetstand"
    message = f"{why} „{version_id}“; „lpd budget-versions“ nennt alle mit ihrer Kennung."
    raise UnknownVersionError(message)


def holds_rows(work: Work, item: str, table: BudgetTable) -> bool:
    """Whether some version keeps the rows of this table, whatever it rests on."""
    return any(version.table.rows == table.rows for version in versions_of(work, item))


def with_version(work: Work, version: BudgetVersion) -> Work:
    """The work with a version appended, or put in the place of the one with the same id."""
    known = [each.id for each in work.budget_versions]
    if version.id not in known:
        return replace(work, budget_versions=(*work.budget_versions, version))
    place = known.index(version.id)
    versions = (*work.budget_versions[:place], version, *work.budget_versions[place + 1 :])
    return replace(work, budget_versions=versions)


def without_version(work: Work, version_id: str) -> Work:
    """The work without one version."""
    versions = tuple(each for each in work.budget_versions if each.id != version_id)
    return replace(work, budget_versions=versions)


def with_table_kept(
    work: Work, item: str, table: BudgetTable, *, time: str, source: str = FOUND_SOURCE
) -> Work:
    """The work with a table as version of its own, unless it is blank or a version has its rows.

    Args:
        work: The work around the plan.
        item: The budget item.
        table: What stands in the plan before a step replaces it.
        time: ISO time in UTC.
        source: German words that say what it is.
    """
    if table.is_blank or holds_rows(work, item, table):
        return work
    version = BudgetVersion(
        id=new_id(), item=item, time=time, source=source, origin="found", table=table
    )
    return with_version(work, version)
