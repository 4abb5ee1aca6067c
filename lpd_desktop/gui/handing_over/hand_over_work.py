"""What a hand-over does beside the GUI thread. Touches no widget."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.gui.handing_over.interrupted import Interrupted, interrupted
from lpd_desktop.gui.plan_jobs import NotSavedError
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.runtime.files import read_bounded

if TYPE_CHECKING:
    from lpd_desktop.editing.handing_over import HandOver, Prepared
    from lpd_desktop.plan.file import LpdFile
    from lpd_desktop.release.acceptance import Accepted
    from lpd_desktop.release.hand_over_texts import HandOverTexts
    from lpd_desktop.release.states import Actor
    from lpd_desktop.release.verdicts import Verdicts
    from lpd_desktop.runtime.progress import Progress
    from lpd_desktop.store.draft_store import DraftStore
    from lpd_desktop.store.submission_entries import Way

TITLE = "An das MAGS übergeben"

Flush = Callable[[float], bool]

_SECONDS_TO_SAVE = 10.0
_NOT_SAVED = (
    "Die Übergabe ist nicht möglich, solange sich der Entwurf nicht speichern lässt; bitte "
    "versuchen Sie es, sobald er gespeichert ist."
)


@dataclass(frozen=True)
class Inspection:
    """What is known before anything is written.

    Attributes:
        document: The approved document; None where it must not be handed over.
        verdicts: Of its verification; None where there was nothing to verify.
        problem: German sentence where there is no document.
        has_predecessor: Whether the version that it replaces is at hand.
    """

    file: LpdFile
    document: Accepted | None
    verdicts: Verdicts | None
    problem: str
    interrupted: Interrupted | None
    has_predecessor: bool

    @cached_property
    def sha256(self) -> str:
        """Digest of the document; empty where there is none."""
        return hashlib.sha256(self.document.pdf).hexdigest() if self.document else ""


@dataclass(frozen=True)
class HandedOver:
    """A package that lies in its folder.

    Attributes:
        name: Of the PDF.
        told: What an earlier call had left unfinished; empty for nothing.
        file: The submitted plan; None where that is not recorded yet.
        trouble: Why not, where it was wanted.
    """

    submission: str
    folder: Path
    name: str
    subject: str
    text: str
    told: str = ""
    file: LpdFile | None = None
    trouble: str = ""

    @property
    def mail(self) -> Path:
        """The mail draft of the package."""
        return self.folder / f"{self.name.removesuffix('.pdf')}.eml"


@dataclass(frozen=True)
class Wanted:
    """What was filled in; see `editing.handing_over.HandOver`, which is loaded for the work."""

    folder: Path
    texts: HandOverTexts
    way: Way
    publishing: bool
    changes: bool
    again: bool = False

    def as_hand_over(self) -> HandOver:
        """What the work is given."""
        from lpd_desktop.editing.handing_over import HandOver

        return HandOver(
            self.folder, self.texts, self.way, self.publishing, self.changes, self.again
        )


@dataclass(frozen=True)
class Inspect:
    """Verifies the approved document of a draft, and looks for what was interrupted.

    Attributes:
        flush: Stores what was changed last.
    """

    data_folder: Path
    draft: str
    flush: Flush

    def __call__(self, progress: Progress) -> Inspection:
        from lpd_desktop.store.draft_store import DraftStore

        _require_saved(self.flush)
        progress.step(10, "Das PDF wird geprüft")
        with DraftStore.open(self.data_folder) as store:
            file = store.load(self.draft)
            begun = interrupted(store, self.draft, file)
            return _inspected(store, self.draft, file, begun)


@dataclass(frozen=True)
class WritePackage:
    """Checks, writes the package, and records that it is handed over.

    Attributes:
        actor: Who hands it over; None: it is recorded later.
    """

    data_folder: Path
    draft: str
    wanted: Wanted
    actor: Actor | None
    flush: Flush

    def __call__(self, progress: Progress) -> HandedOver:
        from lpd_desktop.editing.handing_over import hand_over, prepare
        from lpd_desktop.store.draft_store import DraftStore

        _require_saved(self.flush)
        wanted = self.wanted.as_hand_over()
        with DraftStore.open(self.data_folder) as store:
            if self.actor is None:
                return _handed_over(prepare(store, self.draft, wanted, progress))
            done = hand_over(store, self.draft, wanted, self.actor, utc_now(), progress=progress)
            return replace(_handed_over(done.prepared), file=done.file, trouble=done.trouble)


@dataclass(frozen=True)
class RecordPackage:
    """Records that a package which was written before is handed over.

    Attributes:
        sent: ISO date of the day on which it was sent; empty for now.
    """

    data_folder: Path
    draft: str
    submission: str
    actor: Actor
    flush: Flush
    sent: str = ""

    def __call__(self, _progress: Progress) -> HandedOver:
        from lpd_desktop.store.draft_store import DraftStore

        _require_saved(self.flush)
        with DraftStore.open(self.data_folder) as store:
            planned = store.submissions.of(self.submission).planned
            folder = Path(store.submissions.of(self.submission).folder)
            subject, text = _words_in(folder, planned.file_name)
            done = HandedOver(self.submission, folder, planned.file_name, subject, text)
            return _recorded(store, self.draft, done, self.actor, self.sent)


@dataclass(frozen=True)
class GiveUp:
    """Notes that a hand-over was given up; the files that were written stay."""

    data_folder: Path
    submission: str

    def __call__(self, _progress: Progress) -> None:
        from lpd_desktop.editing.recording import abandon
        from lpd_desktop.store.draft_store import DraftStore

        with DraftStore.open(self.data_folder) as store:
            abandon(store, self.submission)


def _require_saved(flush: Flush) -> None:
    if not flush(_SECONDS_TO_SAVE):
        raise NotSavedError(_NOT_SAVED)


def _inspected(
    store: DraftStore, draft: str, file: LpdFile, begun: Interrupted | None
) -> Inspection:
    from lpd_desktop.editing.handing_over import document_of
    from lpd_desktop.release.acceptance import NotAcceptableError
    from lpd_desktop.release.submitting import require_approved

    try:
        require_approved(file)
        document = document_of(store, draft, file)
    except NotAllowedError as error:
        verdicts = error.verdicts if isinstance(error, NotAcceptableError) else None
        return Inspection(file, None, verdicts, str(error), begun, has_predecessor=False)
    known = _has_predecessor(store, draft, file)
    return Inspection(file, document, document.verdicts, "", begun, has_predecessor=known)


def _has_predecessor(store: DraftStore, draft: str, file: LpdFile) -> bool:
    seal = file.release.replaces if file.release is not None else ""
    known = file.work.replaced
    if known is not None and known.seal == seal and known.content:
        return True
    return bool(seal) and any(each.seal == seal for each in store.releases(draft))


def _handed_over(prepared: Prepared) -> HandedOver:
    letter = prepared.package.letter
    return HandedOver(
        prepared.submission,
        prepared.written.folder,
        prepared.package.name,
        letter.subject,
        letter.text,
        prepared.interrupted,
    )


def _recorded(
    store: DraftStore, draft: str, done: HandedOver, actor: Actor, sent: str = ""
) -> HandedOver:
    """What is recorded; where that fails, the package lies there all the same."""
    from lpd_desktop.editing.handing_over import record

    try:
        file = record(store, draft, done.submission, actor, utc_now(), sent=sent)
        return replace(done, file=file)
    except LpdError as error:
        return replace(done, trouble=str(error))


def _words_in(folder: Path, name: str) -> tuple[str, str]:
    """Subject and text out of the package; empty where the file is gone."""
    try:
        data = read_bounded(folder / f"{name.removesuffix('.pdf')}_Begleittext.txt")
    except LpdError:
        return "", ""
    head, _, text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").partition("\n\n")
    return head.partition("Betreff: ")[2], text
