"""`DraftStore.submissions`: what was handed over, how far that came, what came back.

Rows are only added: a submission, its steps, its papers. So what a killed process was at can be
told, and no damage changes an entry without being noticed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.store import draft_rows
from lpd_desktop.store.access import StoreAccess
from lpd_desktop.store.checksums import Row, is_intact, sealed
from lpd_desktop.store.errors import DamagedDraftError, UnknownSubmissionError
from lpd_desktop.store.saving import save_file
from lpd_desktop.store.submission_entries import (
    Paper,
    PaperKind,
    Planned,
    Step,
    Submission,
    checked_paper,
    refuse_many,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

SUBMISSIONS = "submissions"
STEPS = "submission_steps"
PAPERS = "submission_papers"

_PAPER_COLUMNS = "paper, draft, submission, kind, name, time, size, sha256"


class Submissions:
    """The submissions of all drafts of an opened store."""

    def __init__(self, access: StoreAccess) -> None:
        """Takes the opened store."""
        self._access = access

    def begin(self, draft: str, planned: Planned) -> str:
        """Notes that a hand-over has begun, before a file is written; returns its id.

        Raises:
            UnknownDraftError: there is no draft of this id.
        """
        with self._access.writing() as database:
            draft_rows.draft_row(database, draft)
            return _begun(database, draft, planned)

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
            _put_step(database, _row_of(database, submission)["draft"], submission, step)

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
            ChangedElsewhereError: another revision than the expected one is stored.
        """
        with self._access.writing() as database:
            draft = _row_of(database, submission)["draft"]
            _put_step(database, draft, submission, "recorded", time)
            return save_file(database, draft, file, expected_revision=expected_revision)

    def record_at_once(self, draft: str, planned: Planned, file: LpdFile, time: str = "") -> str:
        """Notes a hand-over that was done elsewhere, and saves the submitted plan.

        Args:
            draft: Its id.
            planned: What was handed over.
            file: The submitted plan.
            time: When that was, ISO in UTC or the day alone; empty for now.

        Returns:
            The id of the submission.

        Raises:
            UnknownDraftError: there is no draft of this id.
        """
        with self._access.writing() as database:
            draft_rows.draft_row(database, draft)
            submission = _begun(database, draft, planned, time)
            _put_step(database, draft, submission, "recorded", time)
            save_file(database, draft, file, expected_revision=None)
            return submission

    def list(self, draft: str | None = None) -> list[Submission]:
        """All submissions, or those of a draft, the newest first; with their papers.

        Entries that are damaged are left out, also of drafts in the trash; `DraftStore.check`
        names them.
        """
        where, values = ("where draft = ? ", [draft]) if draft else ("", [])
        query = f"select * from {SUBMISSIONS} {where}order by time desc, submission desc"
        with self._access.reading() as database:
            rows = [row for row in database.query(query, values) if is_intact(SUBMISSIONS, row)]
            return [_submission(database, row) for row in rows]

    def of(self, submission: str) -> Submission:
        """One submission.

        Raises:
            UnknownSubmissionError: there is none of this id.
            DamagedDraftError: its entry is damaged.
        """
        with self._access.reading() as database:
            return _submission(database, _row_of(database, submission))

    def unfinished(self, draft: str) -> Submission | None:
        """The newest hand-over of a draft that was begun and neither recorded nor given up."""
        found = [each for each in self.list(draft) if each.step in ("begun", "written")]
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
            draft = _row_of(database, submission)["draft"]
            kept = _papers(database, submission)
            same = [each for each in kept if (each.sha256, each.kind) == (paper.sha256, kind)]
            if same:
                return same[0]
            refuse_many(len(kept))
            row: Row = {**_paper_row(paper), "draft": draft, "content": data}
            database.table(PAPERS).insert(sealed(PAPERS, row))
        return paper

    def take_paper(self, paper: str) -> tuple[Paper, bytes]:
        """A paper and its bytes.

        Raises:
            UnknownSubmissionError: there is none of this id.
            DamagedDraftError: it is not as it was kept.
        """
        with self._access.reading() as database:
            row = _only(database, f"select * from {PAPERS} where paper = ?", paper)
            if not is_intact(PAPERS, row):
                message = f"Die Beilage „{row['name']}“ ist beschädigt gespeichert."
                raise DamagedDraftError(message)
            return _paper(row), row["content"]

    def remove_paper(self, paper: str) -> None:
        """Removes a paper that was added by mistake.

        Raises:
            UnknownSubmissionError: there is none of this id.
        """
        with self._access.writing() as database:
            _only(database, f"select paper from {PAPERS} where paper = ?", paper)
            database.execute(f"delete from {PAPERS} where paper = ?", [paper])


def _begun(database: Database, draft: str, planned: Planned, time: str = "") -> str:
    submission = new_id()
    row: Row = {
        "submission": submission,
        "draft": draft,
        "time": time or utc_now(),
        **planned.columns(),
    }
    database.table(SUBMISSIONS).insert(sealed(SUBMISSIONS, row))
    _put_step(database, draft, submission, "begun", time)
    return submission


def _put_step(database: Database, draft: str, submission: str, step: Step, time: str = "") -> None:
    row = {"draft": draft, "submission": submission, "step": step, "time": time or utc_now()}
    database.table(STEPS).insert(sealed(STEPS, row))


def _row_of(database: Database, submission: str) -> Row:
    row = _only(database, f"select * from {SUBMISSIONS} where submission = ?", submission)
    if not is_intact(SUBMISSIONS, row):
        message = f"Der Eintrag der Einreichung {submission} ist beschädigt gespeichert."
        raise DamagedDraftError(message)
    return row


def _only(database: Database, query: str, key: str) -> Row:
    row = next(iter(database.query(query, [key])), None)
    if row is None:
        message = (
            f"Es gibt keine Einreichung oder Beilage {key}; „lpd submissions list“ nennt alle."
        )
        raise UnknownSubmissionError(message)
    return row


def _submission(database: Database, row: Row) -> Submission:
    query = f"select * from {STEPS} where submission = ? order by id desc"
    steps: Iterable[Row] = database.query(query, [row["submission"]])
    newest = next(
        (each for each in steps if is_intact(STEPS, _without_number(each))),
        {"step": "begun", "time": row["time"]},
    )
    return Submission(
        id=row["submission"],
        draft=row["draft"],
        time=row["time"],
        planned=Planned.of(row),
        step=newest["step"],
        step_time=newest["time"],
        papers=tuple(_papers(database, row["submission"])),
    )


def _without_number(row: Row) -> Row:
    """The number of a step is given by the database and not part of the checksum."""
    return {name: value for name, value in row.items() if name != "id"}


def _papers(database: Database, submission: str) -> list[Paper]:
    """The papers, the oldest first; their bytes are not read."""
    query = f"select {_PAPER_COLUMNS} from {PAPERS} where submission = ? order by time, paper"
    return [_paper(row) for row in database.query(query, [submission])]


def _paper(row: Row) -> Paper:
    return Paper(
        row["paper"],
        row["submission"],
        row["kind"],
        row["name"],
        row["time"],
        row["size"],
        row["sha256"],
    )


def _paper_row(paper: Paper) -> Row:
    return {
        "paper": paper.id,
        "submission": paper.submission,
        "kind": paper.kind,
        "name": paper.name,
        "time": paper.time,
        "size": paper.size,
        "sha256": paper.sha256,
    }
