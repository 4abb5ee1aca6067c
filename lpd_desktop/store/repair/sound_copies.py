"""Sound copies of the store: what a damaged one can be mended with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.progress import stop_if_cancelled
from lpd_desktop.store import commit_mark, integrity
from lpd_desktop.store.backups.copying import verify
from lpd_desktop.store.connection import read_only, store_path
from lpd_desktop.store.errors import store_errors

_DAMAGED = "-beschaedigt-"
_MOST = 40
"""So many copies are looked at, those written last first."""


@dataclass(frozen=True)
class StoreCopy:
    """A copy in which every checksum is right.

    Attributes:
        changed: When a draft in it was changed last, ISO in UTC; empty without drafts.
        drafts: How many there are, without the trash.
        commits: What it counts itself; None in older formats.
    """

    path: Path
    changed: str
    drafts: int
    commits: commit_mark.Commits | None

    def age_key(self, store: str) -> tuple[int, str]:
        """Sorts the newest last: commits of the same store do not depend on the clock."""
        is_own = self.commits is not None and self.commits.store == store
        return (self.commits.number if is_own and self.commits else -1, self.changed)


def sound_copies(folder: Path) -> Iterator[StoreCopy]:
    """The copies of a data folder that are sound, the files written last first.

    Each is read as a whole, which takes its time.
    """
    for path in copy_files(folder)[:_MOST]:
        stop_if_cancelled()
        copy = sound_copy(path)
        if copy is not None:
            yield copy


def newest_first(folder: Path) -> list[StoreCopy]:
    """The sound copies, the one with the newest state of the store first."""
    mark = commit_mark.read_mark(store_path(folder))
    store = mark.store if mark else ""
    return sorted(sound_copies(folder), key=lambda copy: copy.age_key(store), reverse=True)


def newest_sound_copy(folder: Path) -> StoreCopy | None:
    """The copy that holds the newest state of the store; None where there is none."""
    return next(iter(newest_first(folder)), None)


def copy_files(folder: Path) -> list[Path]:
    """Copies beside the store and daily backups, sound or not, those written last first."""
    from lpd_desktop.store.backups.kept import backup_files

    path = store_path(folder)
    beside = [
        each for each in folder.glob(f"{path.stem}-*{path.suffix}") if _DAMAGED not in each.name
    ]
    return sorted([*beside, *backup_files(folder)], key=_written, reverse=True)


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def sound_copy(path: Path) -> StoreCopy | None:
    """A file as a copy of the store; None where something in it is damaged."""
    try:
        with store_errors(path):
            verify(path)
            return _looked_over(path)
    except (LpdError, OSError):
        return None


def _looked_over(path: Path) -> StoreCopy | None:
    from sqlite_utils import Database

    with closing(read_only(path)) as connection:
        if integrity.row_problems(Database(connection, execute_plugins=False)):
            return None
        query = (
            "select coalesce(max(changed), ''), count(*) filter (where trashed is null) from drafts"
        )
        changed, drafts = connection.execute(query).fetchone()
        return StoreCopy(path, changed, drafts, commit_mark.seen_by(connection))
