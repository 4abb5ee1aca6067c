"""`lpd acknowledge`: warnings and hints that may stay, each with its reason."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from lpd_desktop.check.acknowledgement import AcceptedFinding
from lpd_desktop.check.engine import check_all
from lpd_desktop.check.finding import Finding
from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    UsageError,
    Verbs,
    add_json,
    add_verb,
    read_plan,
    require_draft,
)
from lpd_desktop.editing.acknowledging import acknowledge, withdraw_acknowledgement
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.changing import PlanInFile, changing
from lpd_desktop.plan.file import LpdFile, load_lpd
from lpd_desktop.plan.work import Acknowledgement
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.german import counted


class AcknowledgementOutput(msgspec.Struct, frozen=True, kw_only=True):
    """An acknowledgement as `--list --json` gives it; `open` once its text has changed."""

    rule: str
    where: str
    reason: str
    name: str
    time: str
    open: bool


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    parser = add_verb(
        verbs, "acknowledge", "nimmt eine Warnung oder einen Hinweis zur Kenntnis", _acknowledge
    )
    parser.add_argument("plan", type=Path, metavar="DATEI.lpd")
    parser.add_argument("--rule", metavar="REGEL", help="Regel des Befunds, siehe lpd check")
    parser.add_argument(
        "--at", metavar="ADRESSE", help="Adresse des Befunds („where“ in lpd check --json)"
    )
    parser.add_argument("--quote", metavar="TEXT", help="die Wörter, bei mehreren Befunden dort")
    parser.add_argument("--reason", metavar="TEXT", help="warum der Befund so bleiben kann")
    parser.add_argument("--name", default="", metavar="NAME", help="wer das entscheidet")
    parser.add_argument("--previous", type=Path, metavar="PLAN", help="Plan des Vorjahres")
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--list", action="store_true", help="nennt, was zur Kenntnis genommen ist")
    action.add_argument("--withdraw", action="store_true", help="macht den Befund wieder offen")
    add_json(parser)


def _acknowledge(options: argparse.Namespace, console: Console) -> int:
    if options.list:
        return _list(load_lpd(options.plan), options, console)
    if not options.rule or options.at is None:
        message = "Bitte nennen Sie den Befund mit --rule und --at, oder verlangen Sie --list."
        raise UsageError(message)
    with changing(options.plan) as plan:
        require_draft(plan.file)
        return (_withdraw if options.withdraw else _accept)(plan, options, console)


def _check(
    file: LpdFile, options: argparse.Namespace
) -> tuple[list[Finding], list[AcceptedFinding]]:
    previous = read_plan(options.previous).plan if options.previous else None
    return check_all(file.plan, file.work, file.form, previous)


def _accept(plan: PlanInFile, options: argparse.Namespace, console: Console) -> int:
    remaining, accepted = _check(plan.file, options)
    finding = _the_one(remaining, options)
    if finding is None:
        console.say(_missing(options, [each.finding for each in accepted]))
        return CONTENT
    after = acknowledge(
        plan.file, finding, reason=options.reason or "", name=options.name, time=utc_now()
    )
    plan.save(after)
    console.say(f"Zur Kenntnis genommen: {finding.rule} · {finding.place}.")
    return DONE


def _missing(options: argparse.Namespace, accepted: list[Finding]) -> str:
    if any(_is_meant(finding, options) for finding in accepted):
        return f"{options.rule} bei „{options.at}“ ist schon zur Kenntnis genommen."
    return f"Einen Befund {options.rule} gibt es bei „{options.at}“ nicht."


def _the_one(findings: list[Finding], options: argparse.Namespace) -> Finding | None:
    """The finding that the call means; findings at the address itself come before its blocks.

    Raises:
        UsageError: several findings differ in their words, and none is named.
    """
    meant = [finding for finding in findings if _is_meant(finding, options)]
    exact = [finding for finding in meant if finding.where == options.at]
    meant = exact or meant
    if len({(finding.where, finding.quote) for finding in meant}) > 1:
        quotes = ", ".join(f"{finding.where} „{finding.quote}“" for finding in meant[:5])
        message = f"Dort gibt es mehrere; nennen Sie einen mit --at und --quote: {quotes}."
        raise UsageError(message)
    return meant[0] if meant else None


def _is_meant(finding: Finding, options: argparse.Namespace) -> bool:
    if finding.rule != options.rule or options.quote not in (None, finding.quote):
        return False
    return options.at in (finding.where, str(Address.parse(finding.where).field))


def _withdraw(plan: PlanInFile, options: argparse.Namespace, console: Console) -> int:
    file = plan.file
    _remaining, accepted = _check(file, options)
    current = [each.note for each in accepted if _is_meant(each.finding, options)]
    outdated = [
        note
        for note in _outdated(file.work.acknowledged, accepted)
        if (note.rule, note.where) == (options.rule, options.at) and options.quote is None
    ]
    notes = current or outdated
    if not notes:
        console.say(f"{options.rule} bei „{options.at}“ ist nicht zur Kenntnis genommen.")
        return CONTENT
    for note in notes:
        file = withdraw_acknowledgement(file, note)
    plan.save(file)
    console.say(f"{counted(len(notes), 'Befund ist', 'Befunde sind')} wieder offen.")
    return DONE


def _outdated(
    notes: tuple[Acknowledgement, ...], accepted: list[AcceptedFinding]
) -> list[Acknowledgement]:
    """Notes that hold no longer, because their text has changed."""
    valid = [each.note for each in accepted]
    return [note for note in notes if note not in valid]


def _list(file: LpdFile, options: argparse.Namespace, console: Console) -> int:
    _remaining, accepted = _check(file, options)
    outdated = _outdated(file.work.acknowledged, accepted)
    notes = [_as_output(note, is_open=note in outdated) for note in file.work.acknowledged]
    if options.json:
        console.json(notes)
        return DONE
    for note in notes:
        by = f" ({note.name})" if note.name else ""
        state = " – gilt nicht mehr, der Text ist geändert" if note.open else ""
        console.data(f"{note.rule} · {note.where}: {note.reason}{by}{state}")
    console.say(f"{counted(len(notes), 'Befund', 'Befunde')} zur Kenntnis genommen.")
    return DONE


def _as_output(note: Acknowledgement, *, is_open: bool) -> AcknowledgementOutput:
    return AcknowledgementOutput(
        rule=note.rule,
        where=note.where,
        reason=note.reason,
        name=note.name,
        time=note.time,
        open=is_open,
    )
