"""Where in an editor a finding is: the block of its address, in it the words concerned."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from lpd_desktop.gui.rich_text.formats import shape_of_block


def cursor_at(document: QTextDocument, block_id: str, quote: str) -> QTextCursor:
    """A cursor that selects the quote; at the start of the block where the quote is not found."""
    block = _block_with(document, block_id)
    start = QTextCursor(block) if block.isValid() else QTextCursor(document)
    if quote:
        found = document.find(quote, start)
        if found.isNull():
            found = document.find(quote)
        if not found.isNull():
            return found
    return start


def _block_with(document: QTextDocument, block_id: str) -> QTextBlock:
    block = document.begin() if block_id else QTextBlock()
    while block.isValid() and shape_of_block(block).id != block_id:
        block = block.next()
    return block
