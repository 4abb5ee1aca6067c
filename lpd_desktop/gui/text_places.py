"""Where in an editor a finding is: the block of its address, in it the words concerned."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable, QTextTableCell

from lpd_desktop.gui.rich_text.cursor_memory import CursorMemory
from lpd_desktop.gui.rich_text.formats import shape_of_block, shape_of_table, table_at
from lpd_desktop.gui.rich_text.table_grid import tables_of

_AS_QT_SEARCHES = {0x0A: 0x2028, 0xA0: 0x20}
"""Line breaks are separators in a document, and Qt reads its no-break spaces as spaces."""


def cursor_at(document: QTextDocument, block_id: str, quote: str) -> QTextCursor:
    """A cursor that selects the quote, or the cell with its words where they go over lines.

    Where the quote is not found it stands at the start of the block or table.
    """
    start = _start_of(document, block_id)
    if not quote:
        return start
    words = quote.translate(_AS_QT_SEARCHES)
    for found in (document.find(words, start), _cell_with(document, start, quote)):
        if not found.isNull():
            return found
    anywhere = document.find(words)
    return start if anywhere.isNull() else anywhere


def memory_of(cursor: QTextCursor) -> CursorMemory:
    """The place of a cursor, without reading the whole document."""
    table = table_at(cursor)
    if table is not None:
        return CursorMemory(shape_of_table(table).id, cursor.position() - table.firstPosition())
    return CursorMemory(shape_of_block(cursor.block()).id, cursor.positionInBlock())


def _start_of(document: QTextDocument, block_id: str) -> QTextCursor:
    block = _block_with(document, block_id)
    if block.isValid():
        return QTextCursor(block)
    for table in tables_of(document):
        if block_id and shape_of_table(table).id == block_id:
            return table.firstCursorPosition()
    return QTextCursor(document)


def _block_with(document: QTextDocument, block_id: str) -> QTextBlock:
    block = document.begin() if block_id else QTextBlock()
    while block.isValid() and shape_of_block(block).id != block_id:
        block = block.next()
    return block


def _cell_with(document: QTextDocument, start: QTextCursor, quote: str) -> QTextCursor:
    """The contents of the first cell from a place on that holds the words of a quote."""
    words = " ".join(quote.split())
    for table in tables_of(document):
        for cell in _cells(table):
            contents = _contents(cell)
            is_behind = contents.selectionStart() >= start.position()
            if is_behind and words in " ".join(contents.selectedText().split()):
                return contents
    return QTextCursor()


def _cells(table: QTextTable) -> Iterator[QTextTableCell]:
    for row in range(table.rows()):
        for column in range(table.columns()):
            yield table.cellAt(row, column)


def _contents(cell: QTextTableCell) -> QTextCursor:
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    return cursor
