"""A file of remarks that somebody opened, and the draft that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.runtime.errors import NotAllowedError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lpd_desktop.plan.remark_file import RemarkFile
    from lpd_desktop.runtime.progress import Progress
    from lpd_desktop.store.summary import DraftSummary

_UNKNOWN = (
    "„{name}“ enthält Anmerkungen zu einem Planungsdokument, das nicht unter Ihren Entwürfen ist"
    "{plan}. Öffnen Sie bitte zuerst dieses Dokument und danach die Anmerkungen."
)


class PlanMissingError(NotAllowedError):
    """The remarks are about a plan that is not among the drafts."""


@dataclass(frozen=True)
class MetRemarks:
    """A file of remarks.

    Attributes:
        draft: The id of the draft that it is about.
        name: What sentences call the file.
        content: What it holds.
    """

    draft: str
    name: str
    content: RemarkFile


@dataclass(frozen=True)
class FindRemarkedDraft:
    """Reads a file of remarks and finds its draft; for the worker thread.

    Attributes:
        folder: The data folder.
        path: The file of remarks.
        preferred: The draft that is open; of several of one plan it is meant.
    """

    folder: Path
    path: Path
    preferred: str = ""

    def __call__(self, progress: Progress) -> MetRemarks:
        from lpd_desktop.gui.remarks.remark_work import read_remark_file
        from lpd_desktop.store.draft_store import DraftStore

        progress.step(0, "Die Anmerkungen werden gelesen")
        content = read_remark_file(self.path)
        with DraftStore.open(self.folder) as store:
            found = [each for each in store.list_drafts() if each.plan_id == content.plan.id]
        if not found:
            raise PlanMissingError(_missing(self.path.name, content))
        return MetRemarks(self._chosen(found), self.path.name, content)

    def _chosen(self, found: Iterable[DraftSummary]) -> str:
        newest = max(found, key=lambda each: (each.id == self.preferred, each.changed))
        return newest.id


def _missing(name: str, content: RemarkFile) -> str:
    about = content.plan
    named = " ".join(part for part in (about.jobcenter, str(about.year or "")) if part)
    return _UNKNOWN.format(name=name, plan=f" ({named})" if named else "")
