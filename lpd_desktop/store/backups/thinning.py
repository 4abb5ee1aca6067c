"""Which daily backups stay: fourteen days, eight weeks, twelve months."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date

DAYS, WEEKS, MONTHS = 14, 8, 12


def kept_days(days: Iterable[date]) -> set[date]:
    """The days whose backups stay.

    Counted are days, weeks and months of which there is a backup, not those that have passed: a
    long absence or a wrong clock costs none.

    Args:
        days: All days of which there is a backup.
    """
    newest_first = sorted(set(days), reverse=True)
    kept = set(newest_first[:DAYS])
    kept |= _newest_of_each(newest_first, lambda day: day.isocalendar()[:2], WEEKS)
    kept |= _newest_of_each(newest_first, lambda day: (day.year, day.month), MONTHS)
    return kept


def _newest_of_each(
    newest_first: list[date], span_of: Callable[[date], Hashable], number: int
) -> set[date]:
    newest: dict[Hashable, date] = {}
    for day in newest_first:
        newest.setdefault(span_of(day), day)
    return set(list(newest.values())[:number])
