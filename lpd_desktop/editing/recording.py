"""Recording that a plan was handed over: of a draft in the store, of a file, of a PDF. No Qt."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from lpd_desktop.editing.handing_over import document_of, record_prepared
from lpd_desktop.plan.file import LpdFile, read_lpd
from lpd_desktop.release.acceptance import Accepted, accepted
from lpd_desktop.release.approval import SUBMITTED
from lpd_desktop.release.consistency import standing_fault
from lpd_desktop.release.file_names import DEFAULT_RULE, file_name
from lpd_desktop.release.states import Actor
from lpd_desktop.release.submitting import require_approved, require_possible_day, submitted
from lpd_desktop.runtime.errors import NotAllowedError
from lpd_desktop.runtime.german import enumerate_german, local_time
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.submission_entries import (
    STEP_NAMES,
    WAY_NAMES,
    Planned,
    Submission,
    Way,
    WayNote,
)

_KNOWN = "Diese Fassung steht schon als eingereicht im Verzeichnis; es ist nichts geändert."
_KNOWN_OTHERWISE = (
    "Diese Fassung steht schon als eingereicht im Verzeichnis ({standing}), mit {other} als jetzt "
    "genannt; es ist nichts geändert. Tag und Weg berichtigen Sie mit „lpd submissions correct "
    "{submission}“ und --date oder --way; der frühere Eintrag bleibt zu sehen."
)

_STORED_OTHERWISE = (
    "Nicht an der genannten Datei liegt es, sondern am Entwurf {draft}, der zu derselben Freigabe "
    "im Speicher liegt: {fault} Legen Sie ihn mit „lpd drafts trash {draft}“ in den Papierkorb und "
    "rufen Sie noch einmal auf; er wird dann aus der Datei neu angelegt."
)


class SubmissionDoneError(NotAllowedError):
    """A hand-over that is recorded cannot be given up."""


class RecordedOtherwiseError(NotAllowedError):
    """The register tells this hand-over otherwise, and a second record changes nothing."""


class StoredOtherwiseError(NotAllowedError):
    """The store holds a draft of the same approval that was changed since."""


@dataclass(frozen=True)
class Recorded:
    """What is told of a hand-over.

    Attributes:
        actor: Who did it; None for the one who approved.
        time: ISO time in UTC.
        recipient: Empty for that of the form.
        day: ISO date of the hand-over; empty for the time in the log, else for `time`.
    """

    actor: Actor | None
    time: str
    recipient: str = ""
    way: Way = "unknown"
    day: str = ""


@dataclass(frozen=True)
class RecordedAs:
    """The entry of the register, and a German sentence on what was done."""

    submission: str
    sentence: str


@dataclass(frozen=True)
class _Stored:
    """A draft as it was read, and the revision at most of that reading."""

    draft: str
    revision: int
    file: LpdFile

    @classmethod
    def of(cls, store: DraftStore, draft: str) -> _Stored:
        return cls(draft, store.summary(draft).revision, store.load(draft))


def record_draft(store: DraftStore, draft: str, told: Recorded) -> RecordedAs:
    """Records a draft as submitted: its begun hand-over, or one that was done without a package.

    Raises:
        NotAllowedError: the draft is not approved, its document is not whole, or it is recorded
            already with another day, way or recipient.
        ImpossibleDayError: the day is to come, or before the approval.
        StoreError: there is none of this id, or another process hands this plan over just now.
    """
    with store.submissions.alone(store.summary(draft).plan_id):
        return _record_draft(store, draft, told)


def _record_draft(store: DraftStore, draft: str, told: Recorded) -> RecordedAs:
    stored = _Stored.of(store, draft)
    file = stored.file
    require_approved(file)
    require_possible_day(file.release, told.day)
    known = _known(store, stored, told)
    if known is not None:
        return known
    begun = store.submissions.unfinished(draft)
    seal = file.release.seal if file.release is not None else ""
    if begun is not None and begun.step == "written" and begun.planned.seal == seal:
        record_prepared(store, draft, begun.id, told.actor, told.time, sent=told.day)
        _note_way(store, begun, told)
        return RecordedAs(begun.id, "Die Übergabe ist als eingereicht festgehalten.")
    document = document_of(store, draft, file)
    name = file_name(DEFAULT_RULE, file)
    return _at_once(store, stored, _planned(document, name, told), told)


def record_file(store: DraftStore, name: str, data: bytes, told: Recorded) -> RecordedAs:
    """Records a plan in a file, or its PDF, as submitted; takes it into the store if need be.

    Args:
        store: Where the register is.
        name: Of the file.
        data: Its bytes.
        told: What is told of the hand-over.

    Raises:
        NotAllowedError: not approved, changed since, or not whole; or recorded already with
            another day, way or recipient.
        ImpossibleDayError: the day is to come, or before the approval.
        LpdError: no plan.
    """
    is_pdf = data.lstrip()[:5] == b"%PDF-"
    if is_pdf:
        document = accepted(data)
        file = document.file
    else:
        file = read_lpd(data)
        require_approved(file)
        document = _rendered(file)
        name = file_name(DEFAULT_RULE, file)
    require_possible_day(file.release, told.day)
    with store.submissions.alone(file.plan.id):
        return _record_document(store, name, document, file, told)


def _record_document(
    store: DraftStore, name: str, document: Accepted, file: LpdFile, told: Recorded
) -> RecordedAs:
    draft = _draft_of(store, file)
    if draft is None:
        draft = store.add(file)
        store.save_release(draft, file, document.pdf)
    stored = _Stored.of(store, draft)
    _require_whole(stored)
    known = _known(store, stored, told)
    return known or _at_once(store, stored, _planned(document, name, told), told)


def _require_whole(stored: _Stored) -> None:
    """The file or PDF is whole; it is the draft of the same approval that may not be."""
    fault = standing_fault(stored.file)
    if fault:
        raise StoredOtherwiseError(_STORED_OTHERWISE.format(draft=stored.draft, fault=fault))


def abandon(store: DraftStore, submission: str) -> None:
    """Gives up a hand-over that was begun.

    Raises:
        SubmissionDoneError: it is recorded, or given up already.
        StoreError: there is none of this id.
    """
    step = store.submissions.of(submission).step
    if step not in ("begun", "written"):
        message = f"Diese Übergabe ist schon {STEP_NAMES[step]}; aufgeben lässt sie sich nicht."
        raise SubmissionDoneError(message)
    store.submissions.abandon(submission)


def _rendered(file: LpdFile) -> Accepted:
    from lpd_desktop.pdf.rendering import render_plan

    return accepted(render_plan(file, draft=False).data)


def _draft_of(store: DraftStore, file: LpdFile) -> str | None:
    """The draft that holds this very approval."""
    for each in store.list_drafts():
        if each.plan_id == file.plan.id and each.version:
            stored = store.load(each.id)
            if stored.release == file.release and stored.work.state in ("approved", "submitted"):
                return each.id
    return None


def _note_way(store: DraftStore, begun: Submission, told: Recorded) -> None:
    """Another way than the one that was planned is told beside it."""
    if told.way not in ("unknown", begun.way):
        actor = told.actor or Actor("", "")
        note = WayNote(told.way, actor.name, actor.role, actor.account)
        store.submissions.correct(begun.id, note)


def _known(store: DraftStore, stored: _Stored, told: Recorded) -> RecordedAs | None:
    """The entry of this version, where it is recorded already.

    Raises:
        RecordedOtherwiseError: with another day, way or recipient.
    """
    draft, file = stored.draft, stored.file
    seal = file.release.seal if file.release is not None else ""
    for each in store.submissions.list(draft):
        is_it = (each.planned.seal, each.step) == (seal, "recorded")
        if is_it and file.work.state == "submitted":
            _require_as_told(each, told)
            return RecordedAs(each.id, _KNOWN)
    return None


def _require_as_told(entry: Submission, told: Recorded) -> None:
    recipient = told.recipient.strip()
    others = (
        ("einem anderen Tag", told.day not in ("", entry.sent_day)),
        ("einem anderen Weg", told.way not in ("unknown", entry.way)),
        ("einem anderen Empfänger", recipient not in ("", entry.planned.recipient)),
    )
    other = [what for what, is_other in others if is_other]
    if other:
        standing = f"{local_time(entry.sent)}, {WAY_NAMES[entry.way]}, {entry.planned.recipient}"
        message = _KNOWN_OTHERWISE.format(
            standing=standing, other=enumerate_german(other), submission=entry.id
        )
        raise RecordedOtherwiseError(message)


def _planned(document: Accepted, name: str, told: Recorded) -> Planned:
    release, form = document.release, document.file.form
    return Planned(
        version=release.version,
        seal=release.seal,
        file_name=name,
        sha256=hashlib.sha256(document.pdf).hexdigest(),
        recipient=told.recipient.strip() or form.text(form.recipient.name),
        way=told.way,
    )


def _at_once(store: DraftStore, stored: _Stored, planned: Planned, told: Recorded) -> RecordedAs:
    final = submitted(stored.file, told.actor, told.time)
    time = told.day or _logged_time(final) or told.time
    submission = store.submissions.record_at_once(
        stored.draft, planned, final, time, expected_revision=stored.revision
    )
    return RecordedAs(submission, f"„{planned.file_name}“ ist als eingereicht festgehalten.")


def _logged_time(file: LpdFile) -> str:
    """When the log says that this version was submitted; empty where it has no such entry."""
    seal = file.release.seal if file.release is not None else ""
    times = [each.time for each in file.work.log if (each.event, each.seal) == (SUBMITTED, seal)]
    return times[-1] if times else ""
