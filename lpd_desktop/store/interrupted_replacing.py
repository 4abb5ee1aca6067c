"""A store that was being replaced when the program or the power ended: it has lost its name."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from lpd_desktop.store.backups.copying import bring_back, set_aside_files
from lpd_desktop.store.commit_mark import read_mark, seen_by
from lpd_desktop.store.connection import read_only


def undo_interrupted_replacing(path: Path) -> None:
    """Gives the store that was set aside last its name again, where nothing took its place.

    Only where it holds the last commit that was noted, so that no older one comes back.
    """
    kept = next(iter(sorted(set_aside_files(path), reverse=True)), None)
    if kept is not None and not path.exists() and _is_newest(kept, path):
        bring_back(path, kept)


def _is_newest(kept: Path, path: Path) -> bool:
    mark = read_mark(path)
    with suppress(sqlite3.Error), closing(read_only(kept)) as reader:
        own = seen_by(reader)
        return bool(mark and own and mark.store == own.store and own.number >= mark.number)
    return False
