"""Which characters the document's fonts can set, from a table made of the fonts themselves."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from lpd_desktop.runtime.resources import resource

TABLE = "characters.txt"

REPLACEMENT = "\ufffd"
"""Stands for a character that the fonts do not hold; in a text it tells of one that was lost."""

_INVISIBLE = ("Cc", "Cf")
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_SPACES = frozenset("\u1680\u205f\u3000\u2028\u2029")
"""Set as blank or line break, whether or not the fonts hold them."""

_NO_CHARACTERS = ("Cc", "Cf", "Cn", "Co", "Cs", "Mc", "Me", "Mn")


@cache
def settable_characters() -> frozenset[int]:
    """The code points that every cut of the font holds."""
    lines = resource(TABLE).read_text("ascii").splitlines()
    ranges = (line.split("-") for line in lines if line and not line.startswith("#"))
    return frozenset(
        code for first, last in ranges for code in range(int(first, 16), int(last, 16) + 1)
    )


def is_character(code: int) -> bool:
    """Whether a code point is one that a page may show.

    Fonts have glyphs also for code points that mean nothing by themselves: controls, format
    characters, private use, none at all; and for marks above or below a letter, which would stand
    beside it where the two have no common character.
    """
    char = chr(code)
    return char != REPLACEMENT and unicodedata.category(char) not in _NO_CHARACTERS


def is_invisible(char: str) -> bool:
    """Whether a character never shows: controls, format characters, variation selectors."""
    return unicodedata.category(char) in _INVISIBLE or char in _SELECTORS


def has_selectors(text: str) -> bool:
    """Whether the text holds variation selectors."""
    return not _SELECTORS.isdisjoint(text)


def characters_table(codes: Iterable[int]) -> str:
    """The text of the table for these code points: one range in hexadecimal digits a line."""
    lines = ["# Characters that all cuts of the document's font hold."]
    lines += [f"{first:04X}-{last:04X}" for first, last in _ranges(codes)]
    return "\n".join(lines) + "\n"


def unsettable(text: str) -> tuple[str, ...]:
    """The characters of a text that cannot be set, each once, in order.

    Line breaks, tabs and invisible format characters are no letters and count as settable.
    """
    if text.isascii():
        return ()
    known = settable_characters()
    composed = unicodedata.normalize("NFC", text)
    each_once = dict.fromkeys(composed)
    return tuple(char for char in each_once if ord(char) not in known and _is_drawn(char))


def _is_drawn(char: str) -> bool:
    return not is_invisible(char) and char not in _SPACES


def _ranges(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    ordered = sorted(set(codes))
    for _key, group in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0]):
        members = [code for _index, code in group]
        yield members[0], members[-1]
