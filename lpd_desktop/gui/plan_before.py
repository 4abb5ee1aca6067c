"""Last year's plan of the same Jobcenter, for checks that compare. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Jobcenter, Plan
from lpd_desktop.runtime.errors import LpdError


class PlanBefore:
    """Reads once for each Jobcenter and year; for the thread of the checks.

    It compares with what the panel shows as last year's answers, unless that is a plan of another
    Jobcenter or year.
    """

    def __init__(self, read: Callable[[LpdFile], LpdFile | None]) -> None:
        """Takes what finds the plan of the year before, which may take its time."""
        self._read = read
        self._asked: tuple[Jobcenter, int] | None = None
        self._found: Plan | None = None

    def of(self, file: LpdFile) -> Plan | None:
        """The plan of the year before, None where nobody has one."""
        wanted = (file.plan.jobcenter, file.form.year)
        if wanted != self._asked:
            found = self._read_quietly(file)
            is_right = found is not None and is_year_before(file, found)
            self._asked, self._found = wanted, found.plan if found and is_right else None
        return self._found

    def forget(self) -> None:
        """Another plan is last year's now; the next check reads it. From any thread."""
        self._asked = None

    def _read_quietly(self, file: LpdFile) -> LpdFile | None:
        """A plan that cannot be read is not compared with; the panel says why."""
        try:
            return self._read(file)
        except LpdError:
            return None


def is_year_before(file: LpdFile, other: LpdFile) -> bool:
    """Whether another plan is that of the same Jobcenter for the year before."""
    one, same = file.plan.jobcenter, other.plan.jobcenter
    by_number = bool(one.number) and one.number == same.number
    by_name = bool(one.name) and one.name == same.name
    return other.form.year == file.form.year - 1 and (by_number or by_name)
