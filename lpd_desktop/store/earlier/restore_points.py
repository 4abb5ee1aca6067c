"""Whole plans as they once were, kept so that one can go back to them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from lpd_desktop.plan.file import LpdFile, from_plain, plain_content
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.store import draft_rows
from lpd_desktop.store.checksums import is_intact, sealed
from lpd_desktop.store.earlier.thinning import Kept, surplus
from lpd_desktop.store.errors import DamagedDraftError, UnknownPointError
from lpd_desktop.store.pieces import compact_json
from lpd_desktop.store.repair.salvage import salvaged

if TYPE_CHECKING:
    from sqlite_utils import Database

RESTORE_POINTS = "restore_points"

Reason = Literal[
    "session",
    "import",
    "roll_over",
    "store_migration",
    "approval",
    "state",
    "named",
    "replaced",
    "before_return",
    "before_discard",
]

REASON_NAMES: dict[Reason, str] = {
    "session": "Beginn der Sitzung",
    "import": "Vor dem Einlesen",
    "roll_over": "Vor der Übernahme in das neue Jahr",
    "store_migration": "Vor der Umstellung des Speichers",
    "approval": "Freigabe",
    "state": "Vor dem Wechsel des Zustands",
    "named": "Von Hand",
    "replaced": "Ersetzte Datei",
    "before_return": "Vor dem Zurückholen",
    "before_discard": "Vor dem Verwerfen der Sitzung",
}
"""What the planner reads."""

STAYING: tuple[Reason, ...] = ("named", "replaced", "approval", "store_migration")
MOST_POINTS = 60
"""So many others of one draft stay at most when they are thinned out."""


@dataclass(frozen=True)
class RestorePoint:
    """One earlier state of a draft; its plan is read by `RestorePoints.load`.

    Attributes:
        id: Number in the store, rising.
        time: When it was kept, ISO in UTC.
        name: What the planner called it, empty for none.
    """

    id: int
    draft: str
    time: str
    reason: Reason
    name: str

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.name or REASON_NAMES.get(self.reason, "Früherer Stand")


def present_file(database: Database, row: Mapping[str, Any]) -> LpdFile:
    """The stored plan of a row of `drafts`, or what is left of a damaged one.

    Raises:
        DamagedDraftError: nothing of it can be read.
    """
    try:
        return from_plain(draft_rows.read_content(database, row))
    except DamagedDraftError:
        return salvaged(database, row).file


def keep(database: Database, draft: str, file: LpdFile, reason: Reason, name: str = "") -> int:
    """Keeps a state; returns the number of its restore point.

    The same state is not kept twice in a row, except under a name or for another reason.
    """
    if reason not in get_args(Reason):
        raise ValueError(reason)
    content = zlib.compress(compact_json(plain_content(file)).encode())
    last = _newest(database, draft)
    if last and (last["content"], last["reason"], last["name"]) == (content, reason, name):
        return int(last["id"])
    thin_out(database, draft)
    row = {"draft": draft, "time": utc_now(), "reason": reason, "name": name, "content": content}
    database.table(RESTORE_POINTS).insert(sealed(RESTORE_POINTS, row))
    return int(database.execute("select last_insert_rowid()").fetchone()[0])


def thin_out(database: Database, draft: str) -> None:
    """Deletes what is too much; named ones, approvals and the last start of a session stay."""
    points = kept_points(database, draft)
    last_start = next((point.id for point in points if point.reason == "session"), 0)
    states = [
        Kept(point.id, point.time)
        for point in points
        if point.reason not in STAYING and not point.name and point.id != last_start
    ]
    database.conn.executemany(
        f"delete from {RESTORE_POINTS} where id = ?",
        [(number,) for number in surplus(states, MOST_POINTS)],
    )


def _newest(database: Database, draft: str) -> dict[str, Any] | None:
    query = f"select * from {RESTORE_POINTS} where draft = ? order by id desc limit 1"
    return next(iter(database.query(query, [draft])), None)


def kept_points(database: Database, draft: str) -> list[RestorePoint]:
    """The restore points of a draft, the newest first."""
    query = (
        f"select id, draft, time, reason, name from {RESTORE_POINTS} "
        "where draft = ? order by id desc"
    )
    return [RestorePoint(**row) for row in database.query(query, [draft])]


def kept_file(database: Database, point: int) -> LpdFile:
    """The plan of a restore point.

    Raises:
        UnknownPointError: there is none of this number.
        DamagedDraftError: it is not as it was written.
    """
    query = f"select * from {RESTORE_POINTS} where id = ?"
    row = next(iter(database.query(query, [point])), None)
    if row is None:
        message = f"Es gibt keine frühere Fassung {point}; „lpd drafts points“ nennt alle."
        raise UnknownPointError(message)
    if not is_point_intact(row):
        message = (
            f"Die frühere Fassung {point} ist beschädigt gespeichert. Bitte wählen Sie eine andere."
        )
        raise DamagedDraftError(message)
    return from_plain(json.loads(zlib.decompress(row["content"])))


def is_point_intact(row: Mapping[str, Any]) -> bool:
    """The number of a point is given by the database and not part of the checksum."""
    return is_intact(RESTORE_POINTS, {name: value for name, value in row.items() if name != "id"})
