"""The drafts of one person: list, add, load, save, trash, history, releases, backup."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.plan.file import LpdFile, from_plain, plain_content
from lpd_desktop.plan.file_trail import state_of
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.store import draft_rows, integrity
from lpd_desktop.store.access import StoreAccess
from lpd_desktop.store.backups import copying as backup
from lpd_desktop.store.checksums import Row, content_digest
from lpd_desktop.store.connection import open_database, store_path
from lpd_desktop.store.earlier.going_back import RestorePoints
from lpd_desktop.store.earlier.history import EarlierAnswer, earlier_answer, earlier_answers
from lpd_desktop.store.earlier.restore_points import keep
from lpd_desktop.store.erasing import erase_rows, erased_drafts, note_erased, scrub
from lpd_desktop.store.errors import StoreError, store_errors
from lpd_desktop.store.file_states import FileStates, append_state
from lpd_desktop.store.listing import drafts_query
from lpd_desktop.store.pieces import take_apart
from lpd_desktop.store.releases import StoredRelease, append_release, stored_releases
from lpd_desktop.store.repair.salvage import Salvaged, salvaged
from lpd_desktop.store.saving import require_content, save_file, write_file
from lpd_desktop.store.submissions import Submissions
from lpd_desktop.store.summary import (
    DraftSummary,
    Origin,
    origin_columns,
    summary_columns,
    summary_from,
)
from lpd_desktop.store.trash import outdated, purge

if TYPE_CHECKING:
    from sqlite_utils import Database


class DraftStore:
    """The store in one data folder. Bound to the thread that opened it: one for each thread.

    Attributes:
        points: Restore points, see `going_back`.
        files: Which files drafts were read from and written to, see `file_states`.
        submissions: What was handed over, see `submissions`.
        purged: How many drafts left the trash for good when the store was opened.
    """

    def __init__(self, folder: Path, database: Database) -> None:
        """Takes an opened database; use `open`."""
        self._folder = folder
        self._path = store_path(folder)
        self._database = database
        access = StoreAccess(self._path, database)
        self._reading, self._writing = access.reading, access.writing
        self.points = RestorePoints(access)
        self.files = FileStates(access)
        self.submissions = Submissions(access)
        self.purged = 0

    @classmethod
    def open(cls, folder: Path) -> DraftStore:
        """The store of a data folder, made where there is none, migrated where it is older.

        Raises:
            ForeignStoreError: the file is not ours or damaged; it is left as it is.
            NewerStoreError: a later version of the program wrote it.
            StoreError: no rights, no space, in use.
        """
        store = cls(folder, open_database(folder))
        with suppress(StoreError):
            store._empty_trash()
        return store

    def _empty_trash(self) -> None:
        """Deletes what has lain in the trash for a year; where that fails it waits."""
        now = utc_now()
        with self._reading() as database:
            if not outdated(database.conn, now):
                return
        with self._writing() as database:
            self.purged = purge(database.conn, outdated(database.conn, now))

    def close(self) -> None:
        """Closes the connection."""
        self._database.close()

    def wait_at_most(self, seconds: float) -> None:
        """How long a write waits for another program from now on."""
        self._database.execute(f"pragma busy_timeout = {round(1000 * seconds)}")

    def __enter__(self) -> DraftStore:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def list_drafts(self, *, trashed: bool = False) -> list[DraftSummary]:
        """The drafts, the one changed last first; or those in the trash."""
        with self._reading() as database:
            return [summary_from(row) for row in database.query(drafts_query(trashed=trashed))]

    def summary(self, draft: str) -> DraftSummary:
        """One draft at a glance.

        Raises:
            UnknownDraftError: there is none of this id.
        """
        with self._reading() as database:
            return summary_from(draft_rows.draft_row(database, draft))

    def add(self, file: LpdFile, origin: Path | Origin | None = None) -> str:
        """Takes a plan into the store; returns the id of its draft.

        `origin` is the .lpd file it was read from, as it was then where that is known.
        """
        draft, time = new_id(), utc_now()
        source = Origin.of(origin) if isinstance(origin, Path) else origin
        row: Row = {"id": draft, "created": time, "trashed": None, **origin_columns(source)}
        with self._writing() as database:
            write_file(database, {**row, "revision": 1}, file, time)
            if source is not None:
                append_state(database, draft, source, state_of(file))
        return draft

    def find_same(self, file: LpdFile) -> str | None:
        """The id of a draft with exactly this content that is not in the trash."""
        digest = content_digest(take_apart(plain_content(file)))
        query = "select id from drafts where digest = ? and trashed is null order by id"
        with self._reading() as database:
            found = database.execute(query, [digest]).fetchone()
        return str(found[0]) if found else None

    def newest_of_plan(self, plan_id: str) -> str | None:
        """The id of the draft of a plan that was changed last and is not in the trash."""
        query = (
            "select id from drafts where plan_id = ? and trashed is null "
            "order by changed desc, id desc"
        )
        with self._reading() as database:
            found = database.execute(query, [plan_id]).fetchone()
        return str(found[0]) if found else None

    def year_before(self, file: LpdFile) -> str | None:
        """The id of last year's plan of the same Jobcenter, an approved one before a draft."""
        query = (
            "select id from drafts where trashed is null and year = :year and "
            "((number <> '' and number = :number) or (jobcenter <> '' and jobcenter = :name)) "
            "order by version > 0 desc, changed desc, id desc"
        )
        own = summary_columns(file)
        wanted = {"year": own["year"] - 1, "number": own["number"], "name": own["jobcenter"]}
        with self._reading() as database:
            found = database.execute(query, wanted).fetchone()
        return str(found[0]) if found else None

    def load(self, draft: str) -> LpdFile:
        """The stored plan.

        Raises:
            UnknownDraftError: there is none of this id.
            DamagedDraftError: its rows do not match their checksums; names the place.
        """
        with self._reading() as database:
            row = draft_rows.draft_row(database, draft)
            return from_plain(draft_rows.read_content(database, row))

    def salvage(self, draft: str) -> Salvaged:
        """What can be read of a damaged draft, and what is missing; nothing is changed.

        Raises:
            UnknownDraftError: there is none of this id.
            DamagedDraftError: even the structure of the plan is lost.
        """
        with self._reading() as database:
            return salvaged(database, draft_rows.draft_row(database, draft))

    def save(self, draft: str, file: LpdFile, *, expected_revision: int | None = None) -> int:
        """Makes `file` the content of a draft in one transaction; returns the new revision.

        Only rows that differ are written, so that one changed answer costs one small row.

        Args:
            draft: Its id.
            file: The newest state.
            expected_revision: The revision that was loaded; None overwrites any.

        Raises:
            UnknownDraftError: there is none of this id.
            ChangedElsewhereError: another window saved since; nothing is written.
        """
        with self._writing() as database:
            return save_file(database, draft, file, expected_revision=expected_revision)

    def set_origin(self, draft: str, path: Path) -> Origin:
        """Remembers the .lpd file that now holds the draft, as it is at this moment."""
        origin = Origin.of(path)
        self.files.note(draft, origin, state_of(self.load(draft)))
        return origin

    def trash(self, draft: str) -> None:
        """Puts a draft into the trash; `take_back` undoes it."""
        self._change_row(draft, {"trashed": utc_now()})

    def take_back(self, draft: str) -> None:
        """Takes a draft out of the trash."""
        self._change_row(draft, {"trashed": None})

    def erase(self, draft: str) -> None:
        """Erases a draft for good with all that is its own; not from copies and backups.

        May be repeated after a `BusyStoreError`.

        Raises:
            UnknownDraftError: there is none of this id, nor was there one that was erased.
            BusyStoreError: the draft is gone, but remains of it may still stand in the file.
        """
        with self._writing() as database:
            if draft not in erased_drafts(database.conn):
                draft_rows.draft_row(database, draft)
            erase_rows(database.conn, draft)
            note_erased(database.conn, draft)
        with store_errors(self._path):
            scrub(self._database.conn)

    def erased(self) -> list[str]:
        """The ids of the drafts that were erased for good."""
        with self._reading() as database:
            return erased_drafts(database.conn)

    def _change_row(self, draft: str, columns: Row) -> None:
        with self._writing() as database:
            row = draft_rows.draft_row(database, draft)
            draft_rows.put_draft_row(database, {**row, **columns})

    def history(self, draft: str, address: str) -> list[EarlierAnswer]:
        """What stood at an address before, the newest first."""
        with self._reading() as database:
            return earlier_answers(database, draft, address)

    def earlier_text(self, draft: str, number: int) -> EarlierAnswer:
        """One of those that `history` names.

        Raises:
            UnknownPointError: there is none of this number, or it is damaged.
        """
        with self._reading() as database:
            return earlier_answer(database, draft, number)

    def add_release(self, draft: str, file: LpdFile, pdf: bytes | None = None) -> None:
        """Keeps an approved plan and its PDF as they were on that day.

        Raises:
            UnknownDraftError: there is none of this id.
            ValueError: the plan is not approved.
        """
        with self._writing() as database:
            draft_rows.draft_row(database, draft)
            append_release(database, draft, file, pdf)

    def save_release(
        self, draft: str, file: LpdFile, pdf: bytes, before: LpdFile | None = None
    ) -> None:
        """`save`, `add_release` and a restore point; nothing where `before` is not stored."""
        with self._writing() as database:
            require_content(database, draft, before)
            save_file(database, draft, file, expected_revision=None)
            append_release(database, draft, file, pdf)
            keep(database, draft, file, "approval")

    def releases(self, draft: str) -> list[StoredRelease]:
        """The releases of a draft in the order in which they were made."""
        with self._reading() as database:
            return stored_releases(database, draft)

    def backup(self, target: Path) -> None:
        """Writes a complete copy of the store and reads it back.

        Raises:
            StoreError: the target is the store itself, or the copy cannot be written or read.
        """
        backup.back_up(self._database.conn, self._path, target)

    def restore(self, source: Path) -> Path:
        """Makes a backup the content of the store; returns the copy of what was there before.

        Raises:
            ForeignStoreError, NewerStoreError, DamagedStoreError: of the backup; nothing changed.
        """
        return backup.restore_into(self._database.conn, self._path, source)

    def check(self) -> list[str]:
        """German sentences on everything that is damaged, empty for nothing."""
        with self._reading() as database:
            return integrity.problems(database)
