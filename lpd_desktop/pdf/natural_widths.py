"""How wide texts want to be, and how narrow they may be, before columns are given to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from lpd_desktop.pdf.inline import Piece
from lpd_desktop.pdf.line_breaking import break_lines
from lpd_desktop.pdf.line_words import (
    Run,
    Segment,
    Word,
    cut_at,
    parting_places,
    text_of,
    widest_of,
    width_of,
    with_end,
    words_of,
)
from lpd_desktop.pdf.lines import Look, look_of
from lpd_desktop.pdf.long_words import near_part

FIGURE = re.compile(r"[+\-\u2212\u2013(]*\d")
"""How a word begins that is a figure."""

_LONGEST_STRETCH = 10.0
"""Times the size of the letters; amounts up to -999.999.999,99 € are shorter."""

_CUT_STRETCH = 5.0
"""What a longer one counts."""

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


class Stretches(NamedTuple):
    """The widest of a text that cannot be parted where readers expect it, in points.

    Attributes:
        any: Of all, with their division marks.
        figures: Of those that are a figure, with its unit.
    """

    any: float
    figures: float


def widest_stretches(pieces: list[Piece]) -> Stretches:
    """How wide a column must be for a text; a stretch that is too long for any counts less.

    A key of 200 characters is cut wherever it stands, so it has no claim on the room of others.
    """
    widest = figures = 0.0
    words = (word for each in words_of(pieces) for word in _single(each))
    for part in chain.from_iterable(map(_parts, words)):
        size = part[-1].piece.ink.size
        width = width_of(part)
        width = width if width <= _LONGEST_STRETCH * size else _CUT_STRETCH * size
        widest = max(widest, width)
        if FIGURE.match(text_of(part)):
            figures = max(figures, width)
    return Stretches(widest, figures)


def _parts(word: Word) -> Iterator[Word]:
    """A word divided everywhere it may be, from back to front."""
    word = near_part(word, 0.0)
    for index, mark in parting_places(word):
        word, tail = cut_at(word, index)
        yield tail
        word = with_end(word, mark) if mark else word
    yield word


def _single(words: Word | Run | None) -> list[Word]:
    if isinstance(words, Run):
        return [(Segment(word, words.piece),) for word in words.words]
    return [words] if words else []
