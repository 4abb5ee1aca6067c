"""The time of day, in the one form in which it is stored."""

from __future__ import annotations

from datetime import UTC, datetime

TIME_SHAPE = "%Y-%m-%dT%H:%M:%SZ"
"""Of times in files and store: UTC with seconds."""


def utc_now() -> str:
    """The present time in UTC as ISO text with seconds, such as `2022-11-08T09:30:00Z`."""
    return datetime.now(UTC).strftime(TIME_SHAPE)
