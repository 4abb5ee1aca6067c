"""How wide texts want to be, and how narrow they may be, before columns are given to them."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.pdf.inline import Piece
from lpd_desktop.pdf.line_breaking import Look, break_lines, look_of
from lpd_desktop.pdf.line_words import (
    Run,
    Segment,
    Word,
    cut_at,
    parting_places,
    widest_of,
    width_of,
    with_end,
    words_of,
)

_KNOWN_AT_MOST = 20_000
_known: dict[tuple[Look, ...], tuple[float, float]] = {}
"""The cells of a table are measured several times before its columns stand."""


def natural_width(pieces: list[Piece]) -> tuple[float, float]:
    """The widths of the longest line without breaking, and of the widest word."""
    key = tuple(map(look_of, pieces))
    known = _known.get(key)
    if known is None:
        if len(_known) >= _KNOWN_AT_MOST:
            _known.clear()
        known = _known[key] = _measured(pieces)
    return known


def _measured(pieces: list[Piece]) -> tuple[float, float]:
    lines = break_lines(pieces, float("inf"))
    widest = max(map(widest_of, words_of(pieces)), default=0.0)
    return max((line.width for line in lines), default=0.0), widest


def narrowest_width(pieces: list[Piece]) -> float:
    """The width of the widest stretch that may not be divided, with its division mark."""
    words = (word for each in words_of(pieces) for word in _single(each))
    return max((width_of(part) for word in words for part in _parts(word)), default=0.0)


def _parts(word: Word) -> Iterator[Word]:
    """A word divided everywhere it may be, from back to front."""
    for index, mark in parting_places(word):
        word, tail = cut_at(word, index)
        yield tail
        word = with_end(word, mark) if mark else word
    yield word


def _single(words: Word | Run | None) -> list[Word]:
    if isinstance(words, Run):
        return [(Segment(word, words.piece),) for word in words.words]
    return [words] if words else []
