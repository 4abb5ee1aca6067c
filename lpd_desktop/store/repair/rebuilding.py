"""The content of a store built anew: each draft as it was saved last, or the next best."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal

from lpd_desktop.plan.file import plain_content
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.store import draft_rows
from lpd_desktop.store.checksums import Row, content_digest
from lpd_desktop.store.earlier.history import HISTORY
from lpd_desktop.store.earlier.restore_points import RESTORE_POINTS
from lpd_desktop.store.erasing import ERASED, erase_rows
from lpd_desktop.store.pieces import ANSWERS, PARTS, Pieces, put_together, take_apart
from lpd_desktop.store.releases import RELEASES
from lpd_desktop.store.repair.draft_assembly import Source, assembled, day_and_time, state_of
from lpd_desktop.store.repair.row_rescue import RescuedRows, is_numbered, row_key
from lpd_desktop.store.summary import DRAFTS, origin_columns, summary_columns

if TYPE_CHECKING:
    from sqlite_utils import Database

Kind = Literal["whole", "unsure", "copy", "partly"]
_PIECE_TABLES = (PARTS, ANSWERS)
_HOLDING_PLANS = (RESTORE_POINTS, RELEASES, HISTORY)


@dataclass(frozen=True)
class Outcome:
    """What became of one draft.

    Attributes:
        kind: `whole`: as it was saved last; `unsure`: as it was saved, though commits are missing
            of which nobody knows what they held; `copy`: as in the sound copy;
            `partly`: put together.
        notes: German sentences on what is not as it was saved last.
    """

    draft: str
    name: str
    kind: Kind
    notes: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The outcome in German, without the name of the draft."""
        said = {
            "whole": "unversehrt.",
            "unsure": "lesbar; ob es der zuletzt gespeicherte Stand ist, ist nicht festzustellen.",
            "copy": "aus der Sicherung.",
            "partly": "gerettet, aber nicht vollständig auf dem letzten Stand.",
        }
        first = said[self.kind]
        return " ".join([first[0].upper() + first[1:], *self.notes])

    @property
    def sentence(self) -> str:
        """Whole sentences for a list without headings."""
        return f"{self.name}: {self.told}"


