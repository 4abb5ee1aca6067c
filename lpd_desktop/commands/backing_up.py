"""`lpd drafts backup` and `lpd drafts restore`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from lpd_desktop.commands.arguments import DONE, Console, Verb, add_output
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.german import counted
from lpd_desktop.store.backup import restore_store
from lpd_desktop.store.draft_store import DraftStore


def add_arguments(nested: Mapping[str, argparse.ArgumentParser]) -> None:
    """Adds what these verbs take."""
    add_output(nested["backup"], "SICHERUNG")
    nested["restore"].add_argument("backup", type=Path, metavar="SICHERUNG")


def _backup(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        store.backup(options.output)
        number = len(store.list_drafts())
    drafts = counted(number, "Entwurf", "Entwürfe")
    console.say(f"„{options.output}“ enthält {drafts} und ist geprüft.")
    return DONE


def _restore(options: argparse.Namespace, console: Console) -> int:
    kept = restore_store(data_folder(options.data), options.backup)
    console.say(f"Die Entwürfe aus „{options.backup}“ sind wieder da.")
    if kept is not None:
        console.say(f"Was vorher im Speicher lag, steht in „{kept}“.")
    return DONE


VERBS: tuple[tuple[str, str, Verb], ...] = (
    ("backup", "sichert alle Entwürfe in eine Datei", _backup),
    ("restore", "spielt eine Sicherung zurück", _restore),
)
