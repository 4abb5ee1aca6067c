"""How a figure is written, and another value written in the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from lpd_desktop.check.prose.figures import Figure
from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.rounding import half_up

Rounding = Literal["half_up", "up", "down"]

_NUMBER = re.compile(r"\d(?:[\d.,\u00a0\u202f\u2009 ]*\d)?")
_DASH = re.compile(r",-{1,2}|,–")
_SEPARATOR = re.compile(r"[.\u00a0\u202f\u2009 ]")
_SIDES: dict[str, Rounding] = {"below": "up", "at_most": "up", "above": "down", "at_least": "down"}
_COARSE_AT_MOST = Fraction(1, 20)


@dataclass(frozen=True)
class Writing:
    """A figure as the rounding of a value: to which place, and which way."""

    figure: Figure
    place: Decimal
    rounding: Rounding
    is_exact: bool

    def of(self, value: Fraction) -> str:
        """Another value in the same style, precision and unit; its sign is left as it stands."""
        if self.is_exact and not self.figure.scaled and self.figure.step == 1:
            cents = half_up(abs(value) * 100)
            if cents % 100:
                return _with_number(self.figure.quote, _grouped_like(self.figure, cents, 2))
        decimals = _decimals(self.figure)
        unit = Fraction(self.figure.step)
        written = _rounded(abs(value), self.place, self.rounding)
        return _with_number(
            self.figure.quote, _grouped_like(self.figure, half_up(written / unit), decimals)
        )


def writing_of(figure: Figure, value: Fraction) -> Writing | None:
    """How the figure comes from a value, in euros or percent; None where it does not.

    After `knapp`, `über` and the like rounding to their side is tried before commercial rounding;
    after every hedge the figure may be a round number that is nearest within 5 %.
    """
    if not value or not _is_near(figure, value):
        return None
    if figure.sign and (figure.sign > 0) != (value > 0):
        return None
    written, size = Fraction(figure.value), abs(value)
    for place, rounding in _roundings(figure):
        is_near = place == figure.step or abs(written - size) <= size * _COARSE_AT_MOST
        if is_near and _rounded(size, place, rounding) == written:
            return Writing(figure, place, rounding, written == size)
    return None


def _is_near(figure: Figure, value: Fraction) -> bool:
    """Whether both differ by less than one step or 5 %; in whole numbers, since most do not."""
    written, unit = figure.value.as_integer_ratio()
    left, right = written * value.denominator, abs(value.numerator) * unit
    difference = abs(left - right)
    if difference * _COARSE_AT_MOST.denominator <= right:
        return True
    return difference <= figure.step * unit * value.denominator


def _roundings(figure: Figure) -> Iterator[tuple[Decimal, Rounding]]:
    side = _SIDES.get(figure.hedge)
    places = [figure.step]
    while figure.hedge != "exact" and places[-1] < figure.round_to:
        places.append(places[-1] * 10)
    for place in places:
        if side:
            yield place, side
        yield place, "half_up"


def _rounded(size: Fraction, place: Decimal, rounding: Rounding) -> Fraction:
    unit = Fraction(place)
    steps = size / unit
    if rounding == "half_up":
        return half_up(steps) * unit
    whole = steps.numerator // steps.denominator
    is_whole = steps.denominator == 1
    return (whole if rounding == "down" or is_whole else whole + 1) * unit


def _decimals(figure: Figure) -> int:
    number = _number_of(figure.quote)
    _whole, _comma, fraction = number.partition(",")
    return len(fraction)


def _number_of(quote: str) -> str:
    match = _NUMBER.search(quote)
    return match[0] if match else ""


def _grouped_like(figure: Figure, digits: int, decimals: int) -> str:
    """The number with as many places and the grouping of the one that is written."""
    old_whole = _number_of(figure.quote).partition(",")[0]
    whole, fraction = divmod(digits, 10**decimals)
    written = format_amount(whole * 100)
    separator = _SEPARATOR.search(old_whole)
    if separator:
        written = written.replace(".", separator[0])
    elif len(old_whole) > 3:
        written = written.replace(".", "")
    return f"{written},{fraction:0{decimals}d}" if decimals else written


def _with_number(quote: str, number: str) -> str:
    match = _NUMBER.search(quote)
    if match is None:
        return quote
    behind = quote[match.end() :]
    if "," in number:
        behind = _DASH.sub("", behind, count=1)
    behind = re.sub(r"\bMillion\b", "Millionen", behind) if number != "1" else behind
    return quote[: match.start()] + number + behind
