"""Finding words in everything that a planner wrote."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.form.model import Form
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.passages import Passage, passages

_SOFT_HYPHEN = "\u00ad"
_DIVIDED = f"{_SOFT_HYPHEN}?"
_BLANKS = "[ \u00a0\u202f\u2009\t\n]"
_SAME: dict[str, str] = {
    " ": _BLANKS,
    '"': '["„“”»«]',
    "'": "['’‘‚]",
    "-": "[-\u2010\u2011]",
}
"""What can be typed easily stands also for what is printed in its place."""

_WORD_BEFORE = r"(?<![\w\u00ad])(?<!\w[*:_])"
_WORD_AFTER = r"(?![\w\u00ad]|[*:_]\w)"
CONTEXT = 40
"""So many characters of a place are shown at each side."""


@dataclass(frozen=True)
class Query:
    """What is looked for.

    Attributes:
        match_case: Small and capital letters differ, and so do `ß` and `ss`.
        whole_words: Not as a part of a word; `Kund` is a part of `Kund*innen`.
    """

    text: str
    match_case: bool = False
    whole_words: bool = False

    def pattern(self) -> re.Pattern[str]:
        """The query as an expression over the text as it stands."""
        text = unicodedata.normalize("NFC", self.text)
        units = re.findall("ss|SS|.", text, re.DOTALL) if not self.match_case else list(text)
        expression = _DIVIDED.join(map(self._unit, units))
        if self.whole_words:
            before = _WORD_BEFORE if text[:1].isalnum() else ""
            after = _WORD_AFTER if text[-1:].isalnum() else ""
            expression = f"{before}{expression}{after}"
        return re.compile(expression, 0 if self.match_case else re.IGNORECASE)

    def _unit(self, unit: str) -> str:
        if not self.match_case and unit.casefold() == "ss":
            return f"(?:s{_DIVIDED}s|ß)"
        if unit in _SAME:
            return _SAME[unit]
        composed = unicodedata.normalize("NFD", unit)
        if composed != unit:
            return f"(?:{re.escape(unit)}|{re.escape(composed)})"
        return re.escape(unit)


@dataclass(frozen=True)
class Match:
    """One place where the words stand: from `start` to before `end` in the passage's text."""

    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        """What stands there."""
        return self.passage.text[self.start : self.end]

    @property
    def before(self) -> str:
        """What stands in front of it, cut at a word."""
        return context_before(self.passage.text, self.start)

    @property
    def after(self) -> str:
        """What stands behind it, cut at a word."""
        return context_after(self.passage.text, self.end)


def find(form: Form, plan: Plan, query: Query) -> list[Match]:
    """All places in the order of the document; none for an empty query."""
    if not query.text:
        return []
    pattern = query.pattern()
    return [
        Match(passage, found.start(), found.end())
        for passage in passages(form, plan)
        for found in _matches(pattern, passage.text)
    ]


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    return (found for found in pattern.finditer(text) if found.end() > found.start())


def context_before(text: str, start: int) -> str:
    """What stands before a place, in one line, with an ellipsis where it was cut."""
    if start <= CONTEXT:
        return _in_line(text[:start])
    piece = text[start - CONTEXT : start]
    blank = piece.find(" ")
    return f"…{_in_line(piece[blank + 1 :])}"


def context_after(text: str, end: int) -> str:
    """What stands behind a place, in one line, with an ellipsis where it was cut."""
    if len(text) - end <= CONTEXT:
        return _in_line(text[end:])
    piece = text[end : end + CONTEXT]
    blank = piece.rfind(" ")
    return f"{_in_line(piece[:blank] if blank > 0 else piece)}…"


def _in_line(text: str) -> str:
    return text.replace("\n", " ")
