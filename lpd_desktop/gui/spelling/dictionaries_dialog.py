"""„Wörterbücher“: which dictionary is used, own words, words of the document, the office's list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.check.spelling.dictionary_files import own_folder
from lpd_desktop.check.spelling.word_lists import OfficeList, WordListError, checked_word
from lpd_desktop.editing.ignored_words import without_ignored
from lpd_desktop.gui.draft_dialog import DraftDialog
from lpd_desktop.gui.file_choice import choose_to_open
from lpd_desktop.gui.job_runner import Work
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.spelling.list_work import (
    AddWord,
    ChooseOffice,
    ReadWordFiles,
    RemoveWords,
    WordFiles,
)
from lpd_desktop.gui.spelling.speller import Speller
from lpd_desktop.gui.spelling.word_list_box import WordListBox
from lpd_desktop.runtime.german import counted

_TITLE = "Wörterbücher"
_NO_OFFICE = "Eine Wortliste des Hauses ist nicht gewählt."


class DictionariesDialog(DraftDialog):
    """Every change takes effect at once; the lists are read and written beside the GUI thread."""

    def __init__(self, parent: QWidget, context: PageContext, speller: Speller) -> None:
        super().__init__(parent, context, _TITLE)
        self._speller = speller
        self._folder = context.data_folder
        self.dictionary = quiet_label("Wörterbuch und Listen werden gelesen …")
        self.personal = WordListBox("&Eigene Wörter", "Ent&fernen", "&Hinzufügen")
        self.ignored = WordListBox("In diesem &Dokument ignoriert", "Wieder &prüfen")
        self.office = quiet_label(_NO_OFFICE)
        self._choose = QPushButton("&Wortliste des Hauses wählen…")
        self._no_office = QPushButton("&Keine")
        self._no_office.setAccessibleName("Keine Wortliste des Hauses")
        self._arrange()
        self._connect()
        self._show_ignored()
        self._read()
        self.personal.field.setFocus()

    def _arrange(self) -> None:
        for label in (self.dictionary, self.office):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lists = QHBoxLayout()
        lists.addWidget(self.personal, 3)
        lists.addWidget(self.ignored, 2)
        office = QHBoxLayout()
        for button in (self._choose, self._no_office):
            button.setAutoDefault(False)
            office.addWidget(button)
        office.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.dictionary)
        column.addLayout(lists, 1)
        column.addWidget(self.office)
        column.addLayout(office)
        column.addWidget(buttons)
        self.resize(640, 460)

    def _connect(self) -> None:
        self.personal.added.connect(self._on_added)
        self.personal.removed.connect(self._on_removed)
        self.ignored.removed.connect(self._on_checked_again)
        self._choose.clicked.connect(self._on_choose)
        self._no_office.clicked.connect(partial(self._choose_office, ""))
        self._session.changed.connect(self._show_ignored)

    def _read(self) -> None:
        job = self._speller.start(ReadWordFiles(self._folder))
        job.succeeded.connect(self._show_files)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _show_files(self, files: WordFiles) -> None:
        self.dictionary.setText(self._dictionary_sentence(files))
        self.personal.show_words(files.personal)
        self.office.setText(_office_sentence(files.office))
        self._no_office.setVisible(bool(files.office.path))

    def _dictionary_sentence(self, files: WordFiles) -> str:
        found = files.dictionary
        if found is None:
            return (
                "Es ist kein deutsches Wörterbuch da. Legen Sie „de_DE.aff“ und „de_DE.dic“ in den "
                f"Ordner „{own_folder(self._folder)}“ oder installieren Sie LibreOffice; danach "
                "schalten Sie „Prüfen – Rechtschreibung“ ein."
            )
        return f"Wörterbuch: „{found.words}“ ({found.origin}), dazu Wörter des Fachgebiets."

    @Slot()
    def _show_ignored(self) -> None:
        words = self._session.file.work.ignored_words
        self.ignored.show_words(words)
        self.ignored.set_changeable(self._session.draft.is_editable)

    @Slot(str)
    def _on_added(self, text: str) -> None:
        try:
            word = checked_word(text)
        except WordListError as error:
            tell(self, _TITLE, str(error))
            return
        self.personal.field.clear()
        self._speller.learn(word)
        self._write(AddWord(self._folder, word), anew=False)

    @Slot(list)
    def _on_removed(self, words: list[str]) -> None:
        self._write(RemoveWords(self._folder, words), anew=True)

    @Slot(list)
    def _on_checked_again(self, words: list[str]) -> None:
        for word in words:
            self._change("Wort wieder prüfen", partial(without_ignored, word))

    @Slot()
    def _on_choose(self) -> None:
        title = "Wortliste des Hauses wählen"
        choose_to_open(self, title, "Wortlisten (*.txt *.dic);;Alle Dateien (*)", self._on_chosen)

    @Slot(str)
    def _on_chosen(self, path: str) -> None:
        self._choose_office(path)

    def _choose_office(self, path: str) -> None:
        self._write(ChooseOffice(self._folder, path), anew=True)

    def _write(self, work: Work, *, anew: bool) -> None:
        job = self._speller.start(work)
        job.succeeded.connect(self._speller.forget if anew else self._speller.lists_changed)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._read)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self, _TITLE, sentence_of(error))


def _office_sentence(office: OfficeList) -> str:
    if not office.path:
        return _NO_OFFICE
    if office.problem:
        return office.problem
    number = counted(len(office.words), "Wort", "Wörter")
    return f"Wortliste des Hauses: „{office.path}“, {number}."
