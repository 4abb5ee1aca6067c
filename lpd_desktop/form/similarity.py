"""How alike two labels are, for headings, topics and budget rows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_LONG = 6
_VERY_LONG = 12
_STRANGE_LETTERS = 4
_QUOTES = dict.fromkeys(map(ord, "„“”‚‘’»«\"'"), None)


@dataclass(frozen=True)
class Match:
    """The candidate that fits best: its key, the label that fitted, and how well (0 to 100)."""

    key: str
    label: str
    score: int


@dataclass(frozen=True)
class Stretch:
    """Part of a text, from `start` to before `end`, and how like it is (0 to 100)."""

    score: int
    start: int
    end: int


@lru_cache(maxsize=8192)
def normalised(label: str) -> str:
    """A label without differences that mean nothing: case, blanks, dashes, quotes, end stop."""
    text = unicodedata.normalize("NFKC", label).replace("\u00ad", "")
    text = text.translate(_DASHES).translate(_QUOTES).casefold()
    text = re.sub(r"§+\s*", "§ ", text)
    text = re.sub(r"\s*([-/])\s*", r"\1", text)
    return re.sub(r"\s+", " ", text).strip(" .:;")


def similarity(left: str, right: str) -> int:
    """0 for nothing in common, 100 for the same label after `normalised`."""
    from rapidfuzz import fuzz

    one, other = normalised(left), normalised(right)
    if one == other:
        return 100 if one else 0
    return min(99, round((fuzz.ratio(one, other) + fuzz.token_sort_ratio(one, other)) / 2))


def best_stretch(words: str, text: str, least: int = 0) -> Stretch | None:
    """The part of a text that is most like some words.

    None where it is too short for them, or less like them than `least` (0 to 100).
    """
    if not words or 2 * len(text) < len(words):
        return None
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(words, text, score_cutoff=least)
    if found is None or found.dest_end == found.dest_start:
        return None
    return Stretch(round(found.score), found.dest_start, found.dest_end)


def is_misspelt(word: str, other: str) -> bool:
    """Whether two long words differ by a slip of the pen only; figures never do."""
    shorter = min(len(word), len(other))
    if shorter < _LONG or not (word.isalpha() and other.isalpha()):
        return False
    if len(set(word) ^ set(other)) > _STRANGE_LETTERS or abs(len(word) - len(other)) > 2:
        return False
    from rapidfuzz.distance import OSA

    return int(OSA.distance(word, other)) <= (2 if shorter >= _VERY_LONG else 1)


def best_match(label: str, candidates: Iterable[tuple[str, Sequence[str]]]) -> Match | None:
    """The best of the candidates (key, labels); the earlier one where two fit equally."""
    best: Match | None = None
    for key, labels in candidates:
        for candidate in labels:
            score = similarity(label, candidate)
            if best is None or score > best.score:
                best = Match(key, candidate, score)
    return best
