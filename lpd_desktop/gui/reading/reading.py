"""Reading an open plan as text: the window, what it shows, and that it stays new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.coming_forward import come_forward
from lpd_desktop.gui.file_choice import choose_to_save
from lpd_desktop.gui.job_runner import Job
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.preview.place_names import lead_to
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.files import write_atomically
from lpd_desktop.runtime.progress import Progress

if TYPE_CHECKING:
    from lpd_desktop.gui.reading.reading_window import ReadingWindow
    from lpd_desktop.pdf.read_text import Part

_PAUSE_MS = 300


class Reading(QObject):
    """Belongs to one open plan; nothing is built before it is wanted."""

    def __init__(self, window: QWidget, _wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self.shown: ReadingWindow | None = None
        self._parts: tuple[Part, ...] = ()
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._read)
        context.session.changed.connect(self._on_changed)

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Opening the window."""
        return {"read_text": self.open}

    def end(self) -> None:
        """The plan is being closed."""
        self._context.session.changed.disconnect(self._on_changed)
        self._forget_job()
        if self.shown is not None:
            self.shown.hide()
            self.shown.deleteLater()
        self.shown = None
        self.deleteLater()

    @property
    def is_newest(self) -> bool:
        """Whether the newest state is shown."""
        return self._job is None and not self._pause.isActive() and bool(self._parts)

    @Slot()
    def open(self) -> None:
        """Shows the window, in front of the others."""
        if self.shown is None:
            self.shown = self._new_window()
        self.shown.setWindowTitle(f"Text – {self._window.windowTitle()}")
        come_forward(self.shown)
        self.shown.reader.setFocus()
        self._read()

    def _new_window(self) -> ReadingWindow:
        from lpd_desktop.gui.reading.reading_window import ReadingWindow

        window = ReadingWindow(self._window)
        window.place_wanted.connect(self._on_place_wanted)
        window.save_wanted.connect(self._on_save_wanted)
        return window

    @Slot(object)
    def _on_changed(self, _change: object) -> None:
        if self.shown is not None and self.shown.isVisible():
            self._pause.start()

    @Slot()
    def _read(self) -> None:
        self._pause.stop()
        self._forget_job()
        self._job = self._context.previews.start("Text", ReadPlan(self._context.session.file))
        self._job.succeeded.connect(self._on_read)
        self._job.failed.connect(self._on_failed)

    def _forget_job(self) -> None:
        if self._job is not None:
            self._job.drop(succeeded=self._on_read, failed=self._on_failed)
        self._job = None

    @Slot(object)
    def _on_read(self, parts: tuple[Part, ...]) -> None:
        self._job = None
        if self.shown is not None and parts != self._parts:
            self._parts = parts
            self.shown.show_parts(parts)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        tell(self._window, "Als Text lesen", sentence_of(error))

    @Slot(str)
    def _on_place_wanted(self, address: str) -> None:
        come_forward(self._window)
        lead_to(self._context.requests, address)

    @Slot()
    def _on_save_wanted(self) -> None:
        if self.shown is not None:
            name = f"{self._title()}.html".replace("/", "-")
            choose_to_save(
                self.shown, "Als HTML speichern", "HTML (*.html)", name, self._on_file_chosen
            )

    def _title(self) -> str:
        file = self._context.session.file
        return f"{file.form.text(file.form.title)} {file.plan.jobcenter.name}".strip()

    @Slot(str)
    def _on_file_chosen(self, name: str) -> None:
        work = SaveHtml(self._title(), self._parts, Path(name))
        job = self._context.jobs.start("Speichern", work)
        job.succeeded.connect(self._on_saved)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_saved(self, target: Path) -> None:
        sentence = f"„{target.name}“ liegt jetzt im Ordner „{target.parent}“."
        tell(self.shown or self._window, "Gespeichert", sentence, warning=False)


@dataclass(frozen=True)
class ReadPlan:
    """Gives the parts of what a plan says; for the worker thread."""

    file: LpdFile

    def __call__(self, progress: Progress) -> tuple[Part, ...]:
        from lpd_desktop.pdf.read_text import read_text

        progress.step(0, "Der Text wird zusammengestellt")
        return read_text(self.file)


@dataclass(frozen=True)
class SaveHtml:
    """Writes the text as a page for browsers; gives its path. For the worker thread."""

    title: str
    parts: tuple[Part, ...]
    target: Path

    def __call__(self, _progress: Progress) -> Path:
        from lpd_desktop.pdf.read_html import html_of

        write_atomically(self.target, html_of(self.title, self.parts).encode())
        return self.target
