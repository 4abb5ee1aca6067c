"""Patterns that are tried only where a sign of them stands in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_AROUND = 30


@dataclass(frozen=True)
class Phrase:
    """A pattern, and the signs of which one must stand in a text for it to match."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]


def phrase(signs: str, pattern: str, flags: int = 0) -> Phrase:
    """A phrase whose signs are separated by `|`."""
    return Phrase(tuple(signs.split("|")), re.compile(pattern, flags))


def possible(phrases: Iterable[Phrase], whole: str) -> tuple[Phrase, ...]:
    """The phrases that can occur in a whole document, with those of their signs that do."""
    narrowed = (
        Phrase(tuple(sign for sign in each.signs if sign in whole), each.pattern)
        for each in phrases
    )
    return tuple(each for each in narrowed if each.signs)


def matches_near_signs(text: str, phrase_: Phrase) -> Iterator[re.Match[str]]:
    """The matches of a phrase in a long text, looked for only around its first sign."""
    sign = phrase_.signs[0]
    place = text.find(sign)
    end = 0
    while place >= 0:
        start = max(end, place - _AROUND)
        match = phrase_.pattern.search(text, start, place + len(sign) + 2 * _AROUND)
        end = match.end() if match else end
        if match:
            yield match
        place = text.find(sign, max(end, place + len(sign)))


def matches_of(text: str, phrases: Iterable[Phrase]) -> list[re.Match[str]]:
    """All matches of all phrases in the order of the text."""
    found = [
        match
        for each in phrases
        if any(sign in text for sign in each.signs)
        for match in each.pattern.finditer(text)
    ]
    return sorted(found, key=re.Match.start) if len(found) > 1 else found


_QUOTED = re.compile(r"[„»][^„“”»«]{3,400}[“”«]")


def first_unquoted(text: str, phrases: Iterable[Phrase]) -> str:
    """The first match that stands in no quotation marks: what is quoted, somebody else says."""
    found = matches_of(text, phrases)
    if not found:
        return ""
    quoted = [each.span() for each in _QUOTED.finditer(text)]
    for match in found:
        if not any(start < match.start() and match.end() < end for start, end in quoted):
            return match[0].strip()
    return ""
