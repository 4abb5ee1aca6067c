"""Where a document changed since somebody last asked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextDocument

from lpd_desktop.gui.rich_text.to_blocks import EVERYTHING, Stretch


class ChangedStretch(QObject):
    """Listens to one document; at first all of it counts as changed."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._head = self._tail = 0
        self._is_all = True
        self._was_undone = False
        document.contentsChange.connect(self._on_contents_change)

    def mark_all(self) -> None:
        """The whole document is another one."""
        self._is_all = True

    def take(self) -> Stretch | None:
        """From the first changed position to the one behind the last; the next count starts here.

        Returns:
            `EVERYTHING` where it is not known exactly, None where nothing changed.
        """
        size = self._document.characterCount()
        head, tail, is_all = self._head, self._tail, self._is_all
        self._head = self._tail = size
        self._is_all = False
        if is_all:
            return EVERYTHING
        return None if head + tail > size else (head, size - tail)

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        """Of what undo and redo change Qt tells but a part."""
        was_undone, self._was_undone = self._was_undone, self._document.isRedoAvailable()
        self._is_all = self._is_all or was_undone or self._was_undone
        size = self._document.characterCount()
        self._head = min(self._head, position)
        self._tail = min(self._tail, max(0, size - position - added))
