"""Waiting for what SQLite refuses at once while another connection works."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable

_PAUSE_MS = 20


def until_free(work: Callable[[], object], seconds: float) -> None:
    """Tries again while the store is locked.

    A change of the journal mode does not wait for a lock as other statements do: of several
    programs that begin a store at the same moment all but one would be refused.

    Raises:
        sqlite3.OperationalError: it was still locked after so many seconds, or another error.
    """
    end = time.monotonic() + seconds
    while True:
        try:
            work()
        except sqlite3.OperationalError as error:
            is_locked = (error.sqlite_errorcode & 0xFF) in (
                sqlite3.SQLITE_BUSY,
                sqlite3.SQLITE_LOCKED,
            )
            if not is_locked or time.monotonic() > end:
                raise
            time.sleep(_PAUSE_MS / 1000)
        else:
            return
