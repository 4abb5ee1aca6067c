"""Compounds that the dictionary does not list although it knows their parts.

German joins words without end, so a dictionary cannot hold them all. Only joints that are certain
count: a linking s after endings that always have one, or a part that the field joins freely.
Anything looser would accept slips of the pen.
"""

from __future__ import annotations

from collections.abc import Callable

from lpd_desktop.check.spelling.field_words import FieldWords

_WITH_LINKING_S = (
    "heit", "ing", "ion", "keit", "ling", "ment", "schaft", "tum", "tät", "ung",
)  # fmt: skip
_SHORTEST_BEGINNING = 3
_SHORTEST_ENDING = 4
_DEPTH = 2


class Compounds:
    """Takes compounds apart; `is_listed` says whether a word is known by itself."""

    def __init__(self, is_listed: Callable[[str], bool], field: FieldWords) -> None:
        """Takes who knows words, and the parts that the field joins freely."""
        self._is_listed = is_listed
        self._field = field

    def knows(self, word: str, depth: int = _DEPTH) -> bool:
        """Whether the word falls into a part that may begin and one that may end it."""
        if not word[1:].islower():
            return False
        is_joint = self._is_noun if word[0].isupper() else self._is_adjective
        places = range(_SHORTEST_BEGINNING, len(word) - _SHORTEST_ENDING + 1)
        return any(is_joint(word[:place], word[place:], depth) for place in places)

    def may_begin(self, part: str) -> bool:
        """Whether a part may stand before others: with its linking s, or as the field has it."""
        if part.lower() in self._field.beginnings:
            return True
        if not part.endswith("s") or not part[:-1].endswith(_WITH_LINKING_S):
            return False
        return self._is_listed(part[:-1]) or self.knows(part[:-1], depth=1)

    def _is_noun(self, start: str, end: str, depth: int) -> bool:
        if end in self._field.nouns or end in self._field.adjectives:
            return self.may_begin(start) or self._joins_without_link(start)
        if not self.may_begin(start):
            return False
        head = end.capitalize()
        return self._is_listed(head) or (depth > 1 and self.knows(head, depth - 1))

    def _is_adjective(self, start: str, end: str, _depth: int) -> bool:
        """Looser would accept nouns in small letters: `angeboten` is a verb as well."""
        if end not in self._field.adjectives:
            return False
        noun = start.capitalize()
        return self.may_begin(noun) or self._joins_without_link(noun)

    def _joins_without_link(self, start: str) -> bool:
        return not start.endswith(_WITH_LINKING_S) and self._is_listed(start)
