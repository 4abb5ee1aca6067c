"""Work on the files of words, for the worker thread: they may lie on a slow share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.check.spelling.dictionary_files import DictionaryFiles, find_dictionary
from lpd_desktop.check.spelling.word_lists import (
    OfficeList,
    WordListError,
    add_word,
    change_settings,
    office_list,
    office_list_at,
    personal_list,
    read_words,
    remove_word,
)
from lpd_desktop.runtime.progress import Progress


@dataclass(frozen=True)
class WordFiles:
    """What there is: the dictionary, the person's words, the office's."""

    dictionary: DictionaryFiles | None
    personal: tuple[str, ...]
    office: OfficeList


@dataclass(frozen=True)
class ReadWordFiles:
    """Reads everything that the dialog shows."""

    folder: Path

    def __call__(self, _progress: Progress) -> WordFiles:
        """The state of the moment.

        Raises:
            LpdError: the person's list cannot be read.
        """
        return WordFiles(
            find_dictionary(self.folder),
            read_words(personal_list(self.folder)),
            office_list(self.folder),
        )


@dataclass(frozen=True)
class AddWord:
    """Adds a word to the person's list."""

    folder: Path
    word: str

    def __call__(self, _progress: Progress) -> None:
        """Writes the list.

        Raises:
            LpdError: it cannot be written.
        """
        add_word(personal_list(self.folder), self.word)


@dataclass(frozen=True)
class RemoveWords:
    """Takes words out of the person's list."""

    folder: Path
    words: Sequence[str]

    def __call__(self, _progress: Progress) -> None:
        """Writes the list.

        Raises:
            LpdError: it cannot be written.
        """
        for word in self.words:
            remove_word(personal_list(self.folder), word)


@dataclass(frozen=True)
class ChooseOffice:
    """Remembers which list is the office's; an empty path is none."""

    folder: Path
    path: str

    def __call__(self, _progress: Progress) -> None:
        """Writes the settings.

        Raises:
            WordListError: the list cannot be read, so that the old one stays.
        """
        office = office_list_at(self.path)
        if office.problem:
            raise WordListError(office.problem)
        change_settings(self.folder, office_list=self.path)


@dataclass(frozen=True)
class ChooseMarks:
    """Remembers whether unknown words are marked."""

    folder: Path
    marks: bool

    def __call__(self, _progress: Progress) -> None:
        """Writes the settings.

        Raises:
            LpdError: they cannot be written.
        """
        change_settings(self.folder, marks=self.marks)
