"""The checks of this group in one table for the engine."""

from __future__ import annotations

from lpd_desktop.check.context import RuleFunction
from lpd_desktop.check.figures.budget_changes import (
    changes_against_table,
    changes_of_the_whole,
)
from lpd_desktop.check.figures.caseload import caseloads
from lpd_desktop.check.figures.conclusions import figures_that_follow
from lpd_desktop.check.figures.contradictions import contradictions
from lpd_desktop.check.figures.key_changes import key_changes
from lpd_desktop.check.figures.list_sums import sums_in_lists
from lpd_desktop.check.figures.malformed import malformed_numbers
from lpd_desktop.check.figures.money_styles import money_styles
from lpd_desktop.check.figures.plain_units import (
    cells_with_two_values,
    missing_units,
    persons_with_decimals,
)
from lpd_desktop.check.figures.ratios import ratios_in_tables, ratios_in_text
from lpd_desktop.check.figures.sums import sums_in_sentences
from lpd_desktop.check.figures.table_sums import sums_in_tables
from lpd_desktop.check.figures.twice import figures_twice

FIGURE_CHECKS: tuple[RuleFunction, ...] = (
    sums_in_sentences,
    sums_in_lists,
    sums_in_tables,
    figures_that_follow,
    ratios_in_text,
    ratios_in_tables,
    caseloads,
    malformed_numbers,
    contradictions,
    changes_against_table,
    changes_of_the_whole,
    figures_twice,
    key_changes,
    money_styles,
    missing_units,
    persons_with_decimals,
    cells_with_two_values,
)
