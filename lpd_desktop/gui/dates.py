"""Dates as people type them. No Qt."""

from __future__ import annotations

import re
from datetime import date

_GERMAN = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})")

_CENTURY, _SHORT = 2000, 100


def iso_of(text: str) -> str | None:
    """`4.11.2022`, `4.11.22` or `2022-11-04` as ISO date, empty for nothing, None for no date."""
    cleaned = text.strip()
    if not cleaned:
        return ""
    match = _GERMAN.fullmatch(cleaned)
    try:
        if match:
            day, month, year = map(int, match.groups())
            return date(_full(year), month, day).isoformat()
        return date.fromisoformat(cleaned).isoformat()
    except ValueError:
        return None


def date_problem(text: str) -> str:
    """What a person is told of a text that is no date."""
    return f"„{text.strip()}“ ist kein Datum; bitte schreiben Sie es wie 04.11.2022."


def _full(year: int) -> int:
    """Two digits mean a year of this century."""
    return year + _CENTURY if year < _SHORT else year


def today() -> str:
    """Today's date in ISO form."""
    return date.today().isoformat()
