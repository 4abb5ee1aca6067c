"""Which days of all drafts are shown, in which order and words. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    listed = sorted(_rows(drafts, today), key=lambda row: (row.date, row.plan, row.label))
    over = [row for row in listed if row.is_over]
    coming = listed[len(over) :]
    shown = (*over[-MOST:], *coming[:MOST])
    return DueRows(shown, max(0, len(over) - MOST), max(0, len(coming) - MOST))


def _rows(drafts: Sequence[DraftRow], today: str) -> list[DueRow]:
    found = []
    for draft in drafts:
        for due in draft.dates:
            days = None if due.done else days_until(due.date, today)
            if days is not None:
                plan = f"{draft.jobcenter or 'ohne Jobcenter'}, {draft.title}"
                words = days_words(days)
                found.append(DueRow(draft.id, due.label, due.date, words, plan, days))
    return found


def is_settled(row: DueRow, drafts: Sequence[DraftRow]) -> bool:
    """Whether a day is done in its draft."""
    return any(
        draft.id == row.draft and (due.label, due.date, due.done) == (row.label, row.date, True)
        for draft in drafts
        for due in draft.dates
    )
