"""„Typografie bereinigen“ for an open plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.search.word_places import WordPlaces
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.word_change import WordChange
from lpd_desktop.runtime.progress import Progress

_TITLE = "Typografie bereinigen"
_CLEAN = "In den Texten ist nichts zu bereinigen."


@dataclass(frozen=True)
class SlipsOf:
    """Looks for slips; for the worker thread."""

    file: LpdFile

    def __call__(self, _progress: Progress) -> list[WordChange]:
        from lpd_desktop.check.typography.cleaning import slips_in_plan

        return slips_in_plan(self.file.form, self.file.plan)


class Cleaning(QObject):
    """Belongs to one open plan."""

    def __init__(self, window: QWidget, wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._wizard, self._context = window, wizard, context
        self._places = WordPlaces(wizard)
        self._is_open = True

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Showing what would be changed."""
        return {"clean": self.start}

    def end(self) -> None:
        """The plan is being closed: what is still looked for is shown nowhere."""
        self._is_open = False
        self.deleteLater()

    def start(self) -> None:
        """Looks for slips and shows them."""
        session = self._context.session
        if not session.draft.is_editable:
            tell(self._window, _TITLE, session.draft.why_fixed, warning=False)
            return
        job = self._context.jobs.start(_TITLE, SlipsOf(session.file))
        job.succeeded.connect(self._on_found)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_found(self, changes: list[WordChange]) -> None:
        if not self._is_open:
            return
        if not changes:
            tell(self._window, _TITLE, _CLEAN, warning=False)
            return
        from lpd_desktop.gui.changes.changes_dialog import CLEANING, ChangesDialog

        dialog = ChangesDialog(self._window, self._context, CLEANING, changes)
        dialog.change_wanted.connect(self._on_change_wanted)
        dialog.was_made.connect(self._wizard.bar.show_notice)
        dialog.open()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self._window, _TITLE, sentence_of(error))

    @Slot(object)
    def _on_change_wanted(self, change: WordChange) -> None:
        self._places.lead_to(change.passage, change.start, change.end)
