"""Which days of all drafts are shown, in which order and words. No Qt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from lpd_desktop.gui.drafts import DraftRow
from lpd_desktop.plan.own_dates import days_until, days_words
from lpd_desktop.runtime.german import counted, german_day

MOST = 25
"""So many days that are over, and so many to come, are listed; more would hide the drafts."""


@dataclass(frozen=True)
class DueRow:
    """One day that is not done.

    Attributes:
        date: ISO date.
        words: How far away it is.
        plan: The draft in words.
        days: How many are left, negative for a day that is over.
    """

    draft: str
    label: str
    date: str
    words: str
    plan: str
    days: int

    @property
    def is_over(self) -> bool:
        """Whether the day has passed."""
        return self.days < 0

    @property
    def day(self) -> str:
        """The day with its weekday."""
        return german_day(self.date)


@dataclass(frozen=True)
class DueRows:
    """What is shown, and how many older and later days are not."""

    rows: tuple[DueRow, ...]
    older: int = 0
    later: int = 0

    @property
    def rest_sentence(self) -> str:
        """Says that there is more, empty for nothing."""
        parts = []
        if self.older:
            parts.append(counted(self.older, "älterer Termin", "ältere Termine"))
        if self.later:
            parts.append(counted(self.later, "späterer Termin", "spätere Termine"))
        if not parts:
            return ""
        verb = "steht" if self.older + self.later == 1 else "stehen"
        return f"Dazu {' und '.join(parts)}: Sie {verb} in den Entwürfen."


def due_rows(drafts: Sequence[DraftRow], today: str) -> DueRows:
    """The days of all drafts by time: those that are over come first, the oldest of them on top."""
    listed = sorted(
        (due.date, draft.jobcenter, draft.title, due.label, number)
        for number, draft in enumerate(drafts)
        for due in draft.dates
        if not due.done and _days(due.date, today) is not None
    )
    coming = bisect_left(listed, (today,))
    first = max(0, coming - MOST)
    shown = (
        _row(drafts[number], label, day, _days(day, today) or 0)
        for day, _jobcenter, _title, label, number in listed[first : coming + MOST]
    )
    return DueRows(tuple(shown), first, max(0, len(listed) - coming - MOST))


@lru_cache(maxsize=1024)
def _days(day: str, today: str) -> int | None:
    """As `days_until`; a thousand drafts have few different days."""
    return days_until(day, today)


def _row(draft: DraftRow, label: str, day: str, days: int) -> DueRow:
    plan = f"{draft.jobcenter or 'ohne Jobcenter'}, {draft.title}"
    return DueRow(draft.id, label, day, days_words(days), plan, days)


def is_settled(row: DueRow, drafts: Sequence[DraftRow]) -> bool:
    """Whether a day is done in its draft."""
    return any(
        draft.id == row.draft and (due.label, due.date, due.done) == (row.label, row.date, True)
        for draft in drafts
        for due in draft.dates
    )
