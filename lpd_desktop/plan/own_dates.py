"""The days on which something is due: those that an office sets itself, and those of the form.

A day of the form that was marked as done lies among the own dates, with the same name and day, so
that the form, which is sealed, stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from lpd_desktop.form.model import Form
from lpd_desktop.plan.rich_text import PlanPart

MINISTRY = "MAGS"
PROPOSED_LABELS = ("Beirat", "Kreisausschuss", "Kreistag", MINISTRY)
"""Bodies that see a plan on its way, as names for own dates; any other name will do."""


class OwnDate(PlanPart, kw_only=True, frozen=True):
    """A day that an office has set itself for a plan; no two have the same name and day.

    Attributes:
        label: What is due, such as `Kreistag`.
        date: ISO date, empty while the day is not known.
    """

    label: str
    date: str = ""
    done: bool = False


OwnDates = tuple[OwnDate, ...]


class DueDate(msgspec.Struct, frozen=True):
    """One day as lists show it."""

    label: str
    date: str
    done: bool
    origin: Literal["own", "form"]


def due_dates(form: Form, own: OwnDates, *, is_handed_over: bool) -> tuple[DueDate, ...]:
    """All days of a plan by time; those without a day come last.

    Args:
        form: Its deadlines are for handing over.
        own: The own dates.
        is_handed_over: Whether that has been done, so that these deadlines remind nobody.
    """
    marks = {(each.label, each.date): each.done for each in own}
    asked = [(form.text(each.label), each.date) for each in form.deadlines]
    of_form = [
        DueDate(label, day, is_handed_over or marks.get((label, day), False), "form")
        for label, day in dict.fromkeys(asked)
    ]
    others = [
        DueDate(each.label, each.date, each.done, "own")
        for each in own
        if (each.label, each.date) not in asked
    ]
    return tuple(sorted([*of_form, *others], key=_by_day))


def _by_day(due: DueDate) -> tuple[bool, str]:
    return not due.date, due.date


def days_until(day: str, today: str) -> int | None:
    """How many days are left, negative for a day that is over; None where there is no day.

    Both are plain dates in ISO form: no clock and no time zone takes part.
    """
    try:
        return (date.fromisoformat(day) - date.fromisoformat(today)).days
    except ValueError:
        return None


def days_words(days: int | None) -> str:
    """`noch 12 Tage`, `heute`, `seit 3 Tagen vorbei`."""
    if days is None:
        return "Tag offen"
    if days == 0:
        return "heute"
    if days > 0:
        return "noch 1 Tag" if days == 1 else f"noch {days} Tage"
    return "seit 1 Tag vorbei" if days == -1 else f"seit {-days} Tagen vorbei"


def standing_words(due: DueDate, today: str) -> str:
    """`erledigt`, else how many days are left."""
    return "erledigt" if due.done else days_words(days_until(due.date, today))


def next_due(dates: Iterable[DueDate]) -> DueDate | None:
    """The first that is not done; a day that is over comes before those to come."""
    return next((each for each in dates if not each.done and each.date), None)


def free_labels(own: Sequence[OwnDate]) -> Iterator[str]:
    """The proposed names that no own date has yet."""
    taken = {each.label for each in own}
    return (label for label in PROPOSED_LABELS if label not in taken)
