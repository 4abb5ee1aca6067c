"""Which process may have the window over a data folder: the one that holds the lock in it."""

from __future__ import annotations

import contextlib
import errno
import getpass
import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import make_private_folder

FILE_NAME = "window.lock"
_LOCKED_BYTE = 1 << 20
"""Far behind what is written: on Windows a locked part cannot be read by others."""

_HELD_ELSEWHERE = {errno.EAGAIN, errno.EACCES, errno.EDEADLK, errno.EWOULDBLOCK}


@dataclass(frozen=True)
class Holder:
    """Who holds the lock; 0 and empty where that cannot be read. `since` is ISO time in UTC."""

    process: int = 0
    machine: str = ""
    person: str = ""
    since: str = ""

    @property
    def is_here(self) -> bool:
        """Whether it is a process of this machine."""
        return self.machine in ("", platform.node())

    @property
    def is_me(self) -> bool:
        """Whether it is a process of this person on this machine."""
        return self.is_here and self.person in ("", person())


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
            make_private_folder(self._path.parent)
            handle = self._opened()
        except (LpdError, OSError):
            return True
        try:
            _lock(handle)
        except OSError as problem:
            os.close(handle)
            return problem.errno not in _HELD_ELSEWHERE
        self._handle = handle
        _sign(handle)
        return True

    def _opened(self) -> int:
        """Others may read the file, so that they can ask for the lock; not all may write it."""
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except PermissionError:
            return os.open(self._path, os.O_RDONLY)

    def release(self) -> None:
        """Gives the lock back."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def holder(self) -> Holder:
        """Who holds the lock, as far as it says so."""
        try:
            line, *more = self._path.read_text("utf-8").rstrip("\n").split("\t")
            process, _, machine = line.partition(" ")
            return Holder(int(process), machine.strip(), *more[:2])
        except (OSError, ValueError):
            return Holder()


def person() -> str:
    """The name under which somebody is logged in; empty where the system does not say."""
    try:
        return getpass.getuser().replace("\t", " ")
    except (OSError, KeyError, ImportError):
        return ""


def _sign(handle: int) -> None:
    """Says who holds the lock; a full disk is no reason to give it up."""
    with contextlib.suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        line = f"{os.getpid()} {platform.node()}\t{person()}\t{utc_now()}\n"
        os.write(handle, line.encode("utf-8", "replace"))


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
