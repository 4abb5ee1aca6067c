"""Why an amount of federal money does not fit its Jobcenter and year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from lpd_desktop.check.money.federal import (
    Allotment,
    Title,
    allotments,
    allotments_of_others,
    federal_budget,
)
from lpd_desktop.check.prose.slips import SLIP_NAMES, slip_between
from lpd_desktop.form.jobcenters import JobcenterEntry

_SAME = Decimal("0.01")
_NEAR = Decimal("0.05")
_FAR = Decimal(15)
Cause = Literal["year", "jobcenter", "slip", "far", "base"]


@dataclass(frozen=True)
class Diagnosis:
    """What an amount would fit instead.

    Attributes:
        expected: What the Jobcenter would get of the usual pot of the year.
        found: The allotment that the amount fits, for the causes `year` and `jobcenter`.
        slip: For the cause `slip`, in German.
    """

    cause: Cause
    expected: Allotment
    found: Allotment | None = None
    slip: str = ""


def diagnose(
    cents: int, jobcenter: JobcenterEntry, title: Title, year: int, surplus: Decimal
) -> Diagnosis | None:
    """What is wrong with an amount; None where it fits or nothing is known of the year.

    The amount may be `surplus` percent larger than its allotment for other money in it.
    """
    known = allotments(jobcenter, title, year)
    if not known or any(_fits(cents, each, surplus) for each in known):
        return None
    expected = known[0]
    slip = _slip(cents, known)
    other = _other_year(cents, jobcenter, title, year) or _other_jobcenter(
        cents, jobcenter, title, year
    )
    if other and not slip:
        return Diagnosis("year" if other.jobcenter == jobcenter else "jobcenter", expected, other)
    if slip:
        return Diagnosis("slip", expected, slip=slip)
    is_far = not expected.is_met_by(cents, _FAR)
    return Diagnosis("far" if is_far else "base", expected)


def _fits(cents: int, allotment: Allotment, surplus: Decimal) -> bool:
    tolerance = federal_budget().thresholds.tolerance
    more = cents * 100 <= allotment.cents * (100 + surplus)
    return allotment.is_met_by(cents, tolerance) or (cents > allotment.cents and more)


def _other_year(cents: int, one: JobcenterEntry, title: Title, year: int) -> Allotment | None:
    near = (each for other in (year - 1, year + 1) for each in allotments(one, title, other))
    return next((each for each in near if each.is_met_by(cents, _NEAR)), None)


def _other_jobcenter(cents: int, one: JobcenterEntry, title: Title, year: int) -> Allotment | None:
    """The only other Jobcenter whose allotment the amount is, in this year or beside it."""
    for other in (year, year - 1):
        fitting = [
            each for each in allotments_of_others(one, title, other) if each.is_met_by(cents, _NEAR)
        ]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _slip(cents: int, known: tuple[Allotment, ...]) -> str:
    """Swapped digits, another order of magnitude or one wrong digit, in German."""
    euros = cents // 100
    for allotment in known:
        if any(_is_met(each, allotment) for each in _with_swapped_digits(euros)):
            return SLIP_NAMES["swap"]
        if any(_is_met(each, allotment) for each in _of_other_magnitude(euros)):
            return SLIP_NAMES["factor"]
        if slip_between(euros // 100, allotment.cents // 10_000) == "digit":
            return SLIP_NAMES["digit"]
    return ""


def _of_other_magnitude(euros: int) -> tuple[int, ...]:
    return euros * 1000, euros * 10, euros // 10, euros // 1000


def _is_met(euros: int, allotment: Allotment) -> bool:
    return allotment.is_met_by(euros * 100, _SAME * 10)


def _with_swapped_digits(number: int) -> list[int]:
    text = str(number)
    pairs = range(min(4, len(text) - 1))
    return [
        int(text[:place] + text[place + 1] + text[place] + text[place + 2 :]) for place in pairs
    ]
