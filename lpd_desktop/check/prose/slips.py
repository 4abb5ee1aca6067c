"""Slips of the fingers: two numbers that differ as a typed one does from what was meant."""

from __future__ import annotations

from typing import Literal

Slip = Literal["digit", "swap", "missing", "extra", "group", "factor"]

SLIP_NAMES: dict[Slip, str] = {
    "digit": "eine Ziffer ist anders",
    "swap": "zwei Ziffern sind vertauscht",
    "missing": "eine Ziffer fehlt",
    "extra": "eine Ziffer ist zu viel",
    "group": "eine Dreiergruppe fehlt oder ist zu viel",
    "factor": "die Größenordnung ist anders",
}


def slip_between(typed: int, meant: int) -> Slip | None:
    """How the first number may have become of the second; None where they differ more."""
    one, other = str(typed), str(meant)
    if one == other:
        return None
    if one.rstrip("0") == other.rstrip("0"):
        return "factor"
    if len(one) == len(other):
        return _of_same_length(one, other)
    if len(one) + 1 == len(other):
        return "missing" if _without_one(other, one, 1) else None
    if len(one) == len(other) + 1:
        return "extra" if _without_one(one, other, 1) else None
    if abs(len(one) - len(other)) == 3:
        return (
            "group" if _without_one(max(one, other, key=len), min(one, other, key=len), 3) else None
        )
    return None


def _of_same_length(one: str, other: str) -> Slip | None:
    differing = [place for place in range(len(one)) if one[place] != other[place]]
    if len(differing) == 1:
        return "digit"
    if len(differing) == 2:
        first, second = differing
        crossed = one[first] == other[second] and one[second] == other[first]
        return "swap" if crossed and second == first + 1 else None
    return None


def _without_one(longer: str, shorter: str, size: int) -> bool:
    return any(
        longer[:cut] + longer[cut + size :] == shorter for cut in range(len(longer) - size + 1)
    )


def significant_digits(number: int) -> int:
    """How many digits a number has without its closing zeros."""
    return len(str(abs(number)).rstrip("0"))
