"""`lpd log`: what a plan went through, and whether that was changed afterwards."""

from __future__ import annotations

import argparse

import msgspec

from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    Verbs,
    add_json,
    add_plan,
    add_verb,
    read_plan,
)
from lpd_desktop.commands.broken_approval import tell_fault
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.log_chain import broken_link, chain_head, life_entries
from lpd_desktop.plan.work import LogEntry
from lpd_desktop.release.consistency import log_fault
from lpd_desktop.release.states import EVENT_NAMES
from lpd_desktop.runtime.german import counted, german_time

_WHOLE = (
    "Die Historie ist in sich schlüssig. Ihre Kette zeigt, was versehentlich oder von Hand "
    "geändert wurde; wer alle Glieder neu berechnet, fällt erst gegen ein freigegebenes PDF auf."
)
_NO_CHAIN = "Die Historie stammt aus einer älteren Version und hat noch keine Kette."
_NO_LOG = "Es gibt noch keine Historie: Der Plan war bisher nur Entwurf."
_FROM_PDF = (
    "Es gibt keine Historie: Der Plan stammt aus einem PDF, und darin ist sie nicht enthalten."
)


class EntryOutput(msgspec.Struct, frozen=True, kw_only=True):
    """One event; `number` counts from 1, `what` is the event in German."""

    number: int
    time: str
    event: str
    what: str
    state: str
    name: str
    role: str
    account: str
    note: str
    detail: str
    seal: str
    chain: str


class LogOutput(msgspec.Struct, frozen=True, kw_only=True):
    """What `lpd log --json` prints.

    Attributes:
        whole: Whether nothing speaks for a change.
        fault: What is wrong, in German.
        broken_at: Number of the entry at which the chain is broken, null for none.
        head: The last link of the chain.
    """

    whole: bool
    fault: str
    broken_at: int | None
    head: str
    entries: tuple[EntryOutput, ...]


def register(verbs: Verbs) -> None:
    """Adds the verb of this group."""
    parser = add_verb(verbs, "log", "nennt die Historie eines Plans", _log)
    add_plan(parser)
    parser.add_argument(
        "--verify", action="store_true", help="prüft, ob die Historie verändert wurde"
    )
    add_json(parser)


def _log(options: argparse.Namespace, console: Console) -> int:
    file = read_plan(options.plan)
    output = log_output(file)
    if options.json:
        console.json(output)
    else:
        for entry in output.entries:
            console.data(_line(entry))
    if options.verify or output.fault:
        console.say(output.fault or _why_whole(output, file))
    if output.fault:
        return CONTENT if options.verify else DONE
    return tell_fault(file, console)


def _why_whole(output: LogOutput, file: LpdFile) -> str:
    if not output.entries:
        return _NO_LOG if file.release is None else _FROM_PDF
    return f"{counted(len(output.entries), 'Eintrag', 'Einträge')}. " + (
        _WHOLE if output.head else _NO_CHAIN
    )


def log_output(file: LpdFile) -> LogOutput:
    """The log of a plan, for programs."""
    log, fault = file.work.log, log_fault(file)
    place = broken_link(log)
    broken = None if place is None else max(1, len(list(life_entries(log[: place + 1]))))
    entries = tuple(_entry(*each) for each in enumerate(life_entries(log), 1))
    return LogOutput(
        whole=not fault, fault=fault, broken_at=broken, head=chain_head(log), entries=entries
    )


def _entry(number: int, entry: LogEntry) -> EntryOutput:
    return EntryOutput(
        number=number,
        time=entry.time,
        event=entry.event,
        what=EVENT_NAMES.get(entry.event, entry.event),
        state=entry.state,
        name=entry.name,
        role=entry.role,
        account=entry.account,
        note=entry.note,
        detail=entry.detail,
        seal=entry.seal,
        chain=entry.chain,
    )


def _line(entry: EntryOutput) -> str:
    """`3  08.11.2022, 10:30  freigegeben – A. Probe, Leitung (Konto probe): Notiz`."""
    who = ", ".join(part for part in (entry.name, entry.role) if part)
    account = f"Konto {entry.account}" if entry.account else ""
    by = f"{who} ({account})" if who and account else who or account
    about = entry.note or ("" if entry.seal else entry.detail)
    told = " – ".join(part for part in (entry.what, by, about) if part)
    return f"{entry.number}  {german_time(entry.time)}  {told}"
