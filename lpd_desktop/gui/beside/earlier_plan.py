"""Last year's plan as the window has it: read beside the GUI thread, anew when it is looked at."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from lpd_desktop.gui.beside.earlier_files import EarlierFiles
from lpd_desktop.gui.beside.read_earlier import Earlier, EarlierSource, ReadEarlier
from lpd_desktop.gui.job_runner import Job
from lpd_desktop.gui.messages import sentence_of
from lpd_desktop.gui.pages.page import PageContext


class EarlierPlan(QObject):
    """`changed` tells that something newer is known; `failed` a sentence about a named file."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        files, draft = EarlierFiles(context.data_folder), context.session.draft_id
        self._source = EarlierSource(context.drafts, files, context.added_forms, draft)
        self._job: Job | None = None
        self._is_other = False
        self.newest: Earlier | None = None

    @Slot()
    def read(self) -> None:
        """Reads what is known of last year, which may have changed since."""
        if self._job is None:
            self._start()

    def open(self, path: Path) -> None:
        """Reads a file and keeps to it."""
        self._start(chosen=path)

    @Slot()
    def forget_file(self) -> None:
        """Goes back to the drafts."""
        self._start(forgets=True)

    def _start(self, *, chosen: Path | None = None, forgets: bool = False) -> None:
        self._drop_job()
        self._is_other = chosen is not None or forgets
        work = ReadEarlier(self._source, self._context.session.file, chosen, forgets)
        self._job = self._context.jobs.start("Vorjahr lesen", work)
        self._job.succeeded.connect(self._on_read)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.drop(
                succeeded=self._on_read, failed=self._on_failed, cancelled=self._on_cancelled
            )
        self._job = None

    @Slot(object)
    def _on_read(self, found: Earlier) -> None:
        self._job = None
        if found != self.newest:
            is_newer = self._is_other or self.newest is not None
            self.newest = found
            self.changed.emit()
            if is_newer:
                self._context.session.compare_anew()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(sentence_of(error))

    @Slot()
    def _on_cancelled(self) -> None:
        self._job = None
