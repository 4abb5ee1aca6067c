"""The new file that is written beside the one it replaces, and what killed writers leave of such.

A lock of the operating system on the new file tells others that its writer lives.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.runtime.os_lock import is_file_of, lock_taken

_UNFINISHED = re.compile(r"\..+\.[0-9a-f]{12}")

_IS_WINDOWS = sys.platform == "win32"
_BINARY = getattr(os, "O_BINARY", 0)
_LONG_SECONDS = 3600.0
"""Nothing is written for so long."""


@dataclass(frozen=True)
class NewFile:
    """The file that will be replaced, behind links, and the new one beside it.

    Attributes:
        handle: Of the new one, open for writing and locked.
    """

    target: Path
    temporary: Path
    handle: int

    def rest(self) -> None:
        """It is written: Windows renames nothing that is open, so its lock ends there."""
        if _IS_WINDOWS:
            os.close(self.handle)

    def clear(self) -> None:
        """After `rest`: takes it away where it has not got the name, and gives the lock back."""
        with contextlib.suppress(OSError):
            self.temporary.unlink(missing_ok=True)
        if not _IS_WINDOWS:
            os.close(self.handle)


def made_beside(target: Path) -> NewFile:
    """A new, empty file; made again where somebody clears up between its making and its lock.

    Raises:
        OSError: none can be made in this folder.
    """
    while True:
        temporary = target.with_name(f"{_prefix_of(target)}{os.urandom(6).hex()}")
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        if _IS_WINDOWS or (lock_taken(handle) is not False and is_file_of(handle, temporary)):
            return NewFile(target, temporary, handle)
        os.close(handle)


def _prefix_of(target: Path) -> str:
    return f".{target.name[:40]}."


def unfinished_files(folder: Path) -> list[Path]:
    """What `write_atomically` left in a folder where the process or the power ended meanwhile."""
    return sorted(path for path in folder.glob(".*") if _UNFINISHED.fullmatch(path.name))


def clear_abandoned(target: Path) -> None:
    """Takes away what processes that ended meanwhile had begun to write for the same file."""
    prefix = _prefix_of(target)
    with contextlib.suppress(OSError):
        names = [each.name for each in os.scandir(target.parent) if each.name.startswith(prefix)]
        for name in names:
            if _UNFINISHED.fullmatch(name):
                _clear_where_abandoned(target.with_name(name), target)


def _clear_where_abandoned(path: Path, newest: Path) -> None:
    """The name goes while the lock is held: a writer without one makes another file."""
    with contextlib.suppress(OSError):
        if _IS_WINDOWS:
            if _is_far_older(path, newest):
                path.unlink()
            return
        handle = os.open(path, os.O_WRONLY)
        try:
            is_free = lock_taken(handle)
            if is_free or (is_free is None and _is_far_older(path, newest)):
                path.unlink()
        finally:
            os.close(handle)


def _is_far_older(path: Path, newest: Path) -> bool:
    """Both times are those of one file system, so no clock of this machine takes part."""
    return newest.stat().st_mtime - path.stat().st_mtime > _LONG_SECONDS
