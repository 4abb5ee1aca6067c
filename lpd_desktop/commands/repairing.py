"""`lpd drafts repair`: a damaged store is built anew of all that is readable."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from lpd_desktop.commands.arguments import CONTENT, DONE, Console, Verb
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.folder_lock import FolderLock
from lpd_desktop.store import commit_mark
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.repair.draft_assembly import day_and_time
from lpd_desktop.store.repair.repairing import RepairReport, repair_store, store_problems
from lpd_desktop.store.repair.sound_copies import newest_sound_copy


class WindowOpenError(LpdError):
    """A window works with the store and would go on writing into the file that is put aside."""


def add_arguments(nested: Mapping[str, argparse.ArgumentParser]) -> None:
    """Adds what the verb takes."""
    repair = nested["repair"]
    repair.add_argument(
        "--from",
        dest="copy",
        type=Path,
        metavar="SICHERUNG",
        help="Fehlendes aus dieser Sicherung statt aus der neuesten unversehrten",
    )
    repair.add_argument(
        "--as-is",
        action="store_true",
        help="mit dem vorhandenen Stand weiterarbeiten, wenn zuletzt Gespeichertes fehlt",
    )


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Holds the lock of a data folder, so that no window works with the store meanwhile.

    Raises:
        WindowOpenError: one does.
    """
    lock = FolderLock(folder)
    if not lock.take():
        message = (
            "Das Fenster von LPD Desktop ist mit diesen Entwürfen geöffnet. Bitte schließen Sie "
            "es und rufen Sie den Befehl noch einmal auf."
        )
        raise WindowOpenError(message)
    try:
        yield
    finally:
        lock.release()


def _repair(options: argparse.Namespace, console: Console) -> int:
    folder = data_folder(options.data)
    with alone(folder):
        found = store_problems(folder)
        if not found and options.copy is None:
            console.say("Der Speicher ist unversehrt; es gibt nichts zu reparieren.")
            return DONE
        for problem in found:
            console.say(problem)
        if options.as_is:
            return _go_on(folder, console)
        return _say(repair_store(folder, options.copy or _newest(folder, console)), console)


def _newest(folder: Path, console: Console) -> Path | None:
    copy = newest_sound_copy(folder)
    if copy is None:
        console.say("Eine unversehrte Sicherung ist nicht zu finden; es geht ohne.")
        return None
    console.say(f"Fehlendes kommt aus „{copy.path}“, Stand {day_and_time(copy.changed)}.")
    return copy.path


def _go_on(folder: Path, console: Console) -> int:
    commit_mark.accept(store_path(folder))
    left = store_problems(folder)
    if left:
        console.say("Das genügt nicht; bitte reparieren Sie ohne „--as-is“.")
        return CONTENT
    console.say("Sie arbeiten mit dem vorhandenen Stand weiter.")
    return DONE


def _say(report: RepairReport, console: Console) -> int:
    for outcome in report.outcomes:
        console.data(f"{outcome.draft}  {outcome.sentence}")
    for note in report.notes:
        console.say(note)
    if not report.outcomes:
        console.say("Es war kein Entwurf mehr lesbar; der Speicher ist nun leer.")
    console.say("Der Speicher ist repariert.")
    if report.kept is not None:
        console.say(f"Die beschädigte Datei liegt unverändert in „{report.kept}“.")
    return DONE if report.is_complete else CONTENT


VERBS: tuple[tuple[str, str, Verb], ...] = (
    ("repair", "rettet Entwürfe aus einem beschädigten Speicher", _repair),
)
