"""Submissions, the steps each went through, the papers that belong to them. Frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_STATEMENTS = (
    """
    create table submissions (
        submission text primary key,
        draft text not null references drafts (id) on delete restrict,
        time text not null,
        version integer not null,
        seal text not null,
        file_name text not null,
        sha256 text not null,
        recipient text not null,
        way text not null,
        folder text not null,
        checksum text not null
    ) strict
    """,
    """
    create table submission_steps (
        id integer primary key,
        draft text not null references drafts (id) on delete restrict,
        submission text not null,
        step text not null,
        time text not null,
        checksum text not null
    ) strict
    """,
    """
    create table submission_papers (
        paper text primary key,
        draft text not null references drafts (id) on delete restrict,
        submission text not null,
        kind text not null,
        name text not null,
        time text not null,
        size integer not null,
        sha256 text not null,
        checksum text not null,
        content blob not null
    ) strict
    """,
    "create index submissions_by_draft on submissions (draft)",
    "create index submission_steps_by_submission on submission_steps (submission)",
    "create index submission_steps_by_draft on submission_steps (draft)",
    "create index submission_papers_by_submission on submission_papers (submission)",
    "create index submission_papers_by_draft on submission_papers (draft)",
    """
    create trigger submissions_never_change before update on submissions
    begin select raise(abort, 'a submission never changes'); end
    """,
    """
    create trigger submission_steps_never_change before update on submission_steps
    begin select raise(abort, 'a step never changes'); end
    """,
    """
    create trigger submission_papers_never_change before update on submission_papers
    begin select raise(abort, 'a paper never changes'); end
    """,
    "pragma user_version = 3",
)


def tables(db: Database) -> None:
    """What was handed over, how far that came, what came back."""
    for statement in _STATEMENTS:
        db.execute(statement)
