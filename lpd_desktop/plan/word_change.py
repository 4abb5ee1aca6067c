"""A change of words at one place of a plan, as it is previewed and made."""

from __future__ import annotations

from dataclasses import dataclass

from lpd_desktop.plan.passages import Passage
from lpd_desktop.plan.search import context_after, context_before


@dataclass(frozen=True)
class WordChange:
    """`old` at `start` of a passage becomes `new`; `reason` says why in German, if it is known."""

    passage: Passage
    start: int
    old: str
    new: str
    reason: str = ""

    @property
    def end(self) -> int:
        """The place behind the old words."""
        return self.start + len(self.old)

    @property
    def before(self) -> str:
        """What stands in front of it, cut at a word."""
        return context_before(self.passage.text, self.start)

    @property
    def after(self) -> str:
        """What stands behind it, cut at a word."""
        return context_after(self.passage.text, self.end)
