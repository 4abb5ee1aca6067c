"""Straight quotation marks as they are printed, where their pairs are certain."""

from __future__ import annotations

import re
from functools import lru_cache

_MARK = re.compile('["„“”]')
_BEFORE_OPENING = frozenset("([{–—/-„‚\ufffc")


def printed_quotation_mark(match: re.Match[str]) -> str:
    """The mark for a straight one; the same where the marks of its text do not pair."""
    return _printed(match.string).get(match.start(), match[0])


@lru_cache(maxsize=8)
def _printed(text: str) -> dict[int, str]:
    """By its place the printed form of each straight mark; none where one has no counterpart."""
    result: dict[int, str] = {}
    is_open = False
    for match in _MARK.finditer(text):
        place, mark = match.start(), match[0]
        closes = is_open and mark != "„" and not text[place - 1].isspace()
        opens = not is_open and (mark == "„" or (mark == '"' and _may_open(text, place)))
        if not (opens or closes):
            return {}
        is_open = opens
        if mark == '"':
            result[place] = "„" if opens else "“"
    return {} if is_open else result


def _may_open(text: str, place: int) -> bool:
    before, after = text[:place][-1:], text[place + 1 : place + 2]
    begins = not before or before.isspace() or before in _BEFORE_OPENING
    return begins and bool(after) and not after.isspace()
