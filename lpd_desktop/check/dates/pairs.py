"""Two times whose figures a sentence compares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lpd_desktop.check.prose.dates import DateMention
from lpd_desktop.check.prose.figures import Figure, figures_in

_TO = re.compile(r"\b(?:auf|bis auf|zu nun)\b")
_FROM = re.compile(r"\b[Vv]on\b(?:[^;.]|\.(?=\d)){0,60}$")
_BEFORE_OLDER = re.compile(
    r"\b(?:[Gg]egenüber|[Vv]ergleich (?:zu[mr]?|mit)|[Vv]erglichen mit|[Vv]ergleicht man|[Ss]tatt|"
    r"Vorjahresmonat|Vorjahreszeitraum)\b[^;]{0,24}$"
)
_COMPARED = re.compile(
    r"\b(?:gegenüber|[Vv]ergleich\w*|[Vv]erglichen|[Vv]erhältnis|als(?: noch)? (?:im|in|am|zum|"
    r"Ende)|Vorjahresmonat\w*|Vorjahreszeitraum\w*|Vorjahreswert\w*|Vorjahresquartal\w*|"
    r"nach (?:noch |zuletzt )?\d+|statt|zuvor|Vergleichsmonat\w*|Vergleichswert\w*)\b"
)
_SAME_MONTH = re.compile(
    r"\b(?:Vorjahresmonat|Vorjahresquartal|Vorjahreszeitraum|gleichen Monat)\w*\b"
)
_STILL = re.compile(
    r"\b(?:noch|nur noch|hingegen|dagegen|nunmehr|mittlerweile|inzwischen|gestiegen|gesunken|"
    r"stieg|sank|zurückgegangen|erhöht\w*|verringert\w*|reduziert\w*|verbessert\w*|"
    r"verschlechtert\w*|Anstieg|Rückgang|Steigerung|Senkung|Zuwachs|Zunahme|Abnahme|höher|"
    r"niedriger|geringer|weniger|mehr|während|statt|waren es|war es|lag\w* (?:er|sie|es)|betrug "
    r"(?:er|sie|es))\b"
)
_GIVES_VALUE = re.compile(r"\s?:\s?(?:rund |ca\. )?[-−–+]?\d")
_LONG = 90


@dataclass(frozen=True)
class ComparedTimes:
    """Two times that a text compares; `in_words` where it says so, not only by their order.

    Attributes:
        quote: From the first to the second.
        figures: The figures that stand with them.
        same_month: Whether it calls them the same month of two years.
    """

    older: DateMention
    newer: DateMention
    quote: str
    figures: tuple[Figure, ...]
    in_words: bool
    same_month: bool

    @property
    def months_apart(self) -> int:
        """From the beginning of the older to that of the newer."""
        return self.newer.months[0] - self.older.months[0]


def compared_times(text: str, mentions: tuple[DateMention, ...]) -> Iterator[ComparedTimes]:
    """The pairs of neighbouring dates of a sentence that are compared."""
    figures = figures_in(text)
    for one, other in pairwise(mentions):
        if one.first == other.first:
            continue
        near = _figures_with(one, other, figures)
        between, before = text[one.end : other.start], text[max(0, one.start - 70) : one.start]
        says = _says_comparison(before, between)
        is_aside = between.rstrip().endswith("(") and _GIVES_VALUE.match(text, other.end)
        if says is None and not (near and (is_aside or _are_listed(text, between, near))):
            continue
        older, newer = sorted((one, other), key=lambda mention: mention.first)
        yield ComparedTimes(
            older, newer, text[one.start : other.end], near, bool(says),
            bool(_SAME_MONTH.search(between) or _SAME_MONTH.search(before[-40:])),
        )  # fmt: skip


def _figures_with(
    one: DateMention, other: DateMention, figures: tuple[Figure, ...]
) -> tuple[Figure, ...]:
    return tuple(figure for figure in figures if one.start - 45 <= figure.start <= other.end + 45)


def _says_comparison(before: str, between: str) -> bool | None:
    """True for words of comparison, False for `von … auf …`, None for neither."""
    if len(between) > _LONG:
        return None
    if _COMPARED.search(between) or _BEFORE_OLDER.search(before):
        return True
    if _TO.search(between) and _FROM.search(before) and re.search(r"\d", before + between):
        return False
    return None


def _are_listed(text: str, between: str, figures: tuple[Figure, ...]) -> bool:
    """`Juni 2022: 10,8 %; Juli 2021: 12,4 %` and `im Juli 2021 noch 12,4 %, im Juni 2022 …`."""
    rates = [figure for figure in figures if figure.kind in ("percent", "count")]
    if len(rates) < 2 or len(between) > _LONG or (";" in between and ":" not in between):
        return False
    return bool(_STILL.search(text)) or bool(re.search(r":\s*[-−–+]?\s?\d", between))
