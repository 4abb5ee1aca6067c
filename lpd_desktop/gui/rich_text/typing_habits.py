"""What a German word processor makes of what is typed: quotes, dashes, lists. No Qt in here.

Only what is never wrong in a running text, or is seen at once and taken back by one undo.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lpd_desktop.plan.rich_text import ListStyle

TRIGGERS = frozenset('"- €%0123456789')
"""Only after these is there anything to replace."""

LONGEST_LOOK = 40
"""So many letters before the cursor decide."""

_NO_BREAK_SPACE = "\u00a0"
_BEFORE_OPENING = frozenset("([{/-–—„‚»›")
_TWO_HYPHENS = re.compile(r"(?:^|[^-])[\w\s.,;:)%“”]--$")
_HYPHEN_ALONE = re.compile(r"[\w.,;:)%“”’!?] - $")
_SIGN_AND_DIGIT = re.compile(r"§ \d$")
_DIGIT_AND_UNIT = re.compile(r"\d [€%]$")
_BULLET = re.compile(r"[-*•–] $")
_NUMBER = re.compile(r"(\d{1,2})[.)] $")
_LETTER = re.compile(r"([a-z])\) $")


@dataclass(frozen=True)
class Replacement:
    """`length` letters before the cursor become `text`; `title` names the step in the menu."""

    length: int
    text: str
    title: str


@dataclass(frozen=True)
class ListMark:
    """The mark of a list at the start of a line, with the number it stands for."""

    style: ListStyle
    number: int
    length: int


def replacement_for(before: str) -> Replacement | None:
    """What becomes of the letters before the cursor, the last of which was just typed."""
    typed = before[-1:]
    if typed == '"':
        return Replacement(1, _quote_after(before[:-1]), "Anführungszeichen")
    if typed == "-" and _TWO_HYPHENS.search(before):
        return Replacement(2, "–", "Gedankenstrich")
    if typed == " " and _HYPHEN_ALONE.search(before):
        return Replacement(2, "– ", "Gedankenstrich")
    if _SIGN_AND_DIGIT.search(before) or _DIGIT_AND_UNIT.search(before):
        return Replacement(2, _NO_BREAK_SPACE + typed, "Geschütztes Leerzeichen")
    return None


def _quote_after(before: str) -> str:
    last = before[-1:]
    return "„" if not last or last.isspace() or last in _BEFORE_OPENING else "“"


def list_mark(line: str) -> ListMark | None:
    """The mark that a line consists of so far, blank included."""
    if _BULLET.match(line):
        return ListMark("bullet", 1, len(line))
    number = _NUMBER.match(line)
    if number is not None:
        return ListMark("number", int(number[1]), len(line))
    letter = _LETTER.match(line)
    if letter is not None:
        return ListMark("letter", ord(letter[1]) - ord("a") + 1, len(line))
    return None
