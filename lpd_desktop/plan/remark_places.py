"""Where the places of remarks are now: found again by their words wherever these went.

Nothing is written down when a text changes. Each remark keeps where it was made, and this looks for
that place in the plan as it is; so edits, moves and merges cannot tear anchors off.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from msgspec.structs import replace as changed

from lpd_desktop.form.model import Form
from lpd_desktop.form.similarity import best_stretch, similarity
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.known_places import known_places
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.passages import Passage, passage_place, passages
from lpd_desktop.plan.places import place_of
from lpd_desktop.plan.remark import Remark
from lpd_desktop.plan.remark_anchor import cell_words
from lpd_desktop.plan.topic_names import chosen_name
from lpd_desktop.plan.work import Work

PlaceStatus = Literal["found", "changed", "put_away", "gone"]

PLACE_STATUS: dict[PlaceStatus, str] = {
    "found": "",
    "changed": "Wortlaut inzwischen geändert",
    "put_away": "Text ist beiseitegelegt",
    "gone": "Stelle gibt es nicht mehr",
}
"""What people are told of a place, empty where there is nothing to tell."""

_LONG_QUOTE = 16
"""Shorter words stand at many places, so they are found in their own field only."""

_ALIKE, _ALIKE_IN_FIELD, _ALIKE_ELSEWHERE = 65, 75, 85
"""How like (0 to 100) words must be that were edited: where they were made, beside, elsewhere."""

_ENOUGH = 200
"""So many letters of a long quote are compared with a whole plan."""

_AWAY, _GONE = 1_000_000, 2_000_000


@dataclass(frozen=True)
class RemarkPlace:
    """Where a remark belongs in the plan as it is.

    Attributes:
        status: `found`; `changed`: the place is there, its words are others; `put_away`: its
            text waits in the work; `gone`.
        where: Its address now; of a place that is gone the one it had.
        place: The same in German.
        order: Sorts remarks in the order of the document; those without a place come last.
        number: The passage in its field, -1 where it is about no words.
        start: Where the words begin in the passage.
        end: Behind their last letter.
    """

    status: PlaceStatus
    where: str
    place: str
    order: tuple[int, int, int] = (_GONE, 0, 0)
    number: int = -1
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class _Spot:
    """A passage with its place in the order of the document."""

    passage: Passage
    order: int
    is_away: bool


@dataclass(frozen=True)
class _Hit:
    spot: _Spot
    start: int
    end: int


@dataclass(frozen=True)
class RemarkPlaces:
    """Finds the places of remarks in one state of a plan."""

    form: Form
    plan: Plan
    work: Work

    def of(self, remark: Remark) -> RemarkPlace:
        """Where a remark belongs."""
        home, is_sure = self._home(remark)
        hit = self._words(remark, home) if remark.quote else None
        if hit is not None:
            return self._at_hit(hit)
        at_block = self._block_spots(home) if home.block else []
        if at_block and (not remark.quote or at_block[0].passage.where == home):
            return self._at_block(remark, at_block[0])
        if home.field in self._known and not home.block:
            same = is_sure and remark.quote in ("", cell_words(self.form, self.plan, home))
            return self._at_field(home, "found" if same else "changed")
        return self._without_place(remark, home)

    @cached_property
    def _known(self) -> dict[Address, int]:
        return known_places(self.form, self.plan)

    @cached_property
    def _waiting(self) -> Plan:
        """The texts that wait beside the plan, as a plan."""
        work = self.work
        return changed(
            self.plan,
            answers={},
            topics=work.put_away_topics,
            potentials=work.put_away_potentials,
        )

    @cached_property
    def _spots(self) -> list[_Spot]:
        present = passages(self.form, self.plan)
        waiting = passages(self.form, self._waiting)
        return [
            *(_Spot(each, order, is_away=False) for order, each in enumerate(present)),
            *(_Spot(each, order, is_away=True) for order, each in enumerate(waiting)),
        ]

    def _home(self, remark: Remark) -> tuple[Address, bool]:
        """Where it was made, with the number that its potential has now; and whether it is that."""
        home = Address.parse(remark.where)
        potentials = self.form.potentials
        if not remark.heading or potentials is None or home.item != potentials.key:
            return home, True
        headings = [each.topic for each in self.plan.potentials]
        number = home.parts[0] if home.parts else ""
        at = int(number) - 1 if number.isdecimal() else -1
        own = headings[at] if 0 <= at < len(headings) else ""
        if own != remark.heading and remark.heading in headings:
            at = headings.index(remark.heading)
            return Address(home.item, (str(at + 1), *home.parts[1:]), home.block), True
        return home, similarity(own, remark.heading) >= _ALIKE

    def _words(self, remark: Remark, home: Address) -> _Hit | None:
        """The words themselves before words like them, near before far."""
        own = self._block_spots(home) if home.block else []
        field = [each for each in self._spots if each.passage.where.field == home.field]
        field = [each for each in field if not each.is_away] or field
        is_long = len(remark.quote) >= _LONG_QUOTE
        everywhere = self._spots if is_long else []
        return (
            _exact(remark, own)
            or _exact(remark, field)
            or _exact(remark, everywhere)
            or _alike(remark.quote, own, _ALIKE)
            or _alike(remark.quote, field, _ALIKE_IN_FIELD if is_long else 100)
            or _alike(remark.quote[:_ENOUGH], everywhere, _ALIKE_ELSEWHERE)
        )

    def _block_spots(self, home: Address) -> list[_Spot]:
        """The passages of the block, which may have been moved to another field."""
        same = [each for each in self._spots if each.passage.where.block == home.block]
        own = [each for each in same if each.passage.where == home]
        return own or (same if len({each.passage.where for each in same}) == 1 else [])

    def _at_hit(self, hit: _Hit) -> RemarkPlace:
        passage = hit.spot.passage
        return RemarkPlace(
            "put_away" if hit.spot.is_away else "found",
            str(passage.where),
            self._name(hit.spot),
            self._order(hit.spot, hit.start),
            passage.number,
            hit.start,
            hit.end,
        )

    def _at_block(self, remark: Remark, spot: _Spot) -> RemarkPlace:
        status: PlaceStatus = "changed" if remark.quote else "found"
        return RemarkPlace(
            "put_away" if spot.is_away else status,
            str(spot.passage.where),
            self._name(spot),
            self._order(spot, 0),
            spot.passage.number,
        )

    def _at_field(self, home: Address, status: PlaceStatus) -> RemarkPlace:
        place = place_of(self.form, self.plan, home)
        return RemarkPlace(status, str(home), place, (self._known[home], -1, 0))

    def _without_place(self, remark: Remark, home: Address) -> RemarkPlace:
        if not home.block and home in known_places(self.form, self._waiting):
            name = self._waiting_name(home)
            if name:
                return RemarkPlace("put_away", str(home), name, (_AWAY, 0, 0))
        place = remark.place or place_of(self.form, self.plan, home.field)
        return RemarkPlace("gone", remark.where, place)

    def _order(self, spot: _Spot, start: int) -> tuple[int, int, int]:
        number = _AWAY if spot.is_away else self._known.get(spot.passage.where.field, _AWAY)
        return number, spot.order, start

    def _name(self, spot: _Spot) -> str:
        if spot.is_away:
            return self._waiting_name(spot.passage.where)
        return passage_place(self.form, self.plan, spot.passage)

    def _waiting_name(self, where: Address) -> str:
        """What people call a text that waits beside the plan; empty for other places."""
        topics, potentials = self.form.topics, self.form.potentials
        key = where.parts[0] if where.parts else ""
        if topics is not None and where.item == topics.key:
            topic = self._waiting.topic(key)
            return f"Abgewähltes Thema „{chosen_name(self.form, topic)}“" if topic else ""
        if potentials is not None and where.item == potentials.key and key.isdecimal():
            return f"Entferntes Potential „{self._waiting.potentials[int(key) - 1].topic}“"
        return ""


def _exact(remark: Remark, spots: Iterable[_Spot]) -> _Hit | None:
    """Where the words stand; equal ones are told apart by what stands around them."""
    hits = [hit for spot in spots for hit in _standing_in(remark.quote, spot)]
    return max(hits, key=lambda hit: _nearness(remark, hit), default=None)


def _standing_in(quote: str, spot: _Spot) -> Iterable[_Hit]:
    text = spot.passage.text
    start = text.find(quote)
    while start >= 0:
        yield _Hit(spot, start, start + len(quote))
        start = text.find(quote, start + 1)


def _nearness(remark: Remark, hit: _Hit) -> tuple[int, bool, int]:
    """How many letters around it are the same, whether it is in the plan, how near it is."""
    text = hit.spot.passage.text
    before = _common(reversed(text[: hit.start]), reversed(remark.before))
    after = _common(text[hit.end :], remark.after)
    return before + after, not hit.spot.is_away, -abs(hit.start - remark.at)


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    number = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        number += 1
    return number


def _alike(quote: str, spots: Iterable[_Spot], least: int) -> _Hit | None:
    """Where words stand that are like the quote."""
    best, best_score = None, least - 1
    for spot in spots:
        found = best_stretch(quote, spot.passage.text, best_score + 1)
        if found is not None and found.score > best_score:
            best, best_score = _Hit(spot, found.start, found.end), found.score
    return best
