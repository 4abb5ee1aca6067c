"""Numbers that share the unit of the next one: `von 23,9 auf 23,4 Mio. Euro`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lpd_desktop.check.prose.figures import Figure

_JOINED = re.compile(r"\s?(?:auf|bis|und|oder|bzw\.|beziehungsweise|zu|/|–|-)\s?")


def with_shared_units(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures, plain numbers before a scaled sum or a percentage in its unit."""
    found: list[Figure] = []
    for figure in reversed(figures):
        found.append(_in_unit_of(text, figure, found[-1]) if found else figure)
    return tuple(reversed(found))


def _in_unit_of(text: str, figure: Figure, following: Figure) -> Figure:
    is_plain = figure.kind == "count" and not figure.noun and not figure.spelled
    is_joined = _JOINED.fullmatch(text[figure.end : following.start])
    has_unit = following.kind == "percent" or (following.kind == "money" and following.scaled)
    if not (is_plain and is_joined and has_unit):
        return figure
    factor = _factor(following)
    return replace(
        figure,
        value=figure.value * factor,
        step=figure.step * factor,
        kind=following.kind,
        scaled=following.scaled,
    )


def _factor(figure: Figure) -> int:
    """What the written number is multiplied with, by the place of its last digit."""
    number = re.search(r"\d(?:[\d., ]*\d)?", figure.quote)
    decimals = len(number[0].partition(",")[2]) if number else 0
    return int(figure.step.scaleb(decimals))
