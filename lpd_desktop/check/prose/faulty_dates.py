"""What looks like a date and is none: days, months and years that no calendar has."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.check.prose.date_words import BLANK, MONTH, full_year, month_number
from lpd_desktop.check.prose.sentences import Span

_BEFORE = (
    r"(?:[Aa]m|[Vv]om|[Zz]um|[Bb]is|[Ss]eit|[Ss]tand:?|[Aa]b|[Dd]en|[Dd]em|[Ii]m|[Pp]er|[Mm]onat|"
    r"[Ss]tichtag:?|[Vv]on|[Dd]atum:?)"
)
_NUMERIC = re.compile(
    rf"(?<![\d./,§])(?P<day>\d{{1,2}})\.{BLANK}?(?P<month>\d{{1,2}})\."
    rf"{BLANK}?(?P<year>\d{{2,5}})(?![\d/]|[.,]\d)"
)
_WORD_BEFORE = re.compile(rf"\b{_BEFORE}{BLANK}$")
_NAMED = re.compile(
    rf"(?<![\d.,/])(?P<day>\d{{1,2}})\.{BLANK}?(?P<month>{MONTH})(?:{BLANK}(?P<year>\d{{4}}))?(?!\d)"
)
_MONTH_OF_YEAR = re.compile(
    rf"\b{_BEFORE}{BLANK}(?P<text>(?P<month>\d{{1,2}})[/.](?P<year>20\d\d))(?![\d/]|[.,]\d)"
)
_NO_NOUN = rf"(?!\d|[.,]\d|{BLANK}?[%€/]|{BLANK}(?:[A-ZÄÖÜ]|Euro|EUR|e?LB|eLb|der|neue|weitere))"
_YEAR_DIGITS = re.compile(
    rf"\b(?:[Jj]ahre?s?{BLANK}(?P<year>\d{{3,5}})|"
    rf"(?:{MONTH}|[Aa]nfang|[Mm]itte|[Ee]nde){BLANK}(?P<late>20\d|20\d\d\d|2[1-9]\d\d)|"
    rf"(?:[Ii]n|[Ff]ür|[Ss]eit|[Aa]b|[Bb]is){BLANK}(?P<short>20\d{{3}}|2[1-3]\d\d|[013]02\d))"
    rf"{_NO_NOUN}"
)
_DIGIT = re.compile(r"\d")
_DAY_AND_MONTH = re.compile(r"\d\.\s?\d\d?\.\s?\d")
_DAY_AND_NAME = re.compile(r"\d\.\s?[A-Z]")
_DIGITS = re.compile(r"(?<![\d.,])\d{3,5}(?!\d|[.,]\d)")
_PART = re.compile(
    rf"(?<![\d.,])(?P<text>(?:[05-9]\.{BLANK}?(?:Quartal|Vierteljahr)|[03-9]\.{BLANK}?Halbjahr)\w*)"
)
_FIRST_YEAR, _LAST_YEAR = 1850, 2099


@dataclass(frozen=True)
class FaultyDate:
    """A date that cannot be; `fault` is a German clause that says why."""

    span: Span
    quote: str
    fault: str


def faulty_dates(text: str) -> Iterator[FaultyDate]:
    """All of them, in no special order."""
    if not _DIGIT.search(text):
        return
    if _DAY_AND_MONTH.search(text):
        yield from _numeric(text)
    if _DAY_AND_NAME.search(text):
        yield from _named(text)
    if "/20" in text or ".20" in text:
        yield from _months(text)
    if any(letters in text for letters in ("uartal", "halbjahr", "Halbjahr", "ierteljahr")):
        for match in _PART.finditer(text):
            fault = "einen solchen Teil hat das Jahr nicht"
            yield FaultyDate(match.span("text"), match["text"], fault)
    if any(not _is_year(run) for run in _DIGITS.findall(text)):
        yield from _years(text)


def _months(text: str) -> Iterator[FaultyDate]:
    for match in _MONTH_OF_YEAR.finditer(text):
        if not 1 <= int(match["month"]) <= 12:
            yield FaultyDate(match.span("text"), match["text"], _no_month(match["month"]))


def _numeric(text: str) -> Iterator[FaultyDate]:
    for match in _NUMERIC.finditer(text):
        is_certain = len(match["year"]) > 2 or _WORD_BEFORE.search(text[: match.start()])
        fault = _fault(int(match["day"]), int(match["month"]), match["year"])
        if is_certain and fault:
            yield FaultyDate(match.span(), match[0], fault)


def _named(text: str) -> Iterator[FaultyDate]:
    for match in _NAMED.finditer(text):
        fault = _fault(int(match["day"]), month_number(match["month"]), match["year"] or "2024")
        if fault:
            yield FaultyDate(match.span(), match[0], fault)


def _years(text: str) -> Iterator[FaultyDate]:
    for match in _YEAR_DIGITS.finditer(text):
        name = match.lastgroup or "year"
        year = match[name]
        if not _is_year(year):
            yield FaultyDate(match.span(name), year, _no_year(year))


def _fault(day: int, month: int, year: str) -> str:
    if not 1 <= month <= 12:
        return _no_month(str(month))
    if not (len(year) == 2 or _is_year(year)):
        return _no_year(year)
    days = monthrange(full_year(year), month)[1]
    return (
        ""
        if 1 <= day <= days
        else f"dieser Monat hat nur {days} Tage"
        if day
        else "einen Tag 0 gibt es nicht"
    )


def _no_month(month: str) -> str:
    return f"einen Monat {month} gibt es nicht"


def _no_year(year: str) -> str:
    return f"{year} ist kein Jahr dieser Zeit"


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and _FIRST_YEAR <= int(digits) <= _LAST_YEAR
