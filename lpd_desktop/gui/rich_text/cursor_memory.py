"""Where the cursor stood, told by the block's id, to find the place again after a change."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument

from lpd_desktop.gui.rich_text.selection import index_at
from lpd_desktop.gui.rich_text.to_blocks import elements_of


@dataclass(frozen=True)
class CursorMemory:
    """A place in a document: a block's id and the letters before the cursor in it.

    Attributes:
        index: How many blocks stand before it, for when the block is gone, and to tell blocks
            apart that have the same id: a new paragraph has that of the one it was parted from.
    """

    block_id: str
    offset: int
    index: int = 0

    @classmethod
    def of(cls, cursor: QTextCursor) -> CursorMemory:
        """The place of a cursor."""
        elements = elements_of(cursor.document())
        index = index_at(elements, cursor.position())
        element = elements[index]
        return cls(element.shape.id, cursor.position() - element.first, index)

    def found_in(self, document: QTextDocument) -> QTextCursor:
        """The same place in a document; where the block is gone, behind what stood before it."""
        cursor = QTextCursor(document)
        elements = elements_of(document)
        same = [at for at, each in enumerate(elements) if each.shape.id == self.block_id]
        if same:
            element = elements[min(same, key=self._distance)]
            cursor.setPosition(min(element.first + self.offset, element.last))
        elif self.index:
            cursor.setPosition(elements[: self.index][-1].last)
        return cursor

    def _distance(self, index: int) -> int:
        return abs(index - self.index)
