"""Changing the figures that a plan commits itself to."""

from __future__ import annotations

import re
from dataclasses import replace

from msgspec import UNSET, UnsetType
from msgspec.structs import replace as changed

from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Figure

_FIGURE = re.compile(
    r"(?P<sign>[+\-\u2212\u2013]?)\s?(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)"
    r"(?:,(?P<fraction>\d{1,2}))?\s?(?:%|Prozentpunkte|Prozent)?"
)


def typed_figure(text: str) -> int | TypedText | UnsetType:
    """Hundredths of the unit, the text itself where it is no number, or nothing."""
    cleaned = " ".join(text.split())
    if not cleaned:
        return UNSET
    match = _FIGURE.fullmatch(cleaned)
    if match is None:
        return TypedText(cleaned)
    whole = int(match["whole"].replace(".", ""))
    value = whole * 100 + int((match["fraction"] or "").ljust(2, "0") or 0)
    return -value if match["sign"] in ("-", "\u2212", "\u2013") else value


def figure_text(value: int | TypedText | UnsetType) -> str:
    """`1250` as `12,5`; what was typed as it is."""
    if isinstance(value, TypedText):
        return value.text
    if value is UNSET or not isinstance(value, int):
        return ""
    whole, fraction = divmod(abs(value), 100)
    text = f"{whole:,}".replace(",", ".")
    if fraction:
        text = f"{text},{fraction:02d}".rstrip("0")
    return f"\u2212{text}" if value < 0 else text


def set_figure(file: LpdFile, item: str, target: str, text: str) -> LpdFile:
    """Takes what was typed for one target."""
    answer = file.plan.answer(item)
    value = typed_figure(text)
    others = tuple(figure for figure in answer.figures if figure.key != target)
    figures = others if value is UNSET else (*others, Figure(key=target, value=value))
    plan = file.plan.with_answer(item, changed(answer, figures=figures))
    return replace(file, plan=plan)
