"""Reads blocks out of a document again and again, each time only what changed since.

An answer of 5,000 words takes more than ten milliseconds to read; a key press changes one block.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextDocument

from lpd_desktop.gui.rich_text.changed_stretch import ChangedStretch
from lpd_desktop.gui.rich_text.shapes import Leaf, block_of, nest
from lpd_desktop.gui.rich_text.to_blocks import (
    EVERYTHING,
    Element,
    Stretch,
    elements_between,
    leaf_of,
)
from lpd_desktop.plan.rich_text import Blocks


@dataclass(frozen=True)
class _Read:
    """A leaf and where it started when it was read."""

    leaf: Leaf
    start: int


class Reading:
    """Knows what a document says, and reads again what changed."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._changed = ChangedStretch(document)
        self._known: list[_Read] = []
        self._size = 0

    def forget(self) -> None:
        """The whole document is another one."""
        self._changed.mark_all()

    def blocks(self) -> Blocks:
        """What the document says, as blocks with normal runs."""
        stretch = self._changed.take()
        if stretch is not None:
            self._read_again(stretch)
        return nest(each.leaf for each in self._known)

    def _read_again(self, stretch: Stretch) -> None:
        known = [] if stretch == EVERYTHING else self._known
        size = self._document.characterCount()
        shift = size - self._size
        head = _untouched_head(known, stretch[0])
        tail = max(head, _untouched_tail(known, stretch[1] - shift))
        behind = [replace(each, start=each.start + shift) for each in known[tail:]]
        start = known[head].start if head < len(known) else 0
        end = behind[0].start if behind else size
        between = [_read(element) for element in elements_between(self._document, start, end)]
        self._known = [*known[:head], *between, *behind]
        self._size = size


def _untouched_head(known: Sequence[_Read], head: int) -> int:
    """How many leaves lie before everything that changed; the last of them is read again."""
    index = 0
    while index + 1 < len(known) and known[index + 1].start <= head:
        index += 1
    return max(0, index - 1)


def _untouched_tail(known: Sequence[_Read], first: int) -> int:
    """The first leaf of those that lie behind everything that changed, and one further."""
    index = len(known)
    while index > 0 and known[index - 1].start > first:
        index -= 1
    return min(len(known), index + 1)


def _read(element: Element) -> _Read:
    leaf = leaf_of(element)
    return _Read(replace(leaf, block=block_of(leaf)), element.first)
