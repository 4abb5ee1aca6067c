"""Runs as a text document gives them back: no empty ones, none that could be one.

A document joins neighbouring text of one style and has no place for some characters. Blocks that
were stored otherwise are given back as they were, as long as nobody changed what they say.
"""

from __future__ import annotations

import re

import msgspec

from lpd_desktop.plan.rich_text import (
    Block,
    Blocks,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Runs,
    Table,
    walk_blocks,
)

NOTE_MARK = "\ufffc"
LINE_SEPARATOR = "\u2028"

_BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\v": "\n", "\f": "\n", "\r": "\n"})
_UNSETTABLE = dict.fromkeys([0, 0xFFFC, 0xFDD0, 0xFDD1, 0xFEFF, 0xFFFE, 0xFFFF])
"""What means something else to a document, and marks of byte order, which Qt takes for its own."""

_UNUSUAL = re.compile("[\u2028\u2029\v\f\r\0\ufffc\ufdd0\ufdd1\ufeff\ufffe\uffff]")


def normal_text(text: str) -> str:
    """Text with one kind of line break and without what a document reserves for itself."""
    if not _UNUSUAL.search(text):
        return text
    return text.replace("\r\n", "\n").translate(_BREAKS).translate(_UNSETTABLE)


def normal_runs(runs: Runs) -> Runs:
    """Runs without empty ones, neighbours of one style joined."""
    result: list[Run] = []
    for run in runs:
        if run.is_footnote:
            result.append(run)
        else:
            _append_text(result, normal_text(run.words), run)
    return tuple(result)


def _append_text(result: list[Run], text: str, style: Run) -> None:
    if not text:
        return
    last = result[-1] if result else None
    if last and not last.is_footnote and (last.bold, last.italic) == (style.bold, style.italic):
        result[-1] = Run(text=last.words + text, bold=style.bold, italic=style.italic)
    else:
        result.append(Run(text=text, bold=style.bold, italic=style.italic))


def normal_block(block: Block) -> Block:
    """A paragraph, heading or table with normal runs."""
    if isinstance(block, Paragraph | Heading):
        return msgspec.structs.replace(block, runs=normal_runs(block.runs))
    if isinstance(block, Table):
        rows = tuple(tuple(normal_runs(cell) for cell in row) for row in block.rows)
        return msgspec.structs.replace(block, rows=rows)
    return block


class Originals:
    """The blocks that were stored in another form than the document's."""

    def __init__(self, blocks: Blocks = ()) -> None:
        """Remembers those of `blocks`."""
        self._stored: dict[Block, Block] = {}
        self.remember(blocks)

    def remember(self, blocks: Blocks) -> None:
        """Remembers those of further blocks; where two are alike the later form counts."""
        for block in walk_blocks(blocks):
            if isinstance(block, ListBlock):
                continue
            normal = normal_block(block)
            if normal != block:
                self._stored[normal] = block
            elif self._stored:
                self._stored.pop(block, None)

    def restore(self, blocks: Blocks) -> Blocks:
        """Blocks with those that say the same as before in their stored form."""
        if not self._stored:
            return blocks
        return tuple(self._restored(block) for block in blocks)

    def _restored(self, block: Block) -> Block:
        if isinstance(block, ListBlock):
            items = tuple(self.restore(item) for item in block.items)
            return msgspec.structs.replace(block, items=items)
        return self._stored.get(block, block)
