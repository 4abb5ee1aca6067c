"""Dictionaries for the tests: a tiny one of our own, and the system's where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from lpd_desktop.check.spelling.dictionary import HunspellDictionary
from lpd_desktop.check.spelling.dictionary_files import DictionaryFiles, find_dictionary
from lpd_desktop.check.spelling.field_words import field_words
from lpd_desktop.check.spelling.judging import Judge

TINY = DictionaryFiles(
    Path(__file__).resolve().parents[3] / "data" / "dictionaries", "de_DE", "im Test"
)


class WordSet:
    """A dictionary that knows what it was given."""

    def __init__(self, words: str, proposals: Sequence[str] = ()) -> None:
        self.words = set(words.split())
        self.proposals = proposals

    def knows(self, word: str) -> bool:
        return word in self.words or (
            word[:1].isupper() and word[:1].lower() + word[1:] in self.words
        )

    def suggest(self, _word: str) -> Sequence[str]:
        return self.proposals


def system_dictionary() -> DictionaryFiles:
    """The German dictionary of this machine."""
    found = find_dictionary(Path("/nowhere"))
    if found is None:
        pytest.skip("no German hunspell dictionary here; on Debian it is hunspell-de-de")
    return found


def system_judge() -> Judge:
    """All rules over the system's dictionary."""
    return Judge(HunspellDictionary(system_dictionary()), field_words())
