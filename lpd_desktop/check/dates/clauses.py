"""Parts of sentences with one verb each, and what stands around a date in its part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.check.prose.dates import DateMention

_BREAK = re.compile(r"(?<!\d)[,;:](?=\s)|(?<=\d)[,;:](?=\s+[^\d\s])|\s[–—-]\s|[()]")
_AND = re.compile(r"\s(?:und|sowie|oder|aber|doch)\s")
_FINITE = re.compile(
    r"\b(?:wurden?|wird|werden|hat|haben|hatten?|ist|sind|war|waren|soll|sollen|sollten?|will|"
    r"wollen|kann|können|konnten?|muss|müssen|fand|fanden|findet|finden|erfolgt|erfolgten?|startet|"
    r"startete|beginnt|begann|folgt|plant|planen|liegt|lag|lagen|steht|stehen|bleibt|gibt|gab)\b"
)


@dataclass(frozen=True)
class Clause:
    """One part of a sentence; `start` is where it begins there."""

    start: int
    text: str
    in_brackets: bool = False

    @property
    def end(self) -> int:
        """Where it ends in its sentence."""
        return self.start + len(self.text)

    def before(self, mention: DateMention) -> str:
        """What stands in the clause before a date."""
        return self.text[: mention.start - self.start]

    def behind(self, mention: DateMention) -> str:
        """What stands in the clause behind a date."""
        return self.text[mention.end - self.start :]


def clause_of(text: str, mention: DateMention) -> Clause:
    """The clause that holds a date."""
    for clause in _clauses(text):
        if clause.start <= mention.start < clause.end and mention.end <= clause.end:
            return _half(clause, mention)
    return Clause(0, text)


def _clauses(text: str) -> Iterator[Clause]:
    start, depth = 0, 0
    for mark in _BREAK.finditer(text):
        yield Clause(start, text[start : mark.start()], depth > 0)
        depth += (mark[0] == "(") - (mark[0] == ")")
        start = mark.end()
    yield Clause(start, text[start:], depth > 0)


def _half(clause: Clause, mention: DateMention) -> Clause:
    """The side of an `und` on which the date stands, where both sides have a verb."""
    for mark in _AND.finditer(clause.text):
        left, right = clause.text[: mark.start()], clause.text[mark.end() :]
        if _FINITE.search(left) and _FINITE.search(right):
            if mention.start - clause.start < mark.start():
                return Clause(clause.start, left, clause.in_brackets)
            rest = Clause(clause.start + mark.end(), right, clause.in_brackets)
            return _half(rest, mention)
    return clause
