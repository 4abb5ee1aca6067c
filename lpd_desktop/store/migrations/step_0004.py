"""The days that a draft reminds of, for the list of drafts. Frozen like all steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_STATEMENTS = (
    "alter table drafts add column dates text",
    "pragma user_version = 4",
)


def tables(db: Database) -> None:
    """A column that is empty until the draft is saved next."""
    for statement in _STATEMENTS:
        db.execute(statement)
