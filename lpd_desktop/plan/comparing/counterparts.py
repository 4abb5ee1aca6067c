"""Which potential of the older plan became which of the newer one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from lpd_desktop.plan.model import Potential
from lpd_desktop.plan.words import block_words, words_of

_ALIKE = 50
"""Potentials that share fewer percent of their words are two."""


def matched_potentials(
    old: Sequence[Potential], new: Sequence[Potential]
) -> tuple[int | None, ...]:
    """For each newer potential the place (from 0) of the older one, None where it is new.

    Those of the same topic come first, then those that share most of their words; an empty one
    stays at its place.
    """
    found: dict[int, int] = {}
    words, new_words = [_words(each) for each in old], [_words(each) for each in new]

    def match(is_same: Callable[[int, int], int]) -> None:
        pairs = [
            (is_same(place, number), -abs(place - number), place, number)
            for number in range(len(new))
            for place in range(len(old))
        ]
        for score, _distance, place, number in sorted(pairs, reverse=True):
            if score and number not in found and place not in found.values():
                found[number] = place

    match(lambda place, number: _is_same_topic(old[place], new[number]))
    match(lambda place, number: _shared(words[place], new_words[number]))
    match(lambda place, number: place == number and not words[place])
    match(lambda place, number: place == number and not new_words[number])
    return tuple(found.get(number) for number in range(len(new)))


def _is_same_topic(one: Potential, other: Potential) -> bool:
    return bool(one.topic.strip()) and one.topic == other.topic


def _words(potential: Potential) -> Counter[str]:
    blocks = (*potential.background, *potential.development)
    return Counter([*words_of(potential.topic), *block_words(blocks)])


def _shared(one: Counter[str], other: Counter[str]) -> int:
    """The percentage of common words, 0 where there are too few."""
    total = one.total() + other.total()
    share = 200 * (one & other).total() // total if total else 0
    return share if share >= _ALIKE else 0
