"""How alike lines are, and which of two stretches belong together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from lpd_desktop.plan.comparing.gaps import bare
from lpd_desktop.plan.comparing.text_lines import TextLine
from lpd_desktop.plan.words import words_of

MOST_PAIRS = 90_000
"""Comparing more pairs of lines takes too long."""
_ALIKE = 40
"""Lines that share fewer percent of their words are two lines, not one that was changed."""
_SAME_BLOCK = 30
_SAME_CONTENT = 50

Lines = Sequence[TextLine]
Places = Sequence[int]


def best_pairs(
    old: Lines, new: Lines, places: Places, new_places: Places, alike: int = _ALIKE
) -> list[tuple[int, int]]:
    """Pairs in rising order whose likeness is the greatest in sum."""
    if not places or not new_places:
        return []
    before, after = [old[place] for place in places], [new[place] for place in new_places]
    if len(before) * len(after) > MOST_PAIRS:
        found = _pairs_by_block(before, after)
    else:
        scores = _scores(before, after, alike)
        found = list(_way_through(_sums(scores), scores))
    return [(places[index], new_places[new_index]) for index, new_index in found]


def _sums(scores: list[list[int]]) -> list[list[int]]:
    """For each pair the greatest sum of likeness from there on."""
    width = len(scores[0])
    best = [[0] * (width + 1) for _ in range(len(scores) + 1)]
    for row in reversed(range(len(scores))):
        here, below, likeness = best[row], best[row + 1], scores[row]
        for column in reversed(range(width)):
            together = below[column + 1] + likeness[column]
            here[column] = max(below[column], here[column + 1], together)
    return best


def _way_through(best: list[list[int]], scores: list[list[int]]) -> Iterator[tuple[int, int]]:
    row = column = 0
    while row < len(scores) and column < len(scores[row]):
        score = scores[row][column]
        if score and best[row][column] == best[row + 1][column + 1] + score:
            yield row, column
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1


def _scores(old: Lines, new: Lines, alike: int) -> list[list[int]]:
    words = [Counter(words_of(line.text)) for line in old]
    shared = SharedWords([Counter(words_of(line.text)) for line in new])
    return [
        [
            _likeness(line, other, percent, alike)
            for other, percent in zip(new, shared.percents(mine), strict=True)
        ]
        for line, mine in zip(old, words, strict=True)
    ]


class SharedWords:
    """Finds for the words of one text how many percent each of the others shares with it."""

    def __init__(self, others: Sequence[Counter[str]]) -> None:
        self._totals = [each.total() for each in others]
        self._holders: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, words in enumerate(others):
            for word, number in words.items():
                self._holders[word].append((place, number))

    def percents(self, words: Counter[str]) -> list[int]:
        """The percentage of common words, for each of the others."""
        shared, mine = [0] * len(self._totals), words.total()
        for word, number in words.items():
            for place, theirs in self._holders.get(word, ()):
                shared[place] += min(number, theirs)
        pairs = zip(shared, self._totals, strict=True)
        return [200 * number // (mine + total or 1) for number, total in pairs]


def _likeness(one: TextLine, other: TextLine, percent: int, alike: int) -> int:
    """The percentage of common words, 0 for lines that are two; the same block counts for more."""
    if one.content == other.content:
        return 100 + _SAME_CONTENT
    if (one.kind == "row") != (other.kind == "row"):
        return 0
    shared = percent or 100 * (bare(one.text) == bare(other.text))
    known = _SAME_BLOCK if one.block == other.block and one.kind != "row" else 0
    return shared + known if shared + known >= alike else 0


def _pairs_by_block(old: Lines, new: Lines) -> list[tuple[int, int]]:
    """The fast way for very long stretches: the first line of the same block."""
    places = {line.block: index for index, line in reversed(list(enumerate(new)))}
    pairs: list[tuple[int, int]] = []
    for index, line in enumerate(old):
        found = places.get(line.block, -1)
        if found > (pairs[-1][1] if pairs else -1):
            pairs.append((index, found))
    return pairs
