"""Where German words may be divided: a light reader of a pattern file.

A pattern is letters with digits between them; an odd digit allows a division, and the highest
digit at a place wins (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983). The file holds
some 35,000 patterns, of which one document needs a few hundred: they are parsed when first met.
"""

from __future__ import annotations

import re
from functools import cache

from lpd_desktop.runtime.resources import resource

LETTERS_AT_LEAST = 3
"""Letters that stay together before and after a division, if nothing else is asked for."""

_PATTERN_FILE = "hyphenation/de-1996.txt"
_DIGIT_AND_LETTER = re.compile(r"(\d?)(\D?)")
_LONGEST_PATTERN = 12


@cache
def _patterns() -> dict[str, str]:
    """The raw patterns by their letters."""
    data = resource(_PATTERN_FILE).read_bytes()
    letters = data.translate(None, b"0123456789").decode()
    return dict(zip(letters.split(), data.decode().split(), strict=True))


@cache
def _values(pattern: str) -> tuple[int, ...]:
    return tuple(int(digit or "0") for digit, _letter in _DIGIT_AND_LETTER.findall(pattern)[:-1])


@cache
def division_points(word: str, least: int = LETTERS_AT_LEAST) -> tuple[int, ...]:
    """Indexes at which a word of letters alone may be divided, in rising order.

    Args:
        word: The word.
        least: Letters that stay together before and after a division.
    """
    lowered = word.lower()
    if not word.isalpha() or word.isupper() or len(lowered) != len(word):
        return ()
    weights = _weights(f".{lowered}.")
    inner = range(1, len(word))
    points = {index for index in inner if weights[index + 1] % 2}
    return tuple(index for index in sorted(points) if _is_calm(index, points, len(word), least))


def _is_calm(index: int, points: set[int], length: int, least: int) -> bool:
    """Far enough from both ends, and no doubtful place such as both sides of one letter."""
    far = least <= index <= length - least
    return far and not points & {index - 1, index + 1}


def _weights(dotted: str) -> list[int]:
    """The highest digit before each character of a word between dots."""
    patterns = _patterns()
    weights = [0] * (len(dotted) + 1)
    for start in range(len(dotted) - 1):
        for end in range(start + 1, min(start + _LONGEST_PATTERN, len(dotted)) + 1):
            pattern = patterns.get(dotted[start:end])
            if pattern is not None:
                _raise_weights(weights, start, _values(pattern))
    return weights


def _raise_weights(weights: list[int], start: int, values: tuple[int, ...]) -> None:
    for index, value in enumerate(values, start):
        weights[index] = max(weights[index], value)
