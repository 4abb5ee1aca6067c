"""`lpd drafts backup`, `backup-folder`, `backups`, `restore`: copies of the store and back."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    UsageError,
    Verb,
    is_same_file,
)
from lpd_desktop.commands.repairing import alone
from lpd_desktop.commands.targets import add_replace
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.german import counted
from lpd_desktop.store.backups import setting as backup_setting
from lpd_desktop.store.backups.copying import is_earlier_backup
from lpd_desktop.store.backups.daily import back_up_daily
from lpd_desktop.store.backups.erasing import erase_in_backups, restore_backup
from lpd_desktop.store.backups.kept import KeptBackup, known_backups, take_draft
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.summary import DraftSummary


def add_arguments(nested: Mapping[str, argparse.ArgumentParser]) -> None:
    """Adds what these verbs take."""
    backup = nested["backup"]
    backup.add_argument("-o", "--output", type=Path, metavar="SICHERUNG", help="in diese Datei")
    backup.add_argument(
        "--daily", action="store_true", help="in den gewählten Ordner, mit jedem Entwurf als .lpd"
    )
    backup.add_argument(
        "--folder", type=Path, metavar="ORDNER", help="wie --daily, nur diesmal in diesen Ordner"
    )
    add_replace(backup)
    folder = nested["backup-folder"]
    folder.add_argument("folder", nargs="?", type=Path, metavar="ORDNER", help="ab jetzt dorthin")
    folder.add_argument("--none", action="store_true", help="ohne tägliche Sicherung arbeiten")
    restore = nested["restore"]
    restore.add_argument("backup", type=Path, metavar="SICHERUNG")
    restore.add_argument(
        "--draft", metavar="KENNUNG", help="nur diesen Entwurf, als weiteren neben den anderen"
    )
    restore.add_argument(
        "--with-erased", action="store_true", help="auch, was seither endgültig gelöscht wurde"
    )


def _backup(options: argparse.Namespace, console: Console) -> int:
    if options.output is not None and (options.daily or options.folder is not None):
        message = (
            "„-o“ schreibt eine einzelne Datei, „--daily“ und „--folder“ sichern in einen Ordner; "
            "bitte nennen Sie nur eines davon."
        )
        raise UsageError(message)
    if options.output is not None:
        return _back_up_into_file(options, console)
    return _back_up_into_folder(options, console)


def _back_up_into_file(options: argparse.Namespace, console: Console) -> int:
    folder = data_folder(options.data)
    with DraftStore.open(folder) as store:
        if not options.replace:
            _refuse_other_file(store_path(folder), options.output)
        store.backup(options.output)
        number, damaged = len(store.list_drafts()), store.check()
    console.say(f"„{options.output}“ enthält {_counted(number)} und ist geprüft.")
    for problem in damaged:
        console.say(problem)
    if damaged:
        console.say("So steht es auch in der Sicherung; „lpd drafts repair“ hilft weiter.")
    return CONTENT if damaged else DONE


def _refuse_other_file(store: Path, target: Path) -> None:
    if is_same_file(store, target):
        return
    if target.is_file() and not is_earlier_backup(store, target):
        message = (
            f"Unter „{target}“ liegt etwas anderes als eine Sicherung dieser Entwürfe; bitte "
            "nennen Sie ein anderes Ziel, oder ersetzen Sie mit --replace, was dort liegt."
        )
        raise UsageError(message)


def _back_up_into_folder(options: argparse.Namespace, console: Console) -> int:
    backup = back_up_daily(data_folder(options.data), options.folder)
    console.data(str(backup.file))
    beside = "" if backup.notes else "; jeder Entwurf liegt als Datei daneben"
    console.say(f"„{backup.file}“ enthält {_counted(backup.drafts)} und ist geprüft{beside}.")
    for note in backup.notes:
        console.say(note)
    return CONTENT if backup.notes else DONE


def _counted(number: int) -> str:
    return counted(number, "Entwurf", "Entwürfe")


def _backup_folder(options: argparse.Namespace, console: Console) -> int:
    folder = data_folder(options.data)
    if options.none and options.folder is not None:
        message = "Bitte nennen Sie einen Ordner oder „--none“, nicht beides."
        raise UsageError(message)
    if options.none:
        backup_setting.decline(folder, date.today())
    elif options.folder is not None:
        backup_setting.set_folder(folder, options.folder)
    setting = backup_setting.read_setting(folder)
    if setting.folder:
        console.data(setting.folder)
    console.say(backup_setting.backup_standing(folder).sentence)
    return DONE


def _backups(options: argparse.Namespace, console: Console) -> int:
    found = known_backups(data_folder(options.data))
    for backup in found:
        _tell(backup, console)
    console.say(f"{counted(len(found), 'Sicherung', 'Sicherungen')}.")
    return DONE


def _tell(backup: KeptBackup, console: Console) -> None:
    about = backup.problem or _counted(len(backup.drafts))
    console.data(f"{backup.path}  {backup.time}  {about}")
    for draft in backup.drafts:
        console.data(f"  {_line(draft)}")


def _line(draft: DraftSummary) -> str:
    return f"{draft.id}  {draft.name}  {draft.completeness} %  {draft.changed}"


def _restore(options: argparse.Namespace, console: Console) -> int:
    if options.draft:
        return _restore_draft(options, console)
    folder = data_folder(options.data)
    with alone(folder):
        restored = restore_backup(folder, options.backup, with_erased=options.with_erased)
    console.say(f"Die Entwürfe aus „{options.backup}“ sind wieder da.")
    if restored.kept is not None:
        console.say(f"Was vorher im Speicher lag, steht in „{restored.kept}“.")
    if restored.left_out:
        verb = "bleibt" if restored.left_out == 1 else "bleiben"
        console.say(
            f"{_counted(restored.left_out)} {verb} draußen: seither endgültig gelöscht. Mit "
            "„--with-erased“ kommen auch sie zurück."
        )
    for note in erase_in_backups(folder):
        console.say(note)
    return DONE


def _restore_draft(options: argparse.Namespace, console: Console) -> int:
    draft, is_new = take_draft(data_folder(options.data), options.backup, options.draft)
    console.data(draft)
    if is_new:
        console.say(f"Der Entwurf aus „{options.backup}“ liegt nun neben Ihren anderen.")
    else:
        console.say("Genau dieser Stand liegt schon unter Ihren Entwürfen.")
    return DONE


VERBS: tuple[tuple[str, str, Verb], ...] = (
    ("backup", "sichert alle Entwürfe in eine Datei oder in den gewählten Ordner", _backup),
    ("backup-folder", "nennt oder bestimmt den Ordner der täglichen Sicherung", _backup_folder),
    ("backups", "nennt die Sicherungen und was in ihnen liegt", _backups),
    ("restore", "spielt eine Sicherung zurück, oder einen Entwurf aus ihr", _restore),
)
