"""`DraftStore.submissions`: what was handed over, how far that came, what came back.

Rows are only added: a submission, its steps, its notes, its papers. So what a killed process was at
can be told, and no damage changes an entry without being noticed.
"""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.claimed import claimed
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.store import draft_rows
from lpd_desktop.store.access import StoreAccess
from lpd_desktop.store.checksums import Row, is_intact, sealed
from lpd_desktop.store.errors import DamagedDraftError, HandOverBusyError, HandOverEndedError
from lpd_desktop.store.hand_over_words import HandOverWords
from lpd_desktop.store.kept_papers import (
    checked_paper,
    refuse_many,
)
from lpd_desktop.store.saving import save_file
from lpd_desktop.store.submission_entries import (
    STEP_NAMES,
    DayNote,
    Paper,
    PaperKind,
    Planned,
    Step,
    Submission,
    WayNote,
    note_text,
)
from lpd_desktop.store.submission_rows import (
    PAPERS,
    begun,
    only,
    paper_of,
    paper_row,
    papers_of,
    put_note,
    put_step,
    row_of,
    submission_of,
    submissions_of,
)

UNFINISHED: tuple[Step, ...] = ("begun", "written")
_BUSY = (
    "Dieser Plan wird gerade von einem anderen Fenster oder Aufruf übergeben; bitte warten Sie, "
    "bis das fertig ist, und sehen Sie dann im Verzeichnis der Einreichungen nach."
)


