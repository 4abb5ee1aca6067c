"""Earlier texts of an answer: which of the many states of typing are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from lpd_desktop.store.checksums import Row, is_intact, sealed

if TYPE_CHECKING:
    from sqlite_utils import Database

HISTORY = "history"

KEPT_EVERY = timedelta(minutes=5)
"""While somebody types, one state of an answer is kept in this time."""


@dataclass(frozen=True)
class EarlierAnswer:
    """What stood at an address before it was changed at `time` (ISO, UTC); `content` is JSON."""

    address: str
    time: str
    content: str


def keep_old_answer(database: Database, old: Mapping[str, Any], new: str, time: str) -> None:
    """Appends the old content of a row of `answers` where it is worth keeping."""
    content = old["content"]
    last = _last_time(database, old["draft"], old["address"])
    if _is_long_ago(last, time) or loses_much(content, new):
        entry = {"draft": old["draft"], "address": old["address"], "time": time}
        append(database, {**entry, "content": content})


def append(database: Database, row: Row) -> None:
    """Adds one entry."""
    database.table(HISTORY).insert(sealed(HISTORY, row))


def loses_much(old: str, new: str) -> bool:
    """Whether a change takes away more than a third of what stood there."""
    return len(new) * 3 < len(old) * 2


def _is_long_ago(last: str, now: str) -> bool:
    if not last:
        return True
    return (
        not timedelta() <= datetime.fromisoformat(now) - datetime.fromisoformat(last) < KEPT_EVERY
    )


def _last_time(database: Database, draft: str, address: str) -> str:
    query = "select max(time) from history where draft = ? and address = ?"
    return database.execute(query, [draft, address]).fetchone()[0] or ""


def earlier_answers(database: Database, draft: str, address: str) -> list[EarlierAnswer]:
    """The kept states of an answer, the newest first; entries that are damaged are left out."""
    table = database.table(HISTORY)
    rows = table.rows_where(
        "draft = ? and address = ?", [draft, address], order_by="time desc, id desc"
    )
    return [
        EarlierAnswer(row["address"], row["time"], row["content"])
        for row in rows
        if is_history_intact(row)
    ]


def is_history_intact(row: Mapping[str, Any]) -> bool:
    """The number of an entry is given by the database and not part of the checksum."""
    return is_intact(HISTORY, {name: value for name, value in row.items() if name != "id"})
