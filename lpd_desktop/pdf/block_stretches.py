"""What rich text says, straight from the data: paragraphs, labels of lists, cells, footnotes."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from lpd_desktop.plan.rich_text import Block, Blocks, ListBlock, Runs, Table, is_blank

_NO_BREAK_BLANK = "\u00a0"
_LETTERS = 26


class BlockWalk(msgspec.Struct, eq=False):
    """Goes through answers in the order of the document; `notes` counts their footnotes."""

    notes: int = 0

    def texts(self, blocks: Blocks, depth: int = 0) -> Iterator[str]:
        """Each paragraph, heading, cell and footnote of an answer, a list's label before it."""
        for block in blocks:
            if not is_blank((block,)):
                yield from self._block(block, depth)

    def _block(self, block: Block, depth: int) -> Iterator[str]:
        if isinstance(block, ListBlock):
            items = [item for item in block.items if not is_blank(item)]
            for number, item in enumerate(items, block.start):
                yield from self._item(label_text(block.style, number, depth), item, depth)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from self._runs(cell)
        else:
            yield from self._runs(block.runs)

    def _item(self, label: str, item: Blocks, depth: int) -> Iterator[str]:
        first, *others = self.texts(item, depth + 1)
        yield f"{label} {first}"
        yield from others

    def _runs(self, runs: Runs) -> Iterator[str]:
        """A text with the numbers of its footnotes, then these."""
        parts = []
        notes = []
        for run in runs:
            if run.is_footnote:
                self.notes += 1
                notes.append(f"{self.notes} {''.join(each.words for each in run.note)}")
                parts.append(f"{_NO_BREAK_BLANK}{self.notes}")
            else:
                parts.append(run.words)
        text = "".join(parts)
        if text.strip():
            yield text
        yield from notes


def label_text(style: str, number: int, depth: int) -> str:
    """What stands before an item of a list: `•`, `–`, `3.`, `c)`; `depth` counts from 0."""
    if style == "bullet":
        return "–" if depth else "•"
    return f"{number}." if style == "number" else f"{_in_letters(number)})"


def _in_letters(number: int) -> str:
    """1 as a, 27 as aa."""
    rest = number - 1
    before = _in_letters(rest // _LETTERS) if rest >= _LETTERS else ""
    return before + chr(ord("a") + rest % _LETTERS)
