"""`lpd drafts …`: the local store from the command line; no other command touches it."""

from __future__ import annotations

import argparse
from pathlib import Path

from lpd_desktop.commands import backing_up, draft_history, draft_trash, repairing
from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    Verbs,
    add_nested_verbs,
    add_output,
    add_plan,
    read_plan,
)
from lpd_desktop.plan.file import save_lpd
from lpd_desktop.plan.work import STATE_NAMES
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.german import counted
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.listing import list_drafts
from lpd_desktop.store.repairing import store_problems
from lpd_desktop.store.salvage import Salvaged
from lpd_desktop.store.summary import DraftSummary


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    nested = add_nested_verbs(
        verbs,
        "drafts",
        "Entwürfe: der Speicher auf diesem Rechner",
        (
            ("list", "nennt alle Entwürfe", _list),
            ("add", "nimmt ein Planungsdokument als Entwurf auf", _add),
            ("take", "schreibt einen Entwurf als Datei", _take),
            *backing_up.VERBS,
            *repairing.VERBS,
            *draft_history.VERBS,
            *draft_trash.VERBS,
            ("check", "prüft, ob der Speicher unversehrt ist", _check),
        ),
    )
    add_plan(nested["add"])
    nested["take"].add_argument("draft", metavar="KENNUNG", help="aus „lpd drafts list“")
    add_output(nested["take"], "DATEI.lpd")
    nested["take"].add_argument(
        "--partial", action="store_true", help="auch beschädigt, so weit lesbar"
    )
    backing_up.add_arguments(nested)
    repairing.add_arguments(nested)
    draft_history.add_arguments(nested)
    draft_trash.add_arguments(nested)


def _list(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        drafts = store.list_drafts()
    for draft in drafts:
        console.data(_line(draft))
    console.say(f"{counted(len(drafts), 'Entwurf', 'Entwürfe')}.")
    return DONE


def _line(draft: DraftSummary) -> str:
    state = next((name for key, name in STATE_NAMES.items() if key == draft.state), draft.state)
    damaged = "  (Eintrag beschädigt)" if draft.is_damaged else ""
    return f"{draft.id}  {draft.name}  {state}  {draft.completeness} %  {draft.changed}{damaged}"


def _add(options: argparse.Namespace, console: Console) -> int:
    file = read_plan(options.plan)
    with DraftStore.open(data_folder(options.data)) as store:
        same = store.find_same(file)
        draft = same or store.add(file, _origin(options.plan))
    console.data(draft)
    if same:
        console.say("Dieses Planungsdokument liegt schon unverändert als Entwurf bereit.")
    else:
        console.say(f"„{options.plan}“ ist als Entwurf aufgenommen.")
    return DONE


def _origin(path: Path) -> Path | None:
    """Only a .lpd file can be written again later; a PDF is no place for a draft."""
    return path if path.suffix.lower() == ".lpd" else None


def _take(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        if options.partial:
            return _take_readable_part(store.salvage(options.draft), options.output, console)
        file = store.load(options.draft)
    save_lpd(options.output, file)
    console.say(f"„{options.output}“ enthält den Entwurf.")
    return DONE


def _take_readable_part(salvaged: Salvaged, output: Path, console: Console) -> int:
    save_lpd(output, salvaged.file)
    for problem in salvaged.problems:
        console.say(problem)
    for address in salvaged.missing:
        console.say(f"Bei „{address}“ steht nun ein früherer Text oder keiner.")
    console.say(f"„{output}“ enthält, was von dem Entwurf lesbar ist.")
    return CONTENT if salvaged.problems else DONE


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
