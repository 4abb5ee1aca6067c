"""The steps between states, the log and the sheet for signatures of an open plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.approval.own_name import own_name, remember_own_name
from lpd_desktop.gui.approval.state_work import KeepState, KeepSubmission
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.versions.kept_states import DraftPlace
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import STATE_NAMES
from lpd_desktop.release.fixed_text import why_fixed
from lpd_desktop.release.states import Actor, Step, move, steps_from
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.store.errors import ChangedElsewhereError

STEP_KEYS = ("review", "back", "withdraw", "submit", "return", "next")
"""Approving has an assistant of its own."""

_MEANWHILE = (
    "Das Dokument ist inzwischen in einem anderen Zustand; bitte sehen Sie auf der Seite "
    "„Freigabe“ nach, was jetzt möglich ist."
)

_NOT_DONE = "Nicht ausgeführt: {step}. Der Entwurf wurde an anderer Stelle gespeichert."


class DocumentStates(QObject):
    """Belongs to one open plan."""

    def __init__(self, window: QWidget, wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._wizard, self._context = window, wizard, context
        self._session = context.session

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """The steps, the log and the sheet for signatures."""
        steps = {f"state_{key}": partial(self.ask, key) for key in STEP_KEYS}
        return {**steps, "log": self.show_log, "signature_sheet": self.show_signature_sheet}

    def end(self) -> None:
        """The plan is being closed."""
        self.deleteLater()

    def ask(self, key: str) -> None:
        """Asks who takes a step, or says why it is not possible now."""
        from lpd_desktop.gui.approval.state_dialog import StateDialog

        step = next(each for each in steps_from(self._session.file) if each.key == key)
        if not step.is_possible:
            tell(self._window, step.caption, step.reason, warning=False)
            return
        dialog = StateDialog(self._window, step, own_name(self._context))
        dialog.agreed.connect(partial(self._take, step))
        dialog.open()

    def _take(self, step: Step, actor: Actor, note: str) -> None:
        """The text is fixed, or free, before the state is stored: nothing comes in between."""
        remember_own_name(self._context, Signatory(name=actor.name, role=actor.role))
        self._wizard.flush()
        before = self._session.file
        now = next((each for each in steps_from(before) if each.key == step.key), step)
        if not now.is_possible:
            tell(self._window, step.caption, f"{now.reason} {_MEANWHILE}")
            return
        if step.key == "submit":
            self._submit(step, before, actor)
            return
        try:
            after = move(before, step.target, actor, utc_now(), note)
        except LpdError as error:
            tell(self._window, step.caption, str(error))
            return
        self._keep(step, before, after)

    def _keep(self, step: Step, before: LpdFile, after: LpdFile) -> None:
        draft = self._session.draft
        draft.move_on(step.caption, after, submits=False)
        place = DraftPlace(self._context.data_folder, self._session.draft_id)
        work = KeepState(place, before, after, draft.flush)
        job = self._context.jobs.start(step.caption, work, is_kept=True)
        job.succeeded.connect(partial(self._on_kept, after))
        job.failed.connect(partial(self._on_failed, step, before, after))
        job.cancelled.connect(partial(self._take_back, step, before, after))

    def _submit(self, step: Step, before: LpdFile, actor: Actor) -> None:
        """The register of hand-overs gets its entry together with the state."""
        place = DraftPlace(self._context.data_folder, self._session.draft_id)
        work = KeepSubmission(place, before, actor, self._session.draft.flush)
        job = self._context.jobs.start(step.caption, work, is_kept=True)
        job.succeeded.connect(partial(self._on_submitted, step))
        job.failed.connect(partial(self._on_failed, step, before, before))

    def _on_submitted(self, step: Step, after: LpdFile) -> None:
        self._session.draft.move_on(step.caption, after)
        self._on_kept(after)

    def _on_kept(self, after: LpdFile, _nothing: object = None) -> None:
        self._session.draft.submit()
        self._session.check_now()
        state = after.work.state
        told = "wieder ein Entwurf" if state == "draft" else STATE_NAMES[state]
        self._context.requests.notice_wanted.emit(f"Das Dokument ist jetzt {told}.")

    def _on_failed(self, step: Step, before: LpdFile, after: LpdFile, error: Exception) -> None:
        """Who saved elsewhere is met by the writer too, and then it is asked what becomes of it."""
        self._take_back(step, before, after)
        if isinstance(error, ChangedElsewhereError):
            self._context.requests.notice_wanted.emit(_NOT_DONE.format(step=step.caption))
        else:
            tell(self._window, step.caption, sentence_of(error))

    def _take_back(self, step: Step, before: LpdFile, after: LpdFile) -> None:
        """Nothing was stored, so the document is again what it was, and is saved as that."""
        if after is not before and self._session.file is after:
            self._session.draft.move_on(step.caption, before, submits=False)
        self._session.draft.submit()
        self._session.check_now()

    @Slot()
    def show_log(self) -> None:
        """Shows what happened to the document."""
        from lpd_desktop.gui.approval.log_dialog import LogDialog

        LogDialog(self._window, self._context).open()

    @Slot()
    def show_signature_sheet(self) -> None:
        """Asks for the sheet for signatures, or says why nothing can be changed."""
        from lpd_desktop.gui.approval.signature_sheet_dialog import TITLE, SignatureSheetDialog

        if self._session.draft.is_editable:
            SignatureSheetDialog(self._window, self._context).open()
        else:
            tell(self._window, TITLE, why_fixed(self._session.file), warning=False)
