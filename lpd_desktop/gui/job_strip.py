"""Long work as one line: what is done, how far it is, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.job_runner import Job, JobRunner
from lpd_desktop.gui.look.elided_label import ElidedLabel

SHOWN_AFTER_MS = 500
"""Shorter work would only make the line flicker."""
_NOTICE_MS = 6000
_BAR_WIDTH = 120


class JobStrip(QWidget):
    """Shows the oldest job of a runner once it takes long; says when one was stopped."""

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self._told = ""
        self._text = ElidedLabel()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setTextVisible(False)
        self.cancel = QPushButton("Abbrechen")
        self.cancel.setAutoDefault(False)
        self.cancel.hide()
        self.cancel.clicked.connect(self._on_cancel_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self.cancel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._soon = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._soon.timeout.connect(self._show_job)
        self._notice = QTimer(self, singleShot=True, interval=_NOTICE_MS)
        self._notice.timeout.connect(self._on_notice_over)
        jobs.started.connect(self._on_started)
        self.hide()
        if jobs.oldest is not None:
            self._follow(jobs.oldest)

    def show_short(self, is_short: bool) -> None:
        """In a small window the bar is no longer than it must be."""
        self._bar.setFixedWidth(_BAR_WIDTH // 3 if is_short else _BAR_WIDTH)

    @Slot(object)
    def _on_started(self, job: Job) -> None:
        if self._job is None:
            self._follow(job)

    def _follow(self, job: Job) -> None:
        self._job = job
        job.progressed.connect(self._on_progressed)
        job.cancelled.connect(self._on_cancelled)
        job.ended.connect(self._on_ended)
        self._bar.setRange(0, 0)
        self._told = job.title
        self._soon.start()

    @Slot()
    def _show_job(self) -> None:
        if self._job is None:
            return
        self._notice.stop()
        title = self._job.title
        self._bar.setAccessibleName(f"Fortschritt: {title}")
        self.cancel.setAccessibleName(f"Abbrechen: {title}")
        self.cancel.setEnabled(True)
        self._text.show_text(self._told)
        self._bar.show()
        self.cancel.show()
        self.show()

    @Slot(int, str)
    def _on_progressed(self, percent: int, text: str) -> None:
        self._bar.setRange(0, 100)
        self._bar.setValue(percent)
        if self._job is None:
            return
        self._told = f"{self._job.title}: {text}" if text else self._job.title
        if not self.cancel.isHidden() and self.cancel.isEnabled():
            self._text.show_text(self._told)

    @Slot()
    def _on_cancel_clicked(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.cancel.setEnabled(False)
            self._text.show_text(f"{self._job.title} wird abgebrochen …")

    @Slot()
    def _on_cancelled(self) -> None:
        if self._job is not None:
            self._text.show_text(f"Abgebrochen: {self._job.title}")
            announce(self, self._text.text())
            self._notice.start()

    @Slot()
    def _on_ended(self) -> None:
        self._job = None
        self._soon.stop()
        self._bar.hide()
        self.cancel.hide()
        self.setVisible(self._notice.isActive())
        if self._jobs.oldest is not None:
            self._follow(self._jobs.oldest)

    @Slot()
    def _on_notice_over(self) -> None:
        if self._job is None:
            self.hide()
