"""The rows of the register, read and written inside a transaction of `Submissions`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, get_args

from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.store.checksums import Row, is_intact, sealed
from lpd_desktop.store.errors import DamagedDraftError, UnknownSubmissionError
from lpd_desktop.store.submission_entries import (
    Note,
    NoteKind,
    Paper,
    Planned,
    Step,
    Submission,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

SUBMISSIONS = "submissions"
STEPS = "submission_steps"
PAPERS = "submission_papers"
NOTES = "submission_notes"

_PAPER_COLUMNS = "paper, draft, submission, kind, name, time, size, sha256"


def begun(database: Database, draft: str, planned: Planned, time: str = "") -> str:
    """Adds a submission with its first step; returns its id."""
    submission = new_id()
    row: Row = {
        "submission": submission,
        "draft": draft,
        "time": time or utc_now(),
        **planned.columns(),
    }
    database.table(SUBMISSIONS).insert(sealed(SUBMISSIONS, row))
    put_step(database, draft, submission, "begun", time)
    return submission


def put_step(database: Database, draft: str, submission: str, step: Step, time: str = "") -> None:
    """Adds a step; `time` is ISO, empty for now."""
    row = {"draft": draft, "submission": submission, "step": step, "time": time or utc_now()}
    database.table(STEPS).insert(sealed(STEPS, row))


def put_note(database: Database, submission: str, kind: NoteKind, content: str) -> None:
    """Adds what is told of a submission.

    Raises:
        UnknownSubmissionError: there is none of this id.
    """
    row = {
        "draft": row_of(database, submission)["draft"],
        "submission": submission,
        "kind": kind,
        "content": content,
        "time": utc_now(),
    }
    database.table(NOTES).insert(sealed(NOTES, row))


def row_of(database: Database, submission: str) -> Row:
    """The row of a submission.

    Raises:
        UnknownSubmissionError: there is none of this id.
        DamagedDraftError: its entry is damaged.
    """
    row = only(database, f"select * from {SUBMISSIONS} where submission = ?", submission)
    if not is_intact(SUBMISSIONS, row):
        message = f"Der Eintrag der Einreichung {submission} ist beschädigt gespeichert."
        raise DamagedDraftError(message)
    return row


def only(database: Database, query: str, key: str) -> Row:
    """The one row of a query.

    Raises:
        UnknownSubmissionError: there is none.
    """
    row = next(iter(database.query(query, [key])), None)
    if row is None:
        message = (
            f"Es gibt keine Einreichung oder Beilage {key}; „lpd submissions list“ nennt alle."
        )
        raise UnknownSubmissionError(message)
    return row


def submission_of(database: Database, row: Row) -> Submission:
    """A submission with its last step, its notes and its papers."""
    newest = _newest_step(database, row)
    return Submission(
        id=row["submission"],
        draft=row["draft"],
        time=row["time"],
        planned=Planned.of(row),
        step=newest["step"],
        step_time=newest["time"],
        papers=tuple(papers_of(database, row["submission"])),
        notes=tuple(_notes_of(database, row["submission"])),
    )


def submissions_of(database: Database, draft: str | None) -> list[Submission]:
    """Those of a draft, or all, the newest first; without damaged entries."""
    where, values = ("where draft = ? ", [draft]) if draft else ("", [])
    query = f"select * from {SUBMISSIONS} {where}order by time desc, submission desc"
    rows = [row for row in database.query(query, values) if is_intact(SUBMISSIONS, row)]
    return [submission_of(database, row) for row in rows]


def _newest_step(database: Database, row: Row) -> Row:
    query = f"select * from {STEPS} where submission = ? order by id desc"
    steps: Iterable[Row] = database.query(query, [row["submission"]])
    begun_then: Row = {"step": "begun", "time": row["time"]}
    return next((each for each in steps if _is_numbered_intact(STEPS, each)), begun_then)


def _notes_of(database: Database, submission: str) -> Iterator[Note]:
    """The oldest first; a kind that a later version added says nothing here."""
    query = f"select * from {NOTES} where submission = ? order by id"
    for row in list(database.query(query, [submission])):
        if row["kind"] in get_args(NoteKind) and _is_numbered_intact(NOTES, row):
            yield Note(row["kind"], row["content"], row["time"])


def _is_numbered_intact(table: str, row: Row) -> bool:
    """The number is given by the database and not part of the checksum."""
    return is_intact(table, {name: value for name, value in row.items() if name != "id"})


def papers_of(database: Database, submission: str) -> list[Paper]:
    """The papers, the oldest first; their bytes are not read."""
    query = f"select {_PAPER_COLUMNS} from {PAPERS} where submission = ? order by time, paper"
    return [paper_of(row) for row in database.query(query, [submission])]


def paper_of(row: Row) -> Paper:
    """Out of its row."""
    return Paper(
        row["paper"],
        row["submission"],
        row["kind"],
        row["name"],
        row["time"],
        row["size"],
        row["sha256"],
    )


def paper_row(paper: Paper) -> Row:
    """As a row, without draft and bytes."""
    return {
        "paper": paper.id,
        "submission": paper.submission,
        "kind": paper.kind,
        "name": paper.name,
        "time": paper.time,
        "size": paper.size,
        "sha256": paper.sha256,
    }
