"""Reads blocks out of a document again and again, each time only what changed since.

An answer of 5,000 words takes more than ten milliseconds to read; a key press changes one block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextCursor, QTextDocument

from lpd_desktop.gui.rich_text.formats import shape_of_block, shape_of_table, table_at
from lpd_desktop.gui.rich_text.shapes import Leaf, block_of, nest
from lpd_desktop.gui.rich_text.to_blocks import Element, leaf_of
from lpd_desktop.plan.rich_text import Blocks


@dataclass(frozen=True)
class _Read:
    """A leaf and where it started when it was read."""

    leaf: Leaf
    start: int


class Reading(QObject):
    """Knows what a document says; listens for where it changes."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._known: list[_Read] = []
        self._size = 0
        self._head = self._tail = 0
        self._was_undone = False
        document.contentsChange.connect(self._on_contents_change)

    def forget(self) -> None:
        """The whole document is another one."""
        self._known = []
        self._head = self._tail = 0

    def blocks(self) -> Blocks:
        """What the document says, as blocks with normal runs."""
        size = self._document.characterCount()
        head = _untouched_head(self._known, self._head)
        tail = _untouched_tail(self._known, self._size - self._tail)
        tail = max(tail, head)
        shift = size - self._size
        behind = [replace(each, start=each.start + shift) for each in self._known[tail:]]
        start = self._known[head].start if head < len(self._known) else 0
        end = behind[0].start if behind else size
        between = [_read(element) for element in _elements_between(self._document, start, end)]
        self._known = [*self._known[:head], *between, *behind]
        self._size = self._head = self._tail = size
        return nest(each.leaf for each in self._known)

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        """Of what undo and redo change Qt tells but a part, so all is read again after them."""
        was_undone, self._was_undone = self._was_undone, self._document.isRedoAvailable()
        if was_undone or self._was_undone:
            self.forget()
            return
        size = self._document.characterCount()
        self._head = min(self._head, position)
        self._tail = min(self._tail, max(0, size - position - added))


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


def _elements_between(document: QTextDocument, start: int, end: int) -> Iterator[Element]:
    """The paragraphs and tables that start between two positions."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        table = table_at(QTextCursor(block))
        if table is None:
            yield Element(shape_of_block(block), block)
            block = block.next()
        else:
            yield Element(shape_of_table(table), table)
            block = document.findBlock(table.lastPosition() + 1)
