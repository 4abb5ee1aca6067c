"""`lpd find`, `lpd replace` and `lpd typo`: words in everything that was written."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypedDict

import msgspec

from lpd_desktop.check.typography.cleaning import slips_in_plan
from lpd_desktop.commands.arguments import (
    DONE,
    Console,
    UsageError,
    Verbs,
    add_json,
    add_plan,
    add_verb,
    is_same_file,
    read_plan,
    require_draft,
)
from lpd_desktop.commands.targets import add_replace
from lpd_desktop.commands.writing import save_as, save_edited
from lpd_desktop.editing.replacing import replacements, with_changes
from lpd_desktop.plan.changing import changing
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.passages import PassageKind, passage_place
from lpd_desktop.plan.search import Match, Query, find
from lpd_desktop.plan.shown_blanks import with_shown_blanks
from lpd_desktop.plan.word_change import WordChange
from lpd_desktop.runtime.german import counted

Finding = Callable[[LpdFile], Sequence[WordChange]]
"""What there is to change in a plan."""


class MatchOutput(msgspec.Struct, frozen=True, kw_only=True):
    """A place that `lpd find` found.

    Attributes:
        where: Address in the plan, with the block.
        place: The same in German.
        passage: Which paragraph, cell or footnote of the field it is, from 0 in reading order.
        start: The place of its first character in the passage, from 0; footnotes' marks are none.
        end: The place behind its last character.
        words: What stands there.
        before: What stands in front of it.
        after: What stands behind it.
    """

    where: str
    place: str
    kind: PassageKind
    passage: int
    start: int
    end: int
    words: str
    before: str
    after: str


class WordChangeOutput(msgspec.Struct, frozen=True, kw_only=True):
    """A place that `lpd replace` or `lpd typo` changes, or would change.

    Attributes:
        where: Address in the plan, with the block.
        place: The same in German.
        passage: Which paragraph, cell or footnote of the field it is, from 0 in reading order.
        start: The place of its first character in the passage, from 0; footnotes' marks are none.
        old: What stands there.
        new: What stands there afterwards.
        reason: What is mended, empty for replaced words.
        before: What stands in front of it.
        after: What stands behind it.
    """

    where: str
    place: str
    kind: PassageKind
    passage: int
    start: int
    old: str
    new: str
    reason: str
    before: str
    after: str


class _Surroundings(TypedDict):
    """What is said of a match and of a change alike."""

    where: str
    place: str
    kind: PassageKind
    passage: int
    start: int
    before: str
    after: str


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    finding = add_verb(verbs, "find", "sucht Wörter in allem, was geschrieben ist", _find)
    finding.add_argument("text", metavar="TEXT")
    add_plan(finding)
    _add_query(finding)
    replacing = add_verb(verbs, "replace", "ersetzt Wörter in allem, was geschrieben ist", _replace)
    replacing.add_argument("text", metavar="ALT")
    replacing.add_argument("new", metavar="NEU")
    add_plan(replacing)
    _add_query(replacing)
    _add_target(replacing)
    typo = add_verb(verbs, "typo", "nennt und behebt kleine Versehen beim Tippen", _typo)
    add_plan(typo)
    typo.add_argument("--fix", action="store_true", help="behebt alle")
    _add_target(typo)
    for parser in (finding, replacing, typo):
        add_json(parser)


def _add_query(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--case", action="store_true", help="unterscheidet Groß und Klein")
    parser.add_argument("--words", action="store_true", help="nur ganze Wörter")


def _add_target(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, metavar="ZIEL.lpd", help="Zieldatei")
    parser.add_argument("--dry-run", action="store_true", help="schreibt nichts")
    add_replace(parser)


def _query(options: argparse.Namespace) -> Query:
    if not options.text:
        message = "Bitte nennen Sie, was gesucht werden soll."
        raise UsageError(message)
    return Query(options.text, match_case=options.case, whole_words=options.words)


def _find(options: argparse.Namespace, console: Console) -> int:
    file = read_plan(options.plan)
    found = find(file.form, file.plan, _query(options))
    if options.json:
        console.json([_match_output(file, each) for each in found])
        return DONE
    for match in found:
        place = passage_place(file.form, file.plan, match.passage)
        console.data(f"{place}: {match.before}[{match.words}]{match.after}")
    console.say(f"{counted(len(found), 'Stelle', 'Stellen')}.")
    return DONE


def _replace(options: argparse.Namespace, console: Console) -> int:
    _require_target(options)
    query = _query(options)

    def replaced(file: LpdFile) -> Sequence[WordChange]:
        return replacements(find(file.form, file.plan, query), options.new)

    return _carry_out(replaced, options, console)


def _typo(options: argparse.Namespace, console: Console) -> int:
    if options.fix:
        _require_target(options)
        return _carry_out(_slips, options, console)
    if options.output is not None:
        message = "Geschrieben wird nur mit --fix."
        raise UsageError(message)
    file = read_plan(options.plan)
    changes = _slips(file)
    _show(file, changes, options, console)
    console.say(f"{counted(len(changes), 'Stelle', 'Stellen')}.")
    return DONE


def _slips(file: LpdFile) -> Sequence[WordChange]:
    return slips_in_plan(file.form, file.plan)


def _require_target(options: argparse.Namespace) -> None:
    if options.output is None and not options.dry_run:
        message = "Bitte nennen Sie mit -o die Zieldatei, oder verlangen Sie --dry-run."
        raise UsageError(message)
    if _is_into_source(options) and not options.replace:
        message = (
            f"„{options.output}“ ist die Quelle selbst; bitte nennen Sie ein anderes Ziel, oder "
            "ändern Sie mit --replace die Datei selbst."
        )
        raise UsageError(message)


def _is_into_source(options: argparse.Namespace) -> bool:
    return options.output is not None and is_same_file(options.output, options.plan)


def _carry_out(finding: Finding, options: argparse.Namespace, console: Console) -> int:
    file, changes = _carried_out(finding, options)
    _show(file, changes, options, console)
    places = counted(len(changes), "Stelle", "Stellen")
    console.say(f"{places}, nichts geschrieben." if options.dry_run else f"{places} geändert.")
    return DONE


def _carried_out(
    finding: Finding, options: argparse.Namespace
) -> tuple[LpdFile, Sequence[WordChange]]:
    """Changes the plan in its own file or into another, or not at all; tells from what to what."""
    if _is_into_source(options) and not options.dry_run:
        with changing(options.plan) as plan:
            changes, after = _changed(plan.file, finding)
            save_edited(plan, after)
            return plan.file, changes
    file = read_plan(options.plan)
    changes, after = _changed(file, finding)
    if not options.dry_run:
        save_as(options.output, file, after, replace=options.replace)
    return file, changes


def _changed(file: LpdFile, finding: Finding) -> tuple[Sequence[WordChange], LpdFile]:
    require_draft(file)
    changes = finding(file)
    return changes, with_changes(file, changes)


def _show(
    file: LpdFile, changes: Sequence[WordChange], options: argparse.Namespace, console: Console
) -> None:
    if options.json:
        console.json([_change_output(file, each) for each in changes])
        return
    for change in changes:
        place = passage_place(file.form, file.plan, change.passage)
        old, new = with_shown_blanks(change.old), with_shown_blanks(change.new)
        reason = f" ({change.reason})" if change.reason else ""
        console.data(f"{place}: {change.before}[{old} → {new}]{change.after}{reason}")


def _match_output(file: LpdFile, match: Match) -> MatchOutput:
    return MatchOutput(**_surroundings(file, match), end=match.end, words=match.words)


def _change_output(file: LpdFile, change: WordChange) -> WordChangeOutput:
    return WordChangeOutput(
        **_surroundings(file, change), old=change.old, new=change.new, reason=change.reason
    )


def _surroundings(file: LpdFile, found: Match | WordChange) -> _Surroundings:
    return {
        "where": str(found.passage.where),
        "place": passage_place(file.form, file.plan, found.passage),
        "kind": found.passage.kind,
        "passage": found.passage.number,
        "start": found.start,
        "before": found.before,
        "after": found.after,
    }
