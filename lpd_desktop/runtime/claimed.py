"""A piece of work that one process at a time may do, told by a folder that bears its lock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.folder_lock import FolderLock


@contextmanager
def claimed(folder: Path, busy: LpdError) -> Iterator[None]:
    """Holds the lock of a folder that is there for nothing else, and is gone afterwards.

    Where nothing can be made, the work goes on without a lock: what it writes fails by itself.

    Args:
        folder: Made if need be; one that a killed process has left is taken over.
        busy: Raised where another process holds it.
    """
    lock = FolderLock(folder)
    if not lock.take():
        raise busy
    try:
        yield
    finally:
        lock.remove_folder()
