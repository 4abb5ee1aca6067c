"""A dialog over the open draft: steps that can be undone, and the way to a place in the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.messages import tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.errors import LpdError


class DraftDialog(ScrollingDialog):
    """Deletes itself when it is closed."""

    def __init__(self, parent: QWidget, context: PageContext, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._session = context, context.session

    def _change(
        self, title: str, step: Callable[[LpdFile], LpdFile], *, in_all_texts: bool = False
    ) -> bool:
        """One step of the draft; what it cannot do is told here, and nothing is changed."""
        try:
            self._session.draft.change(title, step, in_all_texts=in_all_texts)
        except LpdError as error:
            tell(self, title, str(error))
            return False
        self._session.check_now()
        return True

    @Slot(str, str)
    def _on_place_wanted(self, where: str, quote: str) -> None:
        self.accept()
        self._context.requests.place_wanted.emit(where, quote)
