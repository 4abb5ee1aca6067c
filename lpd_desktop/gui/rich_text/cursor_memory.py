"""Where the cursor stood, told by the block's id, to find the place again after a change."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument

from lpd_desktop.gui.rich_text.selection import index_at
from lpd_desktop.gui.rich_text.to_blocks import elements_of


@dataclass(frozen=True)
class CursorMemory:
    """A place in a document: a block's id and the letters before the cursor in it."""

    block_id: str
    offset: int

    @classmethod
    def of(cls, cursor: QTextCursor) -> CursorMemory:
        """The place of a cursor."""
        elements = elements_of(cursor.document())
        element = elements[index_at(elements, cursor.position())]
        return cls(element.shape.id, cursor.position() - element.first)

    def found_in(self, document: QTextDocument) -> QTextCursor:
        """The same place in a document, its start where the block is gone."""
        cursor = QTextCursor(document)
        for element in elements_of(document):
            if element.shape.id == self.block_id:
                cursor.setPosition(min(element.first + self.offset, element.last))
        return cursor
