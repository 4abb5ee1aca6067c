"""Blocks in a short form that tests can name."""

from __future__ import annotations

from lpd_desktop.plan.rich_text import Heading, ListBlock, Paragraph, Table

MARKS = {"bullet": "-", "number": "#", "letter": "a"}


def outline(blocks) -> list[str]:
    """`p text`, `h1 text`, `- item`, `#3 item` for a start, two blanks for each level inside."""
    return [line for block in blocks for line in lines(block, "")]


def lines(block, indent) -> list[str]:
    if isinstance(block, Paragraph):
        return [f"{indent}p {marked(block.runs)}"]
    if isinstance(block, Heading):
        return [f"{indent}h{block.level} {marked(block.runs)}"]
    if isinstance(block, Table):
        return [f"{indent}| " + " | ".join(marked(cell) for cell in row) for row in block.rows]
    assert isinstance(block, ListBlock)
    mark = MARKS[block.style] + (str(block.start) if block.start != 1 else "")
    result = []
    for item in block.items:
        inner = [line for each in item for line in lines(each, indent + "  ")]
        first = inner[0].strip().removeprefix("p ") if inner else ""
        result += [f"{indent}{mark} {first}".rstrip(), *inner[1:]]
    return result


def marked(runs) -> str:
    return "".join(one(run) for run in runs)


def one(run) -> str:
    if run.is_footnote:
        return f"[{marked(run.note)}]"
    text = run.words.replace("\n", "\\")
    text = f"/{text}/" if run.italic else text
    return f"*{text}*" if run.bold else text
