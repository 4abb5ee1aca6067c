"""What stands between words without being seen as a sign: blanks, soft hyphens, zero-width ones.

Two texts that differ in gaps alone have the same words. Such a difference is never told as words:
nobody sees one in `vier` and `vier`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

Sign = Literal["same", "removed", "added"]

PARAGRAPH_BREAK = "\u2029"
"""Ends each paragraph of a line that was divided, or that joins several ones."""

HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U00013438\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0001\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
"""The characters that never show, as the inside of a pattern's class; no tab, no line break."""
GAP = rf"[^\S\t]|[{HIDDEN}]"
"""A tab divides cells, so it is none."""
_GAPS = re.compile(rf"(?:{GAP})+")
_HIDDEN = re.compile(rf"(?!\s)[{HIDDEN}]")


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text; `removed` stands in the older text alone, `added` in the newer one."""

    sign: Sign
    text: str


def is_gap(text: str) -> bool:
    """Whether a text holds nothing but blanks and characters that never show."""
    return _GAPS.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """The text without its gaps."""
    return _GAPS.sub("", text)


def without_hidden(text: str) -> str:
    """The text without what never shows; blanks stay."""
    return _HIDDEN.sub("", text)


def gap_pieces(old: str, new: str) -> Iterator[Piece]:
    """Two texts that are the same without their gaps, in pieces; only gaps went or came."""
    place = new_place = 0
    while place < len(old) or new_place < len(new):
        gap, new_gap = _gap_at(old, place), _gap_at(new, new_place)
        yield from changed_gap(gap, new_gap)
        place, new_place = place + len(gap), new_place + len(new_gap)
        length = min(_to_gap(old, place), _to_gap(new, new_place))
        if length:
            yield Piece("same", old[place : place + length])
        place, new_place = place + length, new_place + length


def _gap_at(text: str, place: int) -> str:
    found = _GAPS.match(text, place)
    return found[0] if found else ""


def _to_gap(text: str, place: int) -> int:
    found = _GAPS.search(text, place)
    return (found.start() if found else len(text)) - place


def changed_gap(old: str, new: str) -> Iterator[Piece]:
    """What both gaps begin or end with stays."""
    start = _same_at_start(old, new)
    end = _same_at_start(old[start:][::-1], new[start:][::-1])
    parts = (
        Piece("same", old[:start]),
        Piece("removed", old[start : len(old) - end]),
        Piece("added", new[start : len(new) - end]),
        Piece("same", old[len(old) - end :]),
    )
    yield from (part for part in parts if part.text)


def _same_at_start(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    shorter = min(len(one), len(other))
    return next((place for place, (left, right) in pairs if left != right), shorter)
