"""The words of a plan that nothing knows, each with the place where it stands first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from lpd_desktop.check.prose.stretches import stretches_of
from lpd_desktop.check.spelling.tokens import tokens_of
from lpd_desktop.plan.addresses import Address, text_fields
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.places import place_of


class UnknownWord(msgspec.Struct, frozen=True):
    """One word; `where` and `place` are those of its first occurrence."""

    word: str
    count: int
    where: str
    place: str
    suggestions: tuple[str, ...] = ()


class SpellingReport(msgspec.Struct, frozen=True):
    """What was looked at: distinct words of the text, those that nothing knows, the dictionary."""

    words: int
    unknown: tuple[UnknownWord, ...]
    dictionary: str


Knows = Callable[[Sequence[str]], Sequence[bool]]
Suggests = Callable[[str], tuple[str, ...]]


def texts_of(file: LpdFile) -> Iterator[tuple[Address, str]]:
    """All that a planner writes in words: answers with their footnotes, topics of potentials."""
    for address, blocks in text_fields(file.form, file.plan):
        for stretch in stretches_of(address, blocks):
            yield stretch.where, stretch.text
    for item in file.form.items:
        if item.__struct_config__.tag == "potentials":
            for number, potential in enumerate(file.plan.potentials, 1):
                yield Address(item.key, (str(number), "topic")), potential.topic


def unknown_words(
    file: LpdFile, knows: Knows, suggests: Suggests
) -> tuple[int, tuple[UnknownWord, ...]]:
    """How many distinct words the plan has, and those that nothing knows in their order."""
    places: dict[str, list[Address]] = {}
    for where, text in texts_of(file):
        for token in tokens_of(text):
            places.setdefault(token.word, []).append(where)
    words, ignored = list(places), frozenset(file.work.ignored_words)
    unknown = [
        word
        for word, known in zip(words, knows(words), strict=True)
        if not (known or word in ignored)
    ]
    found = (_found(file, word, places[word], suggests(word)) for word in unknown)
    return len(words), tuple(found)


def _found(
    file: LpdFile, word: str, places: Sequence[Address], proposed: tuple[str, ...]
) -> UnknownWord:
    first = places[0]
    place = place_of(file.form, file.plan, first)
    return UnknownWord(word, len(places), str(first), place, proposed)
