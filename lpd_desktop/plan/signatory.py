"""Who signs a plan."""

from __future__ import annotations

from lpd_desktop.plan.rich_text import PlanPart


class Signatory(PlanPart, kw_only=True, frozen=True):
    """Who approved or is to sign, in which function."""

    name: str
    role: str
