"""The ways to write a date, each with the days that it means."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Literal

from lpd_desktop.check.prose.date_words import (
    BLANK,
    MONTH,
    OF_YEAR,
    ORDINAL,
    PARTS,
    SEASON,
    SEASONS,
    YEAR,
    full_year,
    month_number,
    ordinal_number,
)

Precision = Literal["day", "month", "part", "year"]
"""`part` is anything between a month and a year: quarter, half, season, several months."""

Times = tuple[date, date, Precision]
Reading = Callable[[re.Match[str]], Times | None]
Reader = tuple[tuple[str, ...], re.Pattern[str], Reading]
"""Letters of which one must stand in the text, the pattern, what a match means."""


def _days(match: re.Match[str]) -> Times | None:
    day = _day(full_year(match["year"]), int(match["month"]), int(match["day"]))
    return (day, day, "day") if day else None


def _named_day(match: re.Match[str]) -> Times | None:
    day = _day(full_year(match["year"]), month_number(match["month"]), int(match["day"]))
    return (day, day, "day") if day else None


def _month(match: re.Match[str]) -> Times | None:
    year = full_year(match["year"])
    name = match["month"]
    number = int(name) if name.isdecimal() else month_number(name)
    return (*_span_of(year, number, number), "month") if 1 <= number <= 12 else None


def _months(match: re.Match[str]) -> Times | None:
    """`Juni/Juli 2022`; `November bis Februar 2022` begins in the year before."""
    year, first = full_year(match["year"]), month_number(match["month"])
    last = month_number(match["last"])
    start = date(year - (first > last), first, 1)
    return start, _span_of(year, last, last)[1], "part"


def _part_of_month(match: re.Match[str]) -> Times | None:
    times = _month(match)
    return (times[0], times[1], "month") if times else None


def _quarter(match: re.Match[str]) -> Times | None:
    last = 3 * ordinal_number(match["number"])
    return *_span_of(int(match["year"]), last - 2, last), "part"


def _half(match: re.Match[str]) -> Times | None:
    number = ordinal_number(match["number"])
    times = _span_of(int(match["year"]), 6 * number - 5, 6 * number) if number < 3 else None
    return (*times, "part") if times else None


def _season(match: re.Match[str]) -> Times | None:
    first, last = SEASONS[match["season"].casefold().removesuffix("es").removesuffix("s")]
    year = int(match["year"])
    return date(year, first, 1), _span_of(year + (last < first), last, last)[1], "part"


def _part_of_year(match: re.Match[str]) -> Times | None:
    first, last = PARTS[match["part"].casefold()]
    return *_span_of(int(match["year"]), first, last), "part"


def _turn(match: re.Match[str]) -> Times | None:
    year = int(match["year"])
    last = full_year(match["last"])
    return (date(year, 12, 1), date(last, 1, 31), "part") if last == year + 1 else None


def _two_years(match: re.Match[str]) -> Times | None:
    """`2022/23`; school years begin in August, other pairs of years in January."""
    year, last = int(match["year"]), full_year(match["last"])
    if last != year + 1:
        return None
    if match["school"]:
        return date(year, 8, 1), date(last, 7, 31), "year"
    return date(year, 1, 1), date(last, 12, 31), "year"


def _years(match: re.Match[str]) -> Times | None:
    first, last = int(match["year"]), int(match["last"])
    return (date(first, 1, 1), date(last, 12, 31), "year") if first < last else None


def plain_year(match: re.Match[str]) -> Times | None:
    """Four digits alone."""
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31), "year"


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def _span_of(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


_NAMES = ("Jan", "Jän", "Feb", "M", "Apr", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")
_PARTS = ("nfang", "itte", "nde", "eginn")
_PART = "[Aa]nfang|[Mm]itte|[Ee]nde|[Bb]eginn"
_SEASONS = ("Früh", "Sommer", "Herbst", "Winter")
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_IN_YEAR = rf"{BLANK}?(?P<year>{YEAR}|['’]\d\d)(?!\d|[.,]\d)"
_NO_NUMBER = r"(?<![\d.,/])"
_NO_WORD = r"(?<![\w.,/])"


def _reader(reading: Reading, needed: tuple[str, ...], *pattern: str) -> Reader:
    return needed, re.compile("".join(pattern)), reading


READERS: tuple[Reader, ...] = (
    _reader(
        _days, (".",),
        rf"{_NO_NUMBER}{_DAY}\.{BLANK}?(?P<month>0?[1-9]|1[0-2])\.{BLANK}?",
        rf"(?P<year>{YEAR}|[0-4]\d)(?![\d]|[.,/]\d)",
    ),
    _reader(
        _days, ("-",),
        r"(?<!\d)(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
    ),
    _reader(_named_day, _NAMES, rf"{_NO_NUMBER}{_DAY}\.{BLANK}?(?P<month>{MONTH}){_IN_YEAR}"),
    _reader(
        _months, _NAMES,
        rf"\b(?P<month>{MONTH}){BLANK}?(?:/|–|-|und|bis|sowie|,){BLANK}?",
        rf"(?:(?:{MONTH}){BLANK}(?:und|bis|sowie){BLANK})?(?P<last>{MONTH}){_IN_YEAR}",
    ),
    _reader(_part_of_month, _NAMES, rf"\b(?:{_PART}){BLANK}(?P<month>{MONTH}){_IN_YEAR}"),
    _reader(
        _month, _NAMES, rf"\b(?P<month>{MONTH}){BLANK}?(?:des{BLANK}Jahres{BLANK})?{_IN_YEAR}"
    ),
    _reader(_month, ("/",), rf"{_NO_WORD}(?P<month>0?[1-9]|1[0-2])/(?P<year>20\d\d)(?!\d|/)"),
    _reader(
        _month, (".",), rf"{_NO_NUMBER}(?P<month>0[1-9]|1[0-2])\.(?P<year>20\d\d)(?!\d|[.,]\d)"
    ),
    _reader(_quarter, ("Q",), rf"\bQ{BLANK}?(?P<number>[1-4]){OF_YEAR}"),
    _reader(
        _quarter, ("uartal", "erteljahr"),
        rf"(?<!\w)(?P<number>{ORDINAL}){BLANK}?(?:Quartals?|Vierteljahr(?:es)?){OF_YEAR}",
    ),
    _reader(
        _half, ("albjahr", "älfte", "halben"),
        rf"(?<!\w)(?P<number>{ORDINAL}){BLANK}?(?:Halbjahr(?:es)?|Jahreshälfte|Hälfte|",
        rf"halben{BLANK}Jahre?s?){OF_YEAR}",
    ),
    _reader(_half, ("HJ",), rf"(?<!\w)(?P<number>[12])\.?{BLANK}?HJ{OF_YEAR}"),
    _reader(
        _season, _SEASONS, rf"\b(?P<season>{SEASON}){OF_YEAR}(?:/(?:{YEAR}|\d\d)(?!\d))?"
    ),
    _reader(
        _turn, ("echsel",),
        rf"\b(?:Jahreswechsels?|Wechsel){BLANK}(?P<year>{YEAR}){BLANK}?[/–-]{BLANK}?",
        r"(?P<last>\d{4}|\d\d)(?!\d)",
    ),
    _reader(
        _part_of_year, _PARTS,
        rf"\b(?:Jahres)?(?P<part>{_PART})s?(?P<month>)(?:{BLANK}des{BLANK}Jahres)?{BLANK}",
        rf"(?P<year>{YEAR})(?!\d|[.,/]\d)",
    ),
    _reader(
        _two_years, ("/",),
        rf"(?P<school>(?:Schul|Ausbildungs|Lehr|Kindergarten)\w*{BLANK})?",
        rf"{_NO_WORD}(?P<year>{YEAR})/(?P<last>{YEAR}|\d\d)(?![\d/]|[.,]\d)",
    ),
    _reader(
        _years, ("-", "–"),
        rf"{_NO_WORD}(?P<year>{YEAR}){BLANK}?[-–]{BLANK}?(?P<last>{YEAR})(?![\d/]|[.,]\d)",
    ),
    _reader(
        plain_year, (),
        rf"(?<![\w.,/§+])(?<!\d[-–:])(?P<year>{YEAR})",
        r"(?![\d*]|[.,:]\d|/\d|-\d\d(?!\d)|,-)",
    ),
)  # fmt: skip