class Submissions:
    """The submissions of all drafts of an opened store.

    Attributes:
        words: What was typed for hand-overs that are not written yet.
    """

    def __init__(self, access: StoreAccess) -> None:
        """Takes the opened store."""
        self._access = access
        self.words = HandOverWords(access)

    def alone(self, plan: str) -> AbstractContextManager[None]:
        """While it lasts, no other process hands this plan over out of this store.

        Raises:
            HandOverBusyError: another one does.
        """
        name = hashlib.sha256(plan.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        folder = self._access.path.with_name(f".uebergabe-{name}")
        return claimed(folder, HandOverBusyError(_BUSY))

    def begin(self, draft: str, planned: Planned) -> str:
        """Notes that a hand-over has begun, before a file is written; returns its id.

        Raises:
            UnknownDraftError: there is no draft of this id.
        """
        with self._access.writing() as database:
            draft_rows.draft_row(database, draft)
            return begun(database, draft, planned)

    def take_up(self, draft: str, planned: Planned, made_of: str) -> tuple[str, Step | None]:
        """Goes on with an unfinished hand-over of just this, else begins one and gives up others.

        Args:
            draft: Its id.
            planned: What is handed over.
            made_of: What the package is made of, so that it can be made again.

        Returns:
            The id of the submission, and its step where it was begun before.

        Raises:
            UnknownDraftError: there is no draft of this id.
        """
        with self._access.writing() as database:
            draft_rows.draft_row(database, draft)
            unfinished = [
                each for each in submissions_of(database, draft) if each.step in UNFINISHED
            ]
            same = next((each for each in unfinished if each.planned == planned), None)
            for each in unfinished:
                if each is not same:
                    put_step(database, draft, each.id, "abandoned")
            submission = same.id if same else begun(database, draft, planned)
            if same is None or same.made_of != made_of:
                put_note(database, submission, "package", made_of)
            return submission, same.step if same else None

    def written(self, submission: str) -> None:
        """Notes that the package lies in its folder.

        Raises:
            UnknownSubmissionError: there is none of this id.
        """
        self._note(submission, "written")

    def abandon(self, submission: str) -> None:
        """Notes that a hand-over was given up before it was recorded.

        Raises:
            UnknownSubmissionError: there is none of this id.
        """
        self._note(submission, "abandoned")

    def _note(self, submission: str, step: Step) -> None:
        with self._access.writing() as database:
            put_step(database, row_of(database, submission)["draft"], submission, step)

    def record(
        self,
        submission: str,
        file: LpdFile,
        *,
        expected_revision: int | None = None,
        time: str = "",
    ) -> int:
        """Saves the submitted plan and notes the last step in one transaction.

        Args:
            submission: Its id.
            file: The submitted plan.
            expected_revision: See `DraftStore.save`.
            time: When it was handed over, ISO in UTC or the day alone; empty for now.

        Returns:
            The new revision of the draft.

        Raises:
            UnknownSubmissionError: there is none of this id.
            HandOverEndedError: it is recorded already, or was given up.
            ChangedElsewhereError: another revision than the expected one is stored.
        """
        with self._access.writing() as database:
            entry = submission_of(database, row_of(database, submission))
            if entry.step not in UNFINISHED:
                raise HandOverEndedError(STEP_NAMES[entry.step])
            draft = entry.draft
            put_step(database, draft, submission, "recorded", time)
            return save_file(database, draft, file, expected_revision=expected_revision)

    def record_at_once(
        self,
        draft: str,
        planned: Planned,
        file: LpdFile,
        time: str = "",
        *,
        expected_revision: int | None = None,
    ) -> str:
        """Notes a hand-over that was done elsewhere, and saves the submitted plan.

        Args:
            draft: Its id.
            planned: What was handed over.
            file: The submitted plan.
            time: When that was, ISO in UTC or the day alone; empty for now.
            expected_revision: See `DraftStore.save`.

        Returns:
            The id of the submission.

        Raises:
            UnknownDraftError: there is no draft of this id.
            ChangedElsewhereError: another revision than the expected one is stored.
        """
        with self._access.writing() as database:
            draft_rows.draft_row(database, draft)
            submission = begun(database, draft, planned, time)
            put_step(database, draft, submission, "recorded", time)
            save_file(database, draft, file, expected_revision=expected_revision)
            return submission

    def correct(self, submission: str, *notes: WayNote | DayNote) -> None:
        """Notes another way or day than the recorded one; what was recorded stays as it is.

        Raises:
            UnknownSubmissionError: there is none of this id.
        """
        with self._access.writing() as database:
            for note in notes:
                put_note(database, submission, note.kind, note_text(note))

    def lies_in(self, submission: str, folder: str) -> None:
        """Notes that the package was put into another folder.

        Raises:
            UnknownSubmissionError: there is none of this id.
        """
        with self._access.writing() as database:
            put_note(database, submission, "folder", folder)

    def list(self, draft: str | None = None) -> list[Submission]:
        """All submissions, or those of a draft, the newest first; with their papers.

        Entries that are damaged are left out, also of drafts in the trash; `DraftStore.check`
        names them.
        """
        with self._access.reading() as database:
            return submissions_of(database, draft)

    def of(self, submission: str) -> Submission:
        """One submission.

        Raises:
            UnknownSubmissionError: there is none of this id.
            DamagedDraftError: its entry is damaged.
        """
        with self._access.reading() as database:
            return submission_of(database, row_of(database, submission))

    def unfinished(self, draft: str) -> Submission | None:
        """The newest hand-over of a draft that was begun and neither recorded nor given up."""
        found = [each for each in self.list(draft) if each.step in UNFINISHED]
        return found[0] if found else None

    def add_paper(self, submission: str, kind: PaperKind, name: str, data: bytes) -> Paper:
        """Keeps what came back, or was signed by hand; the same bytes are not kept twice.

        Args:
            submission: Its id.
            kind: What it is.
            name: Of the file, without a folder.
            data: Its bytes.

        Raises:
            UnknownSubmissionError: there is none of this id.
            PaperError: empty, too large, or there are too many.
        """
        paper = checked_paper(submission, kind, name, data, utc_now())
        with self._access.writing() as database:
            draft = row_of(database, submission)["draft"]
            kept = papers_of(database, submission)
            same = [each for each in kept if (each.sha256, each.kind) == (paper.sha256, kind)]
            if same:
                return same[0]
            refuse_many(len(kept))
            row: Row = {**paper_row(paper), "draft": draft, "content": data}
            database.table(PAPERS).insert(sealed(PAPERS, row))
        return paper

    def take_paper(self, paper: str) -> tuple[Paper, bytes]:
        """A paper and its bytes.

        Raises:
            UnknownSubmissionError: there is none of this id.
            DamagedDraftError: it is not as it was kept.
        """
        with self._access.reading() as database:
            row = only(database, f"select * from {PAPERS} where paper = ?", paper)
            if not is_intact(PAPERS, row):
                message = f"Die Beilage „{row['name']}“ ist beschädigt gespeichert."
                raise DamagedDraftError(message)
            return paper_of(row), row["content"]

    def remove_paper(self, paper: str) -> None:
        """Removes a paper that was added by mistake.

        Raises:
            UnknownSubmissionError: there is none of this id.
        """
        with self._access.writing() as database:
            only(database, f"select paper from {PAPERS} where paper = ?", paper)
            database.execute(f"delete from {PAPERS} where paper = ?", [paper])
