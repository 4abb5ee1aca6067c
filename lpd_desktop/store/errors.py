"""What can go wrong with the store, in sentences that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lpd_desktop.runtime.errors import LpdError, NotAllowedError


class StoreError(LpdError):
    """The store of drafts could not do something; what was saved before is untouched."""


class ForeignStoreError(StoreError):
    """The file in the place of the store is not one of ours, or damaged beyond reading."""


class DamagedStoreError(StoreError):
    """SQLite finds the file of the store damaged."""


class NewerStoreError(StoreError):
    """The store was written by a later version of the program."""


class MissingStoreError(StoreError):
    """The file of the store was removed, renamed or replaced while it was in use."""

    def __init__(self, path: Path) -> None:
        """Takes the path at which it stood."""
        super().__init__(
            f"„{path}“ ist nicht mehr da oder wurde ausgetauscht. Bitte legen Sie die Datei an "
            "ihren Platz zurück, wenn jemand sie verschoben oder umbenannt hat."
        )


class BusyStoreError(StoreError):
    """Another program holds the store for too long."""


class FullStoreError(StoreError):
    """The disk is full or refuses to write."""


class UnwritableBackupError(StoreError):
    """The target of a backup cannot be written."""


class UnknownDraftError(StoreError):
    """There is no draft of this id."""


class UnknownPointError(StoreError):
    """There is no restore point, or no earlier text, of this number."""


class UnknownSubmissionError(StoreError):
    """There is no submission, or no paper, of this id."""


class HandOverBusyError(StoreError):
    """Another process hands the same plan over just now."""


class HandOverEndedError(NotAllowedError):
    """A hand-over that is recorded or given up cannot be recorded."""

    def __init__(self, step: str) -> None:
        """Takes the last step in German."""
        super().__init__(
            f"Diese Übergabe ist inzwischen {step}; bitte sehen Sie im Verzeichnis der "
            "Einreichungen nach, was gilt."
        )


class DamagedDraftError(NotAllowedError):
    """Stored rows of one draft no longer match their checksums; other drafts can be opened."""


class ChangedElsewhereError(NotAllowedError):
    """The draft was saved by another window since it was opened."""


READING_ERRORS = (DamagedStoreError, ForeignStoreError, DamagedDraftError)
"""What says that stored drafts are damaged, and not that something hinders reading them."""

SQLITE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file raises: the message of SQLite may quote bytes that are no text."""

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_REFUSED = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
_CLOSED = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


@contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """Turns what SQLite raises about the file at `path` into a `StoreError`."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except UnicodeDecodeError as error:
        raise damaged(path) from error
    except sqlite3.Error as error:
        raise _in_german(error, path) from error


def damaged(path: Path) -> DamagedStoreError:
    """The error for a file that SQLite, or its mark, finds damaged."""
    return DamagedStoreError(
        f"„{path}“ ist beschädigt und wurde nicht verändert. "
        "Im Fenster führt die Übersicht der Entwürfe zur Reparatur, sonst „lpd drafts repair“."
    )


def _in_german(error: sqlite3.Error, path: Path) -> StoreError:
    kind = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    if kind in _BUSY:
        return BusyStoreError(
            f"„{path}“ wird gerade von einem anderen Programm benutzt. "
            "Bitte warten Sie einen Augenblick und versuchen Sie es noch einmal."
        )
    if kind in _REFUSED:
        return FullStoreError(
            f"„{path}“ lässt sich nicht schreiben: Der Datenträger ist voll oder meldet einen "
            "Fehler. Bitte schaffen Sie Platz."
        )
    if kind in _CLOSED:
        return StoreError(
            f"„{path}“ lässt sich nicht öffnen oder nicht schreiben. "
            "Bitte prüfen Sie, ob Sie in diesem Ordner schreiben dürfen."
        )
    if kind in _DAMAGED:
        return damaged(path)
    return StoreError(
        f"„{path}“ lässt sich nicht benutzen ({error}). Bitte wenden Sie sich an Ihre IT-Stelle."
    )
