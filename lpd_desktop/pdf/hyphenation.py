"""Where German words may be divided: a light reader of a pattern file.

A pattern is letters with digits between them; an odd digit allows a division, and the highest
digit at a place wins (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983). The file holds
78,000 patterns, of which one document needs a few hundred: they are parsed when first met.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from lpd_desktop.runtime.resources import resource

LETTERS_AT_LEAST = 3
"""Letters that stay together before and after a division."""

_PATTERN_FILE = "hyphenation/hyph_de_DE.dic"
_WITHOUT_DIGITS = str.maketrans("", "", "0123456789")
_DIGIT_AND_LETTER = re.compile(r"(\d?)(\D?)")
_NO_PATTERN = ("#", "COMPOUND", "UTF-8")
_LETTERS_IN_PART = 2
_LONGEST_PATTERN = 40


Patterns = dict[str, str]


@cache
def _levels() -> tuple[Patterns, Patterns]:
    """The raw patterns by their letters: those that part compounds, then those for each part."""
    compounds, parts = resource(_PATTERN_FILE).read_text(encoding="utf-8").split("NEXTLEVEL\n")
    return _by_letters(compounds), _by_letters(parts)


def _by_letters(text: str) -> Patterns:
    kept = [line for line in text.split("\n") if line and not line.startswith(_NO_PATTERN)]
    letters = "\n".join(kept).translate(_WITHOUT_DIGITS).split("\n")
    return dict(zip(letters, kept, strict=True))


@cache
def _values(pattern: str) -> tuple[int, ...]:
    return tuple(int(digit or "0") for digit, _letter in _DIGIT_AND_LETTER.findall(pattern)[:-1])


@cache
def division_points(word: str) -> tuple[int, ...]:
    """Indexes at which a word of letters alone may be divided, in rising order."""
    lowered = word.lower()
    if not word.isalpha() or word.isupper() or len(lowered) != len(word):
        return ()
    compounds, parts = _levels()
    seams = _points(lowered, compounds)
    points = set(seams)
    for start, end in pairwise((0, *seams, len(word))):
        points |= {start + point for point in _points(lowered[start:end], parts)}
    last = len(word) - LETTERS_AT_LEAST
    return tuple(sorted(point for point in points if LETTERS_AT_LEAST <= point <= last))


def _points(part: str, patterns: Patterns) -> tuple[int, ...]:
    dotted = f".{part}."
    weights = [0] * (len(dotted) + 1)
    for start in range(len(dotted) - 1):
        for end in range(start + 1, min(start + _LONGEST_PATTERN, len(dotted)) + 1):
            pattern = patterns.get(dotted[start:end])
            if pattern is not None:
                _raise_weights(weights, start, _values(pattern))
    inner = range(_LETTERS_IN_PART, len(part) - _LETTERS_IN_PART + 1)
    return tuple(index for index in inner if weights[index + 1] % 2)


def _raise_weights(weights: list[int], start: int, values: tuple[int, ...]) -> None:
    for index, value in enumerate(values, start):
        weights[index] = max(weights[index], value)
