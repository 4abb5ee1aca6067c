"""`DraftStore.files`: in which states a draft was read from files and written to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lpd_desktop.plan.file_trail import STATES_AT_MOST
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.store import draft_rows
from lpd_desktop.store.access import StoreAccess
from lpd_desktop.store.checksums import is_intact, sealed
from lpd_desktop.store.summary import Origin, origin_columns

if TYPE_CHECKING:
    from sqlite_utils import Database

FILE_STATES = "file_states"


@dataclass(frozen=True)
class FileState:
    """One file as it was when the draft was read from it or written to it.

    Attributes:
        time: When that was, ISO in UTC.
        sha256: Digest of the bytes of the file.
        state: Digest of the plan in it, see `plan.file_trail`.
    """

    time: str
    path: Path
    sha256: str
    state: str


class FileStates:
    """The files of all drafts of an opened store."""

    def __init__(self, access: StoreAccess) -> None:
        """Takes the opened store."""
        self._access = access

    def note(self, draft: str, origin: Origin, *states: str, is_own: bool = True) -> None:
        """Remembers that a draft was read from a file, or written to it.

        The revision of the draft stays.

        Args:
            draft: Its id.
            origin: The file as it was then.
            states: Digest of the plan in it, after those that went into it and are not known yet.
            is_own: It is the file of this draft from now on.

        Raises:
            UnknownDraftError: there is none of this id.
        """
        with self._access.writing() as database:
            row = draft_rows.draft_row(database, draft)
            if is_own:
                draft_rows.put_draft_row(database, {**row, **origin_columns(origin)})
            for state in states:
                append_state(database, draft, origin, state)

    def of(self, draft: str) -> list[FileState]:
        """All that is remembered of a draft, the oldest first; what is damaged is left out."""
        query = f"select * from {FILE_STATES} where draft = ? order by id"
        with self._access.reading() as database:
            return [
                FileState(row["time"], Path(row["path"]), row["sha256"], row["state"])
                for row in database.query(query, [draft])
                if is_file_state_intact(row)
            ]


def append_state(database: Database, draft: str, origin: Origin, state: str) -> None:
    """Adds one entry, unless the newest one says the same; the oldest ones go."""
    told = {"path": str(origin.path), "sha256": origin.sha256, "state": state}
    query = f"select path, sha256, state from {FILE_STATES} where draft = ? order by id desc"
    if next(iter(database.query(query, [draft])), None) == told:
        return
    row = {"draft": draft, "time": utc_now(), **told}
    database.table(FILE_STATES).insert(sealed(FILE_STATES, row))
    database.execute(
        f"delete from {FILE_STATES} where draft = ? and id not in "
        f"(select id from {FILE_STATES} where draft = ? order by id desc limit {STATES_AT_MOST})",
        [draft, draft],
    )


def is_file_state_intact(row: Mapping[str, Any]) -> bool:
    """The number of an entry is given by the database and not part of the checksum."""
    return is_intact(FILE_STATES, {name: value for name, value in row.items() if name != "id"})
