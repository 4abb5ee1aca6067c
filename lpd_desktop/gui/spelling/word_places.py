"""The words of a text document with their positions as the document counts them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument

from lpd_desktop.check.spelling.tokens import Utf16Places, tokens_of

_PIECE_END = re.compile(r"[.,;:!?)]\s")


@dataclass(frozen=True)
class Place:
    """One word between two positions."""

    start: int
    end: int
    word: str

    def touches(self, position: int) -> bool:
        """Whether a cursor at the position stands in the word or at one of its ends."""
        return self.start <= position <= self.end

    def moved(self, distance: int) -> Place:
        """The same word further on."""
        return Place(self.start + distance, self.end + distance, self.word)

    def cursor_in(self, document: QTextDocument) -> QTextCursor:
        """A cursor that selects the word."""
        cursor = QTextCursor(document)
        cursor.setPosition(self.start)
        cursor.setPosition(self.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def places_in(text: str) -> tuple[Place, ...]:
    """The words of a text; positions count from its start."""
    places = Utf16Places(text)
    return tuple(
        Place(places.of(token.start), places.of(token.end), token.word) for token in tokens_of(text)
    )


def pieces_of(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces, each with its position: a change of a long text spoils one of them.

    A piece ends with a blank after a sign of punctuation, and no word goes over its end.
    """
    places = Utf16Places(text)
    start = 0
    for each in _PIECE_END.finditer(text):
        yield places.of(start), text[start : each.end()]
        start = each.end()
    yield places.of(start), text[start:]


Reader = Callable[[str], tuple[Place, ...]]


def places_of(document: QTextDocument, read: Reader = places_in) -> Iterator[Place]:
    """What is read in each block, with positions in the document."""
    block = document.begin()
    while block.isValid():
        found = read(block.text())
        if found:
            start = block.position()
            for place in found:
                yield place.moved(start)
        block = block.next()


def place_at(document: QTextDocument, position: int) -> Place | None:
    """The word at a position."""
    block = document.findBlock(position)
    found = (place.moved(block.position()) for place in places_in(block.text()))
    return next((place for place in found if place.touches(position)), None)
