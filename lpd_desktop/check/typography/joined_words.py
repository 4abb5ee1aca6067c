"""No-break blanks between many words, as a copied web page may have them, and where they help.

Beside a figure, a sign, an abbreviation or a capital, such as in `§ 16i SGB II`, they keep together
what belongs together. Between plain words they help at most now and then; a chain of five is no
choice of anybody's.
"""

from __future__ import annotations

import re
from functools import lru_cache

_BLANK = "\u00a0"
_BEGIN = "[A-Za-zÄÖÜäöüß][a-zäöüß]"
_PLAIN_WORD = rf"{_BEGIN}+[,;:]?"

JOINED_WORDS = (
    rf"(?<![^\W\d_])(?<![a-zäöüß]{_BLANK})(?<![a-zäöüß][,;:]{_BLANK})"
    rf"(?:{_PLAIN_WORD}{_BLANK}){{2}}(?=(?:{_PLAIN_WORD}{_BLANK}){{2}}{_BEGIN})"
)
"""The first two of at least five plain words that no-break blanks join."""

PLAIN_WORDS = rf"{_BLANK}(?<={_BEGIN}.|[a-zäöüß][,;:].){_PLAIN_WORD}(?:{_BLANK}{_PLAIN_WORD})*+"
"""All plain words behind another one, with the blanks before and between them."""

_JOINED_WORDS = re.compile(JOINED_WORDS)
_CHAIN = re.compile(rf"\S+(?:{_BLANK}\S+)+")


def loosened(match: re.Match[str]) -> str:
    """The words with blanks at which a line may end, if they stand in a chain."""
    place = match.start()
    in_chain = any(start < place < end for start, end in _chains(match.string))
    return match[0].replace(_BLANK, " ") if in_chain else match[0]


@lru_cache(maxsize=8)
def _chains(text: str) -> tuple[tuple[int, int], ...]:
    """From where to where words are joined, with at least five plain ones one behind the other."""
    found = _CHAIN.finditer(text) if _JOINED_WORDS.search(text) else ()
    return tuple(each.span() for each in found if _JOINED_WORDS.search(each[0]))
