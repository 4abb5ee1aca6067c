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

__all__ = ["DAMAGES", "Damage"]
