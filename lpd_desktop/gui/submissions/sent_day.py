"""The day on which a document was handed over, as it is typed. No Qt."""

from __future__ import annotations

from lpd_desktop.gui.dates import date_problem, iso_of
from lpd_desktop.release.submitting import problem_of_day


def problem_of_sent_day(typed: str, approved: str, recorded: str = "") -> str:
    """Why this cannot be the day, in German; empty where it can.

    Args:
        typed: What stands in the field.
        approved: The day of the approval (ISO), empty where it is not known.
        recorded: The day (ISO) that the register names already: whatever it is, it may stay.
    """
    day = iso_of(typed)
    if not day:
        return date_problem(typed)
    return "" if day == recorded else problem_of_day(approved, day)
