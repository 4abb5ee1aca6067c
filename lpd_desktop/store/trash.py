"""The trash: drafts lie in it for a year."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta

from lpd_desktop.store.checksums import is_intact
from lpd_desktop.store.erasing import erase_rows
from lpd_desktop.store.summary import DRAFTS

DAYS_IN_TRASH = 366


def outdated(connection: sqlite3.Connection, now: str) -> list[str]:
    """The drafts that were put away more than a year ago.

    The store itself must have been written a year after: after one session with a wrong clock
    nothing is lost.
    """
    limit = _a_year_before(min(now, _last_written(connection)))
    query = "select * from drafts where trashed is not null and trashed < ? order by id"
    cursor = connection.execute(query, [limit])
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in cursor]
    return [row["id"] for row in rows if is_intact(DRAFTS, row)]


def _last_written(connection: sqlite3.Connection) -> str:
    query = (
        "select max(coalesce((select max(changed) from drafts), ''), "
        "coalesce((select max(trashed) from drafts), ''), "
        "coalesce((select max(time) from restore_points), ''))"
    )
    return str(connection.execute(query).fetchone()[0])


def _a_year_before(time: str) -> str:
    """Empty, which is before all times, where the time cannot be read."""
    try:
        moment = datetime.fromisoformat(time).astimezone(UTC) - timedelta(days=DAYS_IN_TRASH)
    except (ValueError, OverflowError):
        return ""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def purge(connection: sqlite3.Connection, drafts: list[str]) -> int:
    """Deletes drafts with all that belongs to them; returns how many there were."""
    return sum(erase_rows(connection, draft) for draft in drafts)
