"""Spelling of an open plan: marks in its editors, their menu, the lists of words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from lpd_desktop.check.spelling.word_lists import read_settings
from lpd_desktop.editing.ignored_words import with_ignored
from lpd_desktop.editing.open_draft import Change
from lpd_desktop.gui.focus_editing import FocusEditing
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.spelling.list_work import AddWord, ChooseMarks
from lpd_desktop.gui.spelling.lookup import NoDictionaryError
from lpd_desktop.gui.spelling.marks import SpellingMarks
from lpd_desktop.gui.spelling.speller import Speller
from lpd_desktop.gui.spelling.unknown_tour import UnknownTour
from lpd_desktop.gui.spelling.word_menu import word_menu
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.runtime.errors import LpdError

_START_MS = 600
"""After opening, so that reading a dictionary does not keep the first page from appearing."""

_TOLD = "spelling_told"
_NO_DICTIONARY = (
    "Die Rechtschreibung wird nicht geprüft; „Prüfen – Wörterbücher …“ sagt, was dafür fehlt."
)


class Spelling(QObject):
    """Belongs to one open plan."""

    def __init__(self, window: QWidget, wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._wizard, self._context = window, wizard, context
        self._session = context.session
        self.speller = Speller(context.session, context.data_folder, self)
        self._tour = UnknownTour(wizard, context.session, self.speller)
        self._action = window.findChild(QAction, "spelling")
        self._ignored = context.session.file.work.ignored_words
        self._start = QTimer(self, singleShot=True, interval=_START_MS)
        self._start.timeout.connect(self._on_start)
        self._connect()
        if read_settings(context.data_folder).marks:
            self._start.start()
        else:
            self._show_action(checked=False)

    def _connect(self) -> None:
        self.speller.failed.connect(self._on_failed)
        self.speller.list_failed.connect(self._wizard.bar.show_notice)
        self._wizard.step_changed.connect(self._attach)
        self._session.changed.connect(self._on_changed)

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Turning checking on and off, the next unknown word, the lists."""
        return {
            "spelling": self.turn,
            "next_unknown": self._tour.go_next,
            "dictionaries": self.show_dictionaries,
        }

    def end(self) -> None:
        """The plan is being closed."""
        self._start.stop()
        self._show_action(checked=True)
        self.speller.close()
        self.deleteLater()

    @Slot()
    def turn(self) -> None:
        """Checks from now on, or no more; both are remembered."""
        on = not self.speller.is_on if self._action is None else self._action.isChecked()
        folder = self._context.data_folder
        self.speller.start(ChooseMarks(folder, on)).failed.connect(self._on_list_failed)
        self._start.stop()
        self.speller.turn(on=on)
        self._attach()

    @Slot()
    def show_dictionaries(self) -> None:
        """Opens the lists of words."""
        from lpd_desktop.gui.spelling.dictionaries_dialog import DictionariesDialog

        DictionariesDialog(self._window, self._context, self.speller).open()

    @Slot()
    def _on_start(self) -> None:
        self.speller.turn(on=True)
        self._attach()

    @Slot()
    def _attach(self) -> None:
        """Marks in the editors of the page that is shown; those of others wait."""
        if self._start.isActive():
            return
        for edit in self._wizard.page.findChildren(RichTextEdit):
            marks = edit.findChild(SpellingMarks)
            if isinstance(marks, SpellingMarks):
                marks.refresh()
            else:
                SpellingMarks(edit, self.speller)
                edit.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                edit.customContextMenuRequested.connect(partial(self._show_menu, edit))

    def _show_menu(self, edit: RichTextEdit, point: QPoint) -> None:
        menu, entries = word_menu(edit, self.speller, point)
        if entries is not None:
            entries.added.connect(self.add)
            entries.ignored.connect(self.ignore)
        editing = self._window.findChild(FocusEditing)
        if isinstance(editing, FocusEditing):
            editing.offer_in(menu, edit)
        menu.popup(edit.viewport().mapToGlobal(point))

    @Slot(str)
    def add(self, word: str) -> None:
        """Adds a word to the personal list; it is known at once."""
        self.speller.learn(word)
        job = self.speller.start(AddWord(self._context.data_folder, word))
        job.succeeded.connect(self.speller.lists_changed)
        job.failed.connect(self._on_list_failed)

    @Slot(str)
    def ignore(self, word: str) -> None:
        """One step of the draft; the word stands in its file but in no published document."""
        try:
            self._session.draft.change("Wort ignorieren", partial(with_ignored, word))
        except LpdError as error:
            tell(self._window, "In diesem Dokument ignorieren", str(error))

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change.text_at is not None:
            return
        ignored = self._session.file.work.ignored_words
        if ignored != self._ignored:
            self._ignored = ignored
            self.speller.ignored_changed()
        self._attach()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        """Said once while the program runs; the menu shows that nothing is checked."""
        self._show_action(checked=False)
        if not self._window.property(_TOLD):
            self._window.setProperty(_TOLD, True)
            said = _NO_DICTIONARY if isinstance(error, NoDictionaryError) else sentence_of(error)
            self._wizard.bar.show_notice(said)

    @Slot(Exception)
    def _on_list_failed(self, error: Exception) -> None:
        tell(self._window, "Wortliste", sentence_of(error))

    def _show_action(self, *, checked: bool) -> None:
        if self._action is not None:
            self._action.setChecked(checked)
