"""What the window needs of the place where drafts are kept. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from lpd_desktop.editing.file_standing import SeenFile
    from lpd_desktop.editing.known_draft import KnownDraft
    from lpd_desktop.plan.file import LpdFile
    from lpd_desktop.plan.own_dates import DueDate


@dataclass(frozen=True)
class DraftRow:
    """One draft in the list of the start page; `changed` and `created` are ISO times in UTC."""

    id: str
    jobcenter: str
    title: str
    year: int
    state: str
    completeness: int
    changed: str
    created: str = ""
    dates: tuple[DueDate, ...] = ()


class Drafts(Protocol):
    """The drafts of this person. May be called from the job runner's thread."""

    def rows(self) -> Sequence[DraftRow]:
        """All drafts, the one changed last first."""

    def warm_up(self) -> None:
        """Loads what reading and writing drafts needs."""

    def load(self, draft_id: str) -> LpdFile:
        """The stored draft."""

    def add(self, file: LpdFile, origin: SeenFile | None = None) -> str:
        """Takes a plan into the store; returns the id of its draft."""

    def known(self, file: LpdFile, seen: SeenFile | None = None) -> KnownDraft | None:
        """The draft to which a file belongs, and how the two stand to each other."""

    def keep_release(self, draft_id: str, file: LpdFile, pdf: bytes, before: LpdFile) -> None:
        """Stores an approved plan, and with its PDF as its release; all of it or nothing.

        A draft that is not stored as it was `before` was saved elsewhere and stays so.
        """

    def year_before(self, file: LpdFile) -> LpdFile | None:
        """Last year's plan of the same Jobcenter, where there is one."""

    def settle_date(self, draft_id: str, label: str, day: str, *, done: bool) -> None:
        """Marks a day of a draft as done, or as open again."""

    def remove(self, draft_id: str) -> None:
        """Puts a draft into the trash."""


class Autosave(Protocol):
    """Writes changed drafts on a thread of its own."""

    def submit(self, file: LpdFile) -> None:
        """Takes the newest state to be written soon."""

    def flush(self, timeout: float | None = None) -> bool:
        """Returns whether everything that was taken is written."""

    def close(self, timeout: float | None = None) -> bool:
        """Writes what is left and stops; returns whether everything is written."""
