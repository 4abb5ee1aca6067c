"""Deletes selected text; what stands above and below a table stays in lines of its own."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextTable

from lpd_desktop.gui.rich_text.dressing import set_line
from lpd_desktop.gui.rich_text.formats import shape_of_block, table_at
from lpd_desktop.gui.rich_text.shapes import Shape


def remove_selected(cursor: QTextCursor, *, to_write: bool = False) -> None:
    """Deletes the selection, in one step of undo with what is done around it.

    Qt selects a table whole as soon as one end of the selection lies outside of it, and without
    the table it would join the line above with the one below.

    Args:
        cursor: The selection.
        to_write: Something is written in its place, so there must be a line for it.
    """
    below = _line_to_keep(cursor)
    if below is None:
        cursor.removeSelectedText()
        return
    start = cursor.selectionStart()
    above = shape_of_block(cursor.document().findBlock(start))
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    cursor.setPosition(start)
    if above.kind == "filler" and not to_write:
        set_line(cursor.block(), below)
    else:
        cursor.insertBlock()
        set_line(cursor.block(), below)
        cursor.setPosition(start)
        set_line(cursor.block(), above)
    cursor.endEditBlock()


def ends_at_table(cursor: QTextCursor) -> bool:
    """Whether `remove_selected` has more to do than Qt."""
    return _line_to_keep(cursor) is not None


def _line_to_keep(cursor: QTextCursor) -> Shape | None:
    """The line below a selection that begins or ends at a table's edge."""
    if not cursor.hasSelection() or table_at(cursor) is not None:
        return None
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    last = cursor.document().findBlock(end)
    first = cursor.document().findBlock(start)
    below = _table_in(last.previous())
    above = _table_in(first.next())
    ends = below is not None and below.firstPosition() > start and end == last.position()
    edge = first.position() + first.length() - 1
    starts = above is not None and above.lastPosition() < end and start == edge
    shape = shape_of_block(last)
    return shape if (ends or starts) and shape.kind != "filler" else None


def _table_in(block: QTextBlock) -> QTextTable | None:
    return table_at(QTextCursor(block)) if block.isValid() else None
