"""How far the reading of a file is, what went wrong, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.gui.findings.finding_notes import FindingNotes
from lpd_desktop.gui.job_runner import Job


class ReadingBar(QWidget):
    """Hidden while nothing is read and nothing went wrong."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setAccessibleName("Fortschritt des Lesens")
        self._stop = QPushButton("An&halten")
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.stopped)
        self._note = FindingNotes()
        line = QHBoxLayout()
        line.addWidget(self._bar, 1)
        line.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self._note)
        self.show_idle()

    @property
    def text(self) -> str:
        """The error that is shown, empty for none."""
        return self._note.text

    def follow(self, job: Job) -> None:
        """Shows the progress of a job."""
        self._note.show_error("")
        self._bar.setRange(0, 100)
        self._bar.setValue(0)
        self._bar.setFormat("Die Datei wird gelesen … %p %")
        for widget in (self, self._bar, self._stop):
            widget.show()
        job.progressed.connect(self._on_progressed)

    def show_idle(self, problem: str = "") -> None:
        """The reading is over; says what went wrong."""
        self._bar.hide()
        self._stop.hide()
        self._note.show_error(problem)
        self.setVisible(bool(problem))

    @Slot(int, str)
    def _on_progressed(self, percent: int, text: str) -> None:
        self._bar.setValue(percent)
        self._bar.setFormat(f"{text} … %p %")
