"""Keeps the pages as new as the draft: drawn beside the GUI thread after a pause in writing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lpd_desktop.gui.job_runner import Job, JobRunner, Work
from lpd_desktop.gui.messages import sentence_of
from lpd_desktop.gui.preview.page_view import PageView
from lpd_desktop.gui.preview.plan_drawing import (
    DrawnPlan,
    DrawPages,
    DrawPlan,
    NotDrawnError,
    Wanted,
)

PAUSE_MS = 300
_SCROLL_MS = 30


class Redrawing(QObject):
    """Draws while it is switched on; what is overtaken is cancelled."""

    drawn = Signal(object)
    failed = Signal(str, str)

    def __init__(
        self,
        session: Any,
        runner: JobRunner,
        view: PageView,
        drawing: Callable[[Any, Wanted], Work] = DrawPlan,
    ) -> None:
        """Takes the open plan, or another object with `file` and `changed`, and what draws it."""
        super().__init__(view)
        self._session, self._runner, self._view = session, runner, view
        self._drawing = drawing
        self._is_on = False
        self._file: object = None
        self._job: Job | None = None
        self._pages_job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.draw_now)
        self._scrolled = QTimer(self, singleShot=True, interval=_SCROLL_MS)
        self._scrolled.timeout.connect(self._draw_pages)
        session.changed.connect(self._on_changed)
        view.sight_changed.connect(self._on_sight_changed)

    def switch(self, on: bool) -> None:
        """Starts or stops drawing; what changed meanwhile is drawn at once."""
        self._is_on = on
        if on and self._file is not self._session.file:
            self.draw_now()
        elif not on:
            self._stop()

    @property
    def is_newest(self) -> bool:
        """Whether the newest state is drawn, as far as it is in sight."""
        return self._file is self._session.file and self._job is None and self._view.is_complete

    @Slot()
    def draw_now(self) -> None:
        """Draws the newest state."""
        if not self._is_on:
            return
        self._stop()
        self._file = self._session.file
        self._job = self._runner.start("Vorschau", self._drawing(self._file, self._view.wanted))
        self._job.succeeded.connect(self._on_drawn)
        self._job.failed.connect(self._on_failed)

    def end(self) -> None:
        """The plan is being closed."""
        self._session.changed.disconnect(self._on_changed)
        self.switch(False)

    def _stop(self) -> None:
        self._pause.stop()
        self._scrolled.stop()
        for job, slot in ((self._job, self._on_drawn), (self._pages_job, self._on_pages_drawn)):
            if job is not None:
                job.drop(succeeded=slot, failed=self._on_failed)
        if self._job is not None:
            self._file = None
        self._job = self._pages_job = None

    @Slot(object)
    def _on_changed(self, _change: object) -> None:
        if self._is_on:
            self._pause.start()

    @Slot()
    def _on_sight_changed(self) -> None:
        if self._is_on and not self._view.is_complete:
            self._scrolled.start()

    @Slot()
    def _draw_pages(self) -> None:
        plan = self._view.plan
        if plan is None or self._pages_job is not None or self._view.is_complete:
            return
        work = DrawPages(plan, self._view.wanted)
        self._pages_job = self._runner.start("Vorschau", work)
        self._pages_job.succeeded.connect(self._on_pages_drawn)
        self._pages_job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_drawn(self, plan: DrawnPlan) -> None:
        self._job = None
        self.drawn.emit(plan)
        self._on_sight_changed()

    @Slot(object)
    def _on_pages_drawn(self, plan: DrawnPlan) -> None:
        """Somebody may have scrolled on meanwhile."""
        self._pages_job = None
        self._view.add_pictures(plan)
        self._on_sight_changed()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._job = self._pages_job = None
        where = error.where if isinstance(error, NotDrawnError) else ""
        self.failed.emit(sentence_of(error), where)
