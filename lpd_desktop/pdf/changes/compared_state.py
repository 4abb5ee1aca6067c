"""One of the two states that are compared, and what the document says of it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.work import STATE_NAMES
from lpd_desktop.runtime.german import german_date

_SHORT_SEAL = 16


class ComparedState(msgspec.Struct, frozen=True):
    """A plan as it was at one time.

    Attributes:
        name: How it is called, without any folder: `Plan.lpd`, `Fassung Kreistag`.
        kept: When it was kept, in German; empty where nobody noted that.
    """

    file: LpdFile
    name: str
    kept: str = ""

    def facts(self) -> Iterator[tuple[str, str]]:
        """What is known of it, by caption; the same captions for every state."""
        file, jobcenter = self.file, self.file.plan.jobcenter
        yield "Bezeichnung", self.name
        yield "Festgehalten", self.kept
        yield "Planjahr", str(file.form.year)
        yield "Jobcenter", jobcenter.own_name or jobcenter.name
        yield "Stand", german_date(file.plan.as_of)
        yield "Zustand", _condition(file)
        yield "Siegel", file.release.seal[:_SHORT_SEAL] if file.release is not None else ""


def _condition(file: LpdFile) -> str:
    if file.release is None:
        return STATE_NAMES[file.work.state]
    day = german_date(file.release.date)
    return f"Fassung {file.release.version}, freigegeben am {day}"
