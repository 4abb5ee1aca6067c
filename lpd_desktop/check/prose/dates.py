"""Dates in German prose: days, months, quarters, halves, years, parts of them and ranges.

`24.10.2021`, `31. Oktober 2022`, `Juni/Juli 2022`, `10/2022`, `Q3 2022`, `ersten Halbjahr 2022`,
`Ende 2022`, `2022/23`, `im Jahr 2023`. A number that counts something (`2022 Personen`), an amount,
a paragraph of a law or a version is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lpd_desktop.check.prose.date_readers import READERS, Precision, Reading, plain_year
from lpd_desktop.check.prose.date_words import BLANK, MONTH, month_number
from lpd_desktop.check.prose.sentences import Span


@dataclass(frozen=True)
class DateMention:
    """A time that a text names.

    Attributes:
        first, last: First and last day that may be meant.
        quote: The words.
    """

    span: Span
    quote: str
    first: date
    last: date
    precision: Precision

    @property
    def start(self) -> int:
        """Where it begins in its text."""
        return self.span[0]

    @property
    def end(self) -> int:
        """Where it ends in its text."""
        return self.span[1]

    @property
    def months(self) -> tuple[int, int]:
        """First and last month, counted through all years."""
        return self.first.year * 12 + self.first.month, self.last.year * 12 + self.last.month

    @property
    def year(self) -> int:
        """The year in which it ends."""
        return self.last.year


_MAYBE = re.compile(r"(?:19|20)\d\d|['’]\d\d|\d\.\s?\d{1,2}\.\s?\d\d")
_NO_DATE_BEFORE = re.compile(
    r"(?:§{1,2}|\b(?:Nr|Abs|Ziff|Kap|Art|Az|Abb|Tab|Tel)\.|\b(?:Nummer|Kapitel|Abschnitt|Version|Punkt|"
    r"Drucksache|Vorlage|Drs\.|Seite|Raum|Windows|Office|ISO|DIN|Agenda|Vision|Strategie|Artikel))"
    rf"{BLANK}?$"
)
_COUNTED_BEHIND = re.compile(
    rf"{BLANK}?(?:€|%|Euro\b|EUR\b|T€|Mio\b|Prozent|Personen\b|e?LB\b|eLb\b|ELB\b|LZB\b|BG\b|VZÄ\b|Kund|"
    r"Fälle|Fällen\b|Plätze|Stunden|Integrationen\b|Haushalte|Bedarfsgemeinschaften|Teilnehm|"
    r"Frauen\b|Männer|Stellen\b|Menschen\b|Beschäftigte|Leistungs(?:berechtigte|beziehende))"
)


@lru_cache(maxsize=4096)
def dates_in(text: str) -> tuple[DateMention, ...]:
    """All dates with a year, in order; none overlaps another."""
    if not _MAYBE.search(text):
        return ()
    found: list[DateMention] = []
    taken = bytearray(len(text))
    for needed, pattern, read in READERS:
        if needed and not any(letters in text for letters in needed):
            continue
        for match in pattern.finditer(text):
            mention = None if any(taken[slice(*match.span())]) else _mention(text, match, read)
            if mention:
                found.append(mention)
                taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    return tuple(sorted(found, key=lambda mention: mention.span))


def _mention(text: str, match: re.Match[str], read: Reading) -> DateMention | None:
    before = text[max(0, match.start() - 16) : match.start()]
    if _NO_DATE_BEFORE.search(before):
        return None
    if read is plain_year and _COUNTED_BEHIND.match(text, match.end()):
        return None
    times = read(match)
    return DateMention(match.span(), match[0], *times) if times else None


_BARE_MONTH = re.compile(rf"\b(?P<month>{MONTH})(?!{BLANK}?(?:\d|['’]))")


def bare_months(text: str) -> Iterator[tuple[Span, int]]:
    """Months that stand without a year, with their places (`in den Monaten Juli und August`)."""
    dated = dates_in(text)
    for match in _BARE_MONTH.finditer(text):
        if not any(one.start <= match.start() < one.end for one in dated):
            yield match.span(), month_number(match["month"])
