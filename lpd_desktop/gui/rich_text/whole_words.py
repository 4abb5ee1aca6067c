"""Keeps words whole: in a narrow column of a table the column grows, the word is not cut."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextEdit

_WHOLE = QTextOption.WrapMode.WordWrap
_CUT = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class WholeWords(QObject):
    """Words are cut only where the text would be wider than its field otherwise.

    That is so for a long address of the internet, or for a table with many columns. Whether it
    still is, is tried again when the field gets another width.
    """

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._width = 0
        editor.setWordWrapMode(_WHOLE)
        editor.document().documentLayout().documentSizeChanged.connect(self.follow_text)

    def follow_width(self) -> None:
        """The field may have another width."""
        width = self._editor.viewport().width()
        if width != self._width:
            self._width = width
            self._editor.setWordWrapMode(_WHOLE)
            self.follow_text()

    @Slot()
    def follow_text(self) -> None:
        """The text may have become too wide."""
        editor = self._editor
        if editor.wordWrapMode() == _WHOLE and 0 < self._width < editor.document().size().width():
            editor.setWordWrapMode(_CUT)
