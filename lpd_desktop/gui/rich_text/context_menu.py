"""The menu under the right mouse button: Qt's own entries, and those for tables and footnotes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from lpd_desktop.gui.rich_text.shortcuts import shown
from lpd_desktop.gui.rich_text.table_actions import TableActions

if TYPE_CHECKING:
    from lpd_desktop.gui.rich_text.editor import RichTextEdit

_OWN = {"edit-undo": "undo", "edit-redo": "redo", "edit-cut": "cut", "edit-delete": "delete"}
"""What Qt's entries would do without regard to lists, tables and the steps of the draft."""


_KEYS = {
    "edit-undo": "Strg+Z",
    "edit-redo": "Strg+Y",
    "edit-cut": "Strg+X",
    "edit-copy": "Strg+C",
    "edit-paste": "Strg+V",
    "select-all": "Strg+A",
}
"""As in the menu bar; Qt names another key for one of them and none for the others."""

_REDO = "Wieder&holen"


def extend_menu(menu: QMenu, editor: RichTextEdit) -> None:
    """Puts the editor's own commands into Qt's menu for a text field."""
    for action in menu.actions():
        _redirect(action, editor)
        _name(action)
    state = editor.state()
    if editor.isReadOnly():
        return
    if state.on_note:
        menu.addSeparator()
        note = menu.addAction(f"&Fußnote bearbeiten\t{shown('footnote')}")
        note.triggered.connect(editor.notes.insert_or_edit)
    if state.list_style in {"number", "letter"}:
        menu.addSeparator()
        number = menu.addAction("Nummer fest&legen …")
        number.triggered.connect(partial(editor.run, "numbering"))
    if state.in_table:
        menu.addSeparator()
        tables = menu.addMenu("&Tabelle")
        TableActions(tables, editor.run).show_state(state)


def _name(action: QAction) -> None:
    key = _KEYS.get(action.objectName())
    if key is not None:
        caption = action.text().partition("\t")[0]
        action.setText(f"{_REDO if key == _KEYS['edit-redo'] else caption}\t{key}")


def _redirect(action: QAction, editor: RichTextEdit) -> None:
    command = _OWN.get(action.objectName())
    if command is None:
        return
    action.triggered.disconnect()
    slots = {
        "undo": editor.undo,
        "redo": editor.redo,
        "cut": editor.cut,
        "delete": editor.delete_selection,
    }
    action.triggered.connect(slots[command])


def follow_click(editor: RichTextEdit, point: QPoint) -> None:
    """Sets the cursor where the right button was pressed, as long as nothing is selected there."""
    place = editor.cursorForPosition(point)
    cursor = editor.textCursor()
    is_inside = cursor.selectionStart() <= place.position() <= cursor.selectionEnd()
    if not (cursor.hasSelection() and is_inside):
        editor.setTextCursor(place)
