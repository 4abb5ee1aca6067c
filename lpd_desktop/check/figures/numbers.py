"""Figures as people write them, and sums of rounded ones."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lpd_desktop.check.prose.figures import Figure
from lpd_desktop.check.prose.intervals import Interval, exactly
from lpd_desktop.check.prose.slips import significant_digits
from lpd_desktop.check.prose.units import FigureKind
from lpd_desktop.plan.amounts import format_amount, format_euro

_COARSER = 1000
_DIGITS_OF_ROUND_NUMBERS = 2
_SUFFIXES: dict[FigureKind, str] = {
    "percent": "\u00a0%",
    "points": "\u00a0Prozentpunkte",
    "posts": "\u00a0VZÄ",
}


def german(value: Decimal, kind: FigureKind = "count") -> str:
    """A number in German notation with its unit."""
    if kind == "money":
        return format_euro(int(value * 100))
    number = format_amount(int(round(value, 2) * 100))
    number = number.rstrip("0").rstrip(",") if "," in number else number
    return f"1:{number}" if kind == "ratio" else number + _SUFFIXES.get(kind, "")


def meant_by(figure: Figure, others: Sequence[Figure]) -> Interval:
    """What a figure may stand for beside others.

    Pieces are counted, not rounded, unless others have decimals. A number of one or two digits and
    zeros is taken as rounded beside much finer ones, even if no word says so.
    """
    finest = min((other.round_to for other in others), default=figure.round_to)
    is_round = significant_digits(int(figure.value)) <= _DIGITS_OF_ROUND_NUMBERS
    if (
        figure.hedge == "exact"
        and is_round
        and figure.round_to >= _COARSER * max(finest, Decimal(1))
    ):
        half = figure.round_to / 2
        return Interval(figure.value - half, figure.value + half)
    is_whole = figure.kind == "count" and figure.hedge == "exact" and not figure.scaled
    if is_whole and all(other.step >= 1 for other in others):
        return exactly(figure.value)
    return figure.interval


def sum_meets(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts may add up to the total, by the precision of all of them."""
    figures = (total, *parts)
    left = exactly(0)
    for part in parts:
        left = left + meant_by(part, figures)
    return left.meets(meant_by(total, figures))


def sum_of(parts: Sequence[Figure]) -> Decimal:
    """The plain sum."""
    return sum((part.value for part in parts), Decimal(0))
