"""Days as people write them."""

from __future__ import annotations

from datetime import date


def in_german(day: date) -> str:
    """`04.11.2022`."""
    return f"{day:%d.%m.%Y}"
