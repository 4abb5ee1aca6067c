"""The approval in the window: the assistant, then PDF and release in this order, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.approval.document_name import name_to_approve
from lpd_desktop.gui.approval.entries import Entries
from lpd_desktop.gui.approval.own_name import own_name, remember_own_name
from lpd_desktop.gui.file_choice import PDF, choose_to_save
from lpd_desktop.gui.job_runner import Job
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.pdf_export.written import tell_written
from lpd_desktop.gui.plan_jobs import Approved, KeepRelease, PdfMissingError, SignOff
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.states import steps_from
from lpd_desktop.store.errors import ChangedElsewhereError

if TYPE_CHECKING:
    from lpd_desktop.gui.approval.assistant import ApprovalAssistant

_NOT_DONE = "Nicht freigegeben"
_MEANWHILE = "Während der Freigabe wurde weitergeschrieben; bitte geben Sie noch einmal frei."

_SAVED_ELSEWHERE = f"{_NOT_DONE}: Der Entwurf wurde an anderer Stelle gespeichert."


class Approving(QObject):
    """Belongs to one open plan; what was typed into the assistant stays as long as the window."""

    def __init__(self, window: QWidget, wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._wizard, self._context = window, wizard, context
        self._session = context.session
        self._signing: Job | None = None
        self.assistant: ApprovalAssistant | None = None

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Opening the assistant."""
        return {"approve_now": self.open_assistant}

    def end(self) -> None:
        """The plan is being closed; what is being written is written to its end."""
        if self.assistant is not None:
            self.assistant.reject()
        self.deleteLater()

    @Slot()
    def open_assistant(self) -> None:
        """Shows the assistant with what was typed before, or says why there is none now."""
        from lpd_desktop.gui.approval.assistant import ApprovalAssistant

        step = next(each for each in steps_from(self._session.file) if each.key == "approve")
        if not step.is_possible:
            tell(self._window, step.caption, step.reason, warning=False)
            return
        entries = self._kept.get(self._key)
        if not isinstance(entries, Entries):
            entries = Entries.of_today(own_name(self._context))
        self.assistant = ApprovalAssistant(self._window, self._context, entries)
        self.assistant.typed.connect(self._on_typed)
        self.assistant.sign_wanted.connect(self._on_sign_wanted)
        self.assistant.finished.connect(self._on_assistant_finished)
        self.assistant.open()

    @Slot(object)
    def _on_typed(self, entries: Entries) -> None:
        self._kept[self._key] = entries

    @Slot()
    def _on_assistant_finished(self) -> None:
        """Whoever closes the assistant takes an approval back that is not stored yet."""
        self.assistant = None
        if self._signing is not None:
            self._signing.drop(succeeded=self._on_signed_off, failed=self._on_failed)
            self._signing = None

    @Slot(object)
    def _on_sign_wanted(self, entries: Entries) -> None:
        if self.assistant is not None and self.assistant.rule_fault:
            tell(self._parent, _NOT_DONE, self.assistant.rule_fault)
            return
        remember_own_name(self._context, entries.approval.signatories[0])
        self.sign(entries.approval)

    def sign(self, approval: Approval) -> None:
        """Asks where the PDF is to lie, then approves."""
        parent = self.assistant or self._window
        name = name_to_approve(self._context.data_folder, self._session.file, approval)
        chosen = partial(self._on_final_chosen, approval)
        choose_to_save(parent, "Freigeben und PDF speichern", PDF, name, chosen)

    def _on_final_chosen(self, approval: Approval, name: str) -> None:
        work = SignOff(self._session.file, approval, Path(name), self._context.data_folder)
        self._show_running(True)
        self._signing = self._context.jobs.start("Freigabe", work)
        self._signing.succeeded.connect(self._on_signed_off)
        self._signing.failed.connect(self._on_failed)
        self._signing.cancelled.connect(self._on_cancelled)

    @Slot(object)
    def _on_signed_off(self, approved: Approved) -> None:
        """The draft is fixed first, so that the release that is stored then is what it says."""
        self._signing = None
        if self._session.file is not approved.before:
            self._show_running(False)
            tell(self._parent, _NOT_DONE, _MEANWHILE)
            return
        draft = self._session.draft
        draft.move_on("Freigabe", approved.result.file, submits=False)
        self._session.check_now()
        work = KeepRelease(approved, self._session.draft_id, self._context.drafts, draft.flush)
        job = self._context.jobs.start("PDF", work, is_kept=True)
        job.succeeded.connect(self._on_release_kept)
        job.failed.connect(partial(self._on_release_failed, approved))
        job.cancelled.connect(partial(self._take_back, approved))

    @Slot(object)
    def _on_release_kept(self, target: Path) -> None:
        self._end_well()
        tell_written(self._window, "Freigegeben", target)

    def _on_release_failed(self, approved: Approved, error: Exception) -> None:
        """The approval is taken back, unless it is stored.

        Who saved elsewhere is met by the writer too, and then it is asked what becomes of it.
        """
        if isinstance(error, PdfMissingError):
            self._end_well()
            tell(self._window, "Freigegeben", sentence_of(error))
            return
        self._take_back(approved)
        if not isinstance(error, ChangedElsewhereError):
            self._on_failed(error)
            return
        if self.assistant is not None:
            self.assistant.reject()
        self._context.requests.notice_wanted.emit(_SAVED_ELSEWHERE)

    def _take_back(self, approved: Approved) -> None:
        """Nothing was stored, so the draft is again what it was; that is no change of the text."""
        if self._session.file is approved.result.file:
            self._session.draft.move_on("Freigabe", approved.before, submits=False)
            self._session.draft.submit()
            self._session.check_now()
        self._show_running(False)

    def _end_well(self) -> None:
        self._session.draft.submit()
        self._kept.pop(self._key, None)
        if self.assistant is not None:
            self.assistant.accept()

    @Slot()
    def _on_cancelled(self) -> None:
        self._signing = None
        self._show_running(False)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        """The draft is what it was, and so is what was typed."""
        self._signing = None
        self._show_running(False)
        tell(self._parent, _NOT_DONE, sentence_of(error))

    @property
    def _kept(self) -> dict[str, object]:
        return self._context.memory.while_open

    @property
    def _key(self) -> str:
        return f"approval of {self._session.draft_id}"

    @property
    def _parent(self) -> QWidget:
        return self.assistant or self._window

    def _show_running(self, is_running: bool) -> None:
        if self.assistant is not None:
            self.assistant.show_running(is_running)
