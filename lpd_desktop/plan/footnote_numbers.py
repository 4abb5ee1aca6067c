"""Footnotes are numbered over the whole document."""

from __future__ import annotations

from lpd_desktop.form.model import Form
from lpd_desktop.plan.addresses import Address, text_fields
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.rich_text import Blocks, footnotes_of, is_blank, walk_runs


def first_footnote_numbers(form: Form, plan: Plan) -> dict[Address, int]:
    """For each text field the number that its first footnote has, or would have."""
    numbers: dict[Address, int] = {}
    following = 1
    for address, blocks in text_fields(form, plan):
        numbers[address] = following
        following += count_footnotes(blocks)
    return numbers


def count_footnotes(blocks: Blocks) -> int:
    """How many footnotes of a text are printed; those of a block that says nothing are not."""
    printed = (runs for block, runs in walk_runs(blocks) if not is_blank((block,)))
    return sum(len(list(footnotes_of(runs))) for runs in printed)
