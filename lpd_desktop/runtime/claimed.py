"""Work that one process at a time may do, told by the lock on a file made for that.

The file lies beside what is worked on, so that two machines on one share see the same lock. It goes
with the lock; one that a killed process has left holds nobody up and goes with the next.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.os_lock import is_file_of, lock_taken

PATIENCE_SECONDS = 10.0
"""Setting a long document takes a few seconds; whoever waits longer is told."""

_PAUSE_SECONDS = 0.01
_NO_LOCK = -1
_BUSY = (
    "„{name}“ wird gerade von einem anderen Aufruf oder Fenster geändert; bitte warten Sie, bis "
    "das fertig ist, und versuchen Sie es dann noch einmal."
)


class FileBusyError(LpdError):
    """Another process changes the same file, and has not come to its end."""


def alone_with(path: Path, seconds: float = PATIENCE_SECONDS) -> AbstractContextManager[None]:
    """While it lasts, nobody else who asks for it changes the file at `path`.

    Args:
        path: The file; it need not be there yet.
        seconds: How long others are waited for.

    Raises:
        FileBusyError: on entering, where somebody else goes on for longer.
    """
    return claimed(_lock_of(path), FileBusyError(_BUSY.format(name=path.name)), seconds)


@contextmanager
def claimed(lock: Path, busy: LpdError, seconds: float = 0.0) -> Iterator[None]:
    """Holds the lock on a file that is there for nothing else, and is gone afterwards.

    Where no file can be made or files know no locks, the work goes on without: what it writes
    fails by itself, or is compared with what was read.

    Args:
        lock: The file.
        busy: Raised where somebody else holds it.
        seconds: How long to wait for that.
    """
    handle = _held(lock, busy, seconds)
    try:
        yield
    finally:
        if handle != _NO_LOCK:
            _give_back(lock, handle)


def _lock_of(path: Path) -> Path:
    """Beside the file itself, behind links; a long name is cut, because systems have limits."""
    try:
        target = path.resolve()
    except (OSError, ValueError, RuntimeError):
        target = path
    digest = hashlib.sha256(target.name.encode("utf-8", "surrogateescape")).hexdigest()
    return target.with_name(f".{target.name[:40]}.{digest[:8]}.sperre")


def _held(lock: Path, busy: LpdError, seconds: float) -> int:
    end = time.monotonic() + seconds
    while (handle := _attempt(lock)) is None:
        if time.monotonic() >= end:
            raise busy
        time.sleep(_PAUSE_SECONDS)
    return handle


def _attempt(lock: Path) -> int | None:
    """The opened file; None where somebody else holds it, `_NO_LOCK` where there are no locks."""
    try:
        handle = _opened(lock)
    except (OSError, ValueError):
        return _NO_LOCK
    is_taken = lock_taken(handle)
    if is_taken and is_file_of(handle, lock):
        return handle
    os.close(handle)
    return _NO_LOCK if is_taken is None else None


def _opened(lock: Path) -> int:
    """One that somebody else has left can perhaps not be written, yet locked."""
    try:
        return os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        return os.open(lock, os.O_RDONLY)


def _give_back(lock: Path, handle: int) -> None:
    """The name goes while the lock is held, else it could be that of the next one already.

    Windows keeps the name of an opened file, and so that of whoever has opened it meanwhile.
    """
    if sys.platform == "win32":
        os.close(handle)
    with contextlib.suppress(OSError):
        lock.unlink()
    if sys.platform != "win32":
        os.close(handle)
