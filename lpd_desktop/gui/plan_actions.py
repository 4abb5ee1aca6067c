"""What can be done with an open plan: files out, Excel in, and what its features do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.autosave import SaveNews
from lpd_desktop.gui.budget.budget_actions import BudgetActions
from lpd_desktop.gui.features import Features
from lpd_desktop.gui.job_runner import Job, Work
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.pdf_export.written import tell_written
from lpd_desktop.gui.wizard import PlanWizard

_NOT_SAVED = "Nicht gespeichert"
"""Why, and what can be done, stands in the bar above (`save_trouble`)."""


class PlanActions(QObject):
    """Belongs to one open plan."""

    def __init__(
        self, window: QWidget, wizard: PlanWizard, context: PageContext, news: SaveNews
    ) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._wizard = wizard
        self._session = context.session
        self._news = news
        self.budget = BudgetActions(window, context)
        self._features = Features(window, wizard, context)
        self.budget.work_wanted.connect(self._on_work_wanted)
        context.requests.message_wanted.connect(self._on_message_wanted)
        context.requests.action_wanted.connect(self.do)
        self._wizard.preview_wanted.connect(partial(self.do, "preview"))
        self._session.changed.connect(self._on_changed)
        news.setParent(self)
        news.saved.connect(self._on_saved)
        news.failed.connect(self._on_save_failed)

    def end(self) -> None:
        """The plan is being closed: nothing is shown any more."""
        self._news.saved.disconnect(self._on_saved)
        self._news.failed.disconnect(self._on_save_failed)
        self._features.end()
        self.budget.deleteLater()
        self.deleteLater()

    @Slot(str)
    def do(self, key: str) -> None:
        """Carries out the action with this key."""
        self._wizard.flush()
        name, _, detail = key.partition(":")
        actions: dict[str, Callable[[], object]] = {
            "check": self._session.check_now,
            **self.budget.by_name(detail),
        }
        action = actions.get(name) or self._features.action(name)
        if action is not None:
            action()

    @Slot(str, object)
    def _on_work_wanted(self, title: str, work: Work) -> None:
        self._run(title, work, self._on_written)

    def _run(self, title: str, work: Work, done: Callable[..., object]) -> Job:
        job = self._context.jobs.start(title, work)
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)
        return job

    @Slot(object)
    def _on_written(self, target: Path) -> None:
        tell_written(self._window, "Gespeichert", target)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self._window, "Das ging nicht", sentence_of(error))

    @Slot(str, str)
    def _on_message_wanted(self, title: str, sentence: str) -> None:
        tell(self._window, title, sentence)

    @Slot(object)
    def _on_changed(self, _change: object) -> None:
        self._wizard.bar.show_saving("Wird gespeichert …")

    @Slot()
    def _on_saved(self) -> None:
        self._wizard.bar.show_saved()

    @Slot(str)
    def _on_save_failed(self, sentence: str) -> None:
        self._wizard.bar.show_saving(_NOT_SAVED, failed=True, spoken=sentence)
