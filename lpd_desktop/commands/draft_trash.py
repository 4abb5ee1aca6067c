"""`lpd drafts trash`, `untrash`, `erase`: putting drafts away, and erasing them for good."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from lpd_desktop.commands.arguments import CONTENT, DONE, Console, UsageError, Verb
from lpd_desktop.editing.rescue import rescue_folders
from lpd_desktop.editing.rescue_erasing import remove_rescue_files
from lpd_desktop.runtime.data_folder import VIEWED, data_folder
from lpd_desktop.runtime.folder_lock import FolderLock
from lpd_desktop.runtime.german import counted, german_date
from lpd_desktop.store.backups.erasing import erase_in_backups
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import BusyStoreError


def add_arguments(nested: Mapping[str, argparse.ArgumentParser]) -> None:
    """Adds what these verbs take."""
    nested["trash"].add_argument(
        "draft", nargs="?", metavar="KENNUNG", help="dieser Entwurf; ohne Kennung: die Liste"
    )
    nested["untrash"].add_argument("draft", metavar="KENNUNG", help="aus „lpd drafts trash“")
    erase = nested["erase"]
    erase.add_argument("draft", metavar="KENNUNG", help="aus „lpd drafts list“ oder „trash“")
    erase.add_argument(
        "--yes", action="store_true", help="wirklich löschen; danach holt ihn nichts zurück"
    )


def _trash(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        if options.draft is None:
            return _list_trash(store, console)
        name = store.summary(options.draft).name
        store.trash(options.draft)
    console.say(
        f"Der Entwurf „{name}“ liegt im Papierkorb, ein Jahr lang. "
        f"„lpd drafts untrash {options.draft}“ holt ihn zurück."
    )
    return DONE


def _list_trash(store: DraftStore, console: Console) -> int:
    drafts = store.list_drafts(trashed=True)
    for draft in drafts:
        console.data(f"{draft.id}  {draft.name}  seit {german_date(draft.trashed[:10])}")
    if store.purged:
        gone = counted(store.purged, "Entwurf", "Entwürfe")
        console.say(f"{gone} lagen länger als ein Jahr im Papierkorb und sind nun gelöscht.")
    console.say(f"Im Papierkorb: {counted(len(drafts), 'Entwurf', 'Entwürfe')}.")
    return DONE


def _untrash(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        store.take_back(options.draft)
        name = store.summary(options.draft).name
    console.say(f"Der Entwurf „{name}“ ist wieder in der Liste.")
    return DONE


def _erase(options: argparse.Namespace, console: Console) -> int:
    folder = data_folder(options.data)
    if not options.yes:
        message = (
            "„erase“ löscht den Entwurf endgültig, mit früheren Texten, Fassungen, Freigaben und "
            "in den Sicherungen. Wenn Sie das wollen, rufen Sie es mit --yes auf."
        )
        raise UsageError(message)
    with _without_window(folder), DraftStore.open(folder) as store:
        store.erase(options.draft)
        left = erase_in_backups(folder)
        shutil.rmtree(folder / VIEWED, ignore_errors=True)
    left += remove_rescue_files(options.draft, rescue_folders(folder))
    for sentence in left:
        console.data(sentence)
    console.say("Der Entwurf ist endgültig gelöscht, auch in den Sicherungen, die erreichbar sind.")
    console.say("Dateien, die Sie selbst gespeichert oder verschickt haben, bleiben, wo sie sind.")
    return CONTENT if left else DONE


@contextmanager
def _without_window(folder: Path) -> Iterator[None]:
    """A window could hold the draft open and write it once more.

    Raises:
        BusyStoreError: a window is open over this data folder.
    """
    lock = FolderLock(folder)
    if not lock.take():
        message = (
            "LPD Desktop ist geöffnet. Bitte schließen Sie das Fenster, damit von dem Entwurf "
            "nichts zurückbleibt."
        )
        raise BusyStoreError(message)
    try:
        yield
    finally:
        lock.release()


VERBS: tuple[tuple[str, str, Verb], ...] = (
    ("trash", "nennt den Papierkorb oder legt einen Entwurf hinein", _trash),
    ("untrash", "holt einen Entwurf aus dem Papierkorb", _untrash),
    ("erase", "löscht einen Entwurf endgültig, auch aus Sicherungen", _erase),
)
