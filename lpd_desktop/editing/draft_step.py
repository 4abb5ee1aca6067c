"""One step of an open draft, and where undoing it leads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from msgspec.structs import replace as changed

from lpd_desktop.editing.undo_merge import with_typed_texts
from lpd_desktop.plan.file import LpdFile

Beside = Literal["", "remarks", "dates"]
"""Parts of the work that may be changed in every state of a plan."""


@dataclass(frozen=True)
class DraftStep:
    """What was before and what came of it; `beside` names the one part that alone changed."""

    number: int
    title: str
    before: LpdFile
    after: LpdFile
    beside: Beside = ""


def led_back(step: DraftStep, now: LpdFile, left: LpdFile, target: LpdFile) -> LpdFile:
    """`target` with what came about since `left`; of a step beside the text that part alone."""
    if step.beside:
        return with_part(step.beside, now, target)
    return with_typed_texts(now, left, target)


def with_part(part: Beside, file: LpdFile, other: LpdFile) -> LpdFile:
    """The file with this part of the work of another."""
    return replace(file, work=changed(file.work, **{part: getattr(other.work, part)}))
