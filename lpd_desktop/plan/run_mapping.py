"""Changing the runs of a text while everything else stays."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from lpd_desktop.form.model import Form
from lpd_desktop.plan.addresses import Address, blocks_at, with_blocks
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.rich_text import Block, Blocks, ListBlock, Run, Runs, Table, plain_text

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


def replaced_in_runs(runs: Runs, span: tuple[int, int], new: str) -> Runs:
    """The runs with a span of their text replaced; the new words take the style of its start."""
    result: list[Run] = []
    position = 0
    for run in runs:
        start, end = position, position + len(run.words)
        position = end
        cut_from, cut_to = max(span[0], start), min(span[1], end)
        if cut_from >= cut_to:
            result.append(run)
            continue
        inserted = new if cut_from == span[0] else ""
        text = run.words[: cut_from - start] + inserted + run.words[cut_to - start :]
        if text:
            result.append(replace(run, text=text))
    return tuple(result)


def with_text_replaced(form: Form, plan: Plan, address: Address, old: str, new: str) -> Plan:
    """The plan with the first `old` in each stretch of text of one block replaced by `new`.

    Raises:
        KeyError: the address names no text of this plan.
    """

    def change(block: Block, runs: Runs) -> Runs:
        start = plain_text(runs).find(old)
        if block.id != address.block or start < 0:
            return runs
        return replaced_in_runs(runs, (start, start + len(old)), new)

    blocks = blocks_at(form, plan, address)
    if blocks is None:
        raise KeyError(str(address))
    return with_blocks(form, plan, address.field, with_runs_changed(blocks, change))
