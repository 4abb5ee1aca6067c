"""What changed at one place of a plan."""

from __future__ import annotations

from typing import Literal

import msgspec

from lpd_desktop.plan.comparing.line_changes import LineChange

PlaceStatus = Literal["changed", "added", "removed"]
PlaceKind = Literal["text", "table", "choice", "title", "fact", "form"]

STATUS_NAMES: dict[PlaceStatus, str] = {
    "changed": "geändert",
    "added": "neu",
    "removed": "entfallen",
}


class PlaceChange(msgspec.Struct, frozen=True, kw_only=True):
    """One answer, table, choice, title or fact before and after.

    Attributes:
        where: Its address in the newer plan, empty where that has no such place.
        old_where: Its address in the older plan, empty likewise.
        place: The same in German.
        lines: All its lines, also those that stayed.
    """

    where: str
    old_where: str
    kind: PlaceKind
    place: str
    status: PlaceStatus
    lines: tuple[LineChange, ...]

    @property
    def words_added(self) -> int:
        """How many words are new."""
        return sum(line.words_added for line in self.lines)

    @property
    def words_removed(self) -> int:
        """How many words are gone."""
        return sum(line.words_removed for line in self.lines)

    @property
    def blanks_changed(self) -> int:
        """How many blanks between words are others."""
        return sum(line.blanks_changed for line in self.lines)

    @property
    def unseen_changed(self) -> int:
        """How many soft hyphens and other characters that never show are others."""
        return sum(line.unseen_changed for line in self.lines)

    @property
    def changed_lines(self) -> tuple[LineChange, ...]:
        """The lines that did not stay as they were."""
        return tuple(line for line in self.lines if line.status != "same")


def place_change(
    kind: PlaceKind, where: str, old_where: str, place: str, lines: tuple[LineChange, ...]
) -> PlaceChange | None:
    """The change of a place; None where nothing changed."""
    if all(line.status == "same" for line in lines):
        return None
    statuses = {line.status for line in lines}
    status: PlaceStatus = "changed"
    if len(statuses) == 1 and statuses <= {"added", "removed"}:
        status = "added" if "added" in statuses else "removed"
    return PlaceChange(
        where=where, old_where=old_where, kind=kind, place=place, status=status, lines=lines
    )
