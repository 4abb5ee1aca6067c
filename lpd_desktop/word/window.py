"""The words from one place of a document on, and phrases of the form found at their start."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from lpd_desktop.form.similarity import normalised, similarity
from lpd_desktop.word.source import SourceLine

_WORDS_AT_MOST = 70
_LINES_AT_MOST = 9
_SHORT = 2
"""Phrases of so few words must fit word by word."""

SURE = 85
_ALIKE = 70
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True)
class Word:
    """One word with its line (index) and its place in the line's text."""

    text: str
    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Hit:
    """How many words a phrase took, and how well they fit (0 to 100)."""

    words: int
    score: int


@dataclass(frozen=True)
class Window:
    """Some dozens of words from one place on; never past a table or an aside."""

    words: tuple[Word, ...]

    @classmethod
    def at(cls, lines: list[SourceLine], index: int, offset: int = 0) -> Window:
        """The words from a line's offset on."""
        words: list[Word] = []
        for number in range(index, min(len(lines), index + _LINES_AT_MOST)):
            line = lines[number]
            if line.cells or line.aside or len(words) >= _WORDS_AT_MOST:
                break
            start = offset if number == index else 0
            words += [
                Word(match[0], number, match.start(), match.end())
                for match in _TOKEN.finditer(line.text, start)
            ]
        return cls(tuple(words[:_WORDS_AT_MOST]))

    def after(self, count: int) -> Window:
        """The window without its first words."""
        return Window(self.words[count:])

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first words, normalised, to rule phrases out quickly."""
        return frozenset(normalised(word.text) for word in self.words[:4])

    def joined(self, count: int | None = None) -> str:
        """The first words (all by default) with one blank between them."""
        return " ".join(word.text for word in self.words[:count])

    def ends_line(self, count: int) -> bool:
        """Whether the line ends after so many words."""
        if count >= len(self.words):
            return True
        return self.words[count].line != self.words[count - 1].line

    def rest_of_line(self, count: int) -> int:
        """How many words the line still has after so many words."""
        if count == 0:
            line = self.words[0].line if self.words else -1
        else:
            line = self.words[count - 1].line
        return sum(word.line == line for word in self.words[count:])

    def find(self, phrase: str, least: int = SURE) -> Hit | None:
        """The phrase at the start of the window, fuzzily; None when it scores below `least`."""
        wanted = normalised(phrase).split()
        if not wanted or not self._may_start_with(wanted):
            return None
        spread = 0 if len(wanted) <= _SHORT else 2
        counts = range(max(1, len(wanted) - spread), len(wanted) + spread + 1)
        hits = [
            Hit(count, similarity(self.joined(count), phrase))
            for count in counts
            if count <= len(self.words) and self._is_bounded(count, wanted)
        ]
        best = max(hits, key=lambda hit: hit.score, default=None)
        return best if best is not None and best.score >= least else None

    def _is_bounded(self, count: int, wanted: list[str]) -> bool:
        """The first and the last word belong to the phrase, not to what stands beside it."""
        first, last = normalised(self.words[0].text), normalised(self.words[count - 1].text)
        starts = any(_alike(first, word) >= _ALIKE for word in wanted[:2])
        return starts and any(_alike(last, word) >= _ALIKE for word in wanted[-2:])

    def _may_start_with(self, wanted: list[str]) -> bool:
        """A quick look: one of the first words occurs; short ones may be misspelt slightly."""
        if self.first_words.intersection(wanted[:3]):
            return True
        return bool(self.words) and _alike(normalised(self.words[0].text), wanted[0]) >= SURE


@lru_cache(maxsize=16384)
def _alike(one: str, other: str) -> int:
    """How alike two words are; the same pairs come again and again."""
    return similarity(one, other)
