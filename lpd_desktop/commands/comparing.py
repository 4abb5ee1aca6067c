"""`lpd diff`: what changed between two plans, word by word."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    Verbs,
    add_json,
    add_verb,
    read_plan,
)
from lpd_desktop.plan.comparing.comparison import Comparison, compare_plans
from lpd_desktop.plan.comparing.line_changes import LineChange
from lpd_desktop.plan.comparing.marked_text import SIGNS_EXPLAINED, marked_lines
from lpd_desktop.plan.comparing.place_change import PlaceChange, PlaceKind, PlaceStatus
from lpd_desktop.runtime.german import counted


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
    lines: tuple[LineChange, ...]


class DiffOutput(msgspec.Struct, frozen=True, kw_only=True):
    """What `lpd diff --json` prints; the work around the plans does not count."""

    differs: bool
    words_added: int
    words_removed: int
    places: tuple[PlaceOutput, ...]


def register(verbs: Verbs) -> None:
    """Adds the verb of this group."""
    diff = add_verb(verbs, "diff", "nennt Wort für Wort, was sich geändert hat", _diff)
    diff.add_argument("old", type=Path, metavar="ALT", help="eine .lpd-Datei oder unser PDF")
    diff.add_argument("new", type=Path, metavar="NEU", help="eine .lpd-Datei oder unser PDF")
    add_json(diff)


def _diff(options: argparse.Namespace, console: Console) -> int:
    comparison = compare_plans(read_plan(options.old), read_plan(options.new))
    if options.json:
        console.json(diff_output(comparison))
    else:
        _tell(comparison, console)
    return CONTENT if comparison.differs else DONE


def _tell(comparison: Comparison, console: Console) -> None:
    for change in comparison.places:
        for line in marked_lines(change):
            console.data(line)
    if not comparison.differs:
        console.say("Beide Planungsdokumente sagen dasselbe.")
        return
    places = counted(len(comparison.places), "Stelle", "Stellen")
    added, removed = comparison.words_added, comparison.words_removed
    words = f"{counted(added, 'Wort', 'Wörter')} neu, {removed} entfallen"
    console.say(f"{places} geändert: {words}. {SIGNS_EXPLAINED}")


def diff_output(comparison: Comparison) -> DiffOutput:
    """A comparison for programs."""
    return DiffOutput(
        differs=comparison.differs,
        words_added=comparison.words_added,
        words_removed=comparison.words_removed,
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
        lines=change.changed_lines,
    )
