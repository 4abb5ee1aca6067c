"""What stands behind a number: currency, percent, points, posts, cases for one post, a noun."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

FigureKind = Literal["money", "percent", "points", "posts", "ratio", "count"]

_BLANKS = r"[ \u00a0\u202f\u2009\n]?"
_CURRENCY = r"(?:€|EUR\b|Euro\b|Euros\b)"
_POST = (
    r"(?:VZÄ|Vollzeitäquivalent|Vollzeit-Äquivalent|Vollzeitstelle|Vollzeitkr[aä]ft|VZK\b|VbE\b|"
    r"VZS\b)"
)
_SCALES = {"mrd": 10**9, "mil": 10**6, "mio": 10**6, "tsd": 1000, "tau": 1000, "t": 1000, "k": 1000}
_SCALE = (
    r"(?P<scale>Mio\b\.?|Mill\.|Million(?:en)?\b|Mrd\b\.?|Milliarden?\b|Milliarde\b|Tsd\b\.?|"
    r"Tausend\b|tausend\b|Td\.)"
)
_UNIT = re.compile(
    rf"{_BLANKS}(?:"
    r"(?P<points>(?:%|[Pp]rozent)[ -]?\s?-?\s?[Pp]unkte?n?\b|Prozentpunkte?n?\b|%-?P\b|PP\b)"
    r"|(?P<percent>%(?:-?ige[nrs]?\b)?|-?[Pp]rozent(?:ige[nrs]?)?\b|v\.\s?H\.)"
    rf"|{_SCALE}{_BLANKS}(?P<scaled_currency>{_CURRENCY})?"
    rf"|(?P<thousand>T€|T{_BLANKS}EUR\b|TEuro\b|k€|T\.{_BLANKS}€)"
    rf"|(?P<currency>{_CURRENCY})"
    rf"|(?P<post>{_POST})\w*"
    r")"
)
_MEASURE = re.compile(r"\s?(?:[kcm]?m[²³23]?|[kmg]?[gtl]|ha|qm|[kMG]Wh?)\b|\s?m[²³]")
_MONEY = re.compile(
    r"€|\b(?:EUR|EGT|VWT)\b|\bEuro|[Bb]udget|\b[Mm]ittel(?:n|s|verteilung|zuweisung|kürzung)?\b|[Kk]osten|"
    r"titel|[Hh]aushalt(?:s|\b)|[Zz]uw[ei]+s|[Zz]uteil|[Uu]mschicht|[Aa]usgaben|[Ee]innahmen|[Ff]örder(?:summe|vol)"
)
_FUNCTION_WORDS = (
    "in im auf an am aus bei mit von vom zu zum zur für und oder bzw sowie ist sind war waren wird "
    "werden wurde wurden der die das den dem des gegenüber nach je pro als bis um über unter liegt "
    "lag lagen liegen beträgt betrug auch noch nur dass weil während seit vor durch ohne gegen wie "
    "ab entfallen entfielen entfällt davon hiervon betreut hat haben hatte hatten kann kommen "
    "kommt einer eine einem einen ein zwischen"
)
_NOUN = re.compile(
    rf"{_BLANKS}(?:(?!(?:{_FUNCTION_WORDS.replace(' ', '|')})\b)"
    r"[a-zäöüß][\w*:/-]*[ \u00a0\n]){0,3}(?P<noun>e[Ll]b\b|[A-ZÄÖÜ](?:[\w*_-]|:(?=[a-z]))*)"
)
_PER_POST = re.compile(
    rf"{_BLANKS}(?P<noun>(?:[^\W\d](?:[\w*-]|:(?=[a-z]))*[ \u00a0]){{1,3}})"
    rf"(?:je|pro|auf eine?n?|je eine?)[ \u00a0](?:eine?r?[ \u00a0])?{_POST}\w*"
)
_POST_PER = re.compile(
    rf"{_BLANKS}{_POST}\w*[ \u00a0](?:je|pro|auf|für|zu)[ \u00a0]"
    r"(?P<number>\d{1,3}(?:,\d{1,2})?)(?![\d.,]*\d)"
)


@dataclass(frozen=True)
class Unit:
    """What a number counts.

    Attributes:
        end: Where number and unit end in the text.
        factor: What the number is to be multiplied with.
        noun: What is counted.
        number: The number that counts, where another one stands first (`1 VZÄ je 75 eLb`).
    """

    kind: FigureKind
    end: int
    factor: Decimal = Decimal(1)
    with_currency: bool = False
    noun: str = ""
    number: str = ""


def unit_behind(text: str, end: int) -> Unit | None:
    """The unit of the number that ends here; None for a plain count."""
    match = _UNIT.match(text, end)
    if match is None:
        return None
    stop = match.end()
    if match["points"]:
        return Unit("points", stop)
    if match["percent"]:
        return Unit("percent", stop)
    if match["post"]:
        return Unit("posts", stop, noun="VZÄ")
    if match["currency"]:
        return Unit("money", stop, with_currency=True)
    return _scaled(text, match)


def _scaled(text: str, match: re.Match[str]) -> Unit:
    """Money where the text speaks of money and no noun stands behind, else a count."""
    name = (match["scale"] or "t").casefold().rstrip(".")
    name = "mrd" if name.startswith("milliard") else name[:3]
    factor = Decimal(_SCALES.get(name, 1000))
    if match["thousand"] or match["scaled_currency"]:
        return Unit("money", match.end(), factor, with_currency=True)
    end = len(match[0].rstrip()) + match.start()
    noun = noun_behind(text, end)
    is_money = not noun and not _MEASURE.match(text, end) and _MONEY.search(text) is not None
    return Unit("money" if is_money else "count", end, factor, noun=noun)


def noun_behind(text: str, end: int) -> str:
    """The noun that a number counts, adjectives left out; empty where none follows at once."""
    match = _NOUN.match(text, end)
    return match["noun"] if match else ""


def ratio_behind(text: str, end: int) -> Unit | None:
    """`86 eLb je VZÄ` and `1 VZÄ je 75 Kunden` as cases for one post."""
    cases = _PER_POST.match(text, end)
    if cases:
        return Unit("ratio", cases.end(), noun=cases["noun"].split()[-1])
    posts = _POST_PER.match(text, end)
    if posts and re.search(r"(?<![\d.,])1$", text[:end]):
        return Unit(
            "ratio", posts.end(), noun=noun_behind(text, posts.end()), number=posts["number"]
        )
    return None
