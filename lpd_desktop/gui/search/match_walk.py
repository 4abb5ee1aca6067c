"""The matches of a search and which of them is the current one. No Qt in here."""

from __future__ import annotations

from collections.abc import Sequence

from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.search import Match

Place = tuple[Address, int, int]
"""A field, the number of a passage in it, and a character in that."""


class MatchWalk:
    """Goes round through the matches in the order of the document."""

    def __init__(self, matches: Sequence[Match] = (), fields: Sequence[Address] = ()) -> None:
        """Takes matches in the order of the document; `fields` are all fields in that order."""
        self.matches = tuple(matches)
        self._order = {field: at for at, field in enumerate(fields)}
        self.at = -1

    @property
    def current(self) -> Match | None:
        """The match that was gone to last."""
        return self.matches[self.at] if 0 <= self.at < len(self.matches) else None

    def step(self, direction: int, here: Place | None) -> Match | None:
        """The next (1) or previous (-1) match, seen from a cursor or else from the last one."""
        if not self.matches:
            return None
        if here is not None and here[0] in self._order:
            self.at = self._next_from(here, direction)
        else:
            start = self.at if self.at >= 0 or direction > 0 else 0
            self.at = (start + direction) % len(self.matches)
        return self.current

    def go_to(self, match: Match) -> None:
        """Makes a match the current one."""
        self.at = self.matches.index(match)

    def _next_from(self, here: Place, direction: int) -> int:
        place = self._key(here)
        keys = [self._key(_place(match)) for match in self.matches]
        if direction > 0:
            return next((at for at, key in enumerate(keys) if key >= place), 0)
        found = (at for at in reversed(range(len(keys))) if keys[at] < place)
        return next(found, len(keys) - 1)

    def _key(self, place: Place) -> tuple[int, int, int]:
        return self._order.get(place[0], len(self._order)), place[1], place[2]


def _place(match: Match) -> Place:
    return match.passage.where.field, match.passage.number, match.start
