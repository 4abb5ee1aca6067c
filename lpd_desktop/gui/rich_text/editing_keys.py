"""From key presses and command names to what they do in the editor."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.rich_text import clipboard, commands, structure, tables
from lpd_desktop.gui.rich_text.formats import BOLD, table_at
from lpd_desktop.gui.rich_text.numbering import ask_number
from lpd_desktop.gui.rich_text.shortcuts import command_of
from lpd_desktop.gui.rich_text.spoken_state import spoken_change
from lpd_desktop.gui.rich_text.structure import Shapes
from lpd_desktop.gui.rich_text.typing_keys import break_line, start_new_block, step_back

if TYPE_CHECKING:
    from lpd_desktop.gui.rich_text.editor import RichTextEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_INLINE = frozenset({"bold", "italic", "paste_plain"})

_SHAPE_COMMANDS: dict[str, Callable[[Shapes, int, int], Shapes]] = {
    "paragraph": partial(structure.with_kind, kind="paragraph"),
    "heading1": partial(structure.with_kind, kind="heading1"),
    "heading2": partial(structure.with_kind, kind="heading2"),
    "bullet": partial(structure.toggled_list, style="bullet"),
    "number": partial(structure.toggled_list, style="number"),
    "letter": partial(structure.toggled_list, style="letter"),
    "indent": structure.indented,
    "outdent": structure.outdented,
}

_TABLE_COMMANDS: dict[str, Callable[[QTextCursor], None]] = {
    "row_above": partial(tables.insert_row, below=False),
    "row_below": partial(tables.insert_row, below=True),
    "column_left": partial(tables.insert_column, right=False),
    "column_right": partial(tables.insert_column, right=True),
    "remove_row": tables.remove_row,
    "remove_column": tables.remove_column,
    "remove_table": tables.remove_table,
    "header_row": tables.toggle_header_row,
    "two_header_rows": tables.toggle_second_header_row,
    "header_column": tables.toggle_header_column,
}


def run(editor: RichTextEdit, command: str) -> None:
    """Carries a command out by its name."""
    if command == "tool_bar":
        editor.tool_bar_wanted.emit()
        return
    if editor.isReadOnly() or (editor.inline_only and command not in _INLINE):
        return
    if command in {"bold", "italic"}:
        _emphasise(editor, command)
    elif command == "footnote":
        editor.notes.insert_or_edit()
    elif command == "paste_plain":
        clipboard.paste_plain(editor)
    elif command == "numbering":
        ask_number(editor)
    elif command in _TABLE_COMMANDS:
        cursor = editor.textCursor()
        _TABLE_COMMANDS[command](cursor)
        editor.setTextCursor(cursor)
    elif table_at(editor.textCursor()) is not None:
        _leave_table(editor, command)
    else:
        commands.change_selected_shapes(editor.textCursor(), _SHAPE_COMMANDS[command])
        _refresh_typing_format(editor)


def _emphasise(editor: RichTextEdit, command: str) -> None:
    cursor = editor.textCursor()
    italic = command == "italic"
    found = editor.currentCharFormat()
    if cursor.hasSelection():
        wanted = not commands.all_selected(cursor, italic=italic)
    else:
        wanted = not (found.fontItalic() if italic else found.boolProperty(BOLD))
    change = {"italic": wanted, "bold": None} if italic else {"bold": wanted, "italic": None}
    if cursor.hasSelection():
        commands.emphasise(cursor, **change)
    else:
        found.clearProperty(found.Property.ObjectType.value)
        editor.setCurrentCharFormat(commands.emphasised(found, cursor, **change))


def _refresh_typing_format(editor: RichTextEdit) -> None:
    """What is typed next looks like its block, also where that block is empty."""
    cursor = editor.textCursor()
    if not cursor.hasSelection() and cursor.block().length() == 1:
        editor.setCurrentCharFormat(cursor.blockCharFormat())


def claims(editor: RichTextEdit, event: QEvent) -> bool:
    """Whether the editor wants a key for itself that the window might take as a shortcut."""
    return isinstance(event, QKeyEvent) and command_of(event) is not None


def leaves_to_menu(event: QEvent) -> bool:
    """Whether a key is the menu's: undo may concern the whole plan, and the menu knows."""
    return isinstance(event, QKeyEvent) and _is_undo(event)


def _is_undo(event: QKeyEvent) -> bool:
    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or event.matches(keys.Redo)


def handle(editor: RichTextEdit, event: QKeyEvent) -> bool:
    """Does what a key press means; False leaves it to Qt."""
    command = command_of(event)
    if command is not None:
        before = editor.state()
        run(editor, command)
        after = editor.state()
        announce(editor, spoken_change(before, after))
        editor.state_changed.emit(after)
        return True
    if is_missed_mnemonic(event):
        return True
    if _is_undo(event):
        return _on_undo(editor, event)
    if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
        return True
    if event.key() in _ENTER:
        return not editor.isReadOnly() and _on_enter(editor, event)
    if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
        event.ignore()
        return False
    if editor.isReadOnly():
        return False
    if event.matches(QKeySequence.StandardKey.Cut):
        editor.cut()
        return True
    if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
        return _on_deletion(editor, event)
    return False


def _on_undo(editor: RichTextEdit, event: QKeyEvent) -> bool:
    if editor.isReadOnly():
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        editor.undo()
    else:
        editor.redo()
    return True


def _on_deletion(editor: RichTextEdit, event: QKeyEvent) -> bool:
    """Qt would change the indent of selected lines, so a selection is deleted here."""
    if event.modifiers() not in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}:
        return False
    cursor = editor.textCursor()
    if not cursor.hasSelection():
        is_back = event.key() == Qt.Key.Key_Backspace
        return is_back and not editor.inline_only and step_back(cursor)
    editor.delete_selection()
    return True


def _on_enter(editor: RichTextEdit, event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    cursor = editor.textCursor()
    if modifiers == Qt.KeyboardModifier.ShiftModifier or editor.inline_only:
        break_line(cursor)
    elif modifiers == Qt.KeyboardModifier.NoModifier:
        start_new_block(cursor)
    else:
        return False
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    return True


def is_missed_mnemonic(event: QKeyEvent) -> bool:
    """Whether Alt was held with a letter that no caption has: it is a command, not a text."""
    only_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
    return only_alt and sys.platform != "darwin" and event.text().isalpha()


def types(event: QKeyEvent) -> bool:
    """Whether a key press writes letters, as Qt decides it."""
    text = event.text()
    control = Qt.KeyboardModifier.ControlModifier
    is_command = (
        event.modifiers() & control and not event.modifiers() & Qt.KeyboardModifier.AltModifier
    )
    return bool(text) and not is_command and (text.isprintable() or len(text) > 1)


def _leave_table(editor: RichTextEdit, command: str) -> None:
    """Ctrl+Tab, which indents elsewhere, leaves the field from any cell."""
    if command in {"indent", "outdent"}:
        editor.leave(forward=command == "indent")


def step_through_cells(editor: RichTextEdit, *, backwards: bool) -> bool:
    """Tab in a table: on to the next cell; False behind the last, where it leaves the field.

    Whoever has just written into the last cell fills the table and gets a new row. So Tab alone
    never changes a text, and always comes out of the table.
    """
    cursor = editor.textCursor()
    found = tables.next_cell(cursor, backwards=backwards)
    if found is None and not backwards and editor.has_typed_here:
        found = tables.appended_row(cursor)
    if found is None:
        return False
    editor.setTextCursor(found)
    return True
