"""Earlier texts of an answer: which of the many states of typing are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from lpd_desktop.store.checksums import Row, is_intact, sealed
from lpd_desktop.store.earlier.thinning import Kept, surplus
from lpd_desktop.store.errors import UnknownPointError

if TYPE_CHECKING:
    from sqlite_utils import Database

HISTORY = "history"

KEPT_EVERY = timedelta(minutes=5)
"""While somebody types, one state of an answer is kept in this time."""


MOST_TEXTS = 150
"""So many earlier texts of one answer stay when they are thinned out; never twice as many."""


@dataclass(frozen=True)
class EarlierAnswer:
    """What stood at an address before it was changed.

    Attributes:
        time: When it was changed, ISO in UTC.
        content: JSON: blocks of text, or the table or figures where the address ends so.
        number: Of the entry in the store, rising.
    """

    address: str
    time: str
    content: str
    number: int = 0


def keep_old_answer(database: Database, old: Mapping[str, Any], new: str, time: str) -> None:
    """Appends the old content of a row of `answers` where it is worth keeping."""
    content = old["content"]
    last = _last_time(database, old["draft"], old["address"])
    if _is_long_ago(last, time) or loses_much(content, new):
        entry = {"draft": old["draft"], "address": old["address"], "time": time}
        append(database, {**entry, "content": content})


def append(database: Database, row: Row) -> None:
    """Adds one entry, and thins out before there are too many of this answer."""
    where = [row["draft"], row["address"]]
    query = "select count(*) from history where draft = ? and address = ?"
    if database.execute(query, where).fetchone()[0] >= 2 * MOST_TEXTS - 1:
        thin_out(database, row["draft"], row["address"])
    database.table(HISTORY).insert(sealed(HISTORY, row))


def thin_out(database: Database, draft: str, address: str | None = None) -> None:
    """Deletes what is too much of one answer, or of each answer of a draft."""
    query = (
        "select id, time, address from history "
        "where draft = :draft and address = coalesce(:address, address) order by address"
    )
    rows = list(database.query(query, {"draft": draft, "address": address}))
    for _address, entries in groupby(rows, key=itemgetter("address")):
        states = [Kept(entry["id"], entry["time"]) for entry in entries]
        database.conn.executemany(
            "delete from history where id = ?",
            [(number,) for number in surplus(states, MOST_TEXTS)],
        )


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
    """The time of the entry that was made last; a clock may have gone back since."""
    query = "select time from history where draft = ? and address = ? order by id desc limit 1"
    found = database.execute(query, [draft, address]).fetchone()
    return found[0] if found else ""


def earlier_answers(database: Database, draft: str, address: str) -> list[EarlierAnswer]:
    """The kept states of an answer, the newest first; entries that are damaged are left out.

    Their numbers rise with every entry, whatever the clock says.
    """
    table = database.table(HISTORY)
    rows = table.rows_where("draft = ? and address = ?", [draft, address], order_by="id desc")
    return [
        EarlierAnswer(row["address"], row["time"], row["content"], row["id"])
        for row in rows
        if is_history_intact(row)
    ]


def earlier_answer(database: Database, draft: str, number: int) -> EarlierAnswer:
    """One earlier text of a draft.

    Raises:
        UnknownPointError: there is none of this number, or it is damaged.
    """
    row = next(database.table(HISTORY).rows_where("draft = ? and id = ?", [draft, number]), None)
    if row is None or not is_history_intact(row):
        message = f"Es gibt keinen früheren Text {number}; „lpd drafts history“ nennt alle."
        raise UnknownPointError(message)
    return EarlierAnswer(row["address"], row["time"], row["content"], row["id"])


def is_history_intact(row: Mapping[str, Any]) -> bool:
    """The number of an entry is given by the database and not part of the checksum."""
    return is_intact(HISTORY, {name: value for name, value in row.items() if name != "id"})
