"""The list of drafts for the start page, before anything else of the store is loaded."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from lpd_desktop.runtime.unsafe_place import refuse_unsafe_place
from lpd_desktop.store.connection import read_only, recognised_version, store_path
from lpd_desktop.store.errors import store_errors
from lpd_desktop.store.migrations import STORE_VERSION
from lpd_desktop.store.stored_dates import WITH_OLDER_FORM
from lpd_desktop.store.summary import DraftSummary, summary_from

DRAFTS_IN_USE = "select * from drafts where trashed is null order by changed desc, id desc"
"""The rows of a store of any version, without the deadlines of older forms."""


def list_drafts(folder: Path) -> list[DraftSummary]:
    """The drafts of a data folder, the one changed last first; older stores are migrated first.

    A store of this version is read with the standard library alone: that is a tenth of a second
    less until the start page stands.

    Raises:
        ForeignStoreError, NewerStoreError, StoreError, UnsafePlaceError: as `DraftStore.open`.
    """
    refuse_unsafe_place(folder)
    path = store_path(folder)
    with store_errors(path):
        if path.exists() and recognised_version(path) == STORE_VERSION:
            with closing(read_only(path)) as reader:
                reader.row_factory = sqlite3.Row
                return [summary_from(dict(row)) for row in reader.execute(drafts_query())]
    return _migrated(folder)


def drafts_query(*, trashed: bool = False) -> str:
    """The rows of the list, for `summary_from`."""
    where = "trashed is not null" if trashed else "trashed is null"
    return f"{WITH_OLDER_FORM} where {where} order by changed desc, id desc"


def _migrated(folder: Path) -> list[DraftSummary]:
    from lpd_desktop.store.draft_store import DraftStore

    with DraftStore.open(folder) as store:
        return store.list_drafts()
