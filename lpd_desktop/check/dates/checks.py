"""The checks of this group in one table for the engine."""

from __future__ import annotations

from lpd_desktop.check.context import RuleFunction

DATE_CHECKS: tuple[RuleFunction, ...] = ()
