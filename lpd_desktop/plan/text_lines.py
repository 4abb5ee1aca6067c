"""Blocks as plain text, as other programs get it."""

from __future__ import annotations

from lpd_desktop.plan.rich_text import Block, Blocks, ListBlock, Runs, Table, plain_text

_INDENT = "    "


def text_of(blocks: Blocks) -> str:
    """A line for each paragraph, items with their marks, cells divided by tabs."""
    return "\n".join(line for block in blocks for line in _lines_of(block))


def _lines_of(block: Block) -> list[str]:
    if isinstance(block, ListBlock):
        marked = zip(_marks(block), block.items, strict=True)
        return [line for mark, item in marked for line in _item_lines(mark, item)]
    if isinstance(block, Table):
        return ["\t".join(_cell(cell) for cell in row) for row in block.rows]
    return [_text(block.runs)]


def _item_lines(mark: str, item: Blocks) -> list[str]:
    lines = [line for block in item for line in _lines_of(block)] or [""]
    if item and isinstance(item[0], ListBlock | Table):
        lines.insert(0, "")
    return [f"{mark} {lines[0]}".rstrip(), *(f"{_INDENT}{line}" for line in lines[1:])]


def _marks(block: ListBlock) -> list[str]:
    if block.style == "bullet":
        return ["•"] * len(block.items)
    numbers = range(block.start, block.start + len(block.items))
    if block.style == "number":
        return [f"{number}." for number in numbers]
    return [f"{letters(number)})" for number in numbers]


def letters(number: int) -> str:
    """The letters of a count: a to z, then aa, ab and so on."""
    result = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        result = chr(ord("a") + rest) + result
    return result


def _cell(runs: Runs) -> str:
    return " ".join(_text(runs).split("\n")).replace("\t", " ")


def _text(runs: Runs) -> str:
    if not any(run.is_footnote for run in runs):
        return plain_text(runs)
    return "".join(f" [{plain_text(r.note)}]" if r.is_footnote else r.words for r in runs)
