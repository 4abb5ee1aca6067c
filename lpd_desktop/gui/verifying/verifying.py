"""Verifies a file on the worker thread; no plan has to be open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from lpd_desktop.gui.file_choice import choose_to_open
from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.progress import Progress

if TYPE_CHECKING:
    from lpd_desktop.release.verdicts import Verdicts

TITLE = "PDF prüfen"
_FILTER = "PDF und Planungsdokumente (*.pdf *.lpd);;Alle Dateien (*)"


@dataclass(frozen=True)
class VerifyFile:
    """Reads and verifies a file; gives the verdicts."""

    path: Path

    def __call__(self, progress: Progress) -> Verdicts:
        from lpd_desktop.release.verification import verify

        progress.step(0, "Die Datei wird gelesen")
        data = read_bounded(self.path)
        progress.step(20, "Daten und Seiten werden verglichen")
        return verify(data)


class Verifying(QObject):
    """Belongs to the window."""

    def __init__(self, window: QMainWindow, jobs: JobRunner) -> None:
        super().__init__(window)
        self._window, self._jobs = window, jobs

    @Slot()
    def choose(self) -> None:
        """Asks for the file."""
        choose_to_open(self._window, TITLE, _FILTER, self._on_chosen)

    @Slot(Path)
    def start(self, path: Path) -> None:
        """Verifies a file and shows the verdicts."""
        job = self._jobs.start(TITLE, VerifyFile(path))
        job.succeeded.connect(partial(self._on_verified, path))
        job.failed.connect(self._on_failed)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self.start(Path(name))

    def _on_verified(self, path: Path, verdicts: Verdicts) -> None:
        from lpd_desktop.gui.verifying.verify_dialog import VerifyDialog

        dialog = VerifyDialog(self._window, path, verdicts)
        dialog.another_wanted.connect(self.choose)
        dialog.file_dropped.connect(self.start)
        dialog.open()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self._window, TITLE, sentence_of(error))
