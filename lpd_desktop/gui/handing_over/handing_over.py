"""Handing an approved plan over, and the state of the open draft after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from lpd_desktop.gui.handing_over.hand_over_work import TITLE, HandedOver
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.submissions.submissions import Submissions
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.work import STATE_NAMES
from lpd_desktop.runtime.files import UnwritableFileError

if TYPE_CHECKING:
    from lpd_desktop.gui.handing_over.hand_over_assistant import HandOverAssistant
    from lpd_desktop.gui.job_runner import Work

_NOT_YET = (
    "Das Dokument ist {state}. Übergeben wird nur ein freigegebenes Dokument; zur Freigabe kommen "
    "Sie mit „Zur Freigabe“ im Menü „Prüfen“."
)
_CANCELLED = "Abgebrochen. Was davon schon geschrieben ist, sagt dieses Fenster beim nächsten Mal."
_STATE_DRAFT = "ein Entwurf"


class HandingOver(QObject):
    """Belongs to one open plan."""

    def __init__(self, window: QWidget, _wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._context, self._session = window, context, context.session
        self.assistant: HandOverAssistant | None = None

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """The assistant, and the register for pages that lead there."""
        return {"hand_over": self.show, "submissions": self._show_register}

    def end(self) -> None:
        """The plan is being closed; what is written is written, the store knows how far."""
        self.deleteLater()

    @Slot()
    def show(self) -> None:
        """Opens the assistant; of a plan that is not approved it says what comes first."""
        state = self._session.file.work.state
        if state not in ("approved", "submitted"):
            told = _STATE_DRAFT if state == "draft" else STATE_NAMES[state]
            tell(self._window, TITLE, _NOT_YET.format(state=told), warning=False)
            return
        from lpd_desktop.gui.handing_over.hand_over_assistant import HandOverAssistant

        self.assistant = HandOverAssistant(self._window, self._context)
        self.assistant.work_wanted.connect(self._on_work_wanted)
        self.assistant.finished.connect(self._on_closed)
        self.assistant.open()

    def _show_register(self) -> None:
        register = self._window.findChild(Submissions)
        if register is not None:
            register.show_dialog()

    @Slot()
    def _on_closed(self) -> None:
        self.assistant = None

    @Slot(object)
    def _on_work_wanted(self, work: Work) -> None:
        """Carried out to its end although the assistant is closed meanwhile."""
        job = self._context.jobs.start("Übergabe", work)
        job.succeeded.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)

    @Slot(object)
    def _on_done(self, done: HandedOver) -> None:
        if done.file is not None and done.file != self._session.file:
            self._session.draft.move_on("Übergabe", done.file)
        self._session.check_now()
        if self.assistant is not None and isValid(self.assistant):
            self.assistant.show_done(done)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._tell(sentence_of(error), is_of_folder=_is_of_folder(error))

    @Slot()
    def _on_cancelled(self) -> None:
        self._tell(_CANCELLED)

    def _tell(self, sentence: str, *, is_of_folder: bool = False) -> None:
        if self.assistant is not None and isValid(self.assistant):
            self.assistant.show_failed(sentence, is_of_folder=is_of_folder)
        else:
            tell(self._window, TITLE, sentence)


def _is_of_folder(error: Exception) -> bool:
    from lpd_desktop.release.package_folder import FolderTakenError

    return isinstance(error, FolderTakenError | UnwritableFileError)
