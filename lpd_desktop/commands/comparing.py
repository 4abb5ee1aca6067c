"""`lpd diff`: what changed between two plans, word by word, told or as a PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    UsageError,
    Verbs,
    add_json,
    add_verb,
    read_plan,
    refuse_other_than_pdf,
    refuse_same_file,
)
from lpd_desktop.commands.targets import add_replace, write_output
from lpd_desktop.editing.draft_states import NOW, named_state
from lpd_desktop.pdf.changes.compared_state import ComparedState
from lpd_desktop.plan.comparing.comparison import Comparison, compare_plans
from lpd_desktop.plan.comparing.line_changes import LineChange
from lpd_desktop.plan.comparing.marked_text import SIGNS_EXPLAINED, marked_lines, told_counts
from lpd_desktop.plan.comparing.place_change import PlaceChange, PlaceKind, PlaceStatus
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.german import counted
from lpd_desktop.store.draft_store import DraftStore


class PlaceOutput(msgspec.Struct, frozen=True, kw_only=True):
    """A place at which something changed.

    Attributes:
        where: Address in the second plan, empty where that has no such place.
        old_where: Address in the first plan, empty likewise.
        place: The same in German.
        lines: Those that did not stay; cells of a table are divided by tabs.
    """

    where: str
    old_where: str
    kind: PlaceKind
    place: str
    status: PlaceStatus
    words_added: int
    words_removed: int
    blanks_changed: int
    unseen_changed: int
    lines: tuple[LineChange, ...]


class DiffOutput(msgspec.Struct, frozen=True, kw_only=True):
    """What `lpd diff --json` prints; the work around the plans does not count.

    Attributes:
        blanks_changed: How many blanks are others between words that stayed.
        unseen_changed: Likewise soft hyphens and other characters that never show.
    """

    differs: bool
    words_added: int
    words_removed: int
    blanks_changed: int
    unseen_changed: int
    places: tuple[PlaceOutput, ...]


def register(verbs: Verbs) -> None:
    """Adds the verb of this group."""
    diff = add_verb(verbs, "diff", "nennt Wort für Wort, was sich geändert hat", _diff)
    for name, metavar in (("old", "ALT"), ("new", "NEU")):
        diff.add_argument(
            name, nargs="?", type=Path, metavar=metavar, help="eine .lpd-Datei oder unser PDF"
        )
    diff.add_argument(
        "--draft", metavar="KENNUNG", help="statt zweier Dateien zwei Fassungen dieses Entwurfs"
    )
    states = "jetzt, freigabe, abgabe oder eine Nummer aus „lpd drafts points“"
    diff.add_argument("--from", dest="start", metavar="FASSUNG", help=f"die ältere: {states}")
    diff.add_argument("--to", dest="end", metavar="FASSUNG", help="die neuere; sonst jetzt")
    diff.add_argument(
        "-o", "--output", type=Path, metavar="ZIEL.pdf", help="schreibt ein Änderungsdokument"
    )
    add_replace(diff)
    add_json(diff)


def _diff(options: argparse.Namespace, console: Console) -> int:
    old, new = _states(options)
    if options.output is not None:
        comparison = _written(options, old, new)
    else:
        comparison = compare_plans(old.file, new.file)
    if options.json:
        console.json(diff_output(comparison))
    elif options.output is None:
        for change in comparison.places:
            for line in marked_lines(change):
                console.data(line)
    if not options.json:
        _say_summary(comparison, console, is_told=options.output is None)
    if options.output is not None:
        console.say(f"„{options.output}“ ist geschrieben.")
    return CONTENT if comparison.differs else DONE


def _states(options: argparse.Namespace) -> tuple[ComparedState, ComparedState]:
    """The two states that the call names."""
    files = [path for path in (options.old, options.new) if path is not None]
    if options.draft is None:
        _require_two_files(options, files)
        old, new = (ComparedState(read_plan(path), path.name) for path in files)
        return old, new
    if files or options.start is None:
        message = (
            "Mit --draft nennen Sie statt der Dateien zwei Fassungen des Entwurfs: --from und "
            "bei Bedarf --to."
        )
        raise UsageError(message)
    with DraftStore.open(data_folder(options.data)) as store:
        start = named_state(store, options.draft, options.start)
        return start, named_state(store, options.draft, options.end or NOW)


def _require_two_files(options: argparse.Namespace, files: list[Path]) -> None:
    if len(files) != len(("old", "new")) or options.start or options.end:
        message = (
            "Bitte nennen Sie zwei Dateien, oder mit --draft einen Entwurf und mit --from und "
            "--to zwei seiner Fassungen."
        )
        raise UsageError(message)
    if options.output is not None:
        for path in files:
            refuse_same_file(options.output, path)


def _written(options: argparse.Namespace, old: ComparedState, new: ComparedState) -> Comparison:
    """Writes the change document; gives what it tells."""
    target: Path = options.output
    refuse_other_than_pdf(target)
    from lpd_desktop.pdf.changes.change_document import render_changes

    document = render_changes(old, new)
    write_output(target, document.data, "changes", replace=options.replace)
    return document.comparison


def _say_summary(comparison: Comparison, console: Console, *, is_told: bool) -> None:
    """How much changed; with the signs where the changes themselves were told."""
    if not comparison.differs:
        console.say("Beide Planungsdokumente sagen dasselbe.")
        return
    places = counted(len(comparison.places), "Stelle", "Stellen")
    counts = told_counts(comparison)
    signs = f" {SIGNS_EXPLAINED}" if is_told else ""
    console.say(f"{places} geändert{': ' if counts else ''}{counts}.{signs}")


def diff_output(comparison: Comparison) -> DiffOutput:
    """A comparison for programs."""
    return DiffOutput(
        differs=comparison.differs,
        words_added=comparison.words_added,
        words_removed=comparison.words_removed,
        blanks_changed=comparison.blanks_changed,
        unseen_changed=comparison.unseen_changed,
        places=tuple(map(_place_output, comparison.places)),
    )


def _place_output(change: PlaceChange) -> PlaceOutput:
    return PlaceOutput(
        where=change.where,
        old_where=change.old_where,
        kind=change.kind,
        place=change.place,
        status=change.status,
        words_added=change.words_added,
        words_removed=change.words_removed,
        blanks_changed=change.blanks_changed,
        unseen_changed=change.unseen_changed,
        lines=change.changed_lines,
    )
