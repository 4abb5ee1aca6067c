"""Looks words up on a worker thread, which waits for the spelling process. No Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from lpd_desktop.check.spelling.dictionary_files import find_dictionary
from lpd_desktop.check.spelling.known_words import added_words, known_words
from lpd_desktop.check.spelling.process import SpellingEndedError, SpellingProcess
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.errors import LpdError

_T = TypeVar("_T")


class NoDictionaryError(LpdError):
    """There is none on this machine."""


class Lookup:
    """The spelling process of one open plan, started with the first question.

    `close` and `forget_lists` may be called from any thread, the rest belongs to the worker's.

    Attributes:
        problem: A German sentence where a list of added words could not be read.
    """

    def __init__(self, data_folder: Path) -> None:
        """Starts nothing yet."""
        self._data_folder = data_folder
        self._lock = threading.Lock()
        self._process: SpellingProcess | None = None
        self._accepted_for: tuple[object, ...] = ()
        self._is_closed = False
        self.problem = ""

    def knows(self, file: LpdFile, words: tuple[str, ...]) -> tuple[bool, ...]:
        """For each word whether it is spelled right in this plan.

        Raises:
            NoDictionaryError: this machine has no dictionary.
            DictionaryError: it has one that cannot be used.
        """
        return self._answer(file, lambda process: process.knows(words))

    def suggest(self, file: LpdFile, word: str) -> tuple[str, ...]:
        """What a word may have been.

        Raises:
            NoDictionaryError: this machine has no dictionary.
            DictionaryError: it has one that cannot be used.
        """
        return self._answer(file, lambda process: process.suggest(word))

    def forget_lists(self) -> None:
        """The lists of added words have changed; they are read with the next question."""
        self._accepted_for = ()

    def close(self) -> None:
        """Ends the process and keeps another from starting."""
        with self._lock:
            self._is_closed = True
            if self._process is not None:
                self._process.close()

    def _answer(self, file: LpdFile, question: Callable[[SpellingProcess], _T]) -> _T:
        """A process that has ended gets one successor; a second end is the dictionary's fault."""
        try:
            return question(self._ready(file))
        except SpellingEndedError:
            self._drop()
            return question(self._ready(file))

    def _ready(self, file: LpdFile) -> SpellingProcess:
        process = self._process or self._started()
        wanted = (file.form, file.plan.jobcenter)
        if self._accepted_for != wanted:
            self._accepted_for = wanted
            added, self.problem = added_words(self._data_folder)
            process.accept(tuple(added | known_words(file)))
        return process

    def _started(self) -> SpellingProcess:
        files = find_dictionary(self._data_folder)
        if files is None:
            message = "Auf diesem Rechner ist kein deutsches Wörterbuch."
            raise NoDictionaryError(message)
        process = SpellingProcess(files)
        self._accepted_for = ()
        with self._lock:
            self._process = process
            if self._is_closed:
                process.close()
        return process

    def _drop(self) -> None:
        with self._lock:
            if self._process is not None:
                self._process.close()
            self._process = None
