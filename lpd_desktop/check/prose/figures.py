"""Figures in German prose: amounts of money, percentages, points, posts, ratios, counts.

Read are only strict German numbers (`29.521.177`, `38,9`, `1 250 000 €`); years, dates, ordinals,
paragraphs of laws, ranges and names such as `K3E1` or `U25` are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from lpd_desktop.check.prose.hedges import Hedge, hedge_before
from lpd_desktop.check.prose.intervals import Interval
from lpd_desktop.check.prose.sentences import Span
from lpd_desktop.check.prose.units import FigureKind, Unit, noun_behind, ratio_behind, unit_behind

_BLANK = "[ \u00a0\u202f\u2009]"
_TOKEN = re.compile(
    r"(?<![\w.,:/§])(?<!\d[-–])"
    rf"(?P<sign>(?<![\w)\]])[+\u2212\-–±](?={_BLANK}?\d))?{_BLANK}?"
    rf"(?<![\w.,])(?P<number>\d{{1,3}}(?:{_BLANK}\d{{3}})+(?![\d.])(?:,\d+)?|\d[\d.,]*\d|\d)"
    r"(?P<dash>,-{1,2}|,–)?"
)
_STRICT = re.compile(
    rf"(?:\d+|[1-9]\d{{0,2}}(?:[.]\d{{3}})+|\d{{1,3}}(?:{_BLANK}\d{{3}})+)(?:,\d+)?"
)
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
_NO_FIGURE_BEFORE = re.compile(
    r"(?:§{1,2}|\b(?:Abs|Nr|Ziff|Art|S|Drs|Abb|Fn|Az|Kap|Buchst|Rn|Rz|Tab|Hs|Bd|Anl)\.|"
    r"\b(?:Absatz|Nummer|Ziffer|Artikel|Anlage|Kapitel|Seite|Satz|Drucksache|Stufe|Phase|Teil|"
    r"Version|Quartal|Schwerpunktthema|Thema|Tabelle|Abbildung|Punkt|Schritt|KW|SGB|[UÜ]|[tT]\s?-|"
    r"Ziel|Potential|Potenzial|Handlungsfeld|Baustein|Modul|Raum|Gebäude|Telefon|Tel\.|Fax|PLZ)|"
    r"\(0\d{2,5}\)\s?[\d /-]*)"
    r"\s?$"
)
_NO_FIGURE_BEHIND = re.compile(
    r"\+|\sbis\s(?:zu\s)?\d|\s?[x×]\s|\s?Uhr\b|[-–]\d|[-–](?![Pp]rozent)[A-Za-zÄÖÜäöü]|/\d|:\d|\.\d|,\d"
)
_ORDINAL_BEHIND = re.compile(r"\.(?=\s)")
_COLON_RATIO = re.compile(
    r"(?<![\w.,:])1\s?(?::|zu)\s?(?P<cases>\d{1,5}(?:,\d{1,2})?|\d{1,2}\.\d{3})(?![\d:.]*\d)"
)
_WORD_LIST = "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
_WORDS = _WORD_LIST.split()
_WORD_VALUES = {word: Decimal(value) for value, word in enumerate(_WORDS, 2)}
_NUMBER_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(_WORDS)})(?![\w-])")
_SPACED_GROUPS = re.compile(rf"\d{_BLANK}\d")
_FOOTNOTE_BEFORE = re.compile(r"\d\s?€$|\d\s(?:Mio|Mrd|Tsd)\.\s?€$")
_CURRENCY_BEFORE = re.compile(r"(?:€|\bEUR|\bEuro)[ \u00a0]?$")
_SPELLED_UNITS = ("posts", "points", "percent")
_SIGNS_AT_MOST = 17
_HALF, _ONE = Decimal("0.5"), Decimal(1)


@dataclass(frozen=True)
class Figure:
    """One figure of a text.

    Attributes:
        value: In euros, percent, points, posts, cases for one post, or pieces; never negative.
        step: The place value of the last digit that is written, in the same unit.
        kind: What the figure counts.
        sign: -1 or +1 where a sign or `minus`, `plus` stands before it, else 0.
        hedge: Whether it is meant exactly (`rund`, `knapp`, `über`, `bis zu` …).
        span: Sign, number and unit in the text.
        quote: These words.
        noun: What is counted (`eLb`, `Plätze`), for ratios too; empty where not said.
        scaled: Whether `Mio.`, `T€` or the like stands behind it.
        with_currency: Whether a sum of money names its currency.
        spelled: Whether it is a word (`zwölf`).
    """

    value: Decimal
    step: Decimal
    kind: FigureKind
    span: Span
    quote: str
    sign: Literal[-1, 0, 1] = 0
    hedge: Hedge = "exact"
    noun: str = ""
    scaled: bool = False
    with_currency: bool = False
    spelled: bool = False

    @property
    def start(self) -> int:
        """Where it begins in its text."""
        return self.span[0]

    @property
    def end(self) -> int:
        """Where it ends in its text."""
        return self.span[1]

    @property
    def cents(self) -> int:
        """A sum of money in integer cents."""
        return int(self.value * 100)

    @property
    def is_bounded(self) -> bool:
        """Whether it says more than a limit on one side."""
        return self.hedge not in ("at_least", "at_most")

    @property
    def round_to(self) -> Decimal:
        """The place to which the number seems rounded: `1.200` to 100, `1,5 Mio.` to 100,000."""
        if self.step < 1 or not self.value:
            return self.step
        place = self.step
        while self.value % (place * 10) == 0:
            place *= 10
        return place

    @property
    def interval(self) -> Interval:
        """What the figure may stand for, by the digits that are written and its hedge."""
        return _interval(self)


def _interval(figure: Figure) -> Interval:
    value, place = figure.value, figure.round_to
    half = figure.step * _HALF
    match figure.hedge:
        case "about":
            return Interval(value - place, value + place)
        case "below" | "at_most":
            return Interval(value - max(place, value * 8 / 100), value + half)
        case "above" | "at_least":
            return Interval(value - half, value + max(place, value * 12 / 100))
    return Interval(value - half, value + half)


@lru_cache(maxsize=4096)
def figures_in(text: str) -> tuple[Figure, ...]:
    """All figures of a text in order; malformed numbers (`100.0000`) are left out."""
    found = list(_written(text)) if any(sign.isdigit() for sign in text) else []
    found += _spelled(text, found)
    return tuple(sorted(found, key=lambda figure: figure.span))


def _written(text: str) -> Iterator[Figure]:
    position = 0
    while True:
        ratio, token = _COLON_RATIO.search(text, position), _TOKEN.search(text, position)
        if token is None:
            return
        if ratio and ratio.start() <= token.start("number"):
            yield _as_ratio(text, ratio)
            position = ratio.end()
            continue
        token = _without_wrong_groups(text, token)
        figure = _figure(text, token)
        if figure:
            yield figure
        position = max(token.end(), figure.end if figure else 0)


def _without_wrong_groups(text: str, token: re.Match[str]) -> re.Match[str]:
    """`2022 100 eLb` are two numbers: blanks group digits only before a currency."""
    if not _SPACED_GROUPS.search(token["number"]):
        return token
    unit = unit_behind(text, token.end())
    if (
        (unit and unit.kind == "money")
        or "\u00a0" in token["number"]
        or "\u202f" in token["number"]
    ):
        return token
    first = re.search(r"\s", token["number"])
    end = token.start("number") + (first.start() if first else 0)
    return _TOKEN.search(text[:end], token.start()) or token


def _as_ratio(text: str, match: re.Match[str]) -> Figure:
    number = match["cases"]
    noun = noun_behind(text, match.end())
    return Figure(
        _value(number), _step(number), "ratio", match.span(), match[0],
        hedge=hedge_before(text, match.start()), noun=noun,
    )  # fmt: skip


def _figure(text: str, token: re.Match[str]) -> Figure | None:
    number = token["number"]
    if len(number) > _SIGNS_AT_MOST or _STRICT.fullmatch(number) is None:
        return None
    before = text[max(0, token.start("number") - 20) : token.start("number")]
    if _FOOTNOTE_BEFORE.search(before):
        return None
    unit = unit_behind(text, token.end()) or _currency_before(before, token)
    if unit is None and _is_no_figure(text, token, before):
        return None
    ratio = ratio_behind(text, token.end()) if unit is None or unit.kind == "posts" else None
    unit = ratio or unit or Unit("count", token.end(), noun=noun_behind(text, token.end()))
    return _with_unit(text, token, unit)


def _with_unit(text: str, token: re.Match[str], unit: Unit) -> Figure:
    number = unit.number or token["number"]
    start, sign = _sign(text, token)
    return Figure(
        value=_value(number) * unit.factor,
        step=_step(number) * unit.factor,
        kind=unit.kind,
        span=(start, unit.end),
        quote=text[start : unit.end],
        sign=sign,
        hedge=hedge_before(text, start),
        noun=unit.noun,
        scaled=unit.factor != 1,
        with_currency=unit.with_currency,
    )


def _currency_before(before: str, token: re.Match[str]) -> Unit | None:
    match = _CURRENCY_BEFORE.search(before)
    return Unit("money", token.end(), with_currency=True) if match else None


def _is_no_figure(text: str, token: re.Match[str], before: str) -> bool:
    number, behind = token["number"], text[token.end() : token.end() + 14]
    if _NO_FIGURE_BEFORE.search(before) or _NO_FIGURE_BEHIND.match(behind):
        return True
    if behind[:1].isalpha() or _YEAR.fullmatch(number):
        return True
    if number.startswith("0") and not number.startswith("0,"):
        return number != "0"
    is_short = len(number) <= 2
    return is_short and bool(_ORDINAL_BEHIND.match(behind))


def _sign(text: str, token: re.Match[str]) -> tuple[int, Literal[-1, 0, 1]]:
    """Where the figure begins, and its sign: a dash apart from its number is one in brackets."""
    start = token.start("number")
    sign = token["sign"]
    if sign:
        before = text[: token.start("sign")].rstrip()
        is_apart = token.start("number") > token.end("sign")
        if is_apart and before and before[-1] not in "(:;=/":
            return start, 0
        return token.start("sign"), -1 if sign in "-\u2212–" else 1 if sign == "+" else 0
    word = re.search(r"\b(minus|plus)\s$", text[max(0, start - 8) : start], re.IGNORECASE)
    if word is None:
        return start, 0
    return start, -1 if word[1].casefold() == "minus" else 1


def _value(number: str) -> Decimal:
    return Decimal(re.sub(r"[^\d,]", "", number).replace(",", "."))


def _step(number: str) -> Decimal:
    _whole, _comma, fraction = number.partition(",")
    return _ONE.scaleb(-len(fraction))


def _spelled(text: str, written: list[Figure]) -> list[Figure]:
    """Numbers in words; those before `Millionen` or inside other figures are left out."""
    return [
        _as_spelled(text, match, unit)
        for match in _NUMBER_WORD.finditer(text)
        if ((unit := unit_behind(text, match.end())) is None or unit.kind in _SPELLED_UNITS)
        and not any(figure.start <= match.start() < figure.end for figure in written)
    ]


def _as_spelled(text: str, match: re.Match[str], unit: Unit | None) -> Figure:
    """`zwölf`, with its unit only where that is a rate (`sieben Prozentpunkte`)."""
    is_rate = unit is not None and unit.kind != "posts"
    span = (match.start(), unit.end) if unit and is_rate else match.span()
    return Figure(
        _WORD_VALUES[match[0]], _ONE, unit.kind if unit else "count", span,
        text[span[0] : span[1]], hedge=hedge_before(text, match.start()),
        noun="" if is_rate else noun_behind(text, match.end()), spelled=True,
    )  # fmt: skip
