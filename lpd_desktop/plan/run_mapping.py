"""Changing the runs of a text while everything else stays."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from lpd_desktop.plan.rich_text import Block, Blocks, ListBlock, Runs, Table

RunChange = Callable[[Block, Runs], Runs]


def with_runs_changed(blocks: Blocks, change: RunChange) -> Blocks:
    """The blocks with `change` applied to each stretch of runs, in reading order."""
    return tuple(_changed(block, change) for block in blocks)


def _changed(block: Block, change: RunChange) -> Block:
    if isinstance(block, ListBlock):
        items = tuple(with_runs_changed(item, change) for item in block.items)
        return replace(block, items=items)
    if isinstance(block, Table):
        rows = tuple(tuple(change(block, cell) for cell in row) for row in block.rows)
        return replace(block, rows=rows)
    return replace(block, runs=change(block, block.runs))
