"""Fills pages with strips, top to bottom, with footnotes at their foot.

Pages are filled greedily; where a strip does not fit, the page ends at the last place where it
may. Nothing is drawn here: all page numbers are known before the first page is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lpd_desktop.pdf.strips import Footnote, Strip

NOTES_GAP = 14.0
"""Points between text and footnotes; the rule stands in the middle."""

_NOTE_SHARE = 1 / 3
"""A longer footnote runs over to the next page; of one page, carried notes take twice this."""

_SLACK = 0.01


@dataclass(frozen=True, eq=False)
class Placed:
    """A strip and its top, in points below the top of the column."""

    strip: Strip
    top: float
    repeated: bool = False


@dataclass(frozen=True, eq=False)
class FilledPage:
    """The strips of one page; `notes_top` is where the rule above the footnotes may stand."""

    body: tuple[Placed, ...]
    notes: tuple[Placed, ...] = ()
    notes_top: float = 0.0


def fill_pages(strips: Sequence[Strip], height: float) -> list[FilledPage]:
    """The pages, in a column of `height` points."""
    pages: list[FilledPage] = []
    start = 0
    carried: list[Strip] = []
    while start < len(strips) or carried:
        page = _PageFiller(strips, start, carried, height)
        pages.append(page.filled())
        start, carried = page.end, page.left_over
    return pages


class _PageFiller:
    """Fills one page from a strip on, with note strips carried over from the page before."""

    def __init__(
        self, strips: Sequence[Strip], start: int, carried: list[Strip], height: float
    ) -> None:
        self._strips = strips
        self._start = start
        self._height = height
        reserved = min(_height_of(carried), 2 * _NOTE_SHARE * height)
        self._reserved = reserved + NOTES_GAP if carried else 0.0
        self.end = self._find_end()
        self.left_over: list[Strip] = []
        notes = [note for strip in strips[start : self.end] for note in strip.notes]
        self._notes = [*carried, *(strip for note in notes for strip in note.strips)]

    def filled(self) -> FilledPage:
        """The page; sets `left_over` to the note strips that did not fit."""
        body, used = self._place_body()
        fitting = _fitting(self._notes, self._height - used - NOTES_GAP, at_least=not body)
        self.left_over = self._notes[fitting:]
        notes = self._notes[:fitting]
        top = self._height - _height_of(notes)
        placed = []
        for strip in notes:
            top += strip.before
            placed.append(Placed(strip, top))
            top += strip.height
        return FilledPage(body, tuple(placed), self._height - _height_of(notes) - NOTES_GAP)

    def _find_end(self) -> int:
        """The index after the last strip of this page."""
        used = notes = 0.0
        allowed = self._start
        for index in range(self._start, len(self._strips)):
            strip = self._strips[index]
            if strip.new_page and index > self._start:
                return index
            used += self._gap(index) + strip.height
            notes += self._needed(strip.notes)
            foot = self._reserved or (NOTES_GAP if notes else 0.0)
            if used + notes + foot > self._height + _SLACK:
                return self._fallback(index, allowed)
            if not strip.keep:
                allowed = index + 1
        return len(self._strips)

    def _fallback(self, index: int, allowed: int) -> int:
        """Where the page ends if the strip at an index does not fit."""
        if allowed > self._start:
            return allowed
        if self._reserved and self._reserved > self._height / 3:
            return self._start
        return max(index, self._start + 1)

    def _gap(self, index: int) -> float:
        """The space above a strip: repeated heads at the top, else what its neighbours ask for."""
        strip = self._strips[index]
        if index == self._start:
            return _height_of(strip.head)
        return max(self._strips[index - 1].after, strip.before)

    def _needed(self, notes: tuple[Footnote, ...]) -> float:
        return sum(min(note.height, _NOTE_SHARE * self._height) for note in notes)

    def _place_body(self) -> tuple[tuple[Placed, ...], float]:
        placed: list[Placed] = []
        top = 0.0
        for index in range(self._start, self.end):
            strip = self._strips[index]
            if index == self._start:
                for head in strip.head:
                    placed.append(Placed(head, top, repeated=True))
                    top += head.height
            else:
                top += self._gap(index)
            placed.append(Placed(strip, top))
            top += strip.height
        return tuple(placed), top


def _height_of(strips: Sequence[Strip]) -> float:
    return sum(strip.before + strip.height for strip in strips)


def _fitting(strips: Sequence[Strip], room: float, *, at_least: bool) -> int:
    """How many strips fit into the room; one where the page would else stay empty."""
    used = 0.0
    for count, strip in enumerate(strips):
        used += strip.before + strip.height
        if used > room + _SLACK and not (at_least and count == 0):
            return count
    return len(strips)
