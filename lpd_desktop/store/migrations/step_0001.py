"""The first tables. Frozen: imports nothing of ours and never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_STATEMENTS = (
    """
    create table drafts (
        id text primary key,
        plan_id text not null,
        jobcenter text not null,
        number text not null,
        year integer not null,
        title text not null,
        state text not null,
        version integer not null,
        completeness integer not null,
        created text not null,
        changed text not null,
        trashed text,
        origin_path text,
        origin_sha256 text,
        origin_time text,
        revision integer not null,
        digest text not null,
        checksum text not null
    ) strict
    """,
    """
    create table parts (
        draft text not null references drafts (id) on delete cascade,
        name text not null,
        content text not null,
        checksum text not null,
        primary key (draft, name)
    ) strict
    """,
    """
    create table answers (
        draft text not null references drafts (id) on delete cascade,
        address text not null,
        content text not null,
        checksum text not null,
        primary key (draft, address)
    ) strict
    """,
    """
    create table history (
        id integer primary key,
        draft text not null references drafts (id) on delete cascade,
        address text not null,
        time text not null,
        content text not null,
        checksum text not null
    ) strict
    """,
    """
    create table releases (
        id integer primary key,
        draft text not null references drafts (id) on delete restrict,
        version integer not null,
        seal text not null,
        time text not null,
        lpd blob not null,
        pdf blob,
        checksum text not null
    ) strict
    """,
    "create index history_by_address on history (draft, address)",
    "create index releases_by_draft on releases (draft)",
    """
    create trigger releases_never_change before update on releases
    begin select raise(abort, 'a release never changes'); end
    """,
    """
    create trigger history_never_changes before update on history
    begin select raise(abort, 'history is only appended to'); end
    """,
    "pragma user_version = 1",
)


def tables(db: Database) -> None:
    """Drafts with parts and answers, their history, their releases."""
    for statement in _STATEMENTS:
        db.execute(statement)
