"""`lpd drafts add`, `take`, `status`: drafts out of files, into files, and which is newer."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    Verb,
    add_output,
    add_plan,
    read_plan,
)
from lpd_desktop.commands.broken_approval import tell_fault
from lpd_desktop.commands.targets import write_output
from lpd_desktop.editing.file_sentences import standing_sentence
from lpd_desktop.editing.file_standing import (
    DraftFiles,
    SeenFile,
    Standing,
    file_standing,
    look_at,
)
from lpd_desktop.editing.file_writing import copy_of, note_copy, write_copy
from lpd_desktop.editing.known_draft import KnownDraft, add_draft, adopt_file, known_draft
from lpd_desktop.plan.file import write_lpd
from lpd_desktop.plan.file_relation import Relation
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.runtime.german import counted
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.repair.salvage import Salvaged
from lpd_desktop.store.summary import DraftSummary

_QUIET = (Standing.SAME, Standing.OLDER)
_UNKNOWN_TO_DRAFT = (
    Standing.NEWER,
    Standing.BOTH_WENT_ON,
    Standing.UNKNOWN,
    Standing.OTHER_PLAN,
    Standing.UNREADABLE,
)

_KNOWN: dict[Relation, str] = {
    Relation.OLDER: "Die Datei ist ein früherer Stand des Entwurfs {draft}.",
    Relation.NEWER: "Die Datei ist neuer als der Entwurf {draft} und setzt ihn fort.",
    Relation.BOTH_WENT_ON: "Die Datei und der Entwurf {draft} wurden beide geändert.",
    Relation.UNKNOWN: "Derselbe Plan liegt schon als Entwurf {draft} bereit, mit anderem Inhalt.",
}


_NO_FILE = "Zu diesem Entwurf gehört keine Datei."


class FileNotReplacedError(NotAllowedError):
    """The target holds something that the draft does not know; it was left alone."""


class FileStatus(msgspec.Struct, frozen=True):
    """How the file of a draft stands to the draft.

    Attributes:
        draft: The id of the draft.
        name: Jobcenter and year.
        path: The file that the draft was read from or written to last; empty for none.
        standing: One of `same`, `older`, `newer`, `both_went_on`, `unknown`, `other_plan`, `gone`,
            `unreadable`, said of the file; `none` where there is no file.
        written: When the file was changed last by its own account, ISO in UTC.
        message: The same in German.
    """

    draft: str
    name: str
    path: str
    standing: str
    written: str
    message: str


def add_arguments(nested: Mapping[str, argparse.ArgumentParser]) -> None:
    """Adds what these verbs take."""
    add_plan(nested["add"])
    take, status = nested["take"], nested["status"]
    take.add_argument("draft", metavar="KENNUNG", help="aus „lpd drafts list“")
    add_output(take, "DATEI.lpd")
    take.add_argument("--partial", action="store_true", help="auch beschädigt, so weit lesbar")
    take.add_argument(
        "--replace", action="store_true", help="auch eine Datei, die der Entwurf nicht kennt"
    )
    status.add_argument("draft", nargs="?", default="", metavar="KENNUNG", help="nur dieser")
    status.add_argument("--json", action="store_true", help="als Daten für Programme")


def _add(options: argparse.Namespace, console: Console) -> int:
    """A PDF is no place for a draft, so only a .lpd file is remembered."""
    file = read_plan(options.plan)
    seen = look_at(options.plan) if options.plan.suffix.lower() == ".lpd" else None
    with DraftStore.open(data_folder(options.data)) as store:
        known = known_draft(store, file, seen)
        if known is not None and seen is not None:
            adopt_file(store, known, seen)
        is_there = known is not None and known.is_same
        draft = known.draft.id if known is not None and is_there else add_draft(store, file, seen)
    console.data(draft)
    if is_there:
        console.say("Dieses Planungsdokument liegt schon unverändert als Entwurf bereit.")
    else:
        console.say(f"„{options.plan}“ ist als Entwurf aufgenommen.")
        _say_known(known, console)
    return tell_fault(file, console)


def _say_known(known: KnownDraft | None, console: Console) -> None:
    if known is not None and known.relation in _KNOWN:
        console.say(_KNOWN[known.relation].format(draft=known.draft.id))


def _take(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        if options.partial:
            return _take_readable_part(store.salvage(options.draft), options, console)
        _write(store, options)
    console.say(f"„{options.output}“ enthält den Entwurf.")
    return DONE


def _write(store: DraftStore, options: argparse.Namespace) -> None:
    copy = copy_of(store, options.draft)
    seen, standing = file_standing(options.output, copy.file, copy.known)
    if standing in _UNKNOWN_TO_DRAFT and not options.replace:
        message = (
            f"{standing_sentence(seen, standing)} Sie ist nicht überschrieben; mit „--replace“ "
            "wird sie ersetzt."
        )
        raise FileNotReplacedError(message)
    expected = None if standing is Standing.UNREADABLE else seen.sha256
    data = write_copy(copy, options.output, expected)
    note_copy(store, copy, options.output, data, seen if options.replace else None)


def _take_readable_part(salvaged: Salvaged, options: argparse.Namespace, console: Console) -> int:
    output: Path = options.output
    write_output(output, write_lpd(salvaged.file), replace=options.replace)
    for problem in salvaged.problems:
        console.say(problem)
    for address in salvaged.missing:
        console.say(f"Bei „{address}“ steht nun ein früherer Text oder keiner.")
    console.say(f"„{output}“ enthält, was von dem Entwurf lesbar ist.")
    return CONTENT if salvaged.problems else DONE


def _status(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        drafts = [store.summary(options.draft)] if options.draft else store.list_drafts()
        found = [_judged(store, draft) for draft in drafts]
    if options.json:
        console.json(found)
    else:
        for each in found:
            console.data(f"{each.draft}  {each.name}  {each.message}")
    needing = [each for each in found if each.standing not in ("none", *_names(_QUIET))]
    if needing:
        files = counted(len(needing), "Datei braucht", "Dateien brauchen")
        console.say(f"{files} eine Entscheidung.")
    return CONTENT if needing else DONE


def _names(standings: Sequence[Standing]) -> list[str]:
    return [each.value for each in standings]


def _judged(store: DraftStore, draft: DraftSummary) -> FileStatus:
    if draft.origin is None:
        return FileStatus(draft.id, draft.name, "", "none", "", _NO_FILE)
    path = draft.origin.path
    try:
        seen, standing = file_standing(path, store.load(draft.id), DraftFiles.of(store, draft.id))
    except LpdError as error:
        return _status_of(draft, look_at(path), Standing.UNKNOWN.value, str(error))
    return _status_of(draft, seen, standing.value, standing_sentence(seen, standing))


def _status_of(draft: DraftSummary, seen: SeenFile, standing: str, message: str) -> FileStatus:
    return FileStatus(draft.id, draft.name, str(seen.path), standing, seen.written, message)


VERBS: Sequence[tuple[str, str, Verb]] = (
    ("add", "nimmt ein Planungsdokument als Entwurf auf", _add),
    ("take", "schreibt einen Entwurf als Datei", _take),
    ("status", "sagt, ob Entwurf oder Datei neuer ist", _status),
)
