"""The text of one place with its changes, to be read with a cursor."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit

from lpd_desktop.gui.comparing.marked_document import SIGNS_EXPLAINED, MarkedDocument
from lpd_desktop.gui.look.letters import reading_font
from lpd_desktop.plan.comparing.marked_text import told_amount
from lpd_desktop.plan.comparing.place_change import PlaceChange

_READABLE = (
    Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
)


class ChangedText(QTextEdit):
    """Read only; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self._change: PlaceChange | None = None
        self._only_changed = False
        self.setReadOnly(True)
        self.setTextInteractionFlags(_READABLE)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setFont(reading_font(self.font()))
        self.setAccessibleName("Änderungen")
        self.setAccessibleDescription(f"Nur zum Lesen. {SIGNS_EXPLAINED}")
        self.document().setDocumentMargin(8)

    def show_only_changed(self, wanted: bool) -> None:
        """Lines that stayed are left out, or shown too."""
        self._only_changed = wanted
        self.show_change(self._change)

    def show_change(self, change: PlaceChange | None) -> None:
        """Shows one place from its first change on; None shows nothing."""
        self._change = change
        if change is None:
            self.clear()
            self.setAccessibleName("Änderungen")
            return
        first = MarkedDocument(self.document(), self._only_changed).show(change)
        self.setAccessibleName(f"Änderungen bei {change.place}, {told_amount(change)}")
        self._lead_to(first)

    def _lead_to(self, position: int) -> None:
        """The line with the first change stands at the top, if the text is so long."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)
        cursor.setPosition(position)
        self.setTextCursor(cursor)
