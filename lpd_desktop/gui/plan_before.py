"""Last year's plan of the same Jobcenter, for checks that compare. No Qt."""

from __future__ import annotations

from lpd_desktop.gui.drafts import Drafts
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Jobcenter, Plan


class PlanBefore:
    """Asks the store once for each Jobcenter and year; for the thread of the checks."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._asked: tuple[Jobcenter, int] | None = None
        self._found: Plan | None = None

    def of(self, file: LpdFile) -> Plan | None:
        """The plan of the year before, None where the store holds none."""
        wanted = (file.plan.jobcenter, file.form.year)
        if wanted != self._asked:
            found = self._drafts.year_before(file)
            self._asked, self._found = wanted, found.plan if found else None
        return self._found
