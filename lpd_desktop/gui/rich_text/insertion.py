"""Puts leaves into a document where the cursor stands, such as those of the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QTextCursor

from lpd_desktop.gui.rich_text.deleting import remove_selected
from lpd_desktop.gui.rich_text.dressing import tidy
from lpd_desktop.gui.rich_text.formats import (
    block_format,
    look_of,
    shape_of_block,
    table_at,
    text_format,
)
from lpd_desktop.gui.rich_text.from_blocks import LeafWriter, insert_runs
from lpd_desktop.gui.rich_text.selection import look_at
from lpd_desktop.gui.rich_text.shapes import Leaf, Shape
from lpd_desktop.plan.rich_text import Run, Runs
from lpd_desktop.runtime.identity import new_id


def insert_leaves(cursor: QTextCursor, leaves: Sequence[Leaf]) -> None:
    """Puts leaves in the place of the selection, with new ids, as one step of undo."""
    if not leaves:
        return
    cursor.beginEditBlock()
    remove_selected(cursor, to_write=True)
    if table_at(cursor) is not None:
        insert_runs(cursor, in_one_line(leaves), look_at(cursor))
    elif len(leaves) == 1 and _is_plain(leaves[0]):
        insert_runs(cursor, leaves[0].runs, look_at(cursor))
    else:
        _insert_blocks(cursor, _adapted(_with_new_ids(leaves), shape_of_block(cursor.block())))
    cursor.endEditBlock()
    tidy(cursor.document())


def _is_plain(leaf: Leaf) -> bool:
    return leaf.shape.kind == "paragraph" and not leaf.shape.lists


def in_one_line(leaves: Sequence[Leaf]) -> Runs:
    """All text, with line breaks between what were blocks and tabs between what were cells."""
    runs: list[Run] = []
    for leaf in leaves:
        if runs:
            runs.append(Run(text="\n"))
        if leaf.table is None:
            runs += leaf.runs
        else:
            runs += _cells_in_lines(leaf.table.rows)
    return tuple(runs)


def _cells_in_lines(rows: tuple[tuple[Runs, ...], ...]) -> list[Run]:
    runs: list[Run] = []
    for number, row in enumerate(rows):
        runs += [Run(text="\n")] if number else []
        for column, cell in enumerate(row):
            runs += [Run(text="\t")] if column else []
            runs += cell
    return runs


def _with_new_ids(leaves: Sequence[Leaf]) -> list[Leaf]:
    names: dict[str, str] = {}
    result = []
    for leaf in leaves:
        shape = leaf.shape
        lists = tuple(
            replace(level, id=names.setdefault(level.id, new_id())) for level in shape.lists
        )
        result.append(replace(leaf, shape=replace(shape, id=new_id(), lists=lists, kept="")))
    return result


def _adapted(leaves: Sequence[Leaf], here: Shape) -> list[Leaf]:
    """Leaves as they stand in the list that the cursor is in: paragraphs become its items."""
    if not here.lists:
        return list(leaves)
    return [replace(leaf, shape=_in_list(leaf.shape, here)) for leaf in leaves]


def _in_list(shape: Shape, here: Shape) -> Shape:
    if shape.lists:
        return replace(shape, lists=(*here.lists, *shape.lists[1:]))
    return replace(shape, lists=here.lists, starts_item=shape.kind == "paragraph")


def _insert_blocks(cursor: QTextCursor, leaves: list[Leaf]) -> None:
    here = shape_of_block(cursor.block())
    tail = _split_off_tail(cursor, here)
    fresh = cursor.block().length() == 1
    if fresh and here.starts_item and leaves[0].shape.lists and leaves[0].table is None:
        leaves[0] = replace(leaves[0], shape=replace(leaves[0].shape, starts_item=True))
    if not fresh and leaves[0].table is None and leaves[0].shape.kind == "paragraph":
        insert_runs(cursor, leaves[0].runs, look_of(here))
        leaves = leaves[1:]
    writer = LeafWriter(cursor, fresh=fresh, known=frozenset(here.list_ids))
    writer.write_all(leaves)
    tail = tail or (_line_below(cursor) if writer.fresh else None)
    if tail is None:
        writer.finish()
    else:
        _join_tail(cursor, tail, fresh=writer.fresh)


def _line_below(cursor: QTextCursor) -> Shape | None:
    """The shape of the line right below, if there is one and it is no table's."""
    below = cursor.block().next()
    if not below.isValid() or table_at(QTextCursor(below)) is not None:
        return None
    return shape_of_block(below)


def _split_off_tail(cursor: QTextCursor, here: Shape) -> Shape | None:
    """Puts the text behind the cursor into a block of its own."""
    if cursor.atBlockEnd():
        return None
    tail = here if cursor.atBlockStart() else replace(here, id=new_id())
    cursor.insertBlock(block_format(tail))
    cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if cursor.block().length() == 1:
        cursor.setBlockFormat(block_format(Shape(new_id())))
        cursor.setBlockCharFormat(text_format("paragraph"))
    return tail


def _join_tail(cursor: QTextCursor, tail: Shape, *, fresh: bool) -> None:
    if fresh:
        cursor.deleteChar()
        cursor.setBlockFormat(block_format(tail))
    else:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