class Rebuilding:
    """Puts what is left of the damaged store into the new one, inside one transaction."""

    def __init__(
        self, database: Database, left: RescuedRows, progress: Progress, *, is_behind: bool
    ) -> None:
        """Takes the new store, which holds what the sound copy holds, or nothing.

        Args:
            database: The new store.
            left: What was read of the damaged one.
            progress: Is told how far it is.
            is_behind: The copy does not have the commits either that the damaged one lacks.
        """
        self._database, self._left, self._progress = database, left, progress
        self._erased = {row["draft"] for row in left[ERASED].rows()}
        self._whole: Kind = "unsure" if is_behind else "whole"
        self._later_rows = list(left[DRAFTS].found.values())
        self._rows: dict[str, list[Row]] = {}
        for row in sorted(left[DRAFTS].rows(), key=itemgetter("revision"), reverse=True):
            self._rows.setdefault(row["id"], []).append(row)
        self._kept_rows = {row["id"]: row for row in list(database.query("select * from drafts"))}
        self._pieces = _pieces_by_draft(left)

    def run(self) -> list[Outcome]:
        """Writes everything; what became of each draft."""
        for draft in self._erased:
            erase_rows(self._database.conn, draft)
        drafts = [draft for draft in self._all_drafts() if draft not in self._erased]
        outcomes = []
        for number, draft in enumerate(drafts):
            self._progress.step(40 + 45 * number // len(drafts), "Die Entwürfe werden gelesen")
            outcomes.append(self._outcome(draft))
        self._put_rest(set(drafts))
        return outcomes

    def _all_drafts(self) -> list[str]:
        """All of which anything is left."""
        rest = [row["draft"] for name in _HOLDING_PLANS for row in self._left[name].rows()]
        return list(dict.fromkeys([*self._kept_rows, *self._rows, *self._pieces, *rest]))

    def _outcome(self, draft: str) -> Outcome:
        rows, kept = self._rows.get(draft, []), self._kept_rows.get(draft)
        if kept is not None and not rows and draft not in self._pieces:
            return Outcome(draft, _name(kept), "copy")
        if kept is not None and rows and kept["revision"] >= rows[0]["revision"]:
            is_last = kept["digest"] == rows[0]["digest"]
            return Outcome(draft, _name(kept), self._whole if is_last else "copy")
        whole = self._whole_state(draft, rows[0]) if rows else None
        if whole is not None:
            draft_rows.put_draft_row(self._database, rows[0])
            self._put_pieces(draft, whole)
            return Outcome(draft, _name(rows[0]), self._whole)
        return self._assembled(draft, rows[0] if rows else None)

    def _whole_state(self, draft: str, row: Row) -> Pieces | None:
        """The pieces that the digest of a row proves to be all that was saved with it."""
        read, found = self._pieces.get(draft, ({}, {}))
        ways = (read, {**read, **found}, {**found, **read})
        return next(
            (own for own in map(_needed, ways) if content_digest(own) == row["digest"]), None
        )

    def _assembled(self, draft: str, row: Row | None) -> Outcome:
        """What is not whole gets a new revision, so that no open window writes over it."""
        read, found = self._pieces.get(draft, ({}, {}))
        own = {**read, **found} if row in self._later_rows else {**found, **read}
        result = assembled(own, list(self._sources(draft)), row)
        pieces = take_apart(plain_content(result.file))
        old = row or self._kept_rows.get(draft) or _fresh_row(draft)
        columns = {**old, **summary_columns(result.file), "revision": old["revision"] + 1}
        digest = content_digest(pieces)
        draft_rows.put_draft_row(self._database, {**columns, "digest": digest})
        self._put_pieces(draft, pieces)
        return Outcome(draft, _name(columns), "partly", result.notes)

    def _put_pieces(self, draft: str, pieces: Mapping[tuple[str, str], str]) -> None:
        """What the sound copy held instead goes into the history."""
        draft_rows.write_pieces(self._database, draft, dict(pieces), utc_now())

    def _sources(self, draft: str) -> Iterator[Source]:
        kept = self._kept_rows.get(draft)
        if kept is not None:
            stored = draft_rows.stored_pieces(self._database, draft)
            pieces = {key: piece["content"] for key, piece in stored.items()}
            when = day_and_time(kept["changed"])
            yield Source(kept["changed"], f"der Sicherung, Stand {when}", pieces)
        for row in _of_draft(self._left[RESTORE_POINTS].rows(), draft):
            name = f"der früheren Fassung vom {day_and_time(row['time'])}"
            yield Source(row["time"], name, state_of(zlib.decompress(row["content"])))
        for row in _of_draft(self._left[RELEASES].rows(), draft):
            name = f"der freigegebenen {row['version']}. Fassung"
            yield Source(row["time"], name, state_of(row["lpd"]))
        for row in _of_draft(self._left[HISTORY].rows(), draft):
            name = f"den früheren Texten, Stand {day_and_time(row['time'])}"
            yield Source(row["time"], name, {(ANSWERS, row["address"]): row["content"]})

    def _put_rest(self, drafts: set[str]) -> None:
        """History, releases, restore points and the like that the copy does not have."""
        for table in [name for name in self._left.tables if name not in (DRAFTS, *_PIECE_TABLES)]:
            rows = list(self._database.query(f"select * from {table}"))
            known = {row_key(table, row) for row in rows}
            for row in sorted(self._left[table].rows(), key=_order):
                is_ours = table == ERASED or row["draft"] in drafts
                if is_ours and row_key(table, row) not in known:
                    self._insert(table, row)

    def _insert(self, table: str, row: Row) -> None:
        columns = [name for name in row if not (name == "id" and is_numbered(table))]
        names, values = ", ".join(columns), ", ".join(f":{name}" for name in columns)
        self._database.execute(
            f"insert or ignore into {table} ({names}) values ({values})",
            {name: row[name] for name in columns},
        )


def _pieces_by_draft(left: RescuedRows) -> dict[str, tuple[Pieces, Pieces]]:
    """For each draft the pieces that were read, and those that only stand on pages."""
    pieces: dict[str, tuple[Pieces, Pieces]] = {}
    for table, column in draft_rows.KEY_COLUMNS.items():
        for place, rows in enumerate((left[table].read, left[table].found)):
            for row in rows.values():
                own = pieces.setdefault(row["draft"], ({}, {}))
                own[place][table, row[column]] = row["content"]
    return {draft: own for draft, own in pieces.items() if own[0] or not _is_read(left)}


def _needed(own: Pieces) -> Pieces:
    """Those that the plan refers to; nothing where it is not complete."""
    try:
        return take_apart(put_together(own))
    except (KeyError, TypeError, ValueError, AttributeError):
        return {}


def _is_read(left: RescuedRows) -> bool:
    """Whether the list of drafts is whole: then drafts that only stand on pages were removed."""
    return left[DRAFTS].is_complete and not left[DRAFTS].damaged


def _of_draft(rows: Iterator[Row], draft: str) -> Iterator[Row]:
    return (row for row in rows if row["draft"] == draft)


def _order(row: Row) -> tuple[str, int]:
    return row["time"], row.get("id", 0)


def _name(row: Mapping[str, Any]) -> str:
    return f"{row['jobcenter'] or 'ohne Jobcenter'} {row['year']}"


def _fresh_row(draft: str) -> Row:
    """For a draft whose entry in the list is lost."""
    time = utc_now()
    return {
        "id": draft,
        "created": time,
        "changed": time,
        "trashed": None,
        "revision": 0,
        **origin_columns(None),
    }
