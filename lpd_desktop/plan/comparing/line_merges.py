"""Paragraphs that were divided, and those that were joined, each as one line on both sides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from lpd_desktop.plan.comparing.gaps import PARAGRAPH_BREAK, bare
from lpd_desktop.plan.comparing.line_likeness import MOST_PAIRS, Lines, SharedWords
from lpd_desktop.plan.comparing.text_lines import TextLine
from lpd_desktop.plan.words import words_of

_FIRST_LETTERS = 8
"""A shorter beginning may be that of any paragraph."""
_ALIKE = 85
"""A paragraph that was divided and written anew shares so many percent of its words."""
_PART_ALIKE = 75
"""And so many of each part stem from it; in a short part one word is much."""
_FEWEST_WORDS = 4


def merged_lines(old: Lines, new: Lines) -> tuple[list[TextLine], list[TextLine]]:
    """Both sides, where lines that are one on the other side are one line.

    That is found where the words stayed, blanks aside, in however many parts; and for two parts
    also where some words changed. Rows of tables are none.
    """
    kept = {line.content for line in old} & {line.content for line in new}
    mine = [line.content not in kept and line.kind != "row" for line in old]
    theirs = [line.content not in kept and line.kind != "row" for line in new]
    if not any(mine) or not any(theirs) or _has_breaks(old) or _has_breaks(new):
        return list(old), list(new)
    ones = [line for line, is_free in zip(old, mine, strict=True) if is_free]
    others = [line for line, is_free in zip(new, theirs, strict=True) if is_free]
    return _merged(old, mine, others), _merged(new, theirs, ones)


def _has_breaks(lines: Lines) -> bool:
    return any(PARAGRAPH_BREAK in line.text for line in lines)


def _merged(lines: Lines, free: Sequence[bool], wholes: Lines) -> list[TextLine]:
    ends = _same_runs(lines, free, wholes)
    taken = {place for start, end in ends.items() for place in range(start, end)}
    still_free = [each and place not in taken for place, each in enumerate(free)]
    ends.update(_alike_runs(lines, still_free, wholes))
    found: list[TextLine] = []
    place = 0
    while place < len(lines):
        end = ends.get(place, place + 1)
        found.append(_one_line(lines[place:end]))
        place = end
    return found


def _one_line(lines: Lines) -> TextLine:
    if len(lines) == 1:
        return lines[0]
    style = tuple(part for line in lines for part in line.style)
    text = PARAGRAPH_BREAK.join(line.text for line in lines)
    return replace(lines[0], text=text, style=style)


def _same_runs(lines: Lines, free: Sequence[bool], wholes: Lines) -> dict[int, int]:
    """Start and end of runs whose letters are those of one line, each line once."""
    beginnings: dict[str, list[str]] = defaultdict(list)
    for whole in wholes:
        letters = bare(whole.text)
        beginnings[letters[:_FIRST_LETTERS]].append(letters)
    found: dict[int, int] = {}
    place = 0
    while place < len(lines):
        candidates = beginnings.get(bare(lines[place].text)[:_FIRST_LETTERS], [])
        ends = ((_run_end(lines, free, place, letters), letters) for letters in candidates)
        end, letters = next((each for each in ends if each[0] > place), (place, ""))
        if end > place:
            found[place] = end
            candidates.remove(letters)
        place = max(end, place + 1)
    return found


def _run_end(lines: Lines, free: Sequence[bool], start: int, letters: str) -> int:
    """The end of the run that makes up the letters; its start where there is none."""
    place, rest = start, letters
    while rest and place < len(lines) and free[place] and _is_like(lines[start], lines[place]):
        part = bare(lines[place].text)
        if not part or not rest.startswith(part):
            return start
        rest = rest[len(part) :]
        place += 1
    return place if not rest and place - start > 1 else start


def _is_like(one: TextLine, other: TextLine) -> bool:
    """Whether two lines are of one kind, so that they may come from one."""
    return _kind(one) == _kind(other)


def _kind(line: TextLine) -> Hashable:
    return line.kind, line.shape


def _alike_runs(lines: Lines, free: Sequence[bool], wholes: Lines) -> Iterator[tuple[int, int]]:
    """Two lines side by side that hold nearly all words of one line, and nearly no other."""
    places = [place for place in range(len(lines) - 1) if _may_be_parts(lines, free, place)]
    if not places or len(places) * len(wholes) > MOST_PAIRS:
        return
    words = [Counter(words_of(whole.text)) for whole in wholes]
    shared = SharedWords(words)
    taken: set[int] = set()
    last = -1
    for place in places:
        parts = [Counter(words_of(line.text)) for line in lines[place : place + 2]]
        percents = shared.percents(parts[0] + parts[1])
        number = max(range(len(wholes)), key=percents.__getitem__)
        is_free = place > last and number not in taken and percents[number] >= _ALIKE
        if is_free and all(_is_part(part, words[number]) for part in parts):
            yield place, place + 2
            taken.add(number)
            last = place + 1


def _may_be_parts(lines: Lines, free: Sequence[bool], place: int) -> bool:
    return free[place] and free[place + 1] and _is_like(lines[place], lines[place + 1])


def _is_part(part: Counter[str], whole: Counter[str]) -> bool:
    total = part.total()
    return total >= _FEWEST_WORDS and 100 * (part & whole).total() >= _PART_ALIKE * total
