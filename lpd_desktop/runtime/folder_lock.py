"""Which process may have the window over a data folder: the one that holds the lock in it."""

from __future__ import annotations

import contextlib
import errno
import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

FILE_NAME = "window.lock"
_LOCKED_BYTE = 1 << 20
"""Far behind what is written: on Windows a locked part cannot be read by others."""

_HELD_ELSEWHERE = {errno.EAGAIN, errno.EACCES, errno.EDEADLK, errno.EWOULDBLOCK}


@dataclass(frozen=True)
class Holder:
    """Who holds the lock; 0 and empty where that cannot be read."""

    process: int = 0
    machine: str = ""

    @property
    def is_here(self) -> bool:
        """Whether it is a process of this machine."""
        return self.machine in ("", platform.node())


class FolderLock:
    """The operating system frees it when its holder ends, however that happens."""

    def __init__(self, folder: Path) -> None:
        """Takes the data folder; nothing is locked yet."""
        self._path = folder / FILE_NAME
        self._handle = -1

    def take(self) -> bool:
        """Tries once; True also where this folder knows no locks, so that nobody is shut out."""
        if self._handle >= 0:
            return True
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        try:
            _lock(handle)
        except OSError as problem:
            os.close(handle)
            return problem.errno not in _HELD_ELSEWHERE
        self._handle = handle
        _sign(handle)
        return True

    def release(self) -> None:
        """Gives the lock back."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def holder(self) -> Holder:
        """Who holds the lock, as far as it says so."""
        try:
            process, _, machine = self._path.read_text("utf-8").strip().partition(" ")
            return Holder(int(process), machine)
        except (OSError, ValueError):
            return Holder()


def _sign(handle: int) -> None:
    """Says who holds the lock; a full disk is no reason to give it up."""
    with contextlib.suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"{os.getpid()} {platform.node()}\n".encode())


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
