"""Where in an editor a finding is: the block of its address, in it the words concerned."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from lpd_desktop.gui.rich_text.formats import shape_of_block

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


def _block_with(document: QTextDocument, block_id: str) -> QTextBlock:
    block = document.begin() if block_id else QTextBlock()
    while block.isValid() and shape_of_block(block).id != block_id:
        block = block.next()
    return block
