"""Whether a word is spelled right: dictionary, words of the field, and rules of German."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lpd_desktop.check.spelling.compounds import Compounds
from lpd_desktop.check.spelling.dictionary import Dictionary
from lpd_desktop.check.spelling.field_words import FieldWords

_ABBREVIATION = re.compile(r"[A-ZÄÖÜ]{2,5}(?:s|en|n)?")
_GENDER = re.compile(r"(?P<stem>.+?[a-zäöüß])(?:[*:_·]|(?=I))(?P<ending>(?:[Ii]n|[emnrs]).*)")
_FEMININE = re.compile(r"(innen|in)(.*)")


class Judge:
    """Knows words. `accepted` are those of the person, the office and the form."""

    def __init__(self, dictionary: Dictionary, field: FieldWords) -> None:
        """Takes where words are looked up."""
        self._dictionary = dictionary
        self._field = field
        self._accepted: frozenset[str] = frozenset()
        self._compounds = Compounds(self.is_listed, field)

    def accept(self, words: Iterable[str]) -> None:
        """From now on these are known, besides dictionary and field."""
        self._accepted = frozenset(words)

    @property
    def own_words(self) -> frozenset[str]:
        """All that is known besides the dictionary."""
        return self._accepted | self._field.words

    def knows(self, word: str) -> bool:
        """Whether a word as `Token.word` gives it is spelled right."""
        if self._is_known_part(word):
            return True
        if gender := _GENDER.fullmatch(word):
            return self._knows_gender_form(gender["stem"], gender["ending"].lower())
        return "-" in word and self._knows_hyphenated(word)

    def is_listed(self, word: str) -> bool:
        """Whether dictionary or lists hold this spelling, at the start of a sentence too."""
        if word in self._accepted or word in self._field.words or self._dictionary.knows(word):
            return True
        small = word[:1].lower() + word[1:]
        return small != word and (small in self._accepted or small in self._field.words)

    def _is_known_part(self, part: str) -> bool:
        if len(part) < 2 or any(sign.isdigit() for sign in part):
            return True
        if self.is_listed(part) or _ABBREVIATION.fullmatch(part):
            return True
        if part.isupper():
            return self._knows_capitals(part)
        return self._compounds.knows(part)

    def _knows_capitals(self, part: str) -> bool:
        small = part.lower()
        return self.is_listed(small) or self._knows_noun(small)

    def _knows_noun(self, small: str) -> bool:
        noun = small.capitalize()
        return self.is_listed(noun) or self._compounds.knows(noun)

    def _knows_hyphenated(self, word: str) -> bool:
        """Part by part; before a hyphen a part may have its linking letter."""
        parts = word.split("-")
        known = (self._is_known_part(part) for part in parts if part)
        if all(known):
            return True
        *before, last = parts
        starts = [part for part in before if part]
        ends = last if len(starts) < len([each for each in parts if each]) else ""
        return all(map(self._may_begin, starts)) and self._may_end(word, ends)

    def _may_begin(self, part: str) -> bool:
        return (
            self._is_known_part(part)
            or self._compounds.may_begin(part)
            or (_GENDER.fullmatch(part) is not None and self.knows(part))
        )

    def _may_end(self, word: str, part: str) -> bool:
        """`Arbeitgeber und -nehmer` leaves out the start, so that the noun is in small letters."""
        if not part or self.knows(part):
            return True
        return word.startswith("-") and self._knows_noun(part)

    def _knows_gender_form(self, stem: str, ending: str) -> bool:
        """`Kund*innen` is known as `Kundinnen`, `Beauftragte:r` as `Beauftragter`."""
        whole = stem + ending
        if self._is_known_part(whole) or ("-" in whole and self._knows_hyphenated(whole)):
            return True
        feminine = _FEMININE.fullmatch(ending)
        if feminine is None:
            return False
        person = self._is_known_part(stem + feminine[1])
        return person and (not feminine[2] or self._knows_noun(feminine[2]))
