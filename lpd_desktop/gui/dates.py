"""Dates as people type them. No Qt."""

from __future__ import annotations

import re
from datetime import date

_GERMAN = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")


def iso_of(text: str) -> str | None:
    """`4.11.2022` or `2022-11-04` as ISO date, empty for nothing, None for what is no date."""
    cleaned = text.strip()
    if not cleaned:
        return ""
    match = _GERMAN.fullmatch(cleaned)
    try:
        if match:
            day, month, year = map(int, match.groups())
            return date(year, month, day).isoformat()
        return date.fromisoformat(cleaned).isoformat()
    except ValueError:
        return None


def today() -> str:
    """Today's date in ISO form."""
    return date.today().isoformat()
