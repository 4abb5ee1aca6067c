"""Correcting way and day of a hand-over; what was recorded first stays to be seen."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.plan.file import read_lpd
from lpd_desktop.plan.work import Release
from lpd_desktop.release.states import Actor, ActorMissingError
from lpd_desktop.release.submitting import require_possible_day
from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.runtime.german import local_time
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.submission_entries import (
    WAY_NAMES,
    Correction,
    DayNote,
    Submission,
    WayNote,
)


class SameEntryError(NotAllowedError):
    """The register says so already."""


class NotRecordedError(NotAllowedError):
    """There is no day to correct: the hand-over is not recorded."""


def correct(store: DraftStore, submission: str, told: Correction, actor: Actor) -> Submission:
    """Notes way and day as they were, with who says so; gives the entry as it is then.

    Raises:
        SameEntryError: the register names this way and day already.
        NotRecordedError: a day for a hand-over that is not recorded.
        ImpossibleDayError: the day is to come, or before the approval.
        ActorMissingError: name or function is missing.
        StoreError: there is none of this id.
    """
    entry = store.submissions.of(submission)
    _require_new(entry, told)
    if not actor.name.strip() or not actor.role.strip():
        message = "Zur Berichtigung gehören Name und Funktion; bitte ergänzen Sie sie."
        raise ActorMissingError(message)
    if told.day:
        _require_day(store, entry, told.day)
    store.submissions.correct(submission, *_notes(entry, told, actor))
    return store.submissions.of(submission)


def told_corrections(entry: Submission) -> tuple[str, ...]:
    """Each correction as a German sentence: from what to what, by whom, when; the oldest first."""
    ways, days = list(entry.way_notes), list(entry.day_notes)
    told, way, day = [], entry.planned.way, entry.step_time
    for note in entry.notes:
        if note.kind == "way":
            each = ways.pop(0)
            changed = f"„{WAY_NAMES[each.way]}“ statt „{WAY_NAMES[way]}“"
            told.append(_told("Weg", each, changed))
            way = each.way
        elif note.kind == "day":
            later = days.pop(0)
            told.append(_told("Tag", later, f"„{local_time(later.day)}“ statt „{local_time(day)}“"))
            day = later.day
    return tuple(told)


def _told(what: str, note: WayNote | DayNote, changed: str) -> str:
    by = f" von {note.name} ({note.role})" if note.name else ""
    return f"{what} berichtigt am {local_time(note.time)}{by}: {changed}."


def _require_new(entry: Submission, told: Correction) -> None:
    if not told.changes(entry):
        way, day = WAY_NAMES[entry.way], local_time(entry.sent)
        message = f"Im Verzeichnis steht schon „{way}“, {day}; es ist nichts geändert."
        raise SameEntryError(message)


def _require_day(store: DraftStore, entry: Submission, day: str) -> None:
    if entry.step != "recorded":
        message = (
            "Diese Übergabe ist nicht als eingereicht festgehalten; den Tag nennen Sie, wenn Sie "
            "sie festhalten."
        )
        raise NotRecordedError(message)
    require_possible_day(next(_releases(store, entry), None), day)


def _releases(store: DraftStore, entry: Submission) -> Iterator[Release]:
    """The approval that was handed over; a draft that cannot be read names none."""
    try:
        known = [store.load(entry.draft), *map(read_lpd, _kept(store, entry))]
    except LpdError:
        return
    for file in known:
        if file.release is not None and file.release.seal == entry.planned.seal:
            yield file.release


def _kept(store: DraftStore, entry: Submission) -> list[bytes]:
    return [each.lpd for each in store.releases(entry.draft) if each.seal == entry.planned.seal]


def _notes(entry: Submission, told: Correction, actor: Actor) -> Iterator[WayNote | DayNote]:
    """One for each that is other than the register says."""
    who = (actor.name.strip(), actor.role.strip(), actor.account)
    if told.way is not None and told.way != entry.way:
        yield WayNote(told.way, *who)
    if told.day and told.day != entry.sent_day:
        yield DayNote(told.day, *who)
