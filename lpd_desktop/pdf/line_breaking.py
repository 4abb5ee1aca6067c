"""Breaks texts into lines: flush left, words divided only where a line would end very early.

A line knows how it ends for a reader: with a blank, with a division mark (U+00AD), or, inside a
word that has a hyphen or slash of its own, with nothing.
"""

from __future__ import annotations

from bisect import bisect_right

from lpd_desktop.pdf.inline import Piece
from lpd_desktop.pdf.line_words import (
    Run,
    Segment,
    Word,
    cut_at,
    joined,
    parting_places,
    set_together,
    width_of,
    with_end,
    words_of,
)
from lpd_desktop.pdf.lines import KnownLine, Line, Look, as_line, look_of, without_pieces
from lpd_desktop.pdf.long_words import forced_place, loosened, near_part, widths_up_to
from lpd_desktop.pdf.page_text import SOFT_HYPHEN

_EARLY_END = 0.86
"""A word is divided only if the line would otherwise be filled less than this."""

_DIVISIONS_IN_A_ROW = 2
_BALANCE_SHARES = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55)
_SHORT_END = 0.11
"""A last line filled less than this gets words of the line above, """

_LEAST_FILLED = 0.6
"""if that stays filled so far."""

_SLACK = 0.01

_KNOWN_AT_MOST = 4000
_known: dict[tuple[tuple[Look, ...], float, bool], list[KnownLine]] = {}
"""Paragraphs that were broken before: while somebody writes, all but one are the same again."""


def break_lines(pieces: list[Piece], width: float, *, divide: bool = True) -> list[Line]:
    """The lines of a paragraph in a measure of `width` points; none for an empty text.

    Args:
        pieces: The text.
        width: In points.
        divide: Whether a word is divided where its line would end early; a word that is wider
            than the line is divided always.
    """
    key = (tuple(map(look_of, pieces)), width, divide)
    known = _known.get(key)
    if known is not None:
        return [as_line(line, pieces) for line in known]
    lines = _broken(pieces, width, divide=divide)
    if len(_known) >= _KNOWN_AT_MOST:
        _known.clear()
    _known[key] = without_pieces(lines, pieces)
    return lines


def _broken(pieces: list[Piece], width: float, *, divide: bool) -> list[Line]:
    filler = _Filler(width, divide=divide)
    for words in words_of(pieces):
        filler.take(words)
    filler.finish("")
    return filler.lines


def balanced_lines(pieces: list[Piece], width: float) -> list[Line]:
    """As many lines as the measure asks for, but of similar length, for headings."""
    lines = break_lines(pieces, width, divide=False)
    for share in _BALANCE_SHARES if len(lines) > 1 else ():
        narrower = break_lines(pieces, width * share, divide=False)
        if len(narrower) > len(lines) or _is_divided(narrower):
            break
        lines = narrower
    return lines


def _is_divided_word(word: Word) -> bool:
    return word[-1].text.endswith(SOFT_HYPHEN)


def _is_divided(lines: list[Line]) -> bool:
    return any(line.text.endswith(SOFT_HYPHEN) for line in lines)


_EMPTY = Line((), 0.0)


