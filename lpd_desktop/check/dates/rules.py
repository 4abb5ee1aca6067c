"""The rules of this group; `docs/regeln.md` explains each."""

from __future__ import annotations

from lpd_desktop.check.rule import Rule

DATE_RULES: tuple[Rule, ...] = ()
