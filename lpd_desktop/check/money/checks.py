"""The checks of this group in one table for the engine."""

from __future__ import annotations

from lpd_desktop.check.context import RuleFunction
from lpd_desktop.check.money.allotment_rule import federal_amounts
from lpd_desktop.check.money.columns import large_changes, same_amounts, swapped_columns
from lpd_desktop.check.money.completeness import incomplete_budgets
from lpd_desktop.check.money.transfer import large_transfers, one_sided

MONEY_CHECKS: tuple[RuleFunction, ...] = (
    incomplete_budgets,
    one_sided,
    large_transfers,
    same_amounts,
    swapped_columns,
    large_changes,
    federal_amounts,
)
