"""Handing over a draft of the store: check, package, register, in this order. No Qt.

Each step is in the store before the next one begins. What a killed process leaves is taken up by
the same call again.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.plan.file import LpdFile, read_lpd
from lpd_desktop.release.acceptance import Accepted, accepted
from lpd_desktop.release.changes import replaced_file
from lpd_desktop.release.hand_over_texts import HandOverTexts
from lpd_desktop.release.package import Extras, Package, package_of
from lpd_desktop.release.package_folder import WrittenPackage, missing_files, write_package
from lpd_desktop.release.states import Actor
from lpd_desktop.release.submitting import require_approved, require_same_plan, submitted
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.progress import JobCancelled, Progress
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.releases import StoredRelease
from lpd_desktop.store.submission_entries import STEP_NAMES, Planned, Submission, Way


@dataclass(frozen=True)
class HandOver:
    """What is wanted.

    Attributes:
        folder: New or empty; the package is put there.
        changes: With the document of changes where the plan replaces a version that is at hand.
    """

    folder: Path
    texts: HandOverTexts
    way: Way = "mail"
    publishing: bool = False
    changes: bool = True


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


def draft_package(
    store: DraftStore, draft: str, wanted: HandOver, progress: Progress | None = None
) -> Package:
    """The package of a draft after full verification; nothing is written.

    Raises:
        NotAllowedError: the plan is not approved, or its document is not whole.
        TemplateError: rule, subject or text of the office cannot be filled in.
        StoreError: the draft is unknown or damaged.
    """
    tell = progress or Progress()
    tell.step(5, "Der Entwurf wird gelesen")
    file = store.load(draft)
    require_approved(file)
    tell.step(15, "Das PDF wird geprüft")
    document = document_of(store, draft, file)
    tell.step(40, "Das Paket wird zusammengestellt")
    replaced = _replaced(file, store.releases(draft)) if wanted.changes else None
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
        LpdError: as `draft_package`; the folder holds something else or cannot be written.
    """
    tell = progress or Progress()
    package = draft_package(store, draft, wanted, tell)
    missing_files(wanted.folder.absolute(), package.files)
    tell.step(80, "Die Dateien werden geschrieben")
    planned = _planned(package, wanted)
    before = store.submissions.unfinished(draft)
    told = _interrupted(before, planned)
    submission = before.id if before and told else _begun_anew(store, draft, before, planned)
    try:
        written = write_package(wanted.folder, package)
    except (LpdError, JobCancelled):
        with suppress(LpdError):
            store.submissions.abandon(submission)
        raise
    store.submissions.written(submission)
    tell.step(100, "Das Paket liegt bereit")
    return Prepared(submission, package, written, told or written.interrupted)


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
    """
    revision = store.summary(draft).revision
    file = submitted(store.load(draft), actor, time)
    store.submissions.record(submission, file, expected_revision=revision, time=sent)
    return file


def _begun_anew(store: DraftStore, draft: str, before: Submission | None, planned: Planned) -> str:
    """A new entry; one of another package that was never recorded is given up."""
    if before is not None:
        store.submissions.abandon(before.id)
    return store.submissions.begin(draft, planned)


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


def _interrupted(before: Submission | None, planned: Planned) -> str:
    """What is told of an unfinished hand-over of the same package; empty where there is none."""
    if before is None or before.planned != planned:
        return ""
    step = STEP_NAMES[before.step]
    return f"Die Übergabe war schon {step} und dann unterbrochen worden; sie geht jetzt weiter."


def _pdf_of(file: LpdFile, releases: Sequence[StoredRelease]) -> bytes:
    """The document as it was approved; rendered anew only where it was not kept."""
    seal = file.release.seal if file.release is not None else ""
    kept = [each for each in releases if each.seal == seal and each.pdf]
    if kept and read_lpd(kept[-1].lpd).release == file.release:
        return kept[-1].pdf
    from lpd_desktop.pdf.rendering import render_plan

    return render_plan(file, draft=False).data


def _replaced(file: LpdFile, releases: Sequence[StoredRelease]) -> LpdFile | None:
    """The version that the plan replaces, out of its own work or of the kept releases."""
    seal = file.release.replaces if file.release is not None else ""
    if not seal:
        return None
    known = replaced_file(file.work)
    if known is not None and known.release is not None and known.release.seal == seal:
        return known
    return next((read_lpd(each.lpd) for each in releases if each.seal == seal), None)
