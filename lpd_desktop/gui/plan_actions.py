"""What can be done with an open plan: files out, Excel in, approval and its withdrawal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.autosave import SaveNews
from lpd_desktop.gui.budget.budget_actions import BudgetActions
from lpd_desktop.gui.features import Features
from lpd_desktop.gui.file_choice import PDF, choose_to_save, proposed_name
from lpd_desktop.gui.job_runner import Job, Work
from lpd_desktop.gui.messages import ask, sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.pdf_export.written import tell_written
from lpd_desktop.gui.plan_jobs import Approved, KeepRelease, PdfMissingError, SignOff
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.states import withdraw_approval
from lpd_desktop.runtime.clock import utc_now

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
        self._approval: Approval | None = None
        self.budget = BudgetActions(window, context)
        self._features = Features(window, wizard, context)
        self.budget.work_wanted.connect(self._on_work_wanted)
        context.requests.message_wanted.connect(self._on_message_wanted)
        context.requests.action_wanted.connect(self.do)
        context.requests.approval_given.connect(self._on_approval_given)
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
            "withdraw": self._ask_withdrawal,
            **self.budget.by_name(detail),
        }
        action = actions.get(name) or self._features.action(name)
        if action is not None:
            action()

    @property
    def _file(self) -> LpdFile:
        return self._session.file

    def _name(self, suffix: str) -> str:
        return proposed_name(self._file, suffix)

    @Slot(object)
    def _on_approval_given(self, approval: Approval) -> None:
        self._approval = approval
        title = "Freigeben und PDF speichern"
        name = self._name(".pdf")
        choose_to_save(self._window, title, PDF, name, self._on_final_chosen)

    @Slot(str)
    def _on_final_chosen(self, name: str) -> None:
        if self._approval is not None:
            work = SignOff(self._file, self._approval, Path(name))
            self._run("Freigabe", work, self._on_signed_off)

    @Slot(object)
    def _on_signed_off(self, approved: Approved) -> None:
        """The draft is fixed first, so that the release that is stored then is what it says."""
        if self._file is not approved.before:
            sentence = (
                "Während der Freigabe wurde weitergeschrieben; bitte geben Sie noch einmal frei."
            )
            tell(self._window, "Nicht freigegeben", sentence)
            return
        draft = self._session.draft
        draft.move_on("Freigabe", approved.result.file, submits=False)
        self._session.check_now()
        work = KeepRelease(approved, self._session.draft_id, self._context.drafts, draft.flush)
        job = self._run("PDF", work, self._on_release_kept)
        job.failed.connect(partial(self._on_release_failed, approved))

    @Slot(object)
    def _on_release_kept(self, target: Path) -> None:
        self._session.draft.submit()
        tell_written(self._window, "Freigegeben", target)

    def _on_release_failed(self, approved: Approved, error: Exception) -> None:
        """The approval is taken back, unless it is stored."""
        if isinstance(error, PdfMissingError):
            self._session.draft.submit()
        elif self._file is approved.result.file:
            self._session.draft.move_on("Freigabe", approved.before)
            self._session.check_now()

    def _ask_withdrawal(self) -> None:
        question = (
            "Soll die Freigabe zurückgenommen werden? Das gespeicherte PDF gilt dann nicht mehr; "
            "bitte löschen Sie es."
        )
        ask(self._window, "Freigabe zurücknehmen", question, "&Zurücknehmen", self._withdraw)

    def _withdraw(self) -> None:
        draft = withdraw_approval(self._file, "", utc_now())
        self._session.draft.move_on("Freigabe zurücknehmen", draft)
        self._session.check_now()

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
