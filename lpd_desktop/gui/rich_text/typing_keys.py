"""What Enter, Backspace and Delete do: new blocks get new ids, lists are left as in Word."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QTextCursor, QTextTable

from lpd_desktop.gui.rich_text.commands import ShapeCommand
from lpd_desktop.gui.rich_text.deleting import remove_selected
from lpd_desktop.gui.rich_text.dressing import change_shapes, set_line
from lpd_desktop.gui.rich_text.formats import (
    look_of,
    shape_of_block,
    table_at,
    text_format,
)
from lpd_desktop.gui.rich_text.normal_form import LINE_SEPARATOR
from lpd_desktop.gui.rich_text.selection import index_at
from lpd_desktop.gui.rich_text.shapes import Shape
from lpd_desktop.gui.rich_text.structure import attached, has_item_above, outdented
from lpd_desktop.gui.rich_text.to_blocks import elements_of
from lpd_desktop.runtime.identity import new_id


def break_line(cursor: QTextCursor) -> None:
    """Shift+Enter: a new line inside the same block or cell."""
    cursor.beginEditBlock()
    remove_selected(cursor, to_write=True)
    cursor.insertText(LINE_SEPARATOR)
    cursor.endEditBlock()


def start_new_block(cursor: QTextCursor) -> None:
    """Enter: a new block or item; out of the list on an empty item; a line break in a cell.

    The text is to be tidied afterwards.
    """
    if table_at(cursor) is not None:
        break_line(cursor)
        return
    shape = shape_of_block(cursor.block())
    if shape.lists and cursor.block().length() == 1 and not cursor.hasSelection():
        _change_here(cursor, outdented)
        return
    cursor.beginEditBlock()
    remove_selected(cursor, to_write=True)
    _split(cursor)
    cursor.endEditBlock()


def _split(cursor: QTextCursor) -> None:
    """Divides a block; the text behind or before keeps the id, an empty line never takes it."""
    block = cursor.block()
    shape = _line(shape_of_block(block))
    empties_first = cursor.atBlockStart() and block.length() > 1
    at_end = cursor.atBlockEnd()
    cursor.insertBlock()
    first, second = shape, replace(shape, id=new_id())
    if empties_first:
        first, second = replace(shape, id=new_id()), shape
    elif at_end and shape.is_heading:
        second = replace(second, kind="paragraph")
    if first.is_heading and empties_first:
        first = replace(first, kind="paragraph")
    set_line(cursor.block().previous(), first)
    set_line(cursor.block(), second)
    cursor.setCharFormat(text_format(look_of(second)))


def _line(shape: Shape) -> Shape:
    return replace(shape, kind="paragraph", kept="") if shape.kind == "filler" else shape


def step_back(cursor: QTextCursor) -> bool:
    """Backspace at the start of a block, where it means more than deleting a letter.

    An item becomes a further paragraph of the item above, that one leaves the list, a heading
    becomes a paragraph.

    Returns:
        Whether there was something of this kind to do.
    """
    if cursor.hasSelection() or not cursor.atBlockStart() or table_at(cursor) is not None:
        return False
    shape = shape_of_block(cursor.block())
    if shape.lists:
        _leave_item(cursor, shape)
        return True
    if shape.is_heading:
        _change_here(cursor, _as_paragraph)
        return True
    return _is_behind_table(cursor)


def _leave_item(cursor: QTextCursor, shape: Shape) -> None:
    elements = elements_of(cursor.document())
    index = index_at(elements, cursor.position())
    if shape.starts_item and has_item_above([each.shape for each in elements], index):
        change_shapes(cursor.document(), lambda shapes: attached(shapes, index))
    else:
        _change_here(cursor, outdented)


def _as_paragraph(shapes: list[Shape], first: int, last: int) -> list[Shape]:
    result = list(shapes)
    result[first : last + 1] = [replace(s, kind="paragraph") for s in shapes[first : last + 1]]
    return result


def _change_here(cursor: QTextCursor, change: ShapeCommand) -> None:
    index = index_at(elements_of(cursor.document()), cursor.position())
    change_shapes(cursor.document(), lambda shapes: change(shapes, index, index))


def _is_behind_table(cursor: QTextCursor) -> bool:
    """Behind a table there is nothing that Backspace could join with."""
    elements = elements_of(cursor.document())
    index = index_at(elements, cursor.position())
    return index > 0 and isinstance(elements[index - 1].place, QTextTable)
