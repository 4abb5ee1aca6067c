"""Commands of the editor on a selection; each is one step of undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from lpd_desktop.gui.rich_text.dressing import change_shapes
from lpd_desktop.gui.rich_text.formats import (
    BOLD,
    NOTE,
    NOTE_OBJECT,
    note_format,
    note_from,
    text_format,
)
from lpd_desktop.gui.rich_text.selection import format_of_letter, look_at, touched
from lpd_desktop.gui.rich_text.shapes import Shape
from lpd_desktop.gui.rich_text.to_blocks import elements_of
from lpd_desktop.plan.rich_text import Runs

ShapeCommand = Callable[[list[Shape], int, int], list[Shape]]


def change_selected_shapes(cursor: QTextCursor, command: ShapeCommand) -> None:
    """Applies a command to the leaves that a selection touches."""
    first, last = touched(elements_of(cursor.document()), cursor)
    change_shapes(cursor.document(), lambda shapes: command(shapes, first, last))


def emphasised(
    found: QTextCharFormat, cursor: QTextCursor, *, bold: bool | None, italic: bool | None
) -> QTextCharFormat:
    """A format with bold or italic switched; None leaves it."""
    is_bold = found.boolProperty(BOLD) if bold is None else bold
    is_italic = found.fontItalic() if italic is None else italic
    plain = text_format(look_at(cursor), bold=is_bold, italic=is_italic)
    if found.objectType() == NOTE_OBJECT:
        return note_format(note_from(found.stringProperty(NOTE)), plain)
    return plain


def emphasise(cursor: QTextCursor, *, bold: bool | None = None, italic: bool | None = None) -> None:
    """Makes the selected text bold or italic, or takes it away."""
    stretches = list(_fragments(cursor))
    writer = QTextCursor(cursor.document())
    writer.beginEditBlock()
    for start, end, found in stretches:
        writer.setPosition(start)
        writer.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        writer.setCharFormat(emphasised(found, writer, bold=bold, italic=italic))
    writer.endEditBlock()


def _fragments(cursor: QTextCursor) -> list[tuple[int, int, QTextCharFormat]]:
    """The selected stretches of one format."""
    first, end = cursor.selectionStart(), cursor.selectionEnd()
    result = []
    block = cursor.document().findBlock(first)
    while block.isValid() and block.position() < end:
        step = block.begin()
        while not step.atEnd():
            fragment = step.fragment()
            start = max(first, fragment.position())
            stop = min(end, fragment.position() + fragment.length())
            if start < stop:
                result.append((start, stop, fragment.charFormat()))
            step += 1
        block = block.next()
    return result


def all_selected(cursor: QTextCursor, *, italic: bool) -> bool:
    """Whether all selected text is bold, or italic."""
    formats = [found for _start, _end, found in _fragments(cursor)]
    return bool(formats) and all(
        found.fontItalic() if italic else found.boolProperty(BOLD) for found in formats
    )


def insert_note(cursor: QTextCursor, note: Runs) -> None:
    """Puts a footnote behind the selection."""
    writer = QTextCursor(cursor)
    writer.setPosition(cursor.selectionEnd())
    plain = text_format(look_at(writer))
    writer.beginEditBlock()
    writer.insertText("\ufffc", note_format(note, plain))
    writer.endEditBlock()


def change_note(document: QTextDocument, position: int, note: Runs) -> None:
    """Gives the footnote at a position another text."""
    writer = QTextCursor(document)
    found = format_of_letter(writer, position)
    writer.setPosition(position)
    writer.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
    writer.setCharFormat(note_format(note, found))


def delete_note(document: QTextDocument, position: int) -> None:
    """Takes the footnote at a position away."""
    writer = QTextCursor(document)
    writer.setPosition(position)
    writer.deleteChar()
