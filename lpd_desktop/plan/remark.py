"""Remarks of readers: what is said about a place of the plan, answered, settled.

Remarks stand in the work, never in the plan: a sealed plan takes them and keeps its seal.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from lpd_desktop.plan.rich_text import PlanPart

AuthorKind = Literal["inside", "ministry"]

AUTHOR_KINDS: dict[AuthorKind, str] = {"inside": "Jobcenter", "ministry": "MAGS"}
"""From where somebody speaks, in German."""


class Author(PlanPart, kw_only=True, frozen=True):
    """Who says something: name and function as typed; nobody's identity is checked."""

    name: str = ""
    role: str = ""
    kind: AuthorKind = "inside"

    def is_same(self, other: Author) -> bool:
        """Whether both call themselves the same, from the same side."""
        names = [" ".join(each.name.split()).casefold() for each in (self, other)]
        return names[0] == names[1] and self.kind == other.kind

    @property
    def shown(self) -> str:
        """`Erika Muster, Sachgebiet Finanzen, MAGS`; colleagues without the last part."""
        side = AUTHOR_KINDS[self.kind] if self.kind != "inside" else ""
        return ", ".join(part for part in (self.name or "Ohne Namen", self.role, side) if part)


class Reply(PlanPart, kw_only=True, frozen=True):
    """An answer to a remark; `time` is ISO in UTC."""

    id: str
    text: str
    name: str = ""
    role: str = ""
    kind: AuthorKind = "inside"
    time: str = ""

    @property
    def author(self) -> Author:
        """Who answered."""
        return Author(name=self.name, role=self.role, kind=self.kind)


class Remark(PlanPart, kw_only=True, frozen=True):
    """A remark of a reader, attached to an address.

    Attributes:
        where: The address at which it was made; where that is now, `plan.remark_places` finds.
        text: What is said; empty once its author has deleted it.
        quote: The words it is about, empty where it is about the whole place.
        before: The letters before the quote in its passage, to tell equal words apart.
        after: Those behind it.
        at: At which letter of its passage the quote began.
        place: The German name of the place when the remark was made.
        heading: The topic of the potential it stands in, because their numbers change.
        revision: How often its author changed the text.
        changed_at: When the text was changed last.
        resolved: Whether it is settled.
        resolved_by: Who settled it or made it open again last.
        resolved_at: When that was.
        turns: How often it was settled and made open again.
    """

    id: str
    where: str
    text: str
    name: str = ""
    role: str = ""
    kind: AuthorKind = "inside"
    time: str = ""
    quote: str = ""
    before: str = ""
    after: str = ""
    at: int = 0
    place: str = ""
    heading: str = ""
    revision: int = 0
    changed_at: str = ""
    replies: tuple[Reply, ...] = ()
    resolved: bool = False
    resolved_by: str = ""
    resolved_at: str = ""
    turns: int = 0

    @property
    def author(self) -> Author:
        """Who made it."""
        return Author(name=self.name, role=self.role, kind=self.kind)

    @property
    def is_deleted(self) -> bool:
        """Whether its author took its words back."""
        return not self.text

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to read; of a deleted one the answers stay."""
        return bool(self.text or self.replies)

    @property
    def is_open(self) -> bool:
        """Whether it still waits for somebody."""
        return self.is_shown and not self.resolved


Remarks = tuple[Remark, ...]


def shown_remarks(remarks: Iterable[Remark]) -> Remarks:
    """Those that people see: without what deleted ones leave so that they stay deleted."""
    return tuple(remark for remark in remarks if remark.is_shown)


def open_remarks(remarks: Iterable[Remark]) -> Remarks:
    """Those that still wait for somebody."""
    return tuple(remark for remark in remarks if remark.is_open)
