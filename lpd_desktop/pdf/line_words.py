"""Words as they are set: of several pieces, cut anywhere, parted where readers expect it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

import msgspec

from lpd_desktop.pdf.hyphenation import division_points
from lpd_desktop.pdf.inline import Piece
from lpd_desktop.pdf.page_text import SOFT_HYPHEN, with_fixed_blanks

_LONGEST_DIVIDED = 120
_LETTERS = re.compile(r"[^\W\d_]+")
_OWN_BREAKS = re.compile(r"(?<=\w\w[-\u2013/])(?=\w\w)|(?<=\w\w[*:_])(?=\w{6})")
_DIGIT = re.compile(r"\d")
_ADDRESS_BREAKS = re.compile(r"(?<=\w\w[/?&=_@:])(?=\w\w)|(?<=[/])(?=\w\w)|(?<=\w\w)(?=[.-]\w\w)")

_LEAST_DIVIDED = 7
"""Letters; shorter words stay whole, """

_LEAST_IN_COMPOUND = 10
"""and so do shorter parts of words with a hyphen of their own."""


class Segment(msgspec.Struct, frozen=True, eq=False):
    """A stretch of a line that comes from one piece."""

    text: str
    piece: Piece

    @property
    def width(self) -> float:
        """In points."""
        return self.piece.ink.width(self.text)


Word = tuple[Segment, ...]


class Run(msgspec.Struct, frozen=True, eq=False):
    """Whole words of one piece, with a blank between each two of them."""

    words: list[str]
    piece: Piece

    def ends(self) -> list[int]:
        """Where each word ends, with the blank behind it, in thousandths of the size."""
        known = self.piece.ink.face.words
        blank = known[" "]
        return list(accumulate([known[word] + blank for word in self.words]))


def words_of(pieces: list[Piece]) -> Iterator[Word | Run | None]:
    """The words in order; None stands for a line break.

    Words inside of a piece come together; a word at its border may go on in the next piece.
    """
    word: Word = ()
    for each, text in _fixed(pieces):
        for number, line in enumerate(text.split("\n")):
            first, *others = line.split(" ")
            if number:
                if word:
                    yield word
                    word = ()
                yield None
            if first:
                word = (*word, Segment(first, each))
            if others:
                if word:
                    yield word
                *inner, last = others
                if any(inner):
                    yield Run(list(filter(None, inner)), each)
                word = (Segment(last, each),) if last else ()
    if word:
        yield word


def _fixed(pieces: list[Piece]) -> Iterator[tuple[Piece, str]]:
    """The texts with no-break blanks, found across the borders of pieces."""
    whole = with_fixed_blanks("".join(each.text for each in pieces))
    start = 0
    for each in pieces:
        yield each, whole[start : start + len(each.text)]
        start += len(each.text)


def width_of(word: Word) -> float:
    """In points."""
    width = 0.0
    for segment in word:
        ink = segment.piece.ink
        width += ink.face.width(segment.text, ink.size)
    return width


def widest_of(words: Word | Run | None) -> float:
    """The width of the widest word, in points."""
    if isinstance(words, Run):
        ink = words.piece.ink
        return max(map(ink.face.words.__getitem__, words.words)) * ink.size / 1000
    return width_of(words) if words else 0.0


def set_together(words: list[Word]) -> tuple[Segment, ...]:
    """Words with blanks between them, in as few segments as there are changes of piece.

    A blank between two words belongs to the first, but not to the mark of a footnote.
    """
    segments: list[Segment] = []
    piece = words[0][0].piece
    texts: list[str] = []
    for index, word in enumerate(words):
        blank = " " if index else ""
        if blank and not piece.rise:
            texts.append(blank)
            blank = ""
        for segment in word:
            if segment.piece is not piece:
                segments.append(Segment("".join(texts), piece))
                piece, texts = segment.piece, []
            texts += (blank, segment.text)
            blank = ""
    return (*segments, Segment("".join(texts), piece))


def text_of(word: Word) -> str:
    """What the word says."""
    return "".join(segment.text for segment in word)


def cut_at(word: Word, index: int) -> tuple[Word, Word]:
    """The word before and after an index into its text."""
    head: list[Segment] = []
    tail: list[Segment] = []
    for segment in word:
        before, after = segment.text[: max(index, 0)], segment.text[max(index, 0) :]
        if before:
            head.append(Segment(before, segment.piece))
        if after:
            tail.append(Segment(after, segment.piece))
        index -= len(segment.text)
    return tuple(head), tuple(tail)


def with_end(word: Word, end: str) -> Word:
    """The word with a blank or division mark, which belongs to its last piece."""
    last = word[-1]
    return (*word[:-1], Segment(last.text + end, last.piece))


def joined(head: Word, tail: Word) -> Word:
    """The whole word of what stands before a division mark and after it."""
    end = Segment(head[-1].text.removesuffix(SOFT_HYPHEN), head[-1].piece)
    if end.piece is tail[0].piece:
        return (*head[:-1], Segment(end.text + tail[0].text, end.piece), *tail[1:])
    return (*head[:-1], end, *tail)


def parting_places(word: Word) -> Iterator[tuple[int, str]]:
    """Where a word may be parted and with what mark, from back to front.

    Behind its own hyphen a word is parted only where it is wider than the line: many readers
    drop a hyphen at a line's end, and the word would not be found. An address of the web or of
    mail is parted behind its signs, before a full stop or hyphen, which at the end of a line would
    be taken for one of the sentence, and never with a mark.
    """
    text = text_of(word)
    if any(segment.piece.node.uri for segment in word):
        return ((match.start(), "") for match in reversed([*_ADDRESS_BREAKS.finditer(text)]))
    places = {match.start(): "" for match in _OWN_BREAKS.finditer(text) if match.start()}
    if len(text) <= _LONGEST_DIVIDED and not _DIGIT.search(text):
        least = _LEAST_IN_COMPOUND if places else _LEAST_DIVIDED
        for letters in _LETTERS.finditer(text):
            if len(letters[0]) >= least and letters[0][1:].islower():
                for point in division_points(letters[0]):
                    places.setdefault(letters.start() + point, SOFT_HYPHEN)
    return iter(sorted(places.items(), reverse=True))


def cutting_places(word: Word) -> list[int]:
    """Everywhere a word may be cut by force: between characters, but not in a footnote's mark."""
    cuts: list[int] = []
    end = 0
    for segment in word:
        start, end = end, end + len(segment.text)
        cuts += [end] if segment.piece.note is not None else range(start + 1, end + 1)
    return cuts
