"""The blocks of an answer as lines that can be compared: paragraphs, items, rows of tables."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any, Literal

from lpd_desktop.plan.comparing.gaps import bare
from lpd_desktop.plan.rich_text import (
    Block,
    Blocks,
    Heading,
    ListBlock,
    Run,
    Runs,
    Table,
    is_blank,
    plain_text,
)

TextLineKind = Literal["paragraph", "heading", "item", "row"]

CELLS = "\t"
"""Divides the cells of a row."""
FOOTNOTE = "[Fußnote:"
"""Begins a footnote, which ends with a bracket."""
_LOOKS = frozenset(product((False, True), repeat=2))
"""Bold and italic of a run."""


@dataclass(frozen=True)
class TextLine:
    """One line of an answer.

    Attributes:
        text: Its words; footnotes stand in brackets where their marks are, cells between tabs.
        shape: What else makes it what it is: level, depth, kind of list, head of a table.
        style: Its runs as they are told apart: bold, italic, footnotes.
        block: The id of its block.
        root: The id of the block in which that stands, such as the outermost list.
    """

    kind: TextLineKind
    text: str
    shape: tuple[Hashable, ...] = ()
    style: tuple[Hashable, ...] = ()
    block: str = ""
    root: str = ""

    @property
    def content(self) -> tuple[Hashable, ...]:
        """What has to be the same for a line to be unchanged."""
        return (self.kind, self.text, self.shape, self.style)


def text_lines(blocks: Blocks) -> list[TextLine]:
    """All lines in reading order; none where nothing is written."""
    if is_blank(blocks):
        return []
    return [replace(line, root=block.id) for block in blocks for line in _lines(block, 0)]


def _lines(block: Block, depth: int) -> Iterator[TextLine]:
    if isinstance(block, ListBlock):
        for item in block.items:
            yield from _item_lines(block, item, depth)
    elif isinstance(block, Table):
        for number, row in enumerate(block.rows):
            shape = (number < block.header_rows, block.header_column, depth)
            text = CELLS.join(_text(cell) for cell in row)
            style = tuple(styled(cell) for cell in row)
            yield TextLine("row", text, shape, style, block.id)
    else:
        level = block.level if isinstance(block, Heading) else 0
        kind: TextLineKind = "heading" if level else "paragraph"
        yield TextLine(kind, _text(block.runs), (level, depth), styled(block.runs), block.id)


def _item_lines(block: ListBlock, item: Blocks, depth: int) -> Iterator[TextLine]:
    """The first line of an item carries its mark."""
    inner = [line for each in item for line in _lines(each, depth + 1)]
    first = inner[0] if inner else TextLine("paragraph", "")
    shape = (block.style, depth, first.kind, first.shape)
    yield TextLine("item", first.text, shape, first.style, first.block)
    yield from inner[1:]


def _text(runs: Runs) -> str:
    if not any(run.is_footnote for run in runs):
        return plain_text(runs).replace(CELLS, " ")
    return "".join(_run_text(run) for run in runs).replace(CELLS, " ")


def _run_text(run: Run) -> str:
    return f" {FOOTNOTE} {plain_text(run.note)}]" if run.is_footnote else run.words


def styled(runs: Runs) -> tuple[Hashable, ...]:
    """Runs as they are told apart: neighbours of one style are one."""
    parts: list[tuple[Any, ...]] = []
    for run in runs:
        style = (run.bold, run.italic)
        if run.is_footnote:
            parts.append((styled(run.note), style))
        elif run.words and parts and parts[-1][1] == style and isinstance(parts[-1][0], str):
            parts[-1] = (parts[-1][0] + run.words, style)
        elif run.words:
            parts.append((run.words, style))
    return tuple(parts)


def bare_style(line: TextLine) -> tuple[Hashable, ...]:
    """How a line looks, whatever blanks and unseen characters it has."""
    return _bare_style(line.style)


def _bare_style(style: tuple[Any, ...]) -> tuple[Hashable, ...]:
    """Of runs, or of cells that hold runs; blanks have no look of their own."""
    found: list[tuple[Any, ...]] = []
    for part in style:
        if not _is_run(part):
            found.append(_bare_style(part))
        elif not isinstance(part[0], str):
            found.append((_bare_style(part[0]), part[1]))
        else:
            _add_letters(found, bare(part[0]), part[1])
    return tuple(found)


def _is_run(part: tuple[Any, ...]) -> bool:
    return len(part) == 2 and part[1] in _LOOKS


def _add_letters(found: list[tuple[Any, ...]], letters: str, look: Hashable) -> None:
    if not letters:
        return
    last = found[-1] if found else ()
    if len(last) == 2 and isinstance(last[0], str) and last[1] == look:
        found[-1] = (last[0] + letters, look)
    else:
        found.append((letters, look))


def same_text(old: Blocks, new: Blocks) -> bool:
    """Whether two answers say and look the same; ids and how runs are cut do not count."""
    if is_blank(old) and is_blank(new):
        return True
    return [_plain(block) for block in old] == [_plain(block) for block in new]


def _plain(block: Block) -> Any:
    if isinstance(block, ListBlock):
        items = tuple(tuple(_plain(each) for each in item) for item in block.items)
        return (block.style, block.start, items)
    if isinstance(block, Table):
        rows = tuple(tuple(styled(cell) for cell in row) for row in block.rows)
        return (block.header_rows, block.header_column, rows)
    level = block.level if isinstance(block, Heading) else 0
    return (level, styled(block.runs))
