"""The preview of an open plan, built when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QMainWindow, QWidget

from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.preview.preview_memory import PreviewMemory
from lpd_desktop.gui.wizard import PlanWizard

if TYPE_CHECKING:
    from lpd_desktop.gui.preview.shown_preview import ShownPreview


class Preview(QObject):
    """Belongs to one open plan; nothing is built before it is wanted."""

    def __init__(self, window: QWidget, wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._wizard, self._context = window, wizard, context
        self._memory = PreviewMemory(context.data_folder)
        self.shown: ShownPreview | None = None
        if self._memory.is_open:
            QTimer.singleShot(0, self, self._open)

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Showing and closing."""
        return {"preview": self.turn}

    def end(self) -> None:
        """The plan is being closed; whether the preview was open is remembered."""
        if self.shown is not None:
            self.shown.end()
        self.shown = None
        self.deleteLater()

    @Slot()
    def turn(self) -> None:
        """Opens the preview, or closes it."""
        if self.shown is not None and self.shown.is_open:
            self._close()
        else:
            self._open()

    @Slot()
    def _open(self) -> None:
        assert isinstance(self._window, QMainWindow)
        if self.shown is None:
            from lpd_desktop.gui.preview.shown_preview import ShownPreview

            self.shown = ShownPreview(self._window, self._wizard, self._context, self._memory)
            self.shown.pane.close_wanted.connect(self._close)
            self.shown.host.closed.connect(self._close)
        self._memory.is_open = True
        self.shown.open()

    @Slot()
    def _close(self) -> None:
        self._memory.is_open = False
        if self.shown is not None:
            self.shown.close()
