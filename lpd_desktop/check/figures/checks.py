"""The checks of this group in one table for the engine."""

from __future__ import annotations

from lpd_desktop.check.context import RuleFunction
from lpd_desktop.check.figures.changes import changes
from lpd_desktop.check.figures.list_sums import sums_in_lists
from lpd_desktop.check.figures.points import differences_of_rates
from lpd_desktop.check.figures.sums import sums_in_sentences
from lpd_desktop.check.figures.table_sums import sums_in_tables

FIGURE_CHECKS: tuple[RuleFunction, ...] = (
    sums_in_sentences,
    sums_in_lists,
    sums_in_tables,
    changes,
    differences_of_rates,
)
