"""A dialog that compares the open draft with another state, such as a file that came back."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from lpd_desktop.editing.taking_back import TakenBack
from lpd_desktop.gui.comparing.comparison_panel import ComparisonPanel, OtherState
from lpd_desktop.gui.draft_dialog import DraftDialog
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.versions.kept_states import DraftPlace, KeepPoint
from lpd_desktop.plan.file import LpdFile

TITLE = "Vergleichen"
_SIZE = (1060, 640)


class DraftComparison(DraftDialog):
    """Takes over answer by answer, or all of it; each is a step that Ctrl+Z takes back.

    Args:
        parent: The window.
        context: The open draft.
        other: What it is compared with.
        other_name: How that is called, such as a file's name.
        other_is_older: The draft is what became of it; else it is what became of the draft.
    """

    def __init__(
        self,
        parent: QWidget,
        context: PageContext,
        other: LpdFile,
        other_name: str,
        *,
        other_is_older: bool = True,
    ) -> None:
        super().__init__(parent, context, TITLE)
        self._other = other
        self.panel = ComparisonPanel(context, self._change)
        self.panel.all_wanted.connect(self._on_all_wanted)
        self.panel.place_wanted.connect(self._on_place_wanted)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.panel, 1)
        layout.addWidget(buttons)
        self.resize(*_SIZE)
        self.panel.show_other(OtherState(other, other_name, other_is_older))
        self.panel.places.setFocus()

    @Slot()
    def _on_all_wanted(self) -> None:
        """The present state is kept first, beside what Ctrl+Z takes back."""
        before = self._session.file
        if self._change("Alles übernehmen", TakenBack(self._other)):
            context = self._context
            place = DraftPlace(context.data_folder, self._session.draft_id)
            keep = KeepPoint(place, before, "before_return")
            job = context.jobs.start("Fassung festhalten", keep, is_kept=True)
            job.failed.connect(self._on_not_kept)

    @Slot(Exception)
    def _on_not_kept(self, error: Exception) -> None:
        tell(self, "Fassung nicht festgehalten", sentence_of(error))