class _Filler:
    """Fills lines one after the other."""

    def __init__(self, width: float, *, divide: bool) -> None:
        self.lines: list[Line] = []
        self._measure = width + _SLACK
        self._divide = divide
        self._words: list[Word] = []
        self._before: list[Word] = []
        self._width = 0.0
        self._divided = 0
        self._breaks = 0
        self._places: tuple[Word, list[tuple[int, str]]] = ((), [])

    def take(self, words: Word | Run | None) -> None:
        """Sets what comes next; None ends the line, two of them between texts leave one empty."""
        if words is None:
            self.finish(" ")
            self._breaks += 1
            return
        if self.lines:
            self.lines += [_EMPTY] * (self._breaks - 1)
        self._breaks = 0
        if isinstance(words, Run):
            self.add_run(words)
        else:
            self.add(words)

    def add(self, word: Word) -> None:
        """Sets one word, parted over lines where needed; a chain is loosened first."""
        rest: Word = word
        while rest:
            blank = self._blank(rest[0].piece)
            near = near_part(rest, self._measure)
            width = blank + width_of(near)
            if near is rest and self._width + width <= self._measure:
                self._append(rest, width)
                return
            if rest is word and width - blank > self._measure and self._add_loosened(word):
                return
            rest = self._part(rest, near, blank)

    def _add_loosened(self, chain: Word) -> bool:
        """Sets the words of a chain one by one, if it is one."""
        words = loosened(chain)
        if len(words) > 1:
            for word in words:
                self.add(word)
        return len(words) > 1

    def add_run(self, run: Run) -> None:
        """Sets the words of a run: as many at once as fit into each line."""
        ends, ink = run.ends(), run.piece.ink
        scale, gap = ink.size / 1000, ink.face.words[" "]
        start = done = 0
        while start < len(ends):
            blank = self._blank(run.piece)
            room = (self._measure - self._width - blank) / scale
            last = bisect_right(ends, done + gap + room, start)
            words = [(Segment(word, run.piece),) for word in run.words[start : last + 1]]
            if last > start:
                self._words += words[: last - start]
                self._width += blank + (ends[last - 1] - done - gap) * scale
            if last < len(ends):
                self.add(words[-1])
                done = ends[last]
            start = last + 1

    def close(self, end: str) -> None:
        """Ends the line if there is one."""
        if not self._words:
            return
        segments = set_together(self._words)
        self.lines.append(Line(with_end(segments, end) if end else segments, self._width))
        self._before = self._words
        self._words = []
        self._width = 0.0

    def finish(self, end: str) -> None:
        """Ends the last line of a stretch; a very short one takes words of the line above over."""
        while self._divide and self._words and len(self._before) > 1:
            if not self._ends_badly() or not self._take_word_over():
                break
        self.close(end)
        self._before = []

    def _ends_badly(self) -> bool:
        """Whether the last line is very short, or nothing but the end of a word."""
        is_tail = len(self._words) == 1 and _is_divided_word(self._before[-1])
        return is_tail or self._width < _SHORT_END * self._measure

    def _take_word_over(self) -> bool:
        """Moves the last word of the line above down if both lines bear it."""
        *rest, moved = self._before
        first, *others = self._words
        words = (
            [joined(moved, first), *others] if _is_divided_word(moved) else [moved, *self._words]
        )
        above, below = set_together(rest), set_together(words)
        if width_of(above) < _LEAST_FILLED * self._measure or width_of(below) > self._measure:
            return False
        self.lines[-1] = Line(with_end(above, " "), width_of(above))
        self._before, self._words, self._width = rest, words, width_of(below)
        return True

    def _blank(self, piece: Piece) -> float:
        """The width of the blank before a piece, in the style of that which it belongs to."""
        if not self._words:
            return 0.0
        last = self._words[-1][-1].piece
        return (piece if last.rise else last).ink.width(" ")

    def _append(self, word: Word, width: float) -> None:
        self._words.append(word)
        self._width += width

    def _part(self, word: Word, near: Word, blank: float) -> Word:
        """Sets what of a word fits, ends the line, and gives back the rest."""
        room = self._measure - self._width - blank
        index, mark = self._place(near, room)
        if index:
            head, tail = self._cut(word, near, index)
            head = with_end(head, mark)
            self._append(head, blank + width_of(head))
            self._divided = self._divided + 1 if mark else 0
            self.close("")
            return tail
        self._divided = 0
        if self._words:
            self.close(" ")
            return word
        return self._forced(word, near)

    def _place(self, word: Word, room: float) -> tuple[int, str]:
        """Where a word that does not fit is parted, and with what mark; 0 for nowhere."""
        early = self._divide and self._width < _EARLY_END * self._measure
        divides = not self._words or (early and self._divided < _DIVISIONS_IN_A_ROW)
        parts = not self._words or self._may_part_address(word)
        if not divides and not parts:
            return 0, ""
        reach = bisect_right(widths_up_to(word), room + _SLACK) - 1
        for index, mark in self._places_of(word):
            is_allowed = index <= reach and (divides if mark else parts)
            if is_allowed and width_of(with_end(cut_at(word, index)[0], mark)) <= room:
                return index, mark
        return 0, ""

    def _places_of(self, word: Word) -> list[tuple[int, str]]:
        """Where a word may be parted; the places of a whole word hold for its rest."""
        if self._places[0] is not word:
            self._places = (word, list(parting_places(word)))
        return self._places[1]

    def _cut(self, word: Word, near: Word, index: int) -> tuple[Word, Word]:
        """Cuts a word, of which `near` was looked at."""
        head, tail = cut_at(word, index)
        if near is word:
            left = [(at - index, mark) for at, mark in self._places_of(word) if at > index]
            self._places = (tail, left)
        return head, tail

    def _may_part_address(self, word: Word) -> bool:
        """Whether a long address begins on this line, which would otherwise stay half empty."""
        is_address = bool(word[-1].piece.node.uri)
        return is_address and self._divide and self._width < _LEAST_FILLED * self._measure

    def _forced(self, word: Word, near: Word) -> Word:
        """Sets as many characters as fit, at least one, of a word wider than the line."""
        index, mark = forced_place(near, self._measure)
        head, tail = self._cut(word, near, index)
        head = with_end(head, mark) if tail and mark else head
        self._append(head, width_of(head))
        if tail:
            self.close("")
        return tail
