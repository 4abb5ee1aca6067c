"""The opened file of the store: what stands in one transaction, errors in German."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.store.connection import writing
from lpd_desktop.store.errors import MissingStoreError, store_errors

if TYPE_CHECKING:
    from sqlite_utils import Database


class StoreAccess:
    """One connection to the store at `path`, bound to the thread that opened it."""

    def __init__(self, path: Path, database: Database) -> None:
        """Takes an open connection; the file behind it is remembered."""
        self.path = path
        self.database = database
        self._opened = _file_at(path)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """All queries see the same state, whatever other connections write meanwhile."""
        with store_errors(self.path), self.database.atomic():
            yield self.database

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """All or nothing, counted as one commit.

        Raises:
            MissingStoreError: the file was taken away; what is written nobody will find.
        """
        self._refuse_lost_file()
        with store_errors(self.path), writing(self.database):
            yield self.database
        self._refuse_lost_file()

    def _refuse_lost_file(self) -> None:
        if _file_at(self.path) != self._opened:
            raise MissingStoreError(self.path)


if sys.platform == "win32":

    def _file_at(_path: Path) -> tuple[int, int]:
        """An open database can be neither removed nor renamed here."""
        return 0, 0

else:

    def _file_at(path: Path) -> tuple[int, int]:
        """What tells this file from another one of the same name.

        SQLite goes on writing into a file that has lost its name, without an error.
        """
        try:
            status = path.stat()
        except OSError:
            return 0, 0
        return status.st_dev, status.st_ino
