"""Which earlier states stay when there are too many: many of late, fewer of long ago."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

ALL_OF = timedelta(days=1)
NEWEST, DAYS, WEEKS = 20, 31, 53


@dataclass(frozen=True)
class Kept:
    """One earlier state: its number, which rises, and when it was kept (ISO, UTC)."""

    id: int
    time: str


def surplus(states: Iterable[Kept], most: int) -> list[int]:
    """The numbers of those that go.

    All of the day before the newest state stay, then one of each day for a month, of each week
    for a year, of each month. Counted are days and weeks of which there is a state, not those
    that have passed: a long absence or a wrong clock costs none.

    Args:
        states: All states of one thing.
        most: Never more than these stay, spread evenly.
    """
    newest_first = sorted(states, key=lambda state: state.id, reverse=True)
    moments = [_moment(state.time) for state in newest_first]
    staying = _staying(moments)
    kept = [state.id for number, state in enumerate(newest_first) if number in staying]
    spread = set(_evenly(kept, most))
    return [state.id for state in newest_first if state.id not in spread]


def _moment(time: str) -> datetime:
    """A time that cannot be read counts as very old."""
    try:
        return datetime.fromisoformat(time).astimezone(UTC)
    except (ValueError, OverflowError):
        return datetime.min.replace(tzinfo=UTC)


def _staying(moments: Sequence[datetime]) -> set[int]:
    """The places of those that stay, for moments from the newest to the oldest."""
    of_late = {
        number for number, moment in enumerate(moments) if abs(moments[0] - moment) <= ALL_OF
    }
    return (
        of_late
        | set(range(min(NEWEST, len(moments))))
        | _first_of_each(moments, datetime.date, DAYS)
        | _first_of_each(moments, lambda moment: moment.isocalendar()[:2], WEEKS)
        | _first_of_each(moments, lambda moment: (moment.year, moment.month), len(moments))
    )


def _first_of_each(
    moments: Sequence[datetime], span_of: Callable[[datetime], Any], number: int
) -> set[int]:
    first: dict[Any, int] = {}
    for place, moment in enumerate(moments):
        first.setdefault(span_of(moment), place)
    return set(list(first.values())[:number])


def _evenly(numbers: Sequence[int], most: int) -> Sequence[int]:
    """At most so many, the first and the last among them."""
    if len(numbers) <= most:
        return numbers
    step = (len(numbers) - 1) / (most - 1)
    return [numbers[round(place * step)] for place in range(most)]
