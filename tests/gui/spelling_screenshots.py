"""Pictures of a marked word, its menu, and the lists of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.spelling.dictionaries_dialog import DictionariesDialog
from lpd_desktop.gui.spelling.spelling import Spelling
from lpd_desktop.gui.spelling.word_menu import word_menu

if TYPE_CHECKING:
    from tests.gui.screenshots import Camera, Wait


def shoot_spelling(camera: Camera, wait: Wait) -> None:
    """Without a dictionary on this machine they show what is said then."""
    window = camera.window
    speller = window.findChild(Spelling).speller
    step = next(each for each in window.wizard.steps if each.kind == "topic")
    window.wizard.go_to(step.key)
    edit = window.wizard.page.findChildren(RichTextEdit)[0]
    edit.setFocus()
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    edit.insertPlainText("Vieleicht ")
    wait(lambda: bool(edit.extraSelections()), 3000)
    camera.shoot("spelling")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    menu, _entries = word_menu(edit, speller, edit.cursorRect().center())
    wait(lambda: not speller.is_busy)
    camera.shoot("spelling-menu", menu)
    menu.deleteLater()
    dialog = DictionariesDialog(window, window.wizard._context, speller)
    camera.shoot_dialog("dictionaries", dialog, lambda: not speller.is_busy)
    edit.undo()
    edit.flush()
