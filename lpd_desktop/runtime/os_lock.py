"""A lock of the operating system on an opened file; it ends with the process that holds it."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

_LOCKED_BYTE = 1 << 20
"""Far behind what is written: on Windows a locked part cannot be read by others."""

_HELD_ELSEWHERE = {errno.EAGAIN, errno.EACCES, errno.EDEADLK, errno.EWOULDBLOCK}


def lock_taken(handle: int) -> bool | None:
    """Tries once: True taken, False held by somebody else, None where files know no locks.

    The lock belongs to this opening of the file, so that threads shut each other out as well.
    """
    try:
        _lock(handle)
    except OSError as problem:
        return False if problem.errno in _HELD_ELSEWHERE else None
    return True


def is_file_of(handle: int, path: Path) -> bool:
    """Whether the opened file is the one that bears the name now."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
