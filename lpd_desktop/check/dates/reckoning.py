"""The day from which a plan looks back and ahead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lpd_desktop.check.context import Context
from lpd_desktop.check.prose.dates import dates_in

_WRITTEN_AFTER = re.compile(r"\b(?:Stand|vom|Datenstand|Stichtag)[:,]?\s*(?:vom\s|am\s)?$")
_DEFAULT_MONTH = 11
_EARLIEST_MONTH = 9


@dataclass(frozen=True)
class Reckoning:
    """When a plan was written.

    Attributes:
        stand: The day to which it refers; 1 November before the plan's year where it says none.
        past_before: What ended before this day was surely over.
        future_after: What begins after this day was surely still to come.
        plan_year: The year that is planned.
    """

    stand: date
    past_before: date
    future_after: date
    plan_year: int

    def months_ago(self, months: int) -> date:
        """The same day so many months earlier, or the last day of that month."""
        count = self.stand.year * 12 + self.stand.month - 1 - months
        return date(count // 12, count % 12 + 1, min(self.stand.day, 28))


def reckoning_of(context: Context) -> Reckoning:
    """By the plan's Stand, else by the usual time of planning and the dates in the text."""
    return _reckoning(context.form.year, context.plan.as_of.strip(), _evidence(context))


def stand_of(as_of: str) -> date | None:
    """The Stand as a day; None where it is no date."""
    try:
        return date.fromisoformat(as_of.strip())
    except ValueError:
        return None


def is_plausible(stand: date, plan_year: int) -> bool:
    """Whether a plan for the year can have been written on that day."""
    return date(plan_year - 1, 1, 1) <= stand <= date(plan_year, 12, 31)


@lru_cache(maxsize=64)
def _reckoning(plan_year: int, as_of: str, evidence: date) -> Reckoning:
    stand = stand_of(as_of)
    if stand and is_plausible(stand, plan_year):
        return Reckoning(stand, stand.replace(day=1), stand, plan_year)
    stand = date(plan_year - 1, _DEFAULT_MONTH, 1)
    return Reckoning(stand, evidence, date(plan_year - 1, 12, 31), plan_year)


def _evidence(context: Context) -> date:
    """The latest day that the text itself names as its Stand or as the date of a letter."""
    last = date(context.form.year - 1, 12, 31)
    days = [date(context.form.year - 1, _EARLIEST_MONTH, 1)]
    for stretch in context.stretches:
        if "Stand" in stretch.text or "vom" in stretch.text or "Stichtag" in stretch.text:
            days += [
                mention.first
                for mention in dates_in(stretch.text)
                if mention.precision == "day"
                and mention.first <= last
                and _WRITTEN_AFTER.search(stretch.text[: mention.start])
            ]
    return max(days)
