"""What was erased for good is erased in backups too, and does not come back by restoring one."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import reason_of
from lpd_desktop.runtime.relocating import moved_from
from lpd_desktop.store.backups.copying import backup_errors, restore_store, verify
from lpd_desktop.store.backups.folder import (
    clear_unfinished,
    copies_in,
    deliver,
    opened_for_good,
    own_folder,
)
from lpd_desktop.store.backups.kept import backup_files
from lpd_desktop.store.backups.plans import remove_plans
from lpd_desktop.store.backups.setting import read_setting
from lpd_desktop.store.connection import read_only, store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.erasing import erase_from, erased_drafts
from lpd_desktop.store.errors import (
    DamagedStoreError,
    ForeignStoreError,
    StoreError,
    store_errors,
)
from lpd_desktop.store.working_folder import clear_abandoned, working_folder


@dataclass(frozen=True)
class Restored:
    """A backup that was restored.

    Attributes:
        kept: Where what was there before is kept; None where there was nothing.
        left_out: How many drafts of the backup stayed out because they were erased for good.
    """

    kept: Path | None
    left_out: int


def erased_in(path: Path) -> list[str]:
    """The ids of the drafts that were erased for good in a store; none in older formats."""
    with store_errors(path), closing(read_only(path)) as reader:
        return erased_drafts(reader)


def erase_in_backups(data_folder: Path) -> list[str]:
    """Erases what was erased in the store from its backups, the copies beside it, the .lpd files.

    Returns:
        German sentences on files that could not be reached; the daily backup tries again.

    Raises:
        StoreError: the store itself cannot be read.
    """
    path = store_path(data_folder)
    drafts = erased_in(path)
    if not drafts:
        return []
    unfinished = [_unreachable(left) for left in clear_abandoned(data_folder)]
    beside = [*_erase_beside(path, drafts), *_left_behind(data_folder, drafts)]
    setting = read_setting(data_folder)
    folders = [Path(each) for each in (setting.folder, *setting.earlier) if each]
    in_folders = [note for each in folders for note in _erase_in_folder(path, each, drafts)]
    return [*unfinished, *beside, *in_folders]


def _erase_beside(path: Path, drafts: Collection[str]) -> list[str]:
    """The copies that restoring and migrating left beside the store."""
    notes: list[str] = []
    for copy in sorted(path.parent.glob(f"{path.stem}-*{path.suffix}")):
        try:
            for draft in drafts:
                erase_from(copy, draft)
        except (DamagedStoreError, ForeignStoreError):
            notes.append(
                f"„{copy}“ ist beschädigt und kann einen endgültig gelöschten Entwurf enthalten; "
                "darin lässt sich nichts ändern. Bitte löschen Sie diese Datei selbst, sobald Sie "
                "sie nicht mehr brauchen."
            )
        except (LpdError, OSError, sqlite3.Error):
            notes.append(_unreachable(copy))
    return notes


def _left_behind(data_folder: Path, drafts: Collection[str]) -> list[str]:
    """The folder from which the drafts were copied to this machine was left as it was."""
    earlier = moved_from(data_folder)
    path = store_path(earlier) if earlier is not None else None
    try:
        if path is None or not path.is_file() or not _held(path, drafts):
            return []
    except (OSError, sqlite3.Error):
        pass
    return [
        f"Der alte Ordner „{earlier}“, aus dem Ihre Entwürfe auf diesen Rechner kopiert wurden, "
        "kann den endgültig gelöschten Entwurf noch enthalten. Bitte löschen Sie diesen Ordner "
        "selbst, wenn Sie ihn nicht mehr brauchen."
    ]


def _erase_in_folder(path: Path, chosen: Path, drafts: Collection[str]) -> list[str]:
    try:
        folder = own_folder(chosen, _store_id(path))
        if not folder.is_dir():
            return [] if chosen.is_dir() else [_unreachable(chosen)]
        return _erase_in_own(folder, drafts, path.parent)
    except (LpdError, OSError):
        return [_unreachable(chosen)]


def _erase_in_own(folder: Path, drafts: Collection[str], workplace: Path) -> list[str]:
    clear_unfinished(folder)
    return [*erase_in_copies(folder, drafts, workplace), *remove_plans(folder, drafts)]


def _store_id(path: Path) -> str:
    with store_errors(path), closing(read_only(path)) as reader:
        return str(reader.execute("select store from commits").fetchone()[0])


def _unreachable(path: Path) -> str:
    return (
        f"In „{path}“ kann noch etwas von einem endgültig gelöschten Entwurf stehen; dort ließ "
        "sich nichts ändern. Bitte löschen Sie es selbst, oder sichern Sie später noch einmal."
    )


def erase_in_copies(folder: Path, drafts: Collection[str], workplace: Path) -> list[str]:
    """Erases drafts from all backups in the folder of a store; each is replaced as a whole.

    Args:
        folder: The folder of the store's backups.
        drafts: Their ids.
        workplace: A folder on this machine in which the backups are changed.

    Returns:
        German sentences on backups that could not be changed.
    """
    notes: list[str] = []
    for _day, copy in sorted(copies_in(folder).items()):
        try:
            found = _held(copy, drafts)
            if found:
                _replace_without(copy, found, workplace)
        except (LpdError, OSError, sqlite3.Error):
            notes.append(_unreachable(copy))
    return notes


def _held(copy: Path, drafts: Collection[str]) -> list[str]:
    """Which of the drafts a backup has."""
    if not drafts:
        return []
    with closing(opened_for_good(copy)) as reader:
        return [row[0] for row in reader.execute("select id from drafts") if row[0] in drafts]


def _replace_without(copy: Path, drafts: Collection[str], workplace: Path) -> None:
    with working_folder(workplace) as folder:
        local = store_path(folder)
        shutil.copyfile(copy, local)
        for draft in drafts:
            erase_from(local, draft)
        deliver(local, copy)


def restore_backup(data_folder: Path, source: Path, *, with_erased: bool = False) -> Restored:
    """Makes a backup the content of the store, also where the store is damaged.

    Args:
        data_folder: Where the store lies.
        source: The backup.
        with_erased: Also brings back drafts that were erased for good since.

    Raises:
        StoreError: the backup is not usable, or the store is newer; nothing is changed.
    """
    erased = [] if with_erased else _erased_by_now(data_folder)
    if not erased:
        return Restored(restore_store(data_folder, source), 0)
    with backup_errors(source):
        if not source.is_file():
            message = f"„{source}“ ist nicht vorhanden oder keine Datei."
            raise StoreError(message)
        verify(source)
    return _restore_without(data_folder, source, erased)


def _restore_without(data_folder: Path, source: Path, erased: list[str]) -> Restored:
    try:
        data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with working_folder(data_folder) as folder:
            copy = store_path(folder)
            shutil.copyfile(source, copy)
            DraftStore.open(copy.parent).close()
            left_out = sum(erase_from(copy, draft) for draft in erased)
            return Restored(restore_store(data_folder, copy), left_out)
    except OSError as error:
        message = (
            f"„{source}“ lässt sich nicht zurückspielen: {reason_of(error)}. Es ist alles wie "
            "vorher."
        )
        raise StoreError(message) from error


def _erased_by_now(data_folder: Path) -> list[str]:
    """What the store knows; where it is lost or unreadable, what any of its backups know."""
    store = store_path(data_folder)
    try:
        if store.exists():
            return erased_in(store)
    except LpdError:
        pass
    return sorted({draft for copy in backup_files(data_folder) for draft in _known_by(copy)})


def _known_by(copy: Path) -> list[str]:
    try:
        with closing(opened_for_good(copy)) as reader:
            return erased_drafts(reader)
    except sqlite3.Error:
        return []
