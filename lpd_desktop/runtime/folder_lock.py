"""Which process may have the window over a data folder: the one that holds the lock in it."""

from __future__ import annotations

import contextlib
import getpass
import os
import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import make_private_folder
from lpd_desktop.runtime.os_lock import is_file_of, lock_taken

FILE_NAME = "window.lock"
_ATTEMPTS = 5
"""How often the file may go from under a lock before it is taken as it is."""


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
        taken = next((each for each in self._attempts() if each is not None), None)
        return not self._path.parent.is_dir() if taken is None else taken

    def _attempts(self) -> Iterator[bool | None]:
        """None where the file went from under the lock, because somebody removed the folder."""
        for _ in range(_ATTEMPTS):
            try:
                make_private_folder(self._path.parent)
                handle = self._opened()
            except (LpdError, OSError) as problem:
                yield None if _is_of_removal(problem) else True
            else:
                yield self._locked(handle)

    def _locked(self, handle: int) -> bool | None:
        is_taken = lock_taken(handle)
        if is_taken:
            return self._keep(handle) or None
        os.close(handle)
        return is_taken is None

    def _keep(self, handle: int) -> bool:
        """False for a lock on a file that a process before took away with its folder."""
        if not is_file_of(handle, self._path):
            os.close(handle)
            return False
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

    def remove_folder(self) -> None:
        """Removes the folder with all that lies in it, as far as it can be, and the lock last.

        To be called by who has taken it: somebody else who takes it meanwhile is refused, or
        finds a folder of his own.
        """
        with contextlib.suppress(OSError):
            for path in list(self._path.parent.iterdir()):
                if path.name != FILE_NAME:
                    _remove(path)
        is_gone = _taken_away(self._path)
        self.release()
        if not is_gone:
            _taken_away(self._path)

    def holder(self) -> Holder:
        """Who holds the lock, as far as it says so."""
        try:
            line, *more = self._path.read_text("utf-8").rstrip("\n").split("\t")
            process, _, machine = line.partition(" ")
            return Holder(int(process), machine.strip(), *more[:2])
        except (OSError, ValueError):
            return Holder()


def _is_of_removal(problem: Exception) -> bool:
    """Whether a folder went away between being made and being used."""
    return isinstance(problem.__cause__ or problem, FileNotFoundError | FileExistsError)


def _taken_away(lock: Path) -> bool:
    """False where the file has to be closed first, as on Windows; a folder in use stays."""
    try:
        lock.unlink(missing_ok=True)
    except OSError:
        return False
    with contextlib.suppress(OSError):
        lock.parent.rmdir()
    return True


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with contextlib.suppress(OSError):
        path.unlink()


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
