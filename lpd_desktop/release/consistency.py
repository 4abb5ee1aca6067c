"""Whether state, release and log of a plan say the same.

The seal covers form and plan alone. Names, place, day, version and list of changes of an approval
stand in the log as well, which is a chain; here both are compared. Nothing of this needs a secret:
whoever computes the chain anew is not found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile, seal_digest
from lpd_desktop.plan.log_chain import chain_fault, life_entries, logged_state, state_fault
from lpd_desktop.plan.work import STATE_NAMES, LogEntry, Release, State
from lpd_desktop.release.approval import (
    APPROVABLE,
    APPROVED,
    next_version,
    replaced_seal,
    told_approval,
)
from lpd_desktop.runtime.errors import NotAllowedError

_AFTER_APPROVAL: tuple[State, ...] = ("approved", "submitted", "returned")


class ContradictionError(NotAllowedError):
    """Release and log of a plan do not say the same."""


def log_fault(file: LpdFile) -> str:
    """What is wrong with the log, or between it, state and release; empty for nothing."""
    return chain_fault(file) or release_fault(file) or lost_log(file)


def lost_log(file: LpdFile) -> str:
    """A draft of a later version began with an entry about the return of the one before."""
    is_later = file.release is None and file.work.replaced is not None
    return _NO_LOG_OF_NEXT if is_later and not any(life_entries(file.work.log)) else ""


def lacks_release(file: LpdFile) -> bool:
    """Whether the plan says that it was approved, but not by whom."""
    return file.release is None and file.work.state in _AFTER_APPROVAL


def release_fault(file: LpdFile) -> str:
    """Where the release contradicts state or log, in one German sentence; empty for nothing.

    A plan that was read from a PDF has no log; nothing is compared then.
    """
    release, state = file.release, STATE_NAMES[file.work.state]
    if release is None:
        missing = f"Zustand „{state}“, aber ohne Freigabe: Sie fehlt in der Datei."
        return missing if lacks_release(file) else ""
    if file.work.state in APPROVABLE:
        return f"Zustand „{state}“, aber mit einer Freigabe: Beides zugleich gibt es nicht."
    log = tuple(life_entries(file.work.log))
    if not log:
        return _MISSING_LOG if release.log_chain and not is_like_from_pdf(file) else ""
    end = next((at for at, each in enumerate(log, 1) if each.chain == release.log_chain), 0)
    if not end:
        return "" if _is_named_at_start(log, release) else _NOT_LOGGED
    return _fault_against(file, release, log[:end])


def seal_fault(file: LpdFile) -> str:
    """Whether form and plan do not fit the seal of the approval; empty where they do."""
    if file.release is None or seal_digest(file) == file.release.seal:
        return ""
    return BROKEN_SEAL


def contradiction(file: LpdFile) -> str:
    """Where state, release and log of an approved plan do not say the same; empty for nowhere."""
    fault = release_fault(file)
    is_approved = {file.work.state, logged_state(file)} & set(_AFTER_APPROVAL)
    return fault or (state_fault(file) if is_approved else "")


def standing_fault(file: LpdFile) -> str:
    """Why an approval does not count, by seal or log, in one German sentence; empty where it does.

    A chain that is broken elsewhere says nothing against the approval; see `log_fault`.
    """
    return seal_fault(file) or contradiction(file)


def way_out(file: LpdFile) -> str:
    """What to do with a plan that is not what it says, in one German sentence."""
    return _WITHDRAW if file.work.state == "approved" else _TAKE_ANEW


def require_consistent(file: LpdFile) -> None:
    """Refuses a plan whose state, release and log contradict each other.

    Raises:
        ContradictionError: they do.
    """
    fault = contradiction(file)
    if fault:
        raise ContradictionError(f"{fault} {way_out(file)}")


def is_like_from_pdf(file: LpdFile) -> bool:
    """Whether the work holds no more than what begins after a plan was read from a PDF."""
    work = file.work
    kept = changed(
        work, state="draft", log=(), remarks=(), dates=(), ignored_words=(), acknowledged=()
    )
    return work.state == "approved" and kept == type(work)()


_MISSING_LOG = "Die Historie fehlt, obwohl die Freigabe eines ihrer Glieder nennt."
_NO_LOG_OF_NEXT = (
    "Die Historie fehlt, obwohl die Datei eine ersetzte Fassung nennt: Sie begann mit deren "
    "Rückgabe."
)
_NOT_LOGGED = "Die Freigabe in der Datei steht nicht in der Historie."
BROKEN_SEAL = "Die Daten passen nicht zu ihrem Siegel: Sie wurden nach der Freigabe verändert."
_WITHDRAW = (
    "Vergleichen Sie die Datei mit dem freigegebenen PDF, oder nehmen Sie die Freigabe zurück und "
    "geben Sie neu frei."
)
_TAKE_ANEW = (
    "Nehmen Sie den Plan aus dem freigegebenen PDF (im Fenster: das PDF öffnen; auf der "
    "Befehlszeile: „lpd extract“); es enthält ihn, wie er freigegeben wurde."
)


def _is_named_at_start(log: Sequence[LogEntry], release: Release) -> bool:
    """Whether the log begins with this release, as it does when the plan came out of a PDF."""
    first = log[0]
    return (first.detail, first.seal) == (release.log_chain, release.seal)


def _fault_against(file: LpdFile, release: Release, log: Sequence[LogEntry]) -> str:
    """What differs between the release and the log up to it."""
    own = _last_approval(log)
    if not own:
        return _NOT_LOGGED
    told = tuple((each.name, each.role) for each in release.signatories)
    logged = tuple((each.name, each.role) for each in own)
    if told != logged:
        return f"Die Freigabe nennt {_names(told)}, die Historie {_names(logged)}."
    if any(each.seal != release.seal for each in own):
        return "Die Freigabe nennt ein anderes Siegel als die Historie."
    before = replace(file, work=changed(file.work, log=tuple(log)))
    if release.version != next_version(before):
        return (
            f"Die Freigabe nennt Fassung {release.version}; nach der Historie ist es "
            f"Fassung {next_version(before)}."
        )
    if release.replaces != replaced_seal(before):
        return "Die Freigabe nennt eine andere ersetzte Fassung als die Historie."
    if any(each.detail not in ("", told_approval(release)) for each in own):
        return f"Die Freigabe nennt „{told_approval(release)}“, die Historie „{own[0].detail}“."
    return ""


def _last_approval(log: Sequence[LogEntry]) -> tuple[LogEntry, ...]:
    """The entries of those who approved together, at the end of a log."""
    start = len(log)
    while start and log[start - 1].event == APPROVED:
        start -= 1
    return tuple(log[start:])


def _names(people: Sequence[tuple[str, str]]) -> str:
    return "; ".join(f"{name}, {role}" for name, role in people) or "niemanden"
