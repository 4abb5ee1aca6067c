"""The words of a text, as a dictionary is asked for them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = r"\u0300-\u036f\u00ad"
_SIGN = rf"[^\W_{_MARK}][{_MARK}]*"
_GENDER_ENDING = r"[*:_·](?=in|[emnrs]{1,2}(?!\w))"
_WORD = rf"{_SIGN}(?:{_SIGN}|[-‐‑'’](?={_SIGN})|{_GENDER_ENDING})*"

_TOKEN = re.compile(rf"(?<![\w{_MARK}])[-‐‑]?{_WORD}[-‐‑]?|{_WORD}[-‐‑]?")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>„“”\"]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.])[\w-]+(?:\.[\w-]+)*"
    r"\.(?:com|csv|de|docx?|eu|html?|lpd|net|nrw|org|pdf|pptx?|txt|xlsx?|xml)\b(?:/[^\s<>„“”\"]*)?"
)
_HYPHENS = str.maketrans({"‐": "-", "‑": "-", "’": "'", "\u00ad": None})
_ADDRESS_SIGNS = re.compile(r"[.@/]\w")


@dataclass(frozen=True)
class Token:
    """One word with its place in the text, in characters."""

    start: int
    end: int
    text: str

    @property
    def word(self) -> str:
        """As a dictionary spells it: composed letters, plain hyphens, no soft hyphens."""
        return plain_word(self.text)


def plain_word(text: str) -> str:
    """A word with composed letters and plain hyphens, without soft hyphens."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(_HYPHENS))


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text in order; internet addresses and file names are none.

    A word keeps the hyphens inside it and the one that stands for a left-out part (`Aus-`,
    `-nehmer`), and the sign of a gender form (`Kund*innen`). Numbers count as letters here.
    """
    found = [Token(*each.span(), each.group()) for each in _TOKEN.finditer(text)]
    if _ADDRESS_SIGNS.search(text) is None:
        return tuple(found)
    spans = [each.span() for each in _ADDRESS.finditer(text)]
    return tuple(token for token in found if not _lies_in(token, spans))


def _lies_in(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(token.start < end and start < token.end for start, end in spans)


class Utf16Places:
    """Places of a text counted in UTF-16 units, as editors of the desktop count them."""

    def __init__(self, text: str) -> None:
        """Looks for characters that take two units; most texts have none."""
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        has_wide = units > len(text)
        self._wide = [i for i, sign in enumerate(text) if sign > "\uffff"] if has_wide else []

    def of(self, place: int) -> int:
        """The place in units of what is `place` in characters."""
        return place + bisect_left(self._wide, place) if self._wide else place
