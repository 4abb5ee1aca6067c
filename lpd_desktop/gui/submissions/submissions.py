"""The register in the window: its dialog, and what becomes of papers."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.choice import choose_one
from lpd_desktop.gui.file_choice import choose_to_save
from lpd_desktop.gui.job_runner import Job, JobRunner
from lpd_desktop.gui.messages import ask, sentence_of, tell
from lpd_desktop.gui.pdf_export.written import open_with_system, tell_written
from lpd_desktop.gui.printing.viewed_copies import ViewedCopies
from lpd_desktop.gui.submissions.submission_work import (
    TITLE,
    CorrectEntry,
    KeepPaper,
    RemovePaper,
    SavePaper,
)
from lpd_desktop.runtime.errors import LpdError

if TYPE_CHECKING:
    from lpd_desktop.gui.submissions.submissions_dialog import SubmissionsDialog
    from lpd_desktop.gui.submissions.told_submission import ToldSubmission
    from lpd_desktop.release.states import Actor
    from lpd_desktop.store.submission_entries import Correction, Paper, PaperKind

_KINDS: tuple[tuple[PaperKind, str], ...] = (
    ("acknowledgement", "&Eingangsbestätigung"),
    ("signed_page", "&Unterschriebene Seite"),
    ("other", "A&ndere Beilage"),
)
_WHAT = "Was ist „{name}“?"
_REMOVE = (
    "Soll die Beilage „{name}“ aus dem Verzeichnis entfernt werden? Die Datei, aus der sie kam, "
    "bleibt, wo sie ist."
)
_NO_COPY = "„{name}“ lässt sich nicht zum Ansehen ablegen; bitte speichern Sie die Beilage."


class CopyError(LpdError):
    """No copy for another program can be made."""


class Submissions(QObject):
    """Connects it with the window; `plan_wanted` tells the draft that shall be opened."""

    plan_wanted = Signal(str)

    def __init__(self, window: QWidget, jobs: JobRunner, data_folder: Path) -> None:
        super().__init__(window)
        self._window, self._jobs, self._data_folder = window, jobs, data_folder
        self._copies = ViewedCopies(data_folder)
        self.dialog: SubmissionsDialog | None = None

    @Slot()
    def show_dialog(self) -> None:
        """Shows what was handed over."""
        from lpd_desktop.gui.submissions.submissions_dialog import SubmissionsDialog

        self.dialog = dialog = SubmissionsDialog(self._window, self._jobs, self._data_folder)
        dialog.plan_wanted.connect(self.plan_wanted)
        dialog.folder_wanted.connect(self._on_folder_wanted)
        dialog.keeping_wanted.connect(self._on_keeping_wanted)
        dialog.viewing_wanted.connect(self._on_viewing_wanted)
        dialog.saving_wanted.connect(self._on_saving_wanted)
        dialog.removal_wanted.connect(self._on_removal_wanted)
        dialog.correction_wanted.connect(self.ask_correction)
        dialog.finished.connect(self._on_dialog_closed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def _on_dialog_closed(self) -> None:
        self.dialog = None

    @property
    def _front(self) -> QWidget:
        return self.dialog or self._window

    @Slot(Path)
    def _on_folder_wanted(self, folder: Path) -> None:
        open_with_system(self._front, folder)

    @Slot(str, Path)
    def _on_keeping_wanted(self, submission: str, source: Path) -> None:
        answers = [
            (caption, partial(self._keep, submission, kind, source)) for kind, caption in _KINDS
        ]
        choose_one(self._front, "Beilage anfügen", _WHAT.format(name=source.name), answers)

    def _keep(self, submission: str, kind: PaperKind, source: Path) -> None:
        job = self._run(KeepPaper(self._data_folder, submission, kind, source))
        job.succeeded.connect(self._on_kept)

    @Slot(object)
    def _on_kept(self, unusual: str) -> None:
        self._show_newest()
        if unusual:
            tell(self._front, "Beilage angefügt", unusual, warning=False)

    @Slot(object)
    def _on_viewing_wanted(self, paper: Paper) -> None:
        """In a copy, which is removed when a plan is opened next or the program starts again."""
        try:
            target = self._copies.new(paper.name)
        except OSError:
            self._on_failed(CopyError(_NO_COPY.format(name=paper.name)))
            return
        job = self._run(SavePaper(self._data_folder, paper.id, target))
        job.succeeded.connect(self._on_copy_written)

    @Slot(object)
    def _on_copy_written(self, target: Path) -> None:
        open_with_system(self._front, target)

    @Slot(object)
    def _on_saving_wanted(self, paper: Paper) -> None:
        chosen = partial(self._save, paper)
        choose_to_save(self._front, "Beilage speichern", "Alle Dateien (*)", paper.name, chosen)

    def _save(self, paper: Paper, name: str) -> None:
        job = self._run(SavePaper(self._data_folder, paper.id, Path(name)))
        job.succeeded.connect(self._on_saved)

    @Slot(object)
    def _on_saved(self, target: Path) -> None:
        tell_written(self._front, "Gespeichert", target)

    @Slot(object)
    def _on_removal_wanted(self, paper: Paper) -> None:
        question = _REMOVE.format(name=paper.name)
        ask(self._front, TITLE, question, "&Entfernen", partial(self._remove, paper))

    def _remove(self, paper: Paper) -> None:
        job = self._run(RemovePaper(self._data_folder, paper.id))
        job.succeeded.connect(self._on_changed)

    @Slot(object)
    def ask_correction(self, told: ToldSubmission) -> None:
        """Asks on which way and day a document really went."""
        from lpd_desktop.gui.approval.own_name import settings_name
        from lpd_desktop.gui.submissions.correction_dialog import CorrectionDialog

        entry, person = told.entry, settings_name(self._data_folder)
        dialog = CorrectionDialog(self._front, entry.way, entry.sent_day, person, told.approved)
        dialog.agreed.connect(partial(self._correct, entry.id))
        dialog.open()

    def _correct(self, submission: str, told: Correction, actor: Actor) -> None:
        job = self._run(CorrectEntry(self._data_folder, submission, told, actor))
        job.succeeded.connect(self._on_changed)

    def _run(self, work: KeepPaper | SavePaper | RemovePaper | CorrectEntry) -> Job:
        job = self._jobs.start(TITLE, work)
        job.failed.connect(self._on_failed)
        return job

    @Slot()
    def _on_changed(self) -> None:
        self._show_newest()

    def _show_newest(self) -> None:
        if self.dialog is not None:
            self.dialog.show_newest()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self._front, TITLE, sentence_of(error))
