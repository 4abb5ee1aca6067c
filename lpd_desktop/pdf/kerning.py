"""Pair kerning out of a font: how far apart the font's designer sets two letters.

Of the table `GPOS` (OpenType 1.9) the lookups of the feature `kern` are read that adjust pairs,
by glyph or by class of glyphs; that is all the embedded fonts have.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from struct import unpack_from

import msgspec

_KERN = b"kern"
_PAIR_ADJUSTMENT = 2
_ADVANCE_ALONE = 4
"""The value format in which only the advance of the first glyph changes."""


class _GlyphPairs(msgspec.Struct, frozen=True, eq=False):
    """Adjustments of single pairs; those of a first glyph are read when it is first met."""

    gpos: bytes
    places: dict[int, int]
    met: dict[int, dict[int, int]] = msgspec.field(default_factory=dict)

    def of(self, first: int, second: int) -> int | None:
        """The adjustment, or None where a later subtable may have one."""
        if first not in self.places:
            return None
        if first not in self.met:
            self.met[first] = _seconds(self.gpos, self.places[first])
        return self.met[first].get(second)


class _ClassPairs(msgspec.Struct, frozen=True, eq=False, dict=True):
    """Adjustments of pairs of classes; those of another script than the text's are never read."""

    gpos: bytes
    place: int
    covered: frozenset[int]

    def of(self, first: int, second: int) -> int | None:
        """The adjustment, or None where a later subtable may have one."""
        if first not in self.covered:
            return None
        firsts, seconds, rows = self._classes_and_rows
        return rows[firsts.get(first, 0)][seconds.get(second, 0)]

    @cached_property
    def _classes_and_rows(self) -> tuple[dict[int, int], dict[int, int], list[tuple[int, ...]]]:
        """Glyphs that are in no class are in class 0; each class of first glyphs has a row."""
        gpos, at = self.gpos, self.place
        first, second, first_count, second_count = unpack_from(">4H", gpos, at + 8)
        values = unpack_from(f">{first_count * second_count}h", gpos, at + 16)
        starts = range(0, len(values) + 1, second_count)
        rows = [values[start:end] for start, end in pairwise(starts)]
        return _classes(gpos, at + first), _classes(gpos, at + second), rows


class PairKerning(msgspec.Struct, frozen=True, eq=False):
    """The adjustments of one font, in its own units."""

    lookups: tuple[tuple[_GlyphPairs | _ClassPairs, ...], ...]

    def between(self, first: int, second: int) -> int:
        """By how much two glyphs, given by number, move apart; negative where they come nearer."""
        return sum([self._adjusted(lookup, first, second) for lookup in self.lookups])

    @staticmethod
    def _adjusted(lookup: tuple[_GlyphPairs | _ClassPairs, ...], first: int, second: int) -> int:
        """In a lookup, the first subtable that knows the pair decides."""
        for subtable in lookup:
            amount = subtable.of(first, second)
            if amount is not None:
                return amount
        return 0


def read_kerning(gpos: bytes) -> PairKerning:
    """The pairs of a font's `GPOS` table."""
    features, lookups = unpack_from(">2H", gpos, 6)
    offsets = _offsets(gpos, lookups, lookups)
    chosen = sorted({number for each in _kern_features(gpos, features) for number in each})
    return PairKerning(tuple(_lookup(gpos, offsets[number]) for number in chosen))


def _offsets(gpos: bytes, at: int, start: int) -> list[int]:
    """The places named by a list of offsets from `start`; the list begins with its length."""
    (count,) = unpack_from(">H", gpos, at)
    return [start + offset for offset in unpack_from(f">{count}H", gpos, at + 2)]


def _kern_features(gpos: bytes, at: int) -> Iterator[tuple[int, ...]]:
    """The numbers of the lookups of each feature that kerns."""
    (count,) = unpack_from(">H", gpos, at)
    for index in range(count):
        tag, offset = unpack_from(">4sH", gpos, at + 2 + 6 * index)
        if tag == _KERN:
            (length,) = unpack_from(">H", gpos, at + offset + 2)
            yield unpack_from(f">{length}H", gpos, at + offset + 4)


def _lookup(gpos: bytes, at: int) -> tuple[_GlyphPairs | _ClassPairs, ...]:
    (kind,) = unpack_from(">H", gpos, at)
    if kind != _PAIR_ADJUSTMENT:
        return ()
    subtables = (_subtable(gpos, place) for place in _offsets(gpos, at + 4, at))
    return tuple(each for each in subtables if each is not None)


def _subtable(gpos: bytes, at: int) -> _GlyphPairs | _ClassPairs | None:
    kind, coverage, first_format, second_format = unpack_from(">4H", gpos, at)
    if (first_format, second_format) != (_ADVANCE_ALONE, 0):
        return None
    covered = _coverage(gpos, at + coverage)
    if kind == 2:
        return _ClassPairs(gpos, at, frozenset(covered))
    places = (at + offset for offset in unpack_from(f">{len(covered)}H", gpos, at + 10))
    return _GlyphPairs(gpos, dict(zip(covered, places, strict=True)))


def _seconds(gpos: bytes, at: int) -> dict[int, int]:
    (count,) = unpack_from(">H", gpos, at)
    values = unpack_from(">" + count * "Hh", gpos, at + 2)
    return dict(zip(values[::2], values[1::2], strict=True))


def _coverage(gpos: bytes, at: int) -> list[int]:
    """The glyphs that a subtable speaks of, in its order."""
    kind, count = unpack_from(">2H", gpos, at)
    if kind == 1:
        return list(unpack_from(f">{count}H", gpos, at + 4))
    ranges = _ranges(gpos, at + 4, count)
    return [glyph for first, last, _index in ranges for glyph in range(first, last + 1)]


def _classes(gpos: bytes, at: int) -> dict[int, int]:
    """The class of each glyph that has one."""
    (kind,) = unpack_from(">H", gpos, at)
    if kind == 1:
        start, count = unpack_from(">2H", gpos, at + 2)
        return dict(enumerate(unpack_from(f">{count}H", gpos, at + 6), start))
    (count,) = unpack_from(">H", gpos, at + 2)
    ranges = _ranges(gpos, at + 4, count)
    return {glyph: of for first, last, of in ranges for glyph in range(first, last + 1)}


def _ranges(gpos: bytes, at: int, count: int) -> Iterator[tuple[int, int, int]]:
    """First and last glyph of each range, and what is said of it."""
    values = unpack_from(f">{3 * count}H", gpos, at)
    return zip(values[::3], values[1::3], values[2::3], strict=True)
