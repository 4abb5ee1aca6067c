"""What is told of a hand-over beside its steps, and the words of one not written yet. Frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_STATEMENTS = (
    """
    create table submission_notes (
        id integer primary key,
        draft text not null references drafts (id) on delete restrict,
        submission text not null,
        kind text not null,
        content text not null,
        time text not null,
        checksum text not null
    ) strict
    """,
    """
    create table hand_over_words (
        draft text primary key references drafts (id) on delete restrict,
        content text not null,
        time text not null,
        checksum text not null
    ) strict
    """,
    "create index submission_notes_by_submission on submission_notes (submission)",
    "create index submission_notes_by_draft on submission_notes (draft)",
    """
    create trigger submission_notes_never_change before update on submission_notes
    begin select raise(abort, 'a note never changes'); end
    """,
    "pragma user_version = 5",
)


def tables(db: Database) -> None:
    """Notes are only added; the words of a draft are replaced by newer ones."""
    for statement in _STATEMENTS:
        db.execute(statement)
