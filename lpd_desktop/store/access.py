"""The opened file of the store: what stands in one transaction, errors in German."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.store.connection import writing
from lpd_desktop.store.errors import store_errors

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class StoreAccess:
    """One connection to the store at `path`, bound to the thread that opened it."""

    path: Path
    database: Database

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """All queries see the same state, whatever other connections write meanwhile."""
        with store_errors(self.path), self.database.atomic():
            yield self.database

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """All or nothing, counted as one commit."""
        with store_errors(self.path), writing(self.database):
            yield self.database
