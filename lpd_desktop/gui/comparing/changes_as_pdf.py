"""„Als PDF speichern…“: a comparison becomes a change document in a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from lpd_desktop.gui.file_choice import PDF, choose_to_save
from lpd_desktop.gui.job_runner import Job, JobRunner
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pdf_export.written import tell_written
from lpd_desktop.pdf.changes.compared_state import ComparedState
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
        from lpd_desktop.editing.file_targets import write_output
        from lpd_desktop.pdf.changes.change_document import render_changes

        progress.step(0, "Die Änderungen werden gesetzt")
        document = render_changes(*self.states())
        progress.step(90, "Das PDF wird geschrieben")
        write_output(self.target, document.data, "changes")
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
            _Outcome(self._window, self._jobs.start("Änderungen als PDF", work))


class _Outcome(QObject):
    """Tells how writing ended, also where the dialog was closed meanwhile; the job owns it.

    Args:
        window: Where it was asked for; once that is closed, the window around it is told.
        job: Writes the file.
    """

    def __init__(self, window: QWidget, job: Job) -> None:
        super().__init__(job)
        self._window, self._around = window, _outermost(window)
        job.succeeded.connect(self._on_saved)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_saved(self, target: Path) -> None:
        tell_written(self._listener, "Gespeichert", target)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self._listener, TITLE, sentence_of(error))

    @property
    def _listener(self) -> QWidget:
        """The part of the window that is still to be seen and nearest to where it was asked for."""
        widget = self._window if isValid(self._window) else None
        while widget is not None and not widget.isVisible():
            widget = widget.parentWidget()
        return widget or self._around


def _outermost(window: QWidget) -> QWidget:
    """The window of the program, which outlives its dialogs and its jobs."""
    while (parent := window.parentWidget()) is not None:
        window = parent
    return window
