"""An answer of last year as a document to be read, and what of it each place stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextCursor, QTextDocument

from lpd_desktop.gui.rich_text.from_blocks import fill_document
from lpd_desktop.gui.rich_text.shapes import Leaf, flatten, nest
from lpd_desktop.gui.rich_text.to_blocks import elements_of
from lpd_desktop.plan.earlier.answers import EarlierAnswer, EarlierPart
from lpd_desktop.plan.rich_text import (
    Block,
    Blocks,
    Paragraph,
    Run,
    footnotes_of,
    plain_text,
    walk_runs,
)


@dataclass(frozen=True)
class Takeable:
    """A paragraph or table that may be taken over: its id, its first and last position."""

    block: str
    first: int
    last: int


class AnswerDocument:
    """Fills a document; knows which of its paragraphs and tables may be taken over.

    Where there are several parts their captions stand above them, and footnotes below each; both
    are there to be read only.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._leaves: dict[str, Leaf] = {}
        self.takeable: tuple[Takeable, ...] = ()

    def show(self, answer: EarlierAnswer) -> None:
        """Puts an answer in the place of what was there."""
        self.takeable = ()
        self._leaves = {leaf.shape.id: leaf for leaf in flatten(answer.text)}
        fill_document(self._document, tuple(_shown_blocks(answer.parts)))
        self.takeable = tuple(
            Takeable(element.shape.id, element.first, element.last)
            for element in elements_of(self._document)
            if element.shape.id in self._leaves
        )

    def at(self, cursor: QTextCursor) -> tuple[Takeable, ...]:
        """What may be taken over where the cursor stands, or of what is selected."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return tuple(each for each in self.takeable if each.first <= end and each.last >= start)

    def behind(self, places: Iterable[Takeable]) -> Takeable | None:
        """The next one that may be taken over, None behind the last."""
        end = max(each.last for each in places)
        return next((each for each in self.takeable if each.first > end), None)

    def blocks_of(self, places: Iterable[Takeable]) -> Blocks:
        """What stands there; items keep their lists, what follows in an item stands alone."""
        return nest(_alone(self._leaves[each.block]) for each in places)


def _alone(leaf: Leaf) -> Leaf:
    """A leaf as it stands without those around it: in its innermost list if it is an item."""
    shape = leaf.shape
    lists = shape.lists[-1:] if shape.starts_item else ()
    return replace(leaf, shape=replace(shape, lists=lists))


def _shown_blocks(parts: tuple[EarlierPart, ...]) -> Iterator[Block]:
    number = 0
    for place, part in enumerate(parts, 1):
        if part.caption and len(parts) > 1:
            yield Paragraph(f"caption-{place}", (Run(text=part.caption, bold=True),))
        yield from part.blocks
        for _block, runs in walk_runs(part.blocks):
            for note in footnotes_of(runs):
                number += 1
                text = f"Fußnote {number}: {plain_text(note)}"
                yield Paragraph(f"note-{number}", (Run(text=text, italic=True),))
