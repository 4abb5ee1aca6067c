"""Dates that no calendar has, weekdays that do not fit, ranges that end before they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lpd_desktop.check.context import Context
from lpd_desktop.check.dates.dated import dated_sentences
from lpd_desktop.check.dates.rules import DATE_IMPOSSIBLE, DATE_RANGE, DATE_WEEKDAY
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.date_words import BLANK, YEAR
from lpd_desktop.check.prose.dates import DateMention
from lpd_desktop.check.prose.faulty_dates import faulty_dates
from lpd_desktop.check.prose.stretches import Sentence

_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_SHORT_DAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
_WEEKDAY = re.compile(
    rf"\b(?:(?P<long>{'|'.join(_DAYS)}|Sonnabend)s?|(?P<short>{'|'.join(_SHORT_DAYS)})\.?)"
    r"(?:,?\s?(?:den|dem|der)\s|,\s?|\s)\(?$"
)
_UNTIL = re.compile(r"^\s*(?:bis(?:\s(?:zum|einschließlich|inklusive|Ende|zum Ende))?|–|—|-)\s*$")
_AND = re.compile(r"^\s*und\s*$")
_BETWEEN = re.compile(r"\bzwischen\s(?:dem\s|den\s)?$", re.IGNORECASE)
_TURNED_YEARS = re.compile(
    rf"(?<![\w.,/])(?P<one>{YEAR}){BLANK}?[-–]{BLANK}?(?P<two>{YEAR})(?![\d/])"
)

_DIFFERENCE = re.compile(r"(?:[Vv]ergleich|[Vv]eränderung|[Dd]ifferenz|[Ee]ntwicklung|%)\s?$")


def impossible_dates(context: Context) -> Iterator[Finding]:
    """`31.06.2022`, `30. Februar`, `13/2022`, `im Jahr 20223`."""
    for stretch in context.stretches:
        for fault in faulty_dates(stretch.text):
            yield context.finding(
                DATE_IMPOSSIBLE,
                stretch.where,
                f"„{fault.quote}“ kann nicht stimmen: {fault.fault}.",
                "Bitte berichtigen Sie das Datum.",
                fault.quote,
            )


def weekdays(context: Context) -> Iterator[Finding]:
    """`Montag, 04.11.2022` where that day was a Friday."""
    for sentence, mentions in dated_sentences(context):
        for mention in mentions:
            named = _weekday_before(sentence.text, mention) if mention.precision == "day" else None
            if named and named[0] != mention.first.weekday():
                yield _weekday_finding(context, sentence, mention, named[1])


def _weekday_before(text: str, mention: DateMention) -> tuple[int, int] | None:
    """The weekday that stands before a date (0 for Monday), and where it begins."""
    match = _WEEKDAY.search(text[: mention.start])
    if match is None:
        return None
    if match["short"]:
        return _SHORT_DAYS.index(match["short"]), match.start()
    name = match["long"].replace("Sonnabend", "Samstag")
    return _DAYS.index(name), match.start()


def _weekday_finding(
    context: Context, sentence: Sentence, mention: DateMention, start: int
) -> Finding:
    right = _DAYS[mention.first.weekday()]
    return context.finding(
        DATE_WEEKDAY,
        sentence.where,
        f"Der {mention.quote} ist ein {right}.",
        "Bitte prüfen Sie Wochentag und Datum.",
        sentence.text[start : mention.end],
    )


def turned_ranges(context: Context) -> Iterator[Finding]:
    """`vom 01.07.2023 bis 30.06.2022`, `2023–2021`."""
    for sentence, mentions in dated_sentences(context):
        for quote in _turned(sentence.text, mentions):
            yield context.finding(
                DATE_RANGE,
                sentence.where,
                f"Der Zeitraum „{quote}“ endet, bevor er beginnt.",
                "Bitte prüfen Sie Anfang und Ende.",
                quote,
            )


def _turned(text: str, mentions: tuple[DateMention, ...]) -> Iterator[str]:
    for one, other in pairwise(mentions):
        if one.first > other.last and _is_range(text, one, other):
            yield text[one.start : other.end]
    for match in _TURNED_YEARS.finditer(text):
        if match["one"] > match["two"] and not _DIFFERENCE.search(text[: match.start()]):
            yield match[0]


def _is_range(text: str, one: DateMention, other: DateMention) -> bool:
    between = text[one.end : other.start]
    if _AND.match(between):
        return bool(_BETWEEN.search(text[: one.start]))
    return bool(_UNTIL.match(between)) and (one.precision != "year" or "bis" in between)
