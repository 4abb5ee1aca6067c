"""What can be done about the word below the mouse or at the cursor."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTextEdit

from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.spelling.speller import Speller
from lpd_desktop.gui.spelling.word_places import Place, place_at

_MOST = 7
_WAITING = "Vorschläge werden gesucht …"
_NOTHING = "Keine Vorschläge"


class WordMenu(QObject):
    """Entries for an unknown word above those that the editor's menu has anyway.

    The menu opens at once. What the word may have been is filled in when it is known.

    Attributes:
        menu: Deletes itself, and this with it, when it is closed.
        added: The word belongs into the personal list.
        ignored: The word is right in this document.
    """

    added = Signal(str)
    ignored = Signal(str)

    def __init__(self, menu: QMenu, edit: RichTextEdit, speller: Speller, place: Place) -> None:
        super().__init__(menu)
        self.menu, self._edit, self._place = menu, edit, place
        self._first = menu.actions()[0]
        self._waiting: QAction | None = None
        if not edit.isReadOnly():
            self._waiting = self._insert(_WAITING)
            self._waiting.setEnabled(False)
            menu.insertSeparator(self._first)
        add = self._insert("Zum &Wörterbuch hinzufügen")
        add.triggered.connect(self._on_add)
        if not edit.isReadOnly():
            ignore = self._insert("In diesem &Dokument ignorieren")
            ignore.triggered.connect(self._on_ignore)
        menu.insertSeparator(self._first)
        speller.proposed.connect(self._on_proposed)
        if self._waiting is not None:
            speller.propose(place.word)

    def _insert(self, caption: str, before: QAction | None = None) -> QAction:
        action = QAction(caption, self.menu)
        self.menu.insertAction(before or self._first, action)
        return action

    @Slot()
    def _on_add(self) -> None:
        self.added.emit(self._place.word)

    @Slot()
    def _on_ignore(self) -> None:
        self.ignored.emit(self._place.word)

    @Slot(str, tuple)
    def _on_proposed(self, word: str, words: tuple[str, ...]) -> None:
        waiting = self._waiting
        if waiting is None or word != self._place.word:
            return
        self._waiting = None
        if not words:
            waiting.setText(_NOTHING)
            return
        for number, each in enumerate(words[:_MOST], 1):
            action = self._insert(f"&{number}  {each}", waiting)
            font = action.font()
            font.setWeight(font.Weight.DemiBold)
            action.setFont(font)
            action.triggered.connect(partial(self._replace, each))
        self.menu.removeAction(waiting)

    def _replace(self, text: str) -> None:
        """One step of undo; nothing happens where the word is gone meanwhile."""
        place = self._place
        if place_at(self._edit.document(), place.start) == place:
            self._edit.replace_words(place.start, place.end, text, "Schreibung")


def word_menu(edit: RichTextEdit, speller: Speller, point: QPoint) -> tuple[QMenu, WordMenu | None]:
    """The menu for a point of an editor's viewport; with entries for the word if it is unknown."""
    menu = edit.createStandardContextMenu(point)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    place = word_below(edit, point)
    if place is None or not speller.is_on or speller.is_known(place.word) is not False:
        return menu, None
    return menu, WordMenu(menu, edit, speller, place)


def word_below(edit: QTextEdit, point: QPoint) -> Place | None:
    """The word at a point of the viewport."""
    return place_at(edit.document(), edit.cursorForPosition(point).position())
