"""A finding: what a rule says about one place of a plan."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from lpd_desktop.runtime.typed_data import converted

Level = Literal["error", "warning", "hint"]
LEVEL_NAMES: dict[Level, str] = {"error": "Fehler", "warning": "Warnung", "hint": "Hinweis"}
LEVELS: tuple[Level, ...] = ("error", "warning", "hint")


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One finding.

    Attributes:
        rule: Stable code of the rule.
        where: Address in the plan.
        place: The same in German.
        message: What is the matter, one German sentence.
        suggestion: How to mend it, empty where the message says all.
        quote: The words concerned, for marking them; empty for none.
    """

    rule: str
    level: Level
    where: str
    place: str
    message: str
    suggestion: str = ""
    quote: str = ""


class FindingOutput(msgspec.Struct, frozen=True, kw_only=True):
    """A finding as the command line gives it with `--json`."""

    rule: str
    level: Level
    where: str
    place: str
    message: str
    suggestion: str


class AcceptedOutput(msgspec.Struct, frozen=True, kw_only=True):
    """Why a finding may stay, who said so, and when (ISO in UTC)."""

    reason: str
    name: str
    time: str


class CheckOutput(FindingOutput, frozen=True, kw_only=True):
    """A finding of `lpd check --json`; `acknowledged` is there for accepted ones with `--all`."""

    acknowledged: AcceptedOutput | UnsetType = UNSET


def as_output(finding: Finding) -> FindingOutput:
    """The finding without what only the window needs."""
    return converted(finding, FindingOutput, from_attributes=True)
