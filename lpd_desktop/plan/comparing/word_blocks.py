"""Which words of a text are words of another one, in order."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from lpd_desktop.plan.comparing.word_tokens import Token

_MANY_PAIRS = 250_000
"""Above this many pairs of words whole sentences lead, since comparing words takes too long."""
_SENTENCE_ENDS = frozenset(".!?")
_BOUNDARIES = frozenset("\t[]")
"""Of cells and footnotes: a change does not reach over them."""
_MOST_SIGNS = 3

Tokens = Sequence[Token]


class Block(NamedTuple):
    """Words that both texts have, blanks and what never shows aside; ends are excluded."""

    start: int
    end: int
    new_start: int
    new_end: int


def blocks_of(before: Tokens, after: Tokens) -> list[Block]:
    """The stretches that stayed, in order, none of them empty.

    Two changes are one where but a blank or punctuation stands between them. A word that stayed,
    however short, is never drawn into a change: readers would look for what is new in it, and it
    would be counted.
    """
    pairs = list(_pairs(before, after))
    blocks = _grown(_runs(_of_whole_words(pairs, before, after)), before, after)
    return list(_without_weak(blocks, before, after))


def _pairs(before: Tokens, after: Tokens) -> Iterator[tuple[int, int]]:
    """Places of the same words, rising on both sides."""
    keys, new_keys = [each.key for each in before], [each.key for each in after]
    start = _same_at_start(keys, new_keys)
    end = _same_at_start(keys[start:][::-1], new_keys[start:][::-1])
    old_end, new_end = len(keys) - end, len(new_keys) - end
    yield from ((place, place) for place in range(start))
    for place, new_place in _alike(keys[start:old_end], new_keys[start:new_end]):
        yield place + start, new_place + start
    yield from zip(range(old_end, len(keys)), range(new_end, len(new_keys)), strict=True)


def _same_at_start(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    shorter = min(len(one), len(other))
    return next((place for place, (left, right) in pairs if left != right), shorter)


def _alike(keys: list[str], new_keys: list[str]) -> Iterator[tuple[int, int]]:
    if len(keys) * len(new_keys) <= _MANY_PAIRS:
        yield from _matched(keys, new_keys)
    else:
        yield from _by_sentences(keys, new_keys)


def _by_sentences(keys: list[str], new_keys: list[str]) -> Iterator[tuple[int, int]]:
    """Sentences that stayed, and words between them where these are few enough."""
    sentences, new_sentences = _sentences(keys), _sentences(new_keys)
    starts, new_starts = _starts(sentences), _starts(new_sentences)
    last = new_last = 0
    for place, new_place, length in _matches(sentences, new_sentences):
        start, new_start = starts[place], new_starts[new_place]
        left, right = keys[last:start], new_keys[new_last:new_start]
        if len(left) * len(right) <= _MANY_PAIRS:
            yield from ((last + one, new_last + other) for one, other in _matched(left, right))
        last, new_last = starts[place + length], new_starts[new_place + length]
        yield from zip(range(start, last), range(new_start, new_last), strict=True)


def _matched(one: Sequence[object], other: Sequence[object]) -> Iterator[tuple[int, int]]:
    for start, new_start, length in _matches(one, other):
        yield from ((start + at, new_start + at) for at in range(length))


def _matches(one: Sequence[object], other: Sequence[object]) -> Iterable[tuple[int, int, int]]:
    """Start, newer start and length of what is the same; the last one is empty, at both ends."""
    matcher: SequenceMatcher[object] = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.get_matching_blocks()


def _sentences(keys: Iterable[str]) -> list[tuple[str, ...]]:
    found: list[list[str]] = [[]]
    for key in keys:
        found[-1].append(key)
        if key in _SENTENCE_ENDS:
            found.append([])
    return [tuple(each) for each in found if each]


def _starts(sentences: Sequence[tuple[str, ...]]) -> list[int]:
    starts = [0]
    for each in sentences:
        starts.append(starts[-1] + len(each))
    return starts


def _of_whole_words(
    pairs: list[tuple[int, int]], before: Tokens, after: Tokens
) -> list[tuple[int, int]]:
    """Without parts of wholes that did not stay as a whole: `1.` in `1.400` and `1.500`."""
    partners, new_partners = dict(pairs), {new: old for old, new in pairs}
    wholes, new_wholes = _members(before), _members(after)
    waiting = [(0, each.whole) for place, each in enumerate(before) if place not in partners]
    waiting += [(1, each.whole) for place, each in enumerate(after) if place not in new_partners]
    sides = ((partners, new_partners, wholes, after), (new_partners, partners, new_wholes, before))
    while waiting:
        side, whole = waiting.pop()
        mine, theirs, members, others = sides[side]
        for place in members[whole]:
            partner = mine.pop(place, None)
            if partner is not None:
                del theirs[partner]
                waiting.append((1 - side, others[partner].whole))
    return sorted(partners.items())


def _members(tokens: Tokens) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for place, token in enumerate(tokens):
        found[token.whole].append(place)
    return found


def _runs(pairs: Iterable[tuple[int, int]]) -> Iterator[Block]:
    """Pairs side by side as one block."""
    block: Block | None = None
    for place, new_place in pairs:
        if block is not None and (block.end, block.new_end) == (place, new_place):
            block = block._replace(end=place + 1, new_end=new_place + 1)
            continue
        if block is not None:
            yield block
        block = Block(place, place + 1, new_place, new_place + 1)
    if block is not None:
        yield block


def _grown(blocks: Iterable[Block], before: Tokens, after: Tokens) -> Iterator[Block]:
    """Blocks, and what else is the same between them but for blanks: `16 i` and `16i`."""
    place = new_place = 0
    for block in (*blocks, Block(len(before), len(before), len(after), len(after))):
        left, right = before[place : block.start], after[new_place : block.new_start]
        start, new_start = _same_letters(left, right)
        if start:
            yield Block(place, place + start, new_place, new_place + new_start)
        end, new_end = _same_letters(left[start:][::-1], right[new_start:][::-1], backwards=True)
        if end:
            yield Block(block.start - end, block.start, block.new_start - new_end, block.new_start)
        if block.end > block.start:
            yield block
        place, new_place = block.end, block.new_end


def _same_letters(one: Tokens, other: Tokens, *, backwards: bool = False) -> tuple[int, int]:
    """How many tokens of both make the longest same row of letters, of whole words alone."""
    best = (0, 0)
    left = right = ""
    place = new_place = 0
    while left.startswith(right) or right.startswith(left):
        if len(left) == len(right) and _ends(one, place) and _ends(other, new_place):
            best = (place, new_place)
        if len(left) <= len(right):
            if place == len(one):
                break
            left += _letters(one[place], backwards=backwards)
            place += 1
        else:
            if new_place == len(other):
                break
            right += _letters(other[new_place], backwards=backwards)
            new_place += 1
    return best


def _ends(tokens: Tokens, place: int) -> bool:
    """Whether a whole ends before a place."""
    is_inside = 0 < place < len(tokens)
    return not is_inside or tokens[place - 1].whole != tokens[place].whole


def _letters(token: Token, *, backwards: bool) -> str:
    return token.key[::-1] if backwards else token.key


def _without_weak(blocks: Iterable[Block], before: Tokens, after: Tokens) -> Iterator[Block]:
    """Punctuation between two words that were both replaced belongs to that change."""
    ends = Block(0, 0, 0, 0), Block(len(before), len(before), len(after), len(after))
    all_blocks = [ends[0], *blocks, ends[1]]
    gaps = [_is_replaced(one, other) for one, other in pairwise(all_blocks)]
    for place, block in enumerate(all_blocks[1:-1]):
        if not (gaps[place] and gaps[place + 1] and _is_weak(before[block.start : block.end])):
            yield block


def _is_replaced(one: Block, other: Block) -> bool:
    return other.start > one.end and other.new_start > one.new_end


def _is_weak(tokens: Tokens) -> bool:
    return len(tokens) <= _MOST_SIGNS and all(map(_is_punctuation, tokens))


def _is_punctuation(token: Token) -> bool:
    key = token.key
    return key not in _BOUNDARIES and unicodedata.category(key[0]).startswith("P")
