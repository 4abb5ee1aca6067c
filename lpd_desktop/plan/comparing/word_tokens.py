"""A text as words and signs that can be set beside those of another text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.plan.comparing.gaps import GAP, HIDDEN, bare

_LETTERS = rf"[\w\u0300-\u036f]+(?:[{HIDDEN}]+[\w\u0300-\u036f]+)*"
"""Accents that were typed apart stay with their letters, soft hyphens with their word."""
_WHOLE = re.compile(rf"{_LETTERS}(?:[-*:_/.,’']{_LETTERS})*|\t|(?!{GAP}).", re.DOTALL)
_PART = re.compile(rf"{_LETTERS}|.", re.DOTALL)


@dataclass(frozen=True)
class Token:
    """A word, or one sign.

    Attributes:
        key: Its text without what never shows; words with the same key are the same.
        whole: The number of what it is a part of: `1.400.000` and `Kund*innen` are one each,
            though they have several parts, so that `z.B.` is found again in `z. B.`.
    """

    key: str
    start: int
    end: int
    whole: int


def tokens_of(text: str) -> list[Token]:
    """All words and signs of a text; gaps are what stands between them."""
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for number, whole in enumerate(_WHOLE.finditer(text)):
        if whole.end() - whole.start() == 1:
            yield Token(whole[0], whole.start(), whole.end(), number)
            continue
        for part in _PART.finditer(text, whole.start(), whole.end()):
            yield Token(bare(part[0]), part.start(), part.end(), number)
