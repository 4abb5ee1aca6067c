"""Figures of targets: integer hundredths of their unit, in one German notation."""

from __future__ import annotations

import re

from msgspec import UNSET, UnsetType

from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.budget import TypedText

FigureValue = int | TypedText | UnsetType
"""Hundredths of the unit, what was typed and is no number, or UNSET for an empty field."""

_FIGURE = re.compile(
    r"(?P<sign>[+\-\u2212\u2013]?) ?(?P<whole>[0-9]{1,3}(?:\.[0-9]{3}){1,4}|[0-9]{1,15})"
    r"(?:,(?P<fraction>[0-9]{1,2}))? ?(?:%|Prozentpunkte|Prozent)?"
)


def parse_figure(text: str) -> FigureValue:
    """`26,5 %` as 2650; the text itself where it is no number of at most 15 digits."""
    cleaned = " ".join(text.split())
    if not cleaned:
        return UNSET
    match = _FIGURE.fullmatch(cleaned)
    if match is None:
        return TypedText(cleaned)
    fraction = (match["fraction"] or "").ljust(2, "0")
    value = int(match["whole"].replace(".", "") + fraction)
    return -value if match["sign"] in ("-", "\u2212", "\u2013") else value


def format_figure(value: FigureValue) -> str:
    """2650 as `26,5`, without closing zeros; what was typed as it is."""
    if isinstance(value, TypedText):
        return value.text
    if not isinstance(value, int):
        return ""
    text = format_amount(value)
    return text.rstrip("0") if "," in text else text
