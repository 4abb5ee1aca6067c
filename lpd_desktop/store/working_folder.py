"""Folders in which copies of the store are made; what a killed program left in them goes again.

Such a folder holds every draft. Who works in it holds its lock, which the operating system frees
when the process ends, however that happens.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lpd_desktop.runtime.files import reason_of
from lpd_desktop.runtime.folder_lock import FolderLock
from lpd_desktop.store.errors import UnwritableBackupError

_PREFIX = ".sicherung-"
_STALE_SECONDS = 3600
"""Some shares know no locks; no copy takes this long."""


@contextmanager
def working_folder(parent: Path) -> Iterator[Path]:
    """A temporary folder on the same disk, so that a finished copy only changes its name.

    Raises:
        OSError: it cannot be made.
    """
    clear_abandoned(parent, older_than=_STALE_SECONDS)
    folder, lock = _made(parent)
    try:
        yield folder
    finally:
        lock.remove_folder()


def _made(parent: Path) -> tuple[Path, FolderLock]:
    """Another process may take a folder away for abandoned before it is locked."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
        lock = FolderLock(folder)
        if lock.take():
            return folder, lock


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A temporary folder beside a file that is to be written.

    Raises:
        UnwritableBackupError: it cannot be made, or what is done in it fails.
    """
    try:
        with working_folder(target.absolute().parent) as folder:
            yield folder
    except OSError as error:
        message = (
            f"„{target}“ lässt sich nicht schreiben: {reason_of(error)}. "
            "Bitte wählen Sie einen anderen Ort."
        )
        raise UnwritableBackupError(message) from error


def clear_abandoned(parent: Path, *, older_than: float = 0) -> list[Path]:
    """Removes such folders that no process works in; returns those that stay.

    Args:
        parent: Where they lie.
        older_than: Seconds for which they must not have been changed.
    """
    try:
        found = sorted(path for path in parent.glob(f"{_PREFIX}*") if _is_own(path))
        now = time.time()
        old = [path for path in found if now - path.stat().st_mtime >= older_than]
    except OSError:
        return []
    for path in old:
        _clear(path)
    return [path for path in old if path.exists()]


def _is_own(path: Path) -> bool:
    """A link of this name leads to a folder of somebody else."""
    return path.is_dir() and not path.is_symlink()


def _clear(folder: Path) -> None:
    lock = FolderLock(folder)
    if lock.take():
        lock.remove_folder()
