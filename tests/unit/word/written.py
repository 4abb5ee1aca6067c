"""What a plan says, for comparing it with the document it came from."""

from __future__ import annotations

from collections import Counter
from unicodedata import normalize

from msgspec import UNSET

from lpd_desktop.form.model import Form
from lpd_desktop.plan.addresses import Address, blocks_at, text_fields
from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.rich_text import (
    Blocks,
    ListBlock,
    footnotes_of,
    plain_text,
    walk_blocks,
    walk_runs,
)


def field_text(form: Form, plan: Plan, where: str) -> str:
    """The text at an address in one line, footnotes behind the text they stand in."""
    item, *parts = where.split("/")
    if parts[-1:] == ["topic"]:
        return plan.potentials[int(parts[0]) - 1].topic
    blocks = blocks_at(form, plan, Address(item, tuple(parts)))
    assert blocks is not None, f"{where} names no field"
    return " ".join(_pieces(blocks))


def _pieces(blocks: Blocks) -> list[str]:
    pieces: list[str] = []
    for _block, runs in walk_runs(blocks):
        pieces.append(" ".join(plain_text(runs).split()))
        pieces += [plain_text(note) for note in footnotes_of(runs)]
    return pieces


def footnotes(form: Form, plan: Plan) -> list[str]:
    """All footnotes of a plan in order."""
    return [
        plain_text(note)
        for _address, blocks in text_fields(form, plan)
        for _block, runs in walk_runs(blocks)
        for note in footnotes_of(runs)
    ]


def signs(text: str) -> Counter[str]:
    """The letters and digits of a text: they survive joined words and tidied blanks."""
    return Counter(sign for sign in normalize("NFKC", text) if sign.isalnum())


def plan_signs(form: Form, plan: Plan) -> Counter[str]:
    """The letters and digits of all that was written, list numbers included."""
    parts = [" ".join(_pieces(blocks)) + _labels(blocks) for _a, blocks in text_fields(form, plan)]
    parts += [potential.topic for potential in plan.potentials]
    parts += [topic.title for topic in plan.topics]
    for item in form.budgets:
        table = plan.answer(item.key).table
        if table is not None and not table.is_blank:
            parts += [_row_text(row) for row in table.rows]
    return signs(" ".join(parts))


def _row_text(row) -> str:
    cells = [row.plan, row.previous]
    shown = [
        cell.text if isinstance(cell, TypedText) else format_amount(cell)
        for cell in cells
        if cell is not UNSET
    ]
    return " ".join([row.label, *shown])


def _labels(blocks: Blocks) -> str:
    labels = []
    for block in walk_blocks(blocks):
        if isinstance(block, ListBlock) and block.style != "bullet":
            numbers = range(block.start, block.start + len(block.items))
            letters = block.style == "letter"
            labels += [chr(96 + number) if letters else str(number) for number in numbers]
    return " ".join(labels)
