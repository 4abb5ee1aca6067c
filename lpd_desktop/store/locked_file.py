"""The bytes of a file that this process may have opened through SQLite too.

By POSIX a process that closes any descriptor of a file gives up all locks that it holds on it,
also those of SQLite. Another process then takes the log away, and what stood in it is lost. So a
descriptor of the store that was opened here is never closed before the process ends.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":

    def bytes_of_locked(path: Path, limit: int = sys.maxsize) -> bytes:
        """The first bytes of a file; locks belong to a handle here.

        Raises:
            OSError: it cannot be read.
        """
        with path.open("rb") as source:
            return source.read(limit)

else:
    import threading

    _PORTION = 1 << 24
    _KEPT: dict[tuple[int, int], int] = {}
    _KEEPING = threading.Lock()

    def bytes_of_locked(path: Path, limit: int = sys.maxsize) -> bytes:
        """The first bytes of a file; every lock of this process on it stays.

        Raises:
            OSError: it cannot be read.
        """
        handle, parts, place = _kept_handle(path), [], 0
        while part := os.pread(handle, min(_PORTION, limit - place), place):
            parts.append(part)
            place += len(part)
        return b"".join(parts)

    def _kept_handle(path: Path) -> int:
        """One for each file, so that reading it again opens nothing."""
        with _KEEPING:
            known = _KEPT.get(_file_of(path.stat()))
            if known is not None:
                return known
            handle = os.open(path, os.O_RDONLY)
            _KEPT[_file_of(os.fstat(handle))] = handle
            return handle

    def _file_of(status: os.stat_result) -> tuple[int, int]:
        return status.st_dev, status.st_ino
