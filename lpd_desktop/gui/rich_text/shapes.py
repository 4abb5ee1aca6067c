"""Blocks as a flat sequence of leaves, the form in which a text document holds them.

Qt knows paragraphs and tables in a row, not lists that hold blocks. A leaf is one of these with
the lists it stands in, from the outermost to the innermost. No Qt in here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

import msgspec

from lpd_desktop.plan.rich_text import (
    DEEPEST_LIST,
    Block,
    Blocks,
    Heading,
    ListBlock,
    ListStyle,
    Paragraph,
    Runs,
    Table,
)
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.runtime.typed_data import decoder

Kind = Literal["paragraph", "heading1", "heading2", "table", "filler"]
"""A filler is an empty line that only the screen needs, such as the one behind a last table."""


@dataclass(frozen=True)
class ListLevel:
    """One of the lists that a leaf stands in."""

    id: str
    style: ListStyle
    start: int = 1


@dataclass(frozen=True)
class Shape:
    """What a leaf is and where it stands, without its text.

    Attributes:
        id: The block's id.
        kind: What it is.
        lists: The lists it stands in, outermost first.
        starts_item: It is the first of an item of the innermost list.
        kept: JSON of a block that no document can show (a list without items, a table without
            cells); it stands behind a filler.
    """

    id: str
    kind: Kind = "paragraph"
    lists: tuple[ListLevel, ...] = ()
    starts_item: bool = False
    kept: str = ""

    @property
    def list_ids(self) -> tuple[str, ...]:
        """The ids of the lists it stands in."""
        return tuple(level.id for level in self.lists)

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading of either level."""
        return self.kind in {"heading1", "heading2"}


@dataclass(frozen=True)
class Leaf:
    """A shape with its text; a table with its cells.

    `block` is what they make together, where that is known.
    """

    shape: Shape
    runs: Runs = ()
    table: Table | None = None
    block: Block | None = None


def filler(lists: tuple[ListLevel, ...] = (), *, starts_item: bool = False) -> Leaf:
    """An empty line that is no block until somebody writes into it."""
    return Leaf(Shape(new_id(), "filler", lists, starts_item))


def flatten(blocks: Blocks, lists: tuple[ListLevel, ...] = ()) -> Iterator[Leaf]:
    """The leaves of blocks in reading order."""
    for block in blocks:
        yield from _leaves_of(block, lists)


def _leaves_of(block: Block, lists: tuple[ListLevel, ...]) -> Iterator[Leaf]:
    if isinstance(block, Paragraph):
        yield Leaf(Shape(block.id, "paragraph", lists), block.runs)
    elif isinstance(block, Heading):
        kind: Kind = "heading1" if block.level == 1 else "heading2"
        yield Leaf(Shape(block.id, kind, lists), block.runs)
    elif isinstance(block, ListBlock) and block.items:
        level = ListLevel(block.id, block.style, block.start)
        for item in block.items:
            yield from _item_leaves(item, (*lists, level))
    elif isinstance(block, Table) and block.rows and block.rows[0]:
        yield Leaf(Shape(block.id, "table", lists), table=block)
    else:
        kept = msgspec.json.encode(block).decode()
        yield Leaf(Shape(block.id, "filler", lists, kept=kept))


def _item_leaves(item: Blocks, lists: tuple[ListLevel, ...]) -> Iterator[Leaf]:
    """The leaves of an item; one that starts with a list or table gets a line for its mark."""
    leaves = flatten(item, lists)
    if item and isinstance(item[0], Paragraph | Heading):
        first = next(leaves)
        yield replace(first, shape=replace(first.shape, starts_item=True))
    else:
        yield filler(lists, starts_item=True)
    yield from leaves


def nest(leaves: Iterator[Leaf]) -> Blocks:
    """The blocks of leaves: the inverse of `flatten`, and sense made of what editing left."""
    nesting = _Nesting()
    for leaf in leaves:
        nesting.add(leaf)
    return nesting.finish()


@dataclass
class _OpenList:
    level: ListLevel
    items: list[list[Block]] = field(default_factory=list)


class _Nesting:
    """The lists that are open while leaves are read one after the other."""

    def __init__(self) -> None:
        self._top: list[Block] = []
        self._open: list[_OpenList] = []

    def add(self, leaf: Leaf) -> None:
        """Puts one leaf where it belongs."""
        shape = leaf.shape
        if len(shape.lists) > DEEPEST_LIST:
            shape = replace(shape, lists=shape.lists[:DEEPEST_LIST])
        if shape.kind == "filler" and not shape.starts_item and not shape.kept:
            return
        self._close_down_to(self._shared_depth(shape))
        self._open_lists(shape)
        block = leaf.block or block_of(leaf)
        if block is not None:
            self._target().append(block)

    def finish(self) -> Blocks:
        """Closes all lists."""
        self._close_down_to(0)
        return tuple(self._top)

    def _shared_depth(self, shape: Shape) -> int:
        depth = 0
        for opened, wanted in zip(self._open, shape.list_ids, strict=False):
            if opened.level.id != wanted:
                break
            depth += 1
        return depth

    def _open_lists(self, shape: Shape) -> None:
        opened_before = len(self._open)
        for level in shape.lists[opened_before:]:
            self._open.append(_OpenList(level, [[]]))
        if shape.starts_item and opened_before == len(shape.lists):
            self._open[-1].items.append([])

    def _close_down_to(self, depth: int) -> None:
        while len(self._open) > depth:
            done = self._open.pop()
            items = tuple(tuple(item) for item in done.items)
            level = done.level
            self._target().append(ListBlock(level.id, level.style, items, level.start))

    def _target(self) -> list[Block]:
        return self._open[-1].items[-1] if self._open else self._top


_DECODER: msgspec.json.Decoder[Block] = decoder(Block)


def _block_from(kept: str) -> Block:
    return _DECODER.decode(kept)


def block_of(leaf: Leaf) -> Block | None:
    """The block that a leaf makes; None for a line of the screen's."""
    shape = leaf.shape
    if shape.kept:
        return _block_from(shape.kept)
    if shape.kind == "filler":
        return None
    if leaf.table is not None:
        return leaf.table
    if shape.kind == "heading1":
        return Heading(shape.id, 1, leaf.runs)
    if shape.kind == "heading2":
        return Heading(shape.id, 2, leaf.runs)
    return Paragraph(shape.id, leaf.runs)
