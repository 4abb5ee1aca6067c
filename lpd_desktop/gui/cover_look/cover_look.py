"""Opens the dialog for logo and colour; refuses what is approved."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.messages import tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.wizard import PlanWizard


class CoverLook(QObject):
    """Belongs to one open plan."""

    def __init__(self, window: QWidget, _wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._context = window, context

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Opening the dialog."""
        return {"cover_look": self.open}

    def end(self) -> None:
        """The plan is being closed."""
        self.deleteLater()

    @Slot()
    def open(self) -> None:
        """Shows the dialog, or says why nothing can be changed."""
        from lpd_desktop.gui.cover_look.look_dialog import TITLE, LookDialog

        if self._context.session.draft.is_editable:
            LookDialog(self._window, self._context).open()
        else:
            tell(self._window, TITLE, self._context.session.draft.why_fixed)
