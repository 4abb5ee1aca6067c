"""Going back in an open plan: earlier states, earlier texts, the start of the session."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.editing.taking_back import TakenBack
from lpd_desktop.gui.messages import ask, sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.versions.kept_states import BeginSession, DraftPlace, KeepPoint
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.addresses import Address, blocks_at
from lpd_desktop.runtime.errors import LpdError

_LOG = logging.getLogger(__name__)

DISCARD = "Änderungen dieser Sitzung verwerfen"
_NO_TEXT = (
    "Der Cursor steht in keinem Textfeld. Bitte klicken Sie zuerst in die Antwort, deren frühere "
    "Texte Sie sehen möchten. Frühere Tabellen stehen unter „Budgetstände“."
)
_NOTHING_CHANGED = "In dieser Sitzung ist noch nichts geändert."
_QUESTION = (
    "Soll das Planungsdokument wieder so werden, wie es beim Öffnen war? Der jetzige Stand bleibt "
    "unter „Frühere Fassungen“ erhalten, und Strg+Z nimmt das Verwerfen zurück."
)


class Versions(QObject):
    """Belongs to one open plan; keeps the state at which it was opened."""

    def __init__(self, window: QWidget, wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._wizard, self._context = window, wizard, context
        self._session = context.session
        self._start = self._session.file
        self._place = DraftPlace(context.data_folder, self._session.draft_id)
        job = context.jobs.start("Sitzung beginnen", BeginSession(self._place, self._start))
        job.failed.connect(self._on_not_begun)

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """What the menu offers."""
        return {
            "points": self.show_points,
            "earlier_texts": self.show_earlier_texts,
            "discard_session": self.ask_to_discard,
        }

    def end(self) -> None:
        """The plan is being closed."""
        self.deleteLater()

    @Slot()
    def show_points(self) -> None:
        """Shows the earlier states."""
        from lpd_desktop.gui.versions.points_dialog import PointsDialog

        PointsDialog(self._window, self._context).open()

    @Slot()
    def show_earlier_texts(self) -> None:
        """Shows the earlier texts of the answer in which the cursor stands."""
        from lpd_desktop.gui.versions.earlier_texts_dialog import TITLE, EarlierTextsDialog

        page, file = self._wizard.page, self._session.file
        where = Address.parse(page.address_at(page.focusWidget())).field
        if blocks_at(file.form, file.plan, where) is None:
            tell(self._window, TITLE, _NO_TEXT, warning=False)
        else:
            EarlierTextsDialog(self._window, self._context, where).open()

    @Slot()
    def ask_to_discard(self) -> None:
        """Asks whether all changes since the plan was opened shall go."""
        if not self._session.draft.is_editable:
            tell(self._window, DISCARD, self._session.draft.why_fixed, warning=False)
        elif TakenBack(self._start)(self._session.file) == self._session.file:
            tell(self._window, DISCARD, _NOTHING_CHANGED, warning=False)
        else:
            ask(self._window, DISCARD, _QUESTION, "&Verwerfen", self.discard)

    @Slot()
    def discard(self) -> None:
        """Makes the state at which the plan was opened the present one, as one step."""
        before = self._session.file
        try:
            self._session.draft.change(DISCARD, TakenBack(self._start))
        except LpdError as error:
            tell(self._window, DISCARD, str(error))
            return
        self._session.check_now()
        keep = KeepPoint(self._place, before, "before_discard")
        job = self._context.jobs.start("Fassung festhalten", keep, is_kept=True)
        job.failed.connect(self._on_not_kept)

    @Slot(Exception)
    def _on_not_kept(self, error: Exception) -> None:
        tell(self._window, "Fassung nicht festgehalten", sentence_of(error))

    @Slot(Exception)
    def _on_not_begun(self, error: Exception) -> None:
        """Saving tells of the same trouble; what was opened is kept here as long as it is open."""
        _LOG.warning("the start of the session was not kept: %s", type(error).__name__)
