"""What the pages of the assistant share."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.plan.file import LpdFile


class AssistantPage(QWidget):
    """One page; it shows the newest state of the draft each time it is entered.

    Attributes:
        changed: Something was typed.
        place_wanted: Somebody wants to go to a place of the plan (address, words).
        action_wanted: Somebody wants something of the window, by its key.
    """

    changed = Signal()
    place_wanted = Signal(str, str)
    action_wanted = Signal(str)
    title = ""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context, self.session = context, context.session
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)

    @property
    def file(self) -> LpdFile:
        """The newest state."""
        return self.session.file

    def enter(self) -> None:
        """The page comes to the front, or the draft changed while it is there."""

    def leave(self) -> None:
        """The page goes from the front."""

    def problem(self) -> str:
        """Why it does not go on from here, empty where it does; shows the place."""
        return ""

    def first_field(self) -> QWidget:
        """Where the focus stands when the page comes to the front."""
        return self
