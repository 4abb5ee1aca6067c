"""„Als PDF speichern…“: a comparison becomes a change document in a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.file_choice import PDF, choose_to_save
from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pdf_export.written import tell_written
from lpd_desktop.pdf.changes.compared_state import ComparedState
from lpd_desktop.runtime.files import write_atomically
from lpd_desktop.runtime.progress import Progress

TITLE = "Änderungen als PDF speichern"

States = tuple[ComparedState, ComparedState]


@dataclass(frozen=True)
class SaveChanges:
    """Writes the change document; gives its path. For the worker thread.

    Attributes:
        states: Gives the older and the newer state.
    """

    states: Callable[[], States]
    target: Path

    def __call__(self, progress: Progress) -> Path:
        from lpd_desktop.pdf.changes.change_document import render_changes

        progress.step(0, "Die Änderungen werden gesetzt")
        document = render_changes(*self.states())
        progress.step(90, "Das PDF wird geschrieben")
        write_atomically(self.target, document.data)
        return self.target


class ChangesAsPdf(QObject):
    """Asks for a file and writes the changes into it, beside the window."""

    def __init__(self, window: QWidget, jobs: JobRunner) -> None:
        super().__init__(window)
        self._window, self._jobs = window, jobs
        self._states: Callable[[], States] | None = None

    def ask(self, year: int, jobcenter: str, states: Callable[[], States]) -> None:
        """Asks where to write; `states` is called on the worker thread."""
        self._states = states
        whose = jobcenter or "Planungsdokument"
        name = f"Änderungen LPD {year} {whose}.pdf".replace("/", "-")
        choose_to_save(self._window, TITLE, PDF, name, self._on_file_chosen)

    @Slot(str)
    def _on_file_chosen(self, name: str) -> None:
        if self._states is not None:
            work = SaveChanges(self._states, Path(name))
            job = self._jobs.start("Änderungen als PDF", work)
            job.succeeded.connect(self._on_saved)
            job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_saved(self, target: Path) -> None:
        tell_written(self._window, "Gespeichert", target)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self._window, TITLE, sentence_of(error))
