"""Two answers line by line: what stayed, was changed, came, went, stands elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec
from msgspec.structs import replace

from lpd_desktop.plan.comparing.text_lines import TextLine, same_text, text_lines
from lpd_desktop.plan.comparing.word_pieces import Piece, word_pieces
from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.plan.words import count_words, words_of

LineKind = Literal["paragraph", "heading", "item", "row", "title", "amount", "fact"]
LineStatus = Literal["same", "changed", "added", "removed", "moved"]

_ALIKE = 40
"""Lines that share fewer percent of their words are two lines, not one that was changed."""
_SAME_BLOCK = 30
_MOST_PAIRS = 40_000
_RECOGNISED_WORDS = 3
"""Shorter lines may stand at two places by chance."""
_STYLE = "anders ausgezeichnet"
_SHAPE = "andere Gliederung"


class LineChange(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line before and after.

    Attributes:
        status: `moved` stands elsewhere, with the same words.
        label: What it is, in German, where its kind does not say it: `Zeile „…“, 2023`.
        pieces: Its words; cells of a row are divided by tabs.
        remark: What else is to be said in German, such as a difference in euro.
    """

    kind: LineKind
    status: LineStatus
    label: str = ""
    pieces: tuple[Piece, ...] = ()
    remark: str = ""

    @property
    def words_added(self) -> int:
        """How many words are new."""
        return sum(count_words(piece.text) for piece in self.pieces if piece.sign == "added")

    @property
    def words_removed(self) -> int:
        """How many words are gone."""
        return sum(count_words(piece.text) for piece in self.pieces if piece.sign == "removed")


def compare_texts(old: Blocks, new: Blocks) -> tuple[LineChange, ...]:
    """All lines of both answers in reading order; none are changed where both are the same."""
    lines = compare_lines(text_lines(old), text_lines(new))
    if all(line.status == "same" for line in lines) and not same_text(old, new):
        remark = "Aufbau geändert: Nummern, Listen oder Tabellen sind anders verbunden"
        return (*lines, LineChange(kind="fact", status="changed", label="Aufbau", remark=remark))
    return lines


def compare_lines(old: Sequence[TextLine], new: Sequence[TextLine]) -> tuple[LineChange, ...]:
    """All lines of both, removed ones where they stood."""
    pairs = list(_pairs(old, new))
    return tuple(_with_moves([_line_change(*pair) for pair in pairs]))


Pair = tuple[TextLine | None, TextLine | None]


def _pairs(old: Sequence[TextLine], new: Sequence[TextLine]) -> Iterator[Pair]:
    """Lines that are the same lead; between them those that are most alike are one line."""
    before, after = [line.content for line in old], [line.content for line in new]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(old[start:end], new[new_start:new_end], strict=True)
        else:
            yield from _alike(old[start:end], new[new_start:new_end])


def _alike(old: Sequence[TextLine], new: Sequence[TextLine]) -> Iterator[Pair]:
    """The most alike lines of a stretch side by side, in order; the others alone."""
    place = new_place = 0
    for index, new_index in (*_best_pairs(old, new), (len(old), len(new))):
        yield from ((line, None) for line in old[place:index])
        yield from ((None, line) for line in new[new_place:new_index])
        if index < len(old):
            yield old[index], new[new_index]
        place, new_place = index + 1, new_index + 1


def _best_pairs(old: Sequence[TextLine], new: Sequence[TextLine]) -> list[tuple[int, int]]:
    """Pairs in rising order whose likeness is the greatest in sum."""
    if not old or not new:
        return []
    if len(old) * len(new) > _MOST_PAIRS:
        return _pairs_by_block(old, new)
    scores = _scores(old, new)
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for row in reversed(range(len(old))):
        for column in reversed(range(len(new))):
            together = best[row + 1][column + 1] + scores[row][column]
            best[row][column] = max(best[row + 1][column], best[row][column + 1], together)
    return list(_way_through(best, scores))


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


def _scores(old: Sequence[TextLine], new: Sequence[TextLine]) -> list[list[int]]:
    words = [Counter(words_of(line.text)) for line in old]
    new_words = [Counter(words_of(line.text)) for line in new]
    return [
        [_likeness(one, mine, other, theirs) for other, theirs in zip(new, new_words, strict=True)]
        for one, mine in zip(old, words, strict=True)
    ]


def _likeness(one: TextLine, mine: Counter[str], other: TextLine, theirs: Counter[str]) -> int:
    """The percentage of common words, 0 for lines that are two; the same block counts for more."""
    if (one.kind == "row") != (other.kind == "row"):
        return 0
    total = mine.total() + theirs.total()
    shared = 200 * (mine & theirs).total() // total if total else 100 * (one.text == other.text)
    known = _SAME_BLOCK if one.block == other.block and one.kind != "row" else 0
    return shared + known if shared + known >= _ALIKE else 0


def _pairs_by_block(old: Sequence[TextLine], new: Sequence[TextLine]) -> list[tuple[int, int]]:
    """The fast way for very long stretches: the first line of the same block."""
    places = {line.block: index for index, line in reversed(list(enumerate(new)))}
    pairs: list[tuple[int, int]] = []
    for index, line in enumerate(old):
        found = places.get(line.block, -1)
        if found > (pairs[-1][1] if pairs else -1):
            pairs.append((index, found))
    return pairs


def _line_change(old: TextLine | None, new: TextLine | None) -> LineChange:
    if old is None or new is None:
        return _one_sided(old, new)
    if old.content == new.content:
        pieces = (Piece("same", new.text),) if new.text else ()
        return LineChange(kind=new.kind, status="same", pieces=pieces)
    remarks = [_SHAPE] if (old.kind, old.shape) != (new.kind, new.shape) else []
    if old.text == new.text and old.style != new.style:
        remarks.append(_STYLE)
    return LineChange(
        kind=new.kind,
        status="changed",
        pieces=word_pieces(old.text, new.text),
        remark=", ".join(remarks),
    )


def _one_sided(old: TextLine | None, new: TextLine | None) -> LineChange:
    if new is not None:
        pieces = (Piece("added", new.text),) if new.text else ()
        return LineChange(kind=new.kind, status="added", pieces=pieces)
    assert old is not None, "a pair has one line at least"
    pieces = (Piece("removed", old.text),) if old.text else ()
    return LineChange(kind=old.kind, status="removed", pieces=pieces)


def _with_moves(lines: list[LineChange]) -> list[LineChange]:
    """A line that went at one place and came at another was moved there."""
    gone: dict[tuple[str, str], list[int]] = {}
    for place, line in enumerate(lines):
        if line.status == "removed" and is_recognised(line):
            gone.setdefault((line.kind, line.pieces[0].text), []).append(place)
    dropped = set()
    for place, line in enumerate(lines):
        found = gone.get((line.kind, line.pieces[0].text)) if line.pieces else None
        if line.status == "added" and found:
            origin = found.pop(0)
            dropped.add(origin)
            lines[place] = _moved(line, is_upwards=origin > place)
    return [line for place, line in enumerate(lines) if place not in dropped]


def _moved(line: LineChange, *, is_upwards: bool) -> LineChange:
    remark = f"stand weiter {'unten' if is_upwards else 'oben'}"
    pieces = (Piece("same", line.pieces[0].text),)
    return replace(line, status="moved", pieces=pieces, remark=remark)


def is_recognised(line: LineChange) -> bool:
    """Whether a line has words enough to be known again at another place."""
    return len(line.pieces) == 1 and count_words(line.pieces[0].text) >= _RECOGNISED_WORDS
