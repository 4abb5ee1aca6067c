"""`lpd drafts …`: the local store from the command line; no other command touches it."""

from __future__ import annotations

import argparse

from lpd_desktop.commands import backing_up, draft_files, draft_history, draft_trash, repairing
from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    Verbs,
    add_nested_verbs,
)
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.german import counted, german_time
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.listing import list_drafts
from lpd_desktop.store.repair.repairing import lost_commits, store_problems
from lpd_desktop.store.summary import DraftSummary

_LOST = (
    "Was hier steht, ist nicht das zuletzt Gespeicherte: Es fehlen spätere Speicherungen. "
    "„lpd drafts repair“ sucht nach Kopien, die weiter sind."
)


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    nested = add_nested_verbs(
        verbs,
        "drafts",
        "Entwürfe: der Speicher auf diesem Rechner",
        (
            ("list", "nennt alle Entwürfe", _list),
            *draft_files.VERBS,
            *backing_up.VERBS,
            *repairing.VERBS,
            *draft_history.VERBS,
            *draft_trash.VERBS,
            ("check", "prüft, ob der Speicher unversehrt ist", _check),
        ),
    )
    draft_files.add_arguments(nested)
    backing_up.add_arguments(nested)
    repairing.add_arguments(nested)
    draft_history.add_arguments(nested)
    draft_trash.add_arguments(nested)


def _list(options: argparse.Namespace, console: Console) -> int:
    folder = data_folder(options.data)
    with DraftStore.open(folder) as store:
        drafts = store.list_drafts()
    for draft in drafts:
        console.data(_line(draft))
    console.say(f"{counted(len(drafts), 'Entwurf', 'Entwürfe')}.")
    if lost_commits(folder):
        console.say(_LOST)
        return CONTENT
    return DONE


def _line(draft: DraftSummary) -> str:
    damaged = "  (Eintrag beschädigt)" if draft.is_damaged else ""
    standing = f"{draft.state_name}  {draft.completeness} %  {german_time(draft.changed)}"
    return f"{draft.id}  {draft.name}  {standing}{damaged}"


def _check(options: argparse.Namespace, console: Console) -> int:
    folder = data_folder(options.data)
    problems = store_problems(folder)
    for problem in problems:
        console.data(problem)
    if problems:
        console.say("Bitte schließen Sie das Fenster und rufen Sie „lpd drafts repair“ auf.")
        return CONTENT
    number = len(list_drafts(folder))
    console.say(f"Der Speicher ist unversehrt: {counted(number, 'Entwurf', 'Entwürfe')}.")
    return DONE
