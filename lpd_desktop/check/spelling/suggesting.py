"""What a misspelled word may have been: near words of the field, slips of the pen, hunspell.

Hunspell alone knows no long compound of the field and takes half a second for some words; the
common slips are therefore taken back one by one first, which finds compounds as well.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from lpd_desktop.check.spelling.dictionary import Dictionary
from lpd_desktop.check.spelling.judging import Judge

_PATIENCE_MS = 120
_LONG = 14
"""Letters; from here on hunspell takes its time and finds little."""

_LETTERS = "enirstaduhlgcmobfkwzpvüäöjßyxq"
_SWAPPED = (
    *(("ß", "ss"), ("ss", "ß"), ("ae", "ä"), ("oe", "ö"), ("ue", "ü")),
    *(("ä", "a"), ("a", "ä"), ("ö", "o"), ("o", "ö"), ("ü", "u"), ("u", "ü"), ("ä", "e")),
    *(("e", "ä"), ("ei", "ie"), ("ie", "ei"), ("t", "d"), ("d", "t"), ("f", "v"), ("v", "f")),
    *(("k", "ck"), ("z", "tz")),
)


def suggestions(judge: Judge, dictionary: Dictionary, word: str, limit: int) -> list[str]:
    """At most `limit` words that are known, the likeliest first."""
    cases = [each for each in (word.capitalize(), word.lower()) if each != word]
    if right := [each for each in cases if judge.knows(each)]:
        return right
    found: dict[str, None] = {}
    until = time.monotonic_ns() + _PATIENCE_MS * 1_000_000
    for candidates in _sources(judge, dictionary, word):
        for candidate in candidates:
            if candidate != word and candidate not in found and judge.knows(candidate):
                found[candidate] = None
            if len(found) >= limit or time.monotonic_ns() > until:
                return list(found)
    if len(word) >= _LONG or found:
        return list(found)
    proposed = (each for each in dictionary.suggest(word) if each.count("-") == word.count("-"))
    return list(filter(judge.knows, proposed))[:limit]


def _sources(judge: Judge, dictionary: Dictionary, word: str) -> Iterator[Iterable[str]]:
    yield _light_slips(word)
    yield _near(word, judge.own_words)
    yield _parts_mended(judge, dictionary, word)
    yield _wrong_letters(word)


def _near(word: str, known: Iterable[str]) -> list[str]:
    """Listed words that are one slip away, two in long words."""
    allowed = 1 if len(word) < 8 else 2
    small = word.lower()
    near = []
    for each in known:
        if abs(len(each) - len(word)) <= allowed and each[:1].lower() == small[:1]:
            distance = slips_between(small, each.lower(), allowed)
            if distance <= allowed:
                near.append((distance, each))
    return [each for _, each in sorted(near)]


def _parts_mended(judge: Judge, dictionary: Dictionary, word: str) -> Iterator[str]:
    """Of a hyphenated word the part that is wrong is mended alone."""
    if "-" not in word.strip("-"):
        return
    parts = word.split("-")
    for place, part in enumerate(parts):
        if part and not judge.knows(part):
            for other in suggestions(judge, dictionary, part, 4):
                yield "-".join([*parts[:place], other, *parts[place + 1 :]])


def _light_slips(word: str) -> Iterator[str]:
    """Letters exchanged, doubled or typed too many; umlauts and sounds that are mixed up."""
    for place in range(len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
        yield word[: place + 1] + word[place] + word[place + 1 :]
    for wrong, right in _SWAPPED:
        place = word.find(wrong)
        while place >= 0:
            yield word[:place] + right + word[place + len(wrong) :]
            place = word.find(wrong, place + 1)


def _wrong_letters(word: str) -> Iterator[str]:
    """One letter left out or another one typed."""
    for letter in _LETTERS:
        for place in range(1, len(word) + 1):
            yield word[:place] + letter + word[place:]
        for place in range(1, len(word)):
            yield word[:place] + letter + word[place + 1 :]


def slips_between(left: str, right: str, limit: int) -> int:
    """How many letters differ, two exchanged neighbours as one; `limit` + 1 where it is more."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, sign in enumerate(left, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (sign != other))
            if i > 1 and j > 1 and sign == right[j - 2] and left[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
