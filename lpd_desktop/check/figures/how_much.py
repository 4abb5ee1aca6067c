"""Figures that say by how much something changes."""

from __future__ import annotations

import re

from lpd_desktop.check.prose.directions import is_difference
from lpd_desktop.check.prose.figures import Figure, figures_in

HEDGES = r"(?:(?:rund|rd\.|ca\.?|circa|etwa|knapp|gut|über|fast|nahezu|mehr als|jeweils)\s)?"
_CONCLUSION = re.compile(
    rf"(?:\b(?:also|mithin|somit|(?:das|dies) (?:sind|ist|entspricht|bedeutet|waren)|"
    rf"entspricht|entsprechend|d\.\s?h\.|nämlich|sprich|demnach|"
    rf"ein(?:em|en)?)|=)\s*(?:einem?\s)?(?:minus\s|plus\s)?{HEDGES}$"
)
_IN_BRACKETS = re.compile(rf"\((?:minus\s|plus\s)?{HEDGES}$")
_OLDER = re.compile(r"\b(?:Vorjahr\w*|20\d\d):?\s?$")
_RATES = ("percent", "points")
_REPEATED = re.compile(rf"\s?(?:,|/|;|\bbzw\.|\boder|\bund damit|,?\s?also|\(|=)\s?{HEDGES}")
_TIME = re.compile(r"(?:Jahr|Monat|Woche|Tag|Stunde|Minute)")


def says_how_much(text: str, figure: Figure) -> bool:
    """Whether a figure stands where a sentence draws the difference.

    So does one that only repeats such a figure in another unit: `−7,9 %, rund 2,4 Mio. €`.
    """
    before = text[: figure.start]
    if figure.spelled or _OLDER.search(before):
        return False
    if figure.sign or is_difference(text, *figure.span) or _CONCLUSION.search(before):
        return True
    return _is_rate_in_brackets(figure, before) or _repeats_another(text, figure)


def _is_rate_in_brackets(figure: Figure, before: str) -> bool:
    return figure.kind in _RATES and _IN_BRACKETS.search(before) is not None


def _repeats_another(text: str, figure: Figure) -> bool:
    earlier = [other for other in figures_in(text) if other.end <= figure.start]
    if not earlier or not _REPEATED.fullmatch(text[earlier[-1].end : figure.start]):
        return False
    return earlier[-1].kind != figure.kind and says_how_much(text, earlier[-1])


def is_span_of_time(figure: Figure) -> bool:
    """Whether a figure counts years, months, days or hours."""
    return _TIME.match(figure.noun) is not None
