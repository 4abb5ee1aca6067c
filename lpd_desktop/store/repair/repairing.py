"""Mending a damaged store: a new one is built of all that is readable, the old one is kept.

A draft that is whole stays as it is. What is missing of another comes from the sound copy, from
its restore points and from its history, whichever is newest; what was saved later than the copy is
not given up for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.runtime.progress import Progress
from lpd_desktop.store import commit_mark, integrity
from lpd_desktop.store.backups.copying import incoming_copy, put_in_place
from lpd_desktop.store.connection import (
    open_database,
    read_only,
    recognised_version,
    store_path,
    writing,
)
from lpd_desktop.store.earlier.history import HISTORY
from lpd_desktop.store.earlier.restore_points import RESTORE_POINTS
from lpd_desktop.store.errors import (
    SQLITE_ERRORS,
    DamagedStoreError,
    ForeignStoreError,
    NewerStoreError,
    StoreError,
    store_errors,
)
from lpd_desktop.store.interrupted_replacing import undo_interrupted_replacing
from lpd_desktop.store.migrations import STORE_VERSION
from lpd_desktop.store.releases import RELEASES
from lpd_desktop.store.repair.rebuilding import Outcome, Rebuilding
from lpd_desktop.store.repair.row_rescue import RescuedRows, rescue_rows
from lpd_desktop.store.submission_rows import NOTES, PAPERS, STEPS, SUBMISSIONS
from lpd_desktop.store.working_folder import beside

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class RepairReport:
    """What was done.

    Attributes:
        kept: Where the damaged file lies now; None where there was none.
        copy: The sound copy that was used.
        notes: German sentences on what is lost beside the drafts.
    """

    kept: Path | None
    copy: Path | None
    outcomes: tuple[Outcome, ...]
    notes: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every draft is as it was saved last, as far as that can be known."""
        is_whole = all(outcome.kind == "whole" for outcome in self.outcomes)
        return bool(self.outcomes) and is_whole and not self.notes


def store_problems(folder: Path) -> list[str]:
    """German sentences on everything that is damaged or missing in a store; empty for nothing.

    Raises:
        StoreError: it cannot be looked at: a later version, in use, no rights.
    """
    from lpd_desktop.store.draft_store import DraftStore

    if not store_path(folder).exists():
        return integrity.absence_problems(store_path(folder))
    try:
        with DraftStore.open(folder) as store:
            return store.check()
    except (DamagedStoreError, ForeignStoreError) as error:
        return [str(error)]


def lost_commits(folder: Path) -> int:
    """How many commits the mark beside the store knows of that the store does not."""
    path = store_path(folder)
    with store_errors(path), closing(read_only(path)) as connection:
        return commit_mark.missing_commits(path, connection)


def repair_store(folder: Path, copy: Path | None, progress: Progress | None = None) -> RepairReport:
    """Builds the store anew and puts it in the place of the damaged one.

    No other connection may be open: it would go on with the file that is put aside.

    Raises:
        NewerStoreError: the store is not damaged but of a later version.
        StoreError: the copy cannot be used, the new store cannot be written; nothing is changed.
    """
    path, tell = store_path(folder), progress or Progress()
    undo_interrupted_replacing(path)
    _refuse_newer(path)
    tell.step(5, "Der beschädigte Speicher wird gelesen")
    left = rescue_rows(path)
    tell.step(40, "Die Entwürfe werden zusammengesetzt")
    with _new_store(path, copy) as incoming:
        with store_errors(incoming), closing(open_database(incoming.parent)) as database:
            with writing(database):
                is_behind = left.is_behind and _is_behind(database, path)
                outcomes = Rebuilding(database, left, tell, is_behind=is_behind).run()
                _count_on(database, path)
            tell.step(90, "Der neue Speicher wird geprüft")
            _refuse_unsound(database)
        tell.step(97, "Der neue Speicher nimmt seinen Platz ein")
        kept = put_in_place(path, incoming)
    return RepairReport(kept, copy, tuple(outcomes), tuple(_losses(left, is_behind=is_behind)))


def _refuse_newer(path: Path) -> None:
    """A store of a later version is none of ours to mend; it lists the steps that led to it."""
    try:
        recognised_version(path)
    except NewerStoreError:
        if _steps_in(path) > STORE_VERSION:
            raise
    except (StoreError, *SQLITE_ERRORS):
        return


def _steps_in(path: Path) -> int:
    try:
        with closing(read_only(path)) as connection:
            return int(connection.execute("select count(*) from _sqlite_migrations").fetchone()[0])
    except SQLITE_ERRORS:
        return 0


@contextmanager
def _new_store(path: Path, copy: Path | None) -> Iterator[Path]:
    """The file that is built: the sound copy to begin with, or nothing."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if copy is not None:
        with incoming_copy(path, copy) as incoming:
            yield incoming
        return
    with beside(path) as folder:
        yield store_path(folder)


def _is_behind(copy: Database, path: Path) -> bool:
    """Whether the sound copy lacks commits as well."""
    mark, own = commit_mark.read_mark(path), commit_mark.seen_by(copy.conn)
    return own is None or commit_mark.missing_since(mark, own) > 0


def _count_on(database: Database, path: Path) -> None:
    """The new store carries on the count, so that newer copies are still known as newer."""
    own, mark, old = commit_mark.seen_by(database.conn), commit_mark.read_mark(path), None
    try:
        with closing(read_only(path)) as connection:
            old = commit_mark.seen_by(connection)
    except SQLITE_ERRORS:
        pass
    counts = [count for count in (mark, old, own) if count is not None]
    store, number = counts[0].store, max(count.number for count in counts)
    database.execute("update commits set store = ?, number = ?", [store, number])


def _refuse_unsound(database: Database) -> None:
    found = integrity.file_problems(database.conn) + integrity.row_problems(database)
    if found:
        message = f"Der neue Speicher ist nicht in Ordnung: {found[0]} Es ist nichts verändert."
        raise DamagedStoreError(message)


def _losses(left: RescuedRows, *, is_behind: bool) -> list[str]:
    """What of the rest was read and is damaged, and what cannot be known.

    Args:
        left: What was read.
        is_behind: Whether the newest commits are lost, in the copy that was used too.
    """
    names = {
        HISTORY: "frühere Texte einzelner Antworten",
        RESTORE_POINTS: "frühere Fassungen",
        RELEASES: "freigegebene Fassungen",
        SUBMISSIONS: "Einreichungen",
        STEPS: "Schritte von Einreichungen",
        PAPERS: "Beilagen zu Einreichungen",
        NOTES: "Vermerke zu Einreichungen",
    }
    told = [
        f"Nicht alle Einträge waren lesbar: {name}."
        for table, name in names.items()
        if left[table].damaged or not (left[table].is_complete or left.is_behind)
    ]
    if is_behind:
        told.append(
            "Zuletzt Gespeichertes fehlt. Ob auch frühere Texte, Fassungen oder Freigaben aus "
            "dieser Zeit fehlen, ist nicht festzustellen."
        )
    return told
