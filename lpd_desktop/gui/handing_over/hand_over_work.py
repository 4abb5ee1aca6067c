"""What a hand-over does beside the GUI thread. Touches no widget."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.gui.handing_over.saved_first import Flush, require_saved
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded

if TYPE_CHECKING:
    from lpd_desktop.editing.handing_over import HandOver, Prepared
    from lpd_desktop.plan.file import LpdFile
    from lpd_desktop.release.hand_over_texts import HandOverTexts
    from lpd_desktop.release.states import Actor
    from lpd_desktop.runtime.progress import Progress
    from lpd_desktop.store.draft_store import DraftStore
    from lpd_desktop.store.submission_entries import Submission, Way

TITLE = "An das MAGS übergeben"


@dataclass(frozen=True)
class HandedOver:
    """A package that lies in its folder.

    Attributes:
        name: Of the PDF.
        told: What an earlier call had left unfinished; empty for nothing.
        file: The submitted plan; None where that is not recorded yet.
        trouble: Why not, where it was wanted.
        way: On which it goes, as the register says.
        sent: The day (ISO) that the register says; empty for today.
    """

    submission: str
    folder: Path
    name: str
    subject: str
    text: str
    told: str = ""
    file: LpdFile | None = None
    trouble: str = ""
    way: Way = "mail"
    sent: str = ""

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

        require_saved(self.flush)
        wanted = self.wanted.as_hand_over()
        with DraftStore.open(self.data_folder) as store:
            if self.actor is None:
                return _handed_over(prepare(store, self.draft, wanted, progress), wanted.way)
            done = hand_over(store, self.draft, wanted, self.actor, utc_now(), progress=progress)
            return replace(
                _handed_over(done.prepared, wanted.way), file=done.file, trouble=done.trouble
            )


@dataclass(frozen=True)
class RecordPackage:
    """Records that a package which was written before is handed over.

    Attributes:
        sent: ISO date of the day on which it was sent; empty for now.
        way: On which it was sent; None for the planned one.
    """

    data_folder: Path
    draft: str
    submission: str
    actor: Actor
    flush: Flush
    sent: str = ""
    way: Way | None = None

    def __call__(self, _progress: Progress) -> HandedOver:
        from lpd_desktop.store.draft_store import DraftStore

        require_saved(self.flush)
        with DraftStore.open(self.data_folder) as store:
            entry = _on_way(store, self.submission, self.way, self.actor)
            folder, name = Path(entry.folder), entry.planned.file_name
            subject, text = _words_in(folder, name)
            done = HandedOver(self.submission, folder, name, subject, text, way=entry.way)
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


def _handed_over(prepared: Prepared, way: Way) -> HandedOver:
    letter = prepared.package.letter
    return HandedOver(
        prepared.submission,
        prepared.written.folder,
        prepared.package.name,
        letter.subject,
        letter.text,
        prepared.interrupted,
        way=way,
    )


def _on_way(store: DraftStore, submission: str, way: Way | None, actor: Actor) -> Submission:
    """The entry, with another way than the planned one noted beside it."""
    from lpd_desktop.editing.submission_correction import correct
    from lpd_desktop.store.submission_entries import Correction

    entry = store.submissions.of(submission)
    if way in (None, entry.way):
        return entry
    return correct(store, submission, Correction(way), actor)


def _recorded(
    store: DraftStore, draft: str, done: HandedOver, actor: Actor, sent: str = ""
) -> HandedOver:
    """What is recorded; where that fails, the package lies there all the same."""
    from lpd_desktop.editing.handing_over import record

    try:
        file = record(store, draft, done.submission, actor, utc_now(), sent=sent)
        return replace(done, file=file, sent=sent)
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
