"""Carries out in the editor what `typing_habits` make of what is typed, each as a step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from lpd_desktop.gui.rich_text.dressing import change_shapes
from lpd_desktop.gui.rich_text.formats import shape_of_block, table_at
from lpd_desktop.gui.rich_text.selection import index_at
from lpd_desktop.gui.rich_text.structure import begun_list, number_follows
from lpd_desktop.gui.rich_text.text_edits import replace_words
from lpd_desktop.gui.rich_text.to_blocks import elements_of
from lpd_desktop.gui.rich_text.typing_default import TypingDefault
from lpd_desktop.gui.rich_text.typing_habits import (
    LONGEST_LOOK,
    TRIGGERS,
    ListMark,
    list_mark,
    replacement_for,
)

if TYPE_CHECKING:
    from lpd_desktop.gui.rich_text.editor import RichTextEdit


def before_typed(editor: RichTextEdit, typed: str) -> None:
    """Each word that is typed is a step of undo of its own."""
    cursor = editor.textCursor()
    if cursor.hasSelection() or typed.isspace():
        return
    if editor.document().characterAt(cursor.position() - 1).isspace():
        editor.start_typing_step()


def after_typed(editor: RichTextEdit, typed: str) -> None:
    """Replaces what was typed where there is a habit for it."""
    if typed[-1:] not in TRIGGERS or not TypingDefault.replaces:
        return
    cursor = editor.textCursor()
    if typed == " " and _begins_list(editor, cursor):
        return
    found = replacement_for(_letters_before(cursor))
    if found is not None:
        end = cursor.position()
        with editor.step(found.title) as writer:
            replace_words(writer, end - found.length, end, found.text)


def _letters_before(cursor: QTextCursor) -> str:
    """The last letters of the block before the cursor."""
    reader = QTextCursor(cursor)
    start = max(cursor.block().position(), cursor.position() - LONGEST_LOOK)
    reader.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
    return reader.selectedText()


def _begins_list(editor: RichTextEdit, cursor: QTextCursor) -> bool:
    """Makes a line that is the mark of a list an item; only a list's first or next number."""
    if editor.inline_only or cursor.positionInBlock() > LONGEST_LOOK:
        return False
    shape = shape_of_block(cursor.block())
    if shape.lists or shape.is_heading or table_at(cursor) is not None:
        return False
    mark = list_mark(_letters_before(cursor))
    if mark is None:
        return False
    elements = elements_of(cursor.document())
    index = index_at(elements, cursor.position())
    if mark.number > 1 and not number_follows([each.shape for each in elements], index, mark):
        return False
    _begin_list(editor, index, mark)
    return True


def _begin_list(editor: RichTextEdit, index: int, mark: ListMark) -> None:
    with editor.step("Liste beginnen") as writer:
        block = writer.block()
        writer.setPosition(block.position())
        writer.setPosition(block.position() + mark.length, QTextCursor.MoveMode.KeepAnchor)
        writer.removeSelectedText()
        change_shapes(editor.document(), lambda shapes: begun_list(shapes, index, mark))
