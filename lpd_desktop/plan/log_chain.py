"""The log of a plan as a chain: each entry carries a digest over all entries before it.

The chain has no secret. It shows what was changed by hand, by another program or by accident;
whoever computes all later links anew leaves no trace in the file itself. What stands outside the
file then disagrees: each release names the link at its approval, and its PDF lies with others.
Entries cut off at the end are noticed only against such a link, or by the state they led to.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.file_trail import STATE_EVENT
from lpd_desktop.plan.work import STATE_NAMES, LogEntry, State, Work

ELSEWHERE_EVENT = "log_elsewhere"
"""First entry of a plan that was taken out of a PDF: its detail is the link the release names."""

_OLD = "before the chain"
"""Keeps entries of older files apart, so that no link can be taken off them unnoticed."""


def appended(work: Work, entry: LogEntry) -> Work:
    """The work with one more entry in its log, linked to all before it.

    A log of an older file has no links: the first new entry is linked to all its entries.
    """
    linked = changed(entry, chain="")
    chain = _link(_last_link(work.log), linked)
    return changed(work, log=(*work.log, changed(linked, chain=chain)))


def chain_head(log: Sequence[LogEntry]) -> str:
    """The last link of the chain, empty where there is none yet."""
    return next((entry.chain for entry in reversed(log) if entry.chain), "")


def broken_link(log: Sequence[LogEntry]) -> int | None:
    """The index of the first entry that does not fit those before it, None for a whole chain.

    An entry of an older file that was changed shows at the first entry with a link.
    """
    digest, is_chained = "", False
    for place, entry in enumerate(log):
        if _is_beside(entry):
            if entry.chain or entry.state:
                return place
        elif entry.chain:
            digest, is_chained = _link(digest, entry), True
            if entry.chain != digest:
                return place
        elif is_chained or entry.state:
            return place
        else:
            digest = _link(digest, entry, kind=_OLD)
    return None


def chain_fault(file: LpdFile) -> str:
    """What is wrong with the log of a plan in one German sentence, empty for nothing.

    A plan out of a PDF has no log; nothing is said of it then.
    """
    log = file.work.log
    place = broken_link(log)
    if place is not None:
        entry = len([each for each in log[: place + 1] if not _is_beside(each)])
        return (
            f"Die Historie wurde verändert: Bei Eintrag {max(entry, 1)} passt sie nicht zu den "
            "Einträgen davor; dort oder davor wurde etwas geändert, entfernt oder eingefügt."
        )
    life = tuple(life_entries(log))
    links = {entry.chain for entry in life} | set(_links_elsewhere(life))
    if life and any(link not in links for link in _named_links(file)):
        return (
            "Der Historie fehlen Einträge: Das Glied, das die Freigabe nennt, steht nicht in ihr."
        )
    return state_fault(file)


def logged_state(file: LpdFile) -> State | Literal[""]:
    """The state in which the log ends; empty where it names none."""
    return next((entry.state for entry in reversed(file.work.log) if entry.state), "")


def life_entries(log: Iterable[LogEntry]) -> Iterator[LogEntry]:
    """The entries that tell the life of the plan, without those about copies in files."""
    return (entry for entry in log if not _is_beside(entry))


def state_fault(file: LpdFile) -> str:
    """Where the log ends in another state than the plan's, in one German sentence.

    Entries at the end may be cut off whole, but not without the state they led to.
    """
    logged = logged_state(file)
    if not logged or logged == file.work.state:
        return ""
    told = STATE_NAMES[file.work.state]
    return (
        f"Zustand und Historie passen nicht zusammen: Die Datei nennt „{told}“, "
        f"die Historie endet mit „{STATE_NAMES[logged]}“."
    )


def _named_links(file: LpdFile) -> Iterator[str]:
    """The links that releases name, of this version and of the replaced one."""
    for source in (file.release, file.work.replaced):
        if source is not None and source.log_chain:
            yield source.log_chain


def _links_elsewhere(log: Sequence[LogEntry]) -> Iterator[str]:
    return (entry.detail for entry in log[:1] if entry.event == ELSEWHERE_EVENT)


def _last_link(log: Sequence[LogEntry]) -> str:
    head = chain_head(log)
    if head:
        return head
    digest = ""
    for entry in life_entries(log):
        digest = _link(digest, entry, kind=_OLD)
    return digest


def _is_beside(entry: LogEntry) -> bool:
    """States of files are put in order anew with every file, so no chain goes over them."""
    return entry.event == STATE_EVENT


def _link(before: str, entry: LogEntry, *, kind: str = "") -> str:
    """SHA-256 over the link before and the entry; half characters are escaped, not refused."""
    raw = [kind, before, msgspec.to_builtins(changed(entry, chain=""))]
    text = json.dumps(raw, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
