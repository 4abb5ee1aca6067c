"""Correcting on which way a document was handed over; what was recorded first stays to be seen."""

from __future__ import annotations

from lpd_desktop.release.states import Actor, ActorMissingError
from lpd_desktop.runtime.errors import NotAllowedError
from lpd_desktop.runtime.german import local_time
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.submission_entries import WAY_NAMES, Submission, Way, WayNote


class SameWayError(NotAllowedError):
    """The register says so already."""


def correct_way(store: DraftStore, submission: str, way: Way, actor: Actor) -> Submission:
    """Notes the way as it was, with who says so; gives the entry as it is then.

    Raises:
        SameWayError: it is the way that the register names.
        ActorMissingError: name or function is missing.
        StoreError: there is none of this id.
    """
    entry = store.submissions.of(submission)
    if entry.way == way:
        message = f"Als Weg steht im Verzeichnis schon „{WAY_NAMES[way]}“; es ist nichts geändert."
        raise SameWayError(message)
    if not actor.name.strip() or not actor.role.strip():
        message = "Zur Berichtigung gehören Name und Funktion; bitte ergänzen Sie sie."
        raise ActorMissingError(message)
    note = WayNote(way, actor.name.strip(), actor.role.strip(), actor.account)
    store.submissions.correct_way(submission, note)
    return store.submissions.of(submission)


def told_correction(entry: Submission, index: int) -> str:
    """One correction as a German sentence: from what to what, by whom, when."""
    note = entry.way_notes[index]
    before = entry.way_notes[index - 1].way if index else entry.planned.way
    by = f" von {note.name} ({note.role})" if note.name else ""
    return (
        f"Weg berichtigt am {local_time(note.time)}{by}: „{WAY_NAMES[note.way]}“ statt "
        f"„{WAY_NAMES[before]}“."
    )
