"""Which line of an older answer became which of the newer one, also where it stands elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lpd_desktop.plan.comparing.line_likeness import (
    MOST_PAIRS,
    Lines,
    Places,
    SharedWords,
    best_pairs,
)
from lpd_desktop.plan.comparing.text_lines import TextLine
from lpd_desktop.plan.words import count_words, words_of

_ALIKE_ELSEWHERE = 60
"""Lines that changed places share more percent of their words than changed ones, or are two."""
_RECOGNISED_WORDS = 3
"""Shorter lines may stand at two places by chance."""

Pair = tuple[int | None, int | None]


@dataclass(frozen=True)
class PairedLine:
    """A line of the older answer, of the newer one, or both.

    Attributes:
        went: How many lines it went down; negative up, 0 where it did not change places.
    """

    old: TextLine | None
    new: TextLine | None
    went: int = 0


def paired_lines(old: Lines, new: Lines) -> Iterator[PairedLine]:
    """All lines in the order of the newer answer; those that went stand where they stood."""
    pairs = _in_order(old, new)
    origins = _elsewhere(old, new, pairs)
    places = {before: place for place, (before, after) in enumerate(pairs) if after is None}
    gone = set(origins.values())
    for place, (before, after) in enumerate(pairs):
        if before is None and after in origins:
            origin = origins[after]
            yield PairedLine(old[origin], new[after], place - places[origin])
        elif before not in gone:
            yield PairedLine(_at(old, before), _at(new, after))


def _at(lines: Lines, place: int | None) -> TextLine | None:
    return None if place is None else lines[place]


def has_enough_words(text: str) -> bool:
    """Whether a text has words enough to be known again at another place."""
    return count_words(text) >= _RECOGNISED_WORDS


def _in_order(old: Lines, new: Lines) -> list[Pair]:
    """What both begin and end with; between that the most alike lines side by side."""
    start = _same_at_start(old, new)
    end = _same_at_start(old[start:][::-1], new[start:][::-1])
    old_end, new_end = len(old) - end, len(new) - end
    head: list[Pair] = [(place, place) for place in range(start)]
    middle = _stretch(old, new, range(start, old_end), range(start, new_end))
    return [*head, *middle, *zip(range(old_end, len(old)), range(new_end, len(new)), strict=True)]


def _same_at_start(old: Lines, new: Lines) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    shorter = min(len(old), len(new))
    return next((place for place, (one, two) in pairs if one.content != two.content), shorter)


def _stretch(old: Lines, new: Lines, places: range, new_places: range) -> Iterator[Pair]:
    if len(places) * len(new_places) <= MOST_PAIRS:
        yield from _alike(old, new, places, new_places)
        return
    before = [old[place].content for place in places]
    after = [new[place].content for place in new_places]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        part, new_part = places[start:end], new_places[new_start:new_end]
        if kind == "equal":
            yield from zip(part, new_part, strict=True)
        else:
            yield from _alike(old, new, part, new_part)


def _alike(old: Lines, new: Lines, places: range, new_places: range) -> Iterator[Pair]:
    """The most alike lines of a stretch side by side, in order; the others alone."""
    place, new_place = places.start, new_places.start
    for index, new_index in best_pairs(old, new, places, new_places):
        yield from ((each, None) for each in range(place, index))
        yield from ((None, each) for each in range(new_place, new_index))
        yield index, new_index
        place, new_place = index + 1, new_index + 1
    yield from ((each, None) for each in range(place, places.stop))
    yield from ((None, each) for each in range(new_place, new_places.stop))


def _elsewhere(old: Lines, new: Lines, pairs: Sequence[Pair]) -> dict[int, int]:
    """Lines that went at one place and came at another, the older place by the newer one.

    The same words come first, then the same block, then what stands in the most alike lists,
    tables or paragraphs.
    """
    gone = [before for before, after in pairs if after is None and before is not None]
    come = [after for before, after in pairs if before is None and after is not None]
    origins: dict[int, int] = {}
    for way in (_same_words, _same_blocks, _alike_roots):
        origins.update({after: before for before, after in way(old, new, gone, come)})
        taken = set(origins.values())
        gone = [place for place in gone if place not in taken]
        come = [place for place in come if place not in origins]
    return origins


def _same_words(old: Lines, new: Lines, gone: Places, come: Places) -> Iterator[tuple[int, int]]:
    def words(line: TextLine) -> Hashable:
        return (line.kind, line.text) if has_enough_words(line.text) else None

    for places, new_places in _groups(old, new, gone, come, words):
        yield from zip(places, new_places, strict=False)


def _same_blocks(old: Lines, new: Lines, gone: Places, come: Places) -> Iterator[tuple[int, int]]:
    for places, new_places in _groups(old, new, gone, come, lambda line: line.block or None):
        yield from best_pairs(old, new, places, new_places, _ALIKE_ELSEWHERE)


def _groups(
    old: Lines,
    new: Lines,
    gone: Places,
    come: Places,
    name: Callable[[TextLine], Hashable],
) -> Iterator[tuple[list[int], list[int]]]:
    """Places of the same name on both sides; None is no name."""
    before, after = _by_name(old, gone, name), _by_name(new, come, name)
    yield from ((before[each], after[each]) for each in before if each in after)


def _by_name(
    lines: Lines, places: Iterable[int], name: Callable[[TextLine], Hashable]
) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place in places:
        found[name(lines[place])].append(place)
    found.pop(None, None)
    return found


def _alike_roots(old: Lines, new: Lines, gone: Places, come: Places) -> Iterator[tuple[int, int]]:
    """Whole lists, tables and paragraphs, the most alike ones first."""
    before, after = (
        list(_by_name(lines, places, lambda line: line.root).values())
        for lines, places in ((old, gone), (new, come))
    )
    if len(before) * len(after) > MOST_PAIRS:
        return
    words = SharedWords([_words(new, places) for places in after])
    found = [
        (-percent, index, new_index)
        for index, places in enumerate(before)
        for new_index, percent in enumerate(words.percents(_words(old, places)))
        if percent >= _ALIKE_ELSEWHERE
    ]
    for index, new_index in _each_once(sorted(found)):
        yield from best_pairs(old, new, before[index], after[new_index])


def _each_once(found: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    taken: set[int] = set()
    new_taken: set[int] = set()
    for _order, index, new_index in found:
        if index not in taken and new_index not in new_taken:
            taken.add(index)
            new_taken.add(new_index)
            yield index, new_index


def _words(lines: Lines, places: Places) -> Counter[str]:
    """Those of a group of lines; none where there are too few to know it again."""
    words = Counter(word for place in places for word in words_of(lines[place].text))
    return words if words.total() >= _RECOGNISED_WORDS else Counter()
