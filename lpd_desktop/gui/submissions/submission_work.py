"""What is done with the register beside the GUI thread. Touches no widget."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.runtime.files import read_bounded, write_atomically
from lpd_desktop.store.kept_papers import (
    PAPER_LIMIT,
    told_name,
    unusual_kind,
)
from lpd_desktop.store.submission_entries import (
    Correction,
    PaperKind,
    Submission,
)

if TYPE_CHECKING:
    from lpd_desktop.gui.submissions.told_submission import ToldSubmission
    from lpd_desktop.release.states import Actor
    from lpd_desktop.runtime.progress import Progress

TITLE = "Eingereichte Dokumente"


@dataclass(frozen=True)
class ListSubmissions:
    """Gives all submissions, the newest first."""

    data_folder: Path

    def __call__(self, _progress: Progress) -> list[ToldSubmission]:
        from lpd_desktop.gui.submissions.told_submission import told_submissions
        from lpd_desktop.store.draft_store import DraftStore

        with DraftStore.open(self.data_folder) as store:
            return told_submissions(store)


@dataclass(frozen=True)
class KeepPaper:
    """Keeps a file with a submission; gives sentences on what is unusual about it, or none."""

    data_folder: Path
    submission: str
    kind: PaperKind
    source: Path

    def __call__(self, progress: Progress) -> str:
        from lpd_desktop.store.draft_store import DraftStore

        progress.step(10, "Die Datei wird gelesen")
        data = read_bounded(self.source, PAPER_LIMIT + 1)
        progress.step(60, "Die Datei wird aufgehoben")
        with DraftStore.open(self.data_folder) as store:
            paper = store.submissions.add_paper(self.submission, self.kind, self.source.name, data)
        told = (unusual_kind(self.source.name, data), told_name(self.source.name, paper))
        return " ".join(sentence for sentence in told if sentence)


@dataclass(frozen=True)
class SavePaper:
    """Writes a kept paper into a file; gives its path."""

    data_folder: Path
    paper: str
    target: Path

    def __call__(self, _progress: Progress) -> Path:
        from lpd_desktop.store.draft_store import DraftStore

        with DraftStore.open(self.data_folder) as store:
            _paper, data = store.submissions.take_paper(self.paper)
        write_atomically(self.target, data)
        return self.target


@dataclass(frozen=True)
class CorrectEntry:
    """Notes another way or day than the recorded one; gives the entry as it is then."""

    data_folder: Path
    submission: str
    told: Correction
    actor: Actor

    def __call__(self, _progress: Progress) -> Submission:
        from lpd_desktop.editing.submission_correction import correct
        from lpd_desktop.store.draft_store import DraftStore

        with DraftStore.open(self.data_folder) as store:
            return correct(store, self.submission, self.told, self.actor)


@dataclass(frozen=True)
class RemovePaper:
    """Removes a paper that was kept by mistake."""

    data_folder: Path
    paper: str

    def __call__(self, _progress: Progress) -> None:
        from lpd_desktop.store.draft_store import DraftStore

        with DraftStore.open(self.data_folder) as store:
            store.submissions.remove_paper(self.paper)
