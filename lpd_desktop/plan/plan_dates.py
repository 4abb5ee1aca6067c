"""The days of one plan: its own and those of its form."""

from __future__ import annotations

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.own_dates import DueDate, due_dates

_HANDED_OVER = frozenset({"submitted"})


def dates_of(file: LpdFile) -> tuple[DueDate, ...]:
    """All days of a plan by time; see `due_dates`."""
    is_handed_over = file.work.state in _HANDED_OVER
    return due_dates(file.form, file.work.dates, is_handed_over=is_handed_over)
