"""Where German sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

Span = tuple[int, int]

_PARAGRAPHS_REMEMBERED = 4096

_SHORT = (
    "z b d h u a i v m s o e g zb bzw ca etc evtl ggf ggfs gem inkl insb insbes lt max mind mio "
    "mrd nr abs art bspw dr prof rd sog std tsd usw vgl zzgl abzgl zt ziff st str tel jan feb "
    "apr jun jul aug sep sept okt nov dez kap bd hrsg f ff n lfd einschl exkl bzgl gegr geb"
)
_ABBREVIATIONS = frozenset(_SHORT.split())
_END = re.compile(r"[.!?…]+[“\"”»)\]]*(?=\s+|$)")
_NEXT = re.compile(r"\s*[„\"»(\[–-]*\s*([\w§*€%+−])")
_WORD_BEFORE = re.compile(r"(\w+)$")


@lru_cache(maxsize=_PARAGRAPHS_REMEMBERED)
def sentence_spans(text: str) -> tuple[Span, ...]:
    """The sentences of a paragraph without the blanks around them.

    A line break ends a sentence. A point ends none after an abbreviation, an ordinal
    (`31. Oktober`) or a single letter, nor before a word that begins small.
    """
    lines = re.finditer(r"[^\n]+", text)
    return tuple(span for line in lines for span in _in_line(line[0], line.start()))


def _in_line(line: str, offset: int) -> Iterator[Span]:
    start = 0
    for end in _END.finditer(line):
        if _ends_sentence(line, end):
            yield from _trimmed(line, start, end.end(), offset)
            start = end.end()
    yield from _trimmed(line, start, len(line), offset)


def _trimmed(line: str, start: int, end: int, offset: int) -> Iterator[Span]:
    part = line[start:end]
    stripped = part.strip()
    if stripped:
        first = start + part.index(stripped)
        yield offset + first, offset + first + len(stripped)


def _ends_sentence(line: str, end: re.Match[str]) -> bool:
    following = _NEXT.match(line, end.end())
    if following is None:
        return True
    if following[1].islower():
        return False
    word = _WORD_BEFORE.search(line[: end.start()])
    if not end[0].startswith(".") or end[0].startswith("..") or word is None:
        return True
    name = word[1]
    is_ordinal = name.isdecimal() and len(name) <= 2
    return not (is_ordinal or len(name) == 1 or name.casefold() in _ABBREVIATIONS)
