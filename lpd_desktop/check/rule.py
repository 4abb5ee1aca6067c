"""A rule: what kind of thing a check finds."""

from __future__ import annotations

from dataclasses import dataclass

from lpd_desktop.check.finding import Level


@dataclass(frozen=True)
class Rule:
    """One rule; the title says in a few words what it finds."""

    code: str
    level: Level
    title: str
