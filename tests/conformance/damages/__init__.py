"""Targeted damages to a sound file, each with the rule that must notice it."""

from __future__ import annotations

from tests.conformance.damages import (  # noqa: F401 - they register
    files,
    finer,
    forbidden,
    pages,
    painting,
    structure,
)
from tests.conformance.damages.registry import DAMAGES, Damage
from tests.extent import examples

__all__ = ["DAMAGES", "Damage", "judged_by_verapdf"]


def judged_by_verapdf() -> list[str]:
    """The damages that veraPDF has to notice too: in the short form every third of each rule."""
    of_rule: dict[str, list[str]] = {}
    for name, each in DAMAGES.items():
        if each.profile:
            of_rule.setdefault(each.rule, []).append(name)
    return [name for names in of_rule.values() for name in names[:: examples(3, 1)]]
