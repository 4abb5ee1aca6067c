"""The dictionary itself. The only user of hunspell, which runs in a process of its own."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from lpd_desktop.check.spelling.dictionary_files import DictionaryFiles

_LONGEST = 80
"""Letters; hunspell gives up on longer words, and no German word has more."""

_PLAIN_UTF8 = "U8"
"""The library writes `\\\\?\\` before paths on Windows where it reads `UTF-8`, which spoils those
of shares; by this name of the same encoding it takes the path as it is."""


class Dictionary(Protocol):
    """What the rules ask."""

    def knows(self, word: str) -> bool:
        """Whether this very spelling is right."""

    def suggest(self, word: str) -> Sequence[str]:
        """What may have been meant, the likeliest first."""


class HunspellDictionary:
    """A dictionary that hunspell has loaded."""

    def __init__(self, files: DictionaryFiles) -> None:
        """Loads the files, which takes a tenth of a second."""
        from hunspell import Hunspell

        folder = extended_path(files.folder, is_windows=sys.platform == "win32")
        self._hunspell = Hunspell(files.name, folder, _PLAIN_UTF8)
        self.knows = lru_cache(maxsize=20_000)(self._knows)

    def _knows(self, word: str) -> bool:
        if not word or len(word) > _LONGEST:
            return False
        try:
            return bool(self._hunspell.spell(word))
        except UnicodeEncodeError:
            return False

    def suggest(self, word: str) -> Sequence[str]:
        """What hunspell proposes; nothing where it cannot even read the word."""
        try:
            return [each for each in self._hunspell.suggest(word) if each]
        except UnicodeEncodeError:
            return []


def extended_path(folder: Path, *, is_windows: bool) -> str:
    """The folder as hunspell opens it; on Windows only so with umlauts and on shares."""
    path = str(folder if is_windows else folder.absolute())
    if not is_windows or path.startswith("\\\\?\\"):
        return path
    if path.startswith("\\\\"):
        return f"\\\\?\\UNC\\{path[2:]}"
    return f"\\\\?\\{path}"
