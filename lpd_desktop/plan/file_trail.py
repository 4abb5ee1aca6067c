"""Through which states a plan went on its way from file to file.

A `.lpd` file carries the digests of the states it was in when it was written or read before, so
that a copy that comes back tells by itself what it goes on from. Clocks and names of files say
nothing about that. The digests stand in the log of the work and are never published.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.work import LogEntry

STATE_EVENT = "file_state"
"""The log entry whose detail is the digest of an earlier state."""

STATES_AT_MOST = 100
"""So many states back a copy is recognised; each takes a line of the file."""

_DIGITS = 32
_NOT_WRITTEN = frozenset({"log", "editors"})


@dataclass(frozen=True)
class Trail:
    """The states of one copy, each by its digest.

    Attributes:
        earlier: The states that were read or written before, the oldest first.
        state: The present one.
    """

    earlier: tuple[str, ...]
    state: str

    @property
    def whole(self) -> tuple[str, ...]:
        """All states in their order, the present one last."""
        return _without_repeats((*self.earlier, self.state))


def state_of(file: LpdFile) -> str:
    """The digest of all that somebody wrote: form, plan, work and release.

    The log and the editors are left out. It does not depend on how a file spells the same data,
    nor on parts that are empty.
    """
    work = {
        name: part
        for name, part in msgspec.to_builtins(file.work).items()
        if part and name not in _NOT_WRITTEN
    }
    release = msgspec.to_builtins(file.release)
    raw = [msgspec.to_builtins(file.form), msgspec.to_builtins(file.plan), work, release]
    return hashlib.sha256(_bytes_of(raw)).hexdigest()[:_DIGITS]


def _bytes_of(raw: Any) -> bytes:
    """Letters beyond ASCII are escaped, so half a surrogate pair is no obstacle."""
    return json.dumps(raw, sort_keys=True, separators=(",", ":")).encode("ascii")


def trail_of(file: LpdFile, noted: Sequence[str] = ()) -> Trail:
    """The trail of a plan.

    Args:
        file: The plan; its log names the states that came with its file.
        noted: States in which this draft was read or written since, the oldest first.
    """
    logged = [entry.detail for entry in file.work.log if entry.event == STATE_EVENT]
    return Trail(_joined(logged, noted)[-STATES_AT_MOST:], state_of(file))


def _joined(logged: Sequence[str], noted: Sequence[str]) -> tuple[str, ...]:
    """Both, without the beginning of `noted` that the file knows already."""
    known = iter(logged)
    new = next((at for at, state in enumerate(noted) if state not in known), len(noted))
    return _without_repeats((*logged, *noted[new:]))


def _without_repeats(states: Sequence[str]) -> tuple[str, ...]:
    return tuple(state for at, state in enumerate(states) if at == 0 or state != states[at - 1])


def with_trail(file: LpdFile, earlier: Iterable[str], time: str) -> LpdFile:
    """The plan as it goes into a file: its log names the states before the present one.

    A plan that never was in another state stays as it is, to the byte.

    Args:
        file: The plan.
        earlier: The states, the oldest first.
        time: ISO time in UTC of states that the log does not name yet.
    """
    logged = [entry for entry in file.work.log if entry.event == STATE_EVENT]
    states = list(earlier)
    while states and states[-1] == state_of(file):
        states.pop()
    if states == [entry.detail for entry in logged]:
        return file
    old = {entry.detail: entry for entry in logged}
    rest = (entry for entry in file.work.log if entry.event != STATE_EVENT)
    entries = (
        old.get(state) or LogEntry(time=time, event=STATE_EVENT, detail=state) for state in states
    )
    return replace(file, work=changed(file.work, log=(*rest, *entries)))
