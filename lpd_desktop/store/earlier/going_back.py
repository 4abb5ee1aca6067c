"""`DraftStore.points`: restore points of a draft, the start of its session, going back."""

from __future__ import annotations

from contextlib import suppress

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.store import draft_rows
from lpd_desktop.store.access import StoreAccess
from lpd_desktop.store.earlier.history import thin_out
from lpd_desktop.store.earlier.restore_points import (
    Reason,
    RestorePoint,
    keep,
    kept_file,
    kept_points,
    present_file,
)
from lpd_desktop.store.errors import DamagedDraftError, UnknownPointError
from lpd_desktop.store.saving import require_content, save_file


class RestorePoints:
    """The restore points of all drafts of an opened store."""

    def __init__(self, access: StoreAccess) -> None:
        """Takes the opened store."""
        self._access = access

    def add(
        self, draft: str, reason: Reason, name: str = "", *, file: LpdFile | None = None
    ) -> int:
        """Keeps the present state of a draft; returns the number of the restore point.

        Args:
            draft: Its id.
            reason: Why; `named` is made by hand.
            name: What the planner calls it, such as `Fassung Kreistag`.
            file: The state to keep; None: what is stored.

        Raises:
            UnknownDraftError: there is none of this id.
            DamagedDraftError: nothing of it can be read.
        """
        with self._access.writing() as database:
            row = draft_rows.draft_row(database, draft)
            return keep(database, draft, file or present_file(database, row), reason, name)

    def go_on(self, draft: str, file: LpdFile, before: LpdFile) -> None:
        """Stores a plan that changed its state, and a restore point of the one before, or nothing.

        Raises:
            UnknownDraftError: there is none of this id.
            ChangedElsewhereError: the stored draft says something else than `before`.
        """
        with self._access.writing() as database:
            require_content(database, draft, before)
            keep(database, draft, before, "state")
            save_file(database, draft, file, expected_revision=None)

    def of(self, draft: str) -> list[RestorePoint]:
        """The restore points of a draft, the newest first."""
        with self._access.reading() as database:
            return kept_points(database, draft)

    def load(self, point: int) -> LpdFile:
        """The whole plan, with its work, as it was.

        Raises:
            UnknownPointError: there is none of this number.
            DamagedDraftError: it does not match its checksum.
        """
        with self._access.reading() as database:
            return kept_file(database, point)

    def begin_session(self, draft: str, file: LpdFile | None = None) -> int:
        """Keeps the state at which somebody starts to work; `session_start` finds it.

        What is too much of the draft's history is thinned out.
        """
        with self._access.writing() as database:
            row = draft_rows.draft_row(database, draft)
            thin_out(database, draft)
            return keep(database, draft, file or present_file(database, row), "session")

    def session_start(self, draft: str) -> RestorePoint:
        """The restore point at which the present or the last session began.

        Raises:
            UnknownPointError: no session of this draft was begun yet.
        """
        found = next((each for each in self.of(draft) if each.reason == "session"), None)
        if found is None:
            message = "Für diesen Entwurf ist kein Beginn einer Sitzung festgehalten."
            raise UnknownPointError(message)
        return found

    def go_back(
        self,
        draft: str,
        file: LpdFile,
        reason: Reason = "before_return",
        *,
        expected_revision: int | None = None,
    ) -> int:
        """Makes an earlier state the content of a draft; the present one becomes a restore point.

        Args:
            draft: Its id.
            file: The state that comes back.
            reason: Why the present one is kept.
            expected_revision: See `DraftStore.save`.

        Returns:
            The new revision.

        Raises:
            UnknownDraftError, ChangedElsewhereError: see `DraftStore.save`; nothing is written.
        """
        with self._access.writing() as database:
            row = draft_rows.draft_row(database, draft)
            with suppress(DamagedDraftError):
                keep(database, draft, present_file(database, row), reason)
            return save_file(database, draft, file, expected_revision=expected_revision)
