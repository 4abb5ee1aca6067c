"""Blocks of another plan put into an answer, behind the paragraph in which the cursor stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from msgspec.structs import replace as changed

from lpd_desktop.plan.addresses import Address, blocks_at, with_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import (
    Block,
    Blocks,
    Heading,
    ListBlock,
    Paragraph,
    is_blank,
    walk_blocks,
)
from lpd_desktop.runtime.identity import new_id


@dataclass(frozen=True)
class TakenOver:
    """The step that takes blocks over; for `OpenDraft.change`.

    Attributes:
        where: The answer, with the block in which the cursor stands; without one the blocks come
            last.
        blocks: What is taken over; make them with `with_new_ids`.
        is_before: They stand before that block instead of behind it.
    """

    where: Address
    blocks: Blocks
    is_before: bool = False

    def __call__(self, file: LpdFile) -> LpdFile:
        """The plan with the blocks in its answer."""
        place = self.where.field
        present = blocks_at(file.form, file.plan, place) or ()
        answer = put_in(present, self.blocks, self.where.block, is_before=self.is_before)
        return replace(file, plan=with_blocks(file.form, file.plan, place, answer))


def with_new_ids(blocks: Blocks) -> Blocks:
    """The same text in blocks of their own."""
    return tuple(_with_new_id(block) for block in blocks)


def _with_new_id(block: Block) -> Block:
    if isinstance(block, ListBlock):
        items = tuple(with_new_ids(item) for item in block.items)
        return changed(block, id=new_id(), items=items)
    return changed(block, id=new_id())


def put_in(answer: Blocks, taken: Blocks, at: str = "", *, is_before: bool = False) -> Blocks:
    """An answer with more blocks in it, none of which cuts a paragraph or a list in two.

    An empty paragraph gives way to what is taken. Items go into the list in which the cursor
    stands where both lists are of one style; everything else stands behind the whole list.

    Args:
        answer: What is written.
        taken: What is added.
        at: The id of a block of the answer, at any depth; an unknown one means the end.
        is_before: Before that block.
    """
    if is_blank(answer):
        return taken
    place = next((n for n, block in enumerate(answer) if _holds(block, at)), len(answer) - 1)
    block, rest = answer[place], answer[place + 1 :]
    joined = _joined(block, taken, at, is_before=is_before)
    if joined is not None:
        return (*answer[:place], joined, *rest)
    if _is_empty_line(block):
        return (*answer[:place], *taken, *rest)
    pair = (*taken, block) if is_before and block.id == at else (block, *taken)
    return (*answer[:place], *pair, *rest)


def _holds(block: Block, at: str) -> bool:
    return any(each.id == at for each in walk_blocks((block,)))


def _is_empty_line(block: Block) -> bool:
    return isinstance(block, Paragraph | Heading) and is_blank((block,))


def _joined(block: Block, taken: Blocks, at: str, *, is_before: bool) -> ListBlock | None:
    """The list at the cursor with the items of the one list that is taken; None where not so.

    Of lists in lists it is the innermost of this style.
    """
    more = taken[0] if len(taken) == 1 else None
    if not isinstance(block, ListBlock) or not isinstance(more, ListBlock):
        return None
    inside = _joined_inside(block, taken, at, is_before=is_before)
    if inside is not None or more.style != block.style:
        return inside
    items = block.items
    holding = (n for n, item in enumerate(items) if any(_holds(each, at) for each in item))
    place = next(holding, len(items) - 1)
    gives_way = place >= 0 and is_blank(items[place])
    start = place if gives_way or is_before else place + 1
    rest = place + 1 if gives_way else start
    return changed(block, items=(*items[:start], *more.items, *items[rest:]))


def _joined_inside(
    block: ListBlock, taken: Blocks, at: str, *, is_before: bool
) -> ListBlock | None:
    """The list with the items in a list of one of its items, if the cursor stands there."""
    for number, item in enumerate(block.items):
        for place, inner in enumerate(item):
            found = _joined(inner, taken, at, is_before=is_before) if _holds(inner, at) else None
            if found is not None:
                whole = (*item[:place], found, *item[place + 1 :])
                items = (*block.items[:number], whole, *block.items[number + 1 :])
                return changed(block, items=items)
    return None
