"""Restore points, the count of commits, erased drafts, files of drafts. Frozen like all steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_STATEMENTS = (
    """
    create table restore_points (
        id integer primary key,
        draft text not null references drafts (id) on delete cascade,
        time text not null,
        reason text not null,
        name text not null,
        content blob not null,
        checksum text not null
    ) strict
    """,
    "create index restore_points_by_draft on restore_points (draft, time)",
    """
    create trigger restore_points_never_change before update on restore_points
    begin select raise(abort, 'a restore point never changes'); end
    """,
    """
    create table commits (
        store text primary key,
        number integer not null
    ) strict
    """,
    "insert into commits (store, number) values (lower(hex(randomblob(16))), 0)",
    """
    create table erased (
        draft text primary key,
        time text not null,
        checksum text not null
    ) strict
    """,
    """
    create table file_states (
        id integer primary key,
        draft text not null references drafts (id) on delete cascade,
        time text not null,
        path text not null,
        sha256 text not null,
        state text not null,
        checksum text not null
    ) strict
    """,
    "create index file_states_by_draft on file_states (draft)",
    "pragma user_version = 2",
)


def tables(db: Database) -> None:
    """Whole plans as they once were; one row that counts; ids that are gone for good; files."""
    for statement in _STATEMENTS:
        db.execute(statement)
