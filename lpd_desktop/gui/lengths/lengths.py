"""„Umfang“ for an open plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.wizard import PlanWizard


class Lengths(QObject):
    """Belongs to one open plan."""

    def __init__(self, window: QWidget, _wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._context = window, context

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Showing the dialog."""
        return {"lengths": self.show}

    def end(self) -> None:
        """The plan is being closed."""
        self.deleteLater()

    def show(self) -> None:
        """Shows the lengths of the newest state."""
        from lpd_desktop.gui.lengths.length_dialog import LengthDialog

        LengthDialog(self._window, self._context).open()
