"""A change of words at one place of a plan, as it is previewed and made."""

from __future__ import annotations

from dataclasses import dataclass

from lpd_desktop.plan.passages import Passage


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
