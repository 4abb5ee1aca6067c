"""Numbers and letters in front of headings, as the form has them and as people type them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_NUMBER = r"(?:[0-9]{1,2}|[IVXLC]{1,6})"
_LABEL = re.compile(
    rf"(?:[A-Z]\.?\s?[0-9]{{1,2}}|[A-Z]|{_NUMBER})(?:[.):]|\.\))?(?=\s)\s+"
    rf"|{_NUMBER}\.(?=[A-ZÄÖÜ])"
)
_ENUMERATOR = re.compile(rf"({_NUMBER})(?:[.):]|\.\))+\s+")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True)
class Prefix:
    """What stands before a topic's title.

    Attributes:
        length: Characters it takes.
        numbered: It has the number that the form puts there.
        repeated: A second number follows the first.
        number: The last number that was read, 0 for none.
    """

    length: int
    numbered: bool
    repeated: bool
    number: int


def without_label(heading: str) -> tuple[str, str]:
    """A heading's label (`B.`, `2.`) and the rest; the label is empty where there is none."""
    match = _LABEL.match(heading)
    return (match[0].strip(), heading[match.end() :]) if match else ("", heading)


def topic_prefix(text: str, topic_heading: str) -> Prefix:
    """What stands before the title of a topic.

    Args:
        text: From the start of the line on.
        topic_heading: As the form writes it, with `{n}` for the number.
    """
    form_part = _pattern(topic_heading).match(text)
    end = form_part.end() if form_part else 0
    numbers = [each for each in form_part.groups() if each] if form_part else []
    again = _ENUMERATOR.match(text, end)
    if again:
        end = again.end()
    number = numbers[-1] if numbers else again[1] if again else ""
    return Prefix(end, bool(numbers), bool(numbers and again), number_of(number))


@cache
def _pattern(topic_heading: str) -> re.Pattern[str]:
    """Each number of the form's heading with the words before it; any of them may be missing."""
    *before, tail = topic_heading.split("{n}")
    parts = [
        rf"(?:{_words(literal)}({_NUMBER})(?:[.):]|\.\))?(?:\s+|$))?"
        if literal.strip()
        else rf"(?:({_NUMBER})(?:[.):]|\.\))(?:\s+|$))?"
        for literal in before
    ]
    closing = rf"(?:{_words(tail)}\s*)?" if tail.strip(" .:)") else ""
    return re.compile("".join(parts) + closing, re.IGNORECASE)


def _words(literal: str) -> str:
    """The words with any blanks between them; a point after a letter may be missing."""
    escaped = r"\s+".join(re.escape(word) for word in literal.split())
    return re.sub(r"\\\.$", r"\\.?", escaped) + r"\s*"


def number_of(label: str) -> int:
    """`3`, `III` as 3; 0 for what is no number."""
    bare = label.strip(" .:)")
    if bare.isdecimal():
        return int(bare)
    if not bare or any(sign not in _ROMAN for sign in bare.upper()):
        return 0
    values = [_ROMAN[sign] for sign in bare.upper()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)
