"""Handing over a draft of the store: check, package, register, in this order. No Qt.

Each step is in the store before the next one begins. What a killed process leaves is taken up by
the same call again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.editing.package_recipe import recipe_of
from lpd_desktop.plan.file import LpdFile, read_lpd
from lpd_desktop.plan.work import Release, Work
from lpd_desktop.release.acceptance import Accepted, accepted
from lpd_desktop.release.changes import replaced_file
from lpd_desktop.release.hand_over_texts import HandOverTexts
from lpd_desktop.release.package import Extras, Package, package_of
from lpd_desktop.release.package_folder import WrittenPackage, missing_files, write_package
from lpd_desktop.release.states import Actor
from lpd_desktop.release.submitting import (
    require_approved,
    require_possible_day,
    require_same_plan,
    submitted,
)
from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.runtime.progress import JobCancelled, Progress
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.releases import StoredRelease
from lpd_desktop.store.submission_entries import STEP_NAMES, Planned, Way

_INTERRUPTED = "Die Übergabe war schon {step} und dann unterbrochen worden; sie geht jetzt weiter."
_SUBMITTED_MEANWHILE = (
    "Dieser Plan ist inzwischen von einem anderen Fenster oder Aufruf als eingereicht "
    "festgehalten; es ist nichts geschrieben. Bitte sehen Sie im Verzeichnis der Einreichungen "
    "nach."
)


@dataclass(frozen=True)
class HandOver:
    """What is wanted.

    Attributes:
        folder: New or empty; the package is put there.
        changes: With the document of changes where the plan replaces a version that is at hand.
        again: Also where the plan is submitted already. Who saw it approved and wants to submit it
            is told if somebody else was faster.
    """

    folder: Path
    texts: HandOverTexts
    way: Way = "mail"
    publishing: bool = False
    changes: bool = True
    again: bool = True


@dataclass(frozen=True)
class Prepared:
    """A package that lies in its folder.

    Attributes:
        submission: The id of its entry in the register.
        interrupted: German sentence on the step in which an earlier call ended; empty for none.
    """

    submission: str
    package: Package
    written: WrittenPackage
    interrupted: str


@dataclass(frozen=True)
class HandedOver:
    """A package, and what was recorded of it.

    Attributes:
        file: The submitted plan; None where it could not be recorded.
        trouble: Why not, in German.
    """

    prepared: Prepared
    file: LpdFile | None
    trouble: str = ""


class SubmittedMeanwhileError(NotAllowedError):
    """Somebody else has submitted the plan since it was looked at."""


def draft_package(
    store: DraftStore, draft: str, wanted: HandOver, progress: Progress | None = None
) -> Package:
    """The package of a draft after full verification; nothing is written.

    Raises:
        NotAllowedError: the plan is not approved, or submitted meanwhile; its document is not
            whole.
        TemplateError: rule, subject or text of the office cannot be filled in.
        StoreError: the draft is unknown or damaged.
    """
    tell = progress or Progress()
    tell.step(5, "Der Entwurf wird gelesen")
    file = store.load(draft)
    require_approved(file)
    if file.work.state == "submitted" and not wanted.again:
        raise SubmittedMeanwhileError(_SUBMITTED_MEANWHILE)
    tell.step(15, "Das PDF wird geprüft")
    document = document_of(store, draft, file)
    tell.step(40, "Das Paket wird zusammengestellt")
    replaced = None
    if wanted.changes:
        replaced = replaced_version(file.work, document.release, store.releases(draft))
    return package_of(document, wanted.texts, Extras(wanted.publishing, replaced), tell)


def document_of(store: DraftStore, draft: str, file: LpdFile) -> Accepted:
    """The approved document of a draft, verified.

    Raises:
        NotAllowedError: it is not whole, or of another approval.
    """
    document = accepted(_pdf_of(file, store.releases(draft)))
    require_same_plan(file, document)
    return document


def prepare(
    store: DraftStore, draft: str, wanted: HandOver, progress: Progress | None = None
) -> Prepared:
    """Verifies, notes the hand-over as begun and puts the package into its folder.

    The same call again takes up what was interrupted; the same package changes nothing.

    Raises:
        HandOverBusyError: another process hands this plan over just now.
        LpdError: as `draft_package`; the folder holds something else or cannot be written.
    """
    with store.submissions.alone(store.summary(draft).plan_id):
        return _prepared(store, draft, wanted, progress or Progress())


def hand_over(
    store: DraftStore,
    draft: str,
    wanted: HandOver,
    actor: Actor,
    time: str,
    *,
    progress: Progress | None = None,
) -> HandedOver:
    """Prepares the package and records it; nobody else hands the plan over in between.

    Args:
        store: Where the draft is.
        draft: Its id.
        wanted: What is wanted.
        actor: Who hands it over.
        time: ISO time in UTC, for the log.
        progress: Is told how far it is.

    Raises:
        LpdError: see `prepare`. What keeps it from being recorded is told in the result: the
            package lies there all the same.
    """
    with store.submissions.alone(store.summary(draft).plan_id):
        prepared = _prepared(store, draft, wanted, progress or Progress())
        try:
            return HandedOver(
                prepared, record_prepared(store, draft, prepared.submission, actor, time)
            )
        except LpdError as error:
            return HandedOver(prepared, None, str(error))


def _prepared(store: DraftStore, draft: str, wanted: HandOver, tell: Progress) -> Prepared:
    package = draft_package(store, draft, wanted, tell)
    missing_files(wanted.folder.absolute(), package.files)
    tell.step(80, "Die Dateien werden geschrieben")
    recipe = recipe_of(package, publishing=wanted.publishing, changes=wanted.changes)
    taken_up = store.submissions.take_up(draft, _planned(package, wanted), recipe.as_text())
    submission, step = taken_up
    try:
        written = write_package(wanted.folder, package)
    except (LpdError, JobCancelled):
        with suppress(LpdError):
            store.submissions.abandon(submission)
        raise
    store.submissions.written(submission)
    store.submissions.words.keep(draft, "")
    tell.step(100, "Das Paket liegt bereit")
    told = _INTERRUPTED.format(step=STEP_NAMES[step]) if step else written.interrupted
    return Prepared(submission, package, written, told)


def record(
    store: DraftStore,
    draft: str,
    submission: str,
    actor: Actor | None,
    time: str,
    *,
    sent: str = "",
) -> LpdFile:
    """Records that the package was handed over; gives the submitted plan.

    Args:
        store: Where the draft is.
        draft: Its id.
        submission: The entry of the register.
        actor: Who handed it over; None for the one who approved.
        time: ISO time in UTC, for the log.
        sent: The day on which it was sent, for the register; empty for now.

    Raises:
        WrongStateError: the approval was withdrawn meanwhile.
        ActorMissingError: name or function is missing.
        ChangedElsewhereError: the draft was saved by another window meanwhile.
        HandOverBusyError: another process hands this plan over just now.
        HandOverEndedError: this hand-over is recorded already, or was given up.
        ImpossibleDayError: the day is to come, or before the approval.
    """
    with store.submissions.alone(store.summary(draft).plan_id):
        return record_prepared(store, draft, submission, actor, time, sent=sent)


def record_prepared(
    store: DraftStore,
    draft: str,
    submission: str,
    actor: Actor | None,
    time: str,
    *,
    sent: str = "",
) -> LpdFile:
    """As `record`, for who holds the plan alone already."""
    revision = store.summary(draft).revision
    file = submitted(store.load(draft), actor, time)
    require_possible_day(file.release, sent)
    store.submissions.record(submission, file, expected_revision=revision, time=sent)
    return file


def _planned(package: Package, wanted: HandOver) -> Planned:
    release = package.document.release
    return Planned(
        version=release.version,
        seal=release.seal,
        file_name=package.name,
        sha256=package.sha256,
        recipient=package.letter.recipient,
        way=wanted.way,
        folder=str(wanted.folder.absolute()),
    )


def _pdf_of(file: LpdFile, releases: Sequence[StoredRelease]) -> bytes:
    """The document as it was approved; rendered anew only where it was not kept."""
    seal = file.release.seal if file.release is not None else ""
    kept = [each for each in releases if each.seal == seal and each.pdf]
    if kept and read_lpd(kept[-1].lpd).release == file.release:
        return kept[-1].pdf
    from lpd_desktop.pdf.rendering import render_plan

    return render_plan(file, draft=False).data


def kept_document(releases: Sequence[StoredRelease], sha256: str) -> bytes:
    """The document with this digest among the kept ones; empty for none."""
    found = (each.pdf for each in releases if hashlib.sha256(each.pdf).hexdigest() == sha256)
    return next(found, b"")


def replaced_version(
    work: Work, release: Release, releases: Sequence[StoredRelease]
) -> LpdFile | None:
    """The version that a release replaces, out of the work of its plan or of the kept releases."""
    if not release.replaces:
        return None
    known = replaced_file(work)
    if known is not None and known.release is not None and known.release.seal == release.replaces:
        return known
    return next((read_lpd(each.lpd) for each in releases if each.seal == release.replaces), None)
