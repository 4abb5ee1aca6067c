"""All backups that can be found: of the daily folder, and the copies beside the store."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import reason_of
from lpd_desktop.store.backups.copying import backup_errors, verify
from lpd_desktop.store.backups.folder import copies_in, opened_for_good, own_folders
from lpd_desktop.store.backups.setting import read_setting
from lpd_desktop.store.connection import APPLICATION_ID, read_only, store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import StoreError
from lpd_desktop.store.listing import DRAFTS_IN_USE
from lpd_desktop.store.migrations import STORE_VERSION
from lpd_desktop.store.summary import DraftSummary, summary_from
from lpd_desktop.store.working_folder import working_folder

Kind = Literal["daily", "kept", "chosen"]


@dataclass(frozen=True)
class KeptBackup:
    """A file with drafts as they once were.

    Attributes:
        path: The file.
        time: When it was written, ISO in the time of this machine, with minutes.
        kind: `daily`; `kept`, a copy beside the store that the program made before it replaced
            or changed it; `chosen`, any other file.
        drafts: Its drafts that are not in the trash.
        problem: Why it cannot be used, a German sentence; empty where it can.
    """

    path: Path
    time: str
    kind: Kind
    drafts: tuple[DraftSummary, ...]
    problem: str


def known_backups(data_folder: Path) -> list[KeptBackup]:
    """The backups of a data folder, the newest first; what is out of reach is left out.

    In the daily folder these are the backups of all stores: after the loss of a computer its
    backups belong to no store that there is.
    """
    found = [_kept(path, "daily") for path in backup_files(data_folder)]
    store = store_path(data_folder)
    found += [_kept(path, "kept") for path in store.parent.glob(f"{store.stem}-*{store.suffix}")]
    return sorted(found, key=lambda each: (each.time, each.path.name), reverse=True)


def backup_files(data_folder: Path) -> list[Path]:
    """The daily backups of a data folder; none where the folder is not set or out of reach."""
    try:
        chosen = read_setting(data_folder).folder
        folders = own_folders(Path(chosen)) if chosen else []
        return [copy for folder in folders for copy in copies_in(folder).values()]
    except (LpdError, OSError):
        return []


def backup_at(path: Path) -> KeptBackup:
    """A file that somebody has chosen."""
    return _kept(path, "chosen")


def _kept(path: Path, kind: Kind) -> KeptBackup:
    try:
        drafts, problem = tuple(_drafts_in(path, kind)), ""
    except (LpdError, sqlite3.Error, OSError):
        drafts, problem = (), "Diese Datei ist beschädigt oder keine Sicherung von LPD Desktop."
    return KeptBackup(path, _written(path), kind, drafts, problem)


def _written(path: Path) -> str:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).isoformat(" ", "minutes")
    except (OSError, ValueError, OverflowError):
        return ""


def _drafts_in(path: Path, kind: Kind) -> list[DraftSummary]:
    """Files of the daily folder never change; beside others there may be a log."""
    with closing(opened_for_good(path) if kind == "daily" else read_only(path)) as reader:
        application, version = (
            reader.execute(f"pragma {name}").fetchone()[0]
            for name in ("application_id", "user_version")
        )
        if application != APPLICATION_ID or not 0 < version <= STORE_VERSION:
            message = f"„{path}“ ist keine Sicherung, die diese Version kennt."
            raise StoreError(message)
        reader.row_factory = sqlite3.Row
        return [summary_from(dict(row)) for row in reader.execute(DRAFTS_IN_USE)]


def take_draft(data_folder: Path, backup: Path, draft: str) -> tuple[str, bool]:
    """Takes one draft out of a backup into the store, as a draft of its own.

    Returns:
        Its id in the store, and whether it is new there: the store may hold just this already.

    Raises:
        StoreError: the backup or the store cannot be used.
        UnknownDraftError, DamagedDraftError: the draft is not in the backup, or damaged there.
    """
    file = load_draft(data_folder, backup, draft)
    with DraftStore.open(data_folder) as store:
        same = store.find_same(file)
        return same or store.add(file), same is None


def load_draft(data_folder: Path, backup: Path, draft: str) -> LpdFile:
    """One draft of a backup; backups of older formats are migrated in a copy.

    Raises:
        StoreError: the backup cannot be used.
        UnknownDraftError, DamagedDraftError: the draft is not in it, or damaged.
    """
    with _copied(backup, data_folder) as folder, DraftStore.open(folder) as store:
        return store.load(draft)


@contextmanager
def _copied(backup: Path, data_folder: Path) -> Iterator[Path]:
    """A data folder with a copy of a backup, which may lie where nothing can be written."""
    with backup_errors(backup):
        if not backup.is_file():
            message = f"„{backup}“ ist nicht vorhanden oder keine Datei."
            raise StoreError(message)
        verify(backup)
    try:
        data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with working_folder(data_folder) as folder:
            shutil.copyfile(backup, store_path(folder))
            yield folder
    except OSError as error:
        message = f"„{backup}“ lässt sich nicht lesen: {reason_of(error)}."
        raise StoreError(message) from error
