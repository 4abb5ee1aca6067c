"""Where in an editor a finding is: the block of its address, in it the words concerned."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from lpd_desktop.gui.rich_text.cursor_memory import CursorMemory
from lpd_desktop.gui.rich_text.formats import shape_of_block, shape_of_table, table_at

_AS_QT_SEARCHES = {0x0A: 0x2028, 0xA0: 0x20}
"""Line breaks are separators in a document, and Qt reads its no-break spaces as spaces."""


def cursor_at(document: QTextDocument, block_id: str, quote: str) -> QTextCursor:
    """A cursor that selects the quote; at the start of the block where the quote is not found."""
    block = _block_with(document, block_id)
    start = QTextCursor(block) if block.isValid() else QTextCursor(document)
    if quote:
        words = quote.translate(_AS_QT_SEARCHES)
        found = document.find(words, start)
        if found.isNull():
            found = document.find(words)
        if not found.isNull():
            return found
    return start


def memory_of(cursor: QTextCursor) -> CursorMemory:
    """The place of a cursor, without reading the whole document."""
    table = table_at(cursor)
    if table is not None:
        return CursorMemory(shape_of_table(table).id, cursor.position() - table.firstPosition())
    return CursorMemory(shape_of_block(cursor.block()).id, cursor.positionInBlock())


def _block_with(document: QTextDocument, block_id: str) -> QTextBlock:
    block = document.begin() if block_id else QTextBlock()
    while block.isValid() and shape_of_block(block).id != block_id:
        block = block.next()
    return block
