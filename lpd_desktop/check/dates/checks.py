"""The checks of this group in one table for the engine."""

from __future__ import annotations

from lpd_desktop.check.context import RuleFunction
from lpd_desktop.check.dates.as_of import (
    as_of_dates,
    bases_of_budgets,
    letters,
    stand_of_the_plan,
)
from lpd_desktop.check.dates.bases import bases_of_money, changes_without_time, old_bases
from lpd_desktop.check.dates.calendar import impossible_dates, turned_ranges, weekdays
from lpd_desktop.check.dates.comparisons import (
    different_months,
    different_periods,
    months_of_table_columns,
    unfinished_years,
)
from lpd_desktop.check.dates.done_planned import done_and_planned
from lpd_desktop.check.dates.events import (
    coming_months_behind,
    future_behind,
    past_ahead,
    past_next_year,
)
from lpd_desktop.check.dates.key_figures import bare_key_figures, undated_sources, waiting_times
from lpd_desktop.check.dates.percents import differences_in_percent, points_for_percent
from lpd_desktop.check.dates.terms import terms_of_other_times
from lpd_desktop.check.dates.years import (
    budgets_without_plan_year,
    contradicting_years,
    far_years,
    leftover_years,
    leftover_years_of_wordings,
)

DATE_CHECKS: tuple[RuleFunction, ...] = (
    impossible_dates,
    weekdays,
    turned_ranges,
    stand_of_the_plan,
    as_of_dates,
    letters,
    bases_of_budgets,
    past_ahead,
    past_next_year,
    future_behind,
    coming_months_behind,
    leftover_years_of_wordings,
    leftover_years,
    budgets_without_plan_year,
    contradicting_years,
    far_years,
    different_months,
    different_periods,
    unfinished_years,
    months_of_table_columns,
    differences_in_percent,
    points_for_percent,
    bases_of_money,
    changes_without_time,
    old_bases,
    bare_key_figures,
    waiting_times,
    undated_sources,
    done_and_planned,
    terms_of_other_times,
)
