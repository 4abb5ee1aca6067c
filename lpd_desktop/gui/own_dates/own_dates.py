"""Opens the dialog for the days of the open plan, in every state of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.wizard import PlanWizard


class OwnDatesFeature(QObject):
    """Belongs to one open plan."""

    def __init__(self, window: QWidget, _wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._context = window, context

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Opening the dialog."""
        return {"dates": self.open}

    def end(self) -> None:
        """The plan is being closed."""
        self.deleteLater()

    @Slot()
    def open(self) -> None:
        """Shows the dialog."""
        from lpd_desktop.gui.own_dates.dates_dialog import DatesDialog

        DatesDialog(self._window, self._context).open()
