"""Fills pages with strips, top to bottom, with footnotes at their foot.

Pages are filled greedily; where a strip does not fit, the page ends at the last place where it
may. Nothing is drawn here: all page numbers are known before the first page is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import msgspec

from lpd_desktop.pdf.keeping import keeps_of
from lpd_desktop.pdf.strips import Footnote, Strip

NOTES_GAP = 14.0
"""Points between text and footnotes; the rule stands in the middle."""

_NOTE_SHARE = 1 / 3
"""What a long footnote takes of its first page at least; carried notes take twice this."""

_WHOLE_NOTE = 1 / 2
"""A longer footnote runs over to the next page."""

_NOTE_LINES = 3
"""Lines of a footnote that stay together before and after a page break."""

_SHORTEST_END = 60.0
"""Points of text that stand on the last page at least; else lines come over from the one before."""

_SHIFTED_AT_MOST = 1 / 4
"""Of a page, so that the last page is not too short."""

_CALM_LINES = 2
"""So many lines a page may end earlier, in order not to end within a word."""

_SLACK = 0.01


class Placed(msgspec.Struct, frozen=True, eq=False):
    """A strip and its top, in points below the top of the column."""

    strip: Strip
    top: float
    repeated: bool = False


class FilledPage(msgspec.Struct, frozen=True, eq=False):
    """The strips of one page; `notes_top` is where the rule above the footnotes may stand."""

    body: tuple[Placed, ...]
    notes: tuple[Placed, ...] = ()
    notes_top: float = 0.0


def fill_pages(strips: Sequence[Strip], height: float) -> list[FilledPage]:
    """The pages, in a column of `height` points."""
    pages: list[FilledPage] = []
    before: _PageFiller | None = None
    page = _PageFiller(_Column(strips, keeps_of(strips), height), 0, [], len(strips))
    while not page.is_done:
        earlier = before.end_before(page) if before is not None else 0
        if before is not None and earlier:
            before = before.ending_at(earlier)
            pages[-1] = before.page
            page = before.following()
        pages.append(page.page)
        before = page
        page = page.following()
    return pages


class _Column(msgspec.Struct, frozen=True, eq=False):
    """What all pages are filled with; `keeps` says which strips stay with the next one."""

    strips: Sequence[Strip]
    keeps: Sequence[bool]
    height: float


class _PageFiller:
    """Fills one page from a strip on, with note strips carried over from the page before."""

    def __init__(self, column: _Column, start: int, carried: list[Strip], stop: int) -> None:
        """The page ends at `stop`, if not before."""
        self._column = column
        self._strips = column.strips
        self._keeps = column.keeps
        self._height = column.height
        self._start = start
        self._carried = carried
        self._stop = stop
        reserved = min(_height_of(carried), 2 * _NOTE_SHARE * self._height)
        self._reserved = reserved + NOTES_GAP if carried else 0.0
        self._end = self._find_end()

    @property
    def is_done(self) -> bool:
        """Whether nothing is left for this page."""
        return self._start == len(self._strips) and not self._carried

    def following(self) -> _PageFiller:
        """The next page."""
        return _PageFiller(self._column, self._end, self.left_over, len(self._strips))

    def ending_at(self, stop: int) -> _PageFiller:
        """This page with less text."""
        return _PageFiller(self._column, self._start, self._carried, stop)

    def end_before(self, last: _PageFiller) -> int:
        """Where this page should end so that the one after it is not too short; 0 where it is not.

        Only a page after which text ends, or a page begins by itself, can be too short.
        """
        strips, end = self._strips, self._end
        if last._is_followed or last._height_of_text >= _SHORTEST_END:
            return 0
        if end < len(strips) and strips[end].new_page:
            return 0
        shifted = last._height_of_text
        for index in range(end - 1, self._start, -1):
            shifted += strips[index].height + strips[index].before
            if shifted > _SHIFTED_AT_MOST * self._height or strips[index].new_page:
                return 0
            if shifted >= _SHORTEST_END and self._may_end(index):
                return index
        return 0

    @property
    def _is_followed(self) -> bool:
        """Whether the text of this page runs on."""
        end = self._end
        return end < len(self._strips) and not self._strips[end].new_page

    @property
    def _height_of_text(self) -> float:
        return _height_of(self._strips[self._start : self._end])

    def _may_end(self, index: int) -> bool:
        """Whether a page may end before the strip at an index."""
        return not self._keeps[index - 1] and not self._strips[index - 1].divided

    @cached_property
    def page(self) -> FilledPage:
        """The strips in their places."""
        return self._filled[0]

    @cached_property
    def left_over(self) -> list[Strip]:
        """The strips of notes that do not fit."""
        return self._filled[1]

    @cached_property
    def _filled(self) -> tuple[FilledPage, list[Strip]]:
        body, used = self._place_body()
        referred = [note for strip in self._strips[self._start : self._end] for note in strip.notes]
        notes = [*self._carried, *(strip for note in referred for strip in note.strips)]
        fitting = _fitting(notes, self._height - used - NOTES_GAP, at_least=not body)
        top = notes_top = self._height - _height_of(notes[:fitting])
        placed = []
        for strip in notes[:fitting]:
            top += strip.before
            placed.append(Placed(strip, top))
            top += strip.height
        return FilledPage(body, tuple(placed), notes_top - NOTES_GAP), notes[fitting:]

    def _find_end(self) -> int:
        """The index after the last strip of this page."""
        used = notes = 0.0
        for index in range(self._start, self._stop):
            strip = self._strips[index]
            if strip.new_page and index > self._start:
                return index
            used += self._gap(index) + strip.height
            notes += self._needed(strip.notes)
            foot = self._reserved or (NOTES_GAP if notes else 0.0)
            if used + notes + foot > self._height + _SLACK:
                return self._best_end(index)
        return self._stop

    def _best_end(self, full: int) -> int:
        """Where the page ends if the strip at an index does not fit."""
        ends = range(full, self._start, -1)
        allowed = next((index for index in ends if not self._keeps[index - 1]), 0)
        if allowed:
            near = range(allowed, max(self._start, allowed - _CALM_LINES - 1), -1)
            return next((index for index in near if self._may_end(index)), allowed)
        if self._reserved and self._reserved > self._height / 3:
            return self._start
        parted = (index for index in ends if not self._strips[index - 1].keep)
        return next(parted, max(full, self._start + 1))

    def _gap(self, index: int) -> float:
        """The space above a strip: repeated heads at the top, else what its neighbours ask for."""
        strip = self._strips[index]
        if index == self._start:
            return _height_of(strip.head)
        return max(self._strips[index - 1].after, strip.before)

    def _needed(self, notes: tuple[Footnote, ...]) -> float:
        whole, share = _WHOLE_NOTE * self._height, _NOTE_SHARE * self._height
        return sum(note.height if note.height <= whole else share for note in notes)

    def _place_body(self) -> tuple[tuple[Placed, ...], float]:
        placed: list[Placed] = []
        top = 0.0
        for index in range(self._start, self._end):
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


def _fitting(notes: Sequence[Strip], room: float, *, at_least: bool) -> int:
    """How many strips of notes fit into the room; one where the page would else stay empty."""
    used = 0.0
    for count, strip in enumerate(notes):
        used += strip.before + strip.height
        if used > room + _SLACK and not (at_least and count == 0):
            return _calm_cut(notes, count) or (1 if at_least else 0)
    return len(notes)


def _calm_cut(notes: Sequence[Strip], count: int) -> int:
    """The cut moved up, so that no note leaves or carries over fewer than three lines."""
    begins = [index for index, strip in enumerate(notes) if strip.anchors] or [0]
    begin = max((index for index in begins if index <= count), default=0)
    end = min((index for index in begins if index > count), default=len(notes))
    cut = min(count, max(begin, end - _NOTE_LINES))
    return cut if cut - begin >= _NOTE_LINES or not begin else begin
