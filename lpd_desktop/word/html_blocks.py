"""What kind of block an element makes, and runs as a block holds them."""

from __future__ import annotations

import re

from lpd_desktop.plan.rich_text import DEEPEST_LIST, Block, Blocks, Heading, ListBlock, Run, Runs
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.word.html_tree import Node

_EDGE = " \t\n\u00a0"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NAMED = re.compile(r"(?:^|\s|\")(?:mso)?(?:heading|überschrift|berschrift) ?([1-9])\b")
_TITLES = ("msotitle",)
_HIGHEST_COUNT = 10_000

Levelled = tuple[Block, int]
"""A block and the level of its heading in the source, 0 for all others."""


def heading_level(node: Node) -> int:
    """The level of a heading, 0 for what is none."""
    if node.tag in _HEADINGS:
        return _HEADINGS[node.tag]
    if node.tag not in {"p", "div"}:
        return 0
    outline = node.style.get("mso-outline-level", "")
    if outline.isdecimal():
        return int(outline[:2])
    level = node.attributes.get("aria-level", "")
    if node.attributes.get("role") == "heading" and level.isdecimal():
        return int(level[:2])
    found = _NAMED.search(f"{node.style.get('mso-style-name', '')} {node.classes}")
    if found is not None:
        return int(found[1])
    return int(any(name in node.classes.split() for name in _TITLES))


def list_blocks(node: Node, items: tuple[Blocks, ...]) -> Blocks:
    """A list of HTML; what stands in it, where its inner lists are as deep as a plan holds."""
    blocks = tuple(block for item in items for block in item)
    if any(isinstance(block, ListBlock) and block.levels == DEEPEST_LIST for block in blocks):
        return blocks
    return (_list_block(node, items),)


def _list_block(node: Node, items: tuple[Blocks, ...]) -> ListBlock:
    """The list with its kind of marks and its first number."""
    if node.tag == "ul":
        return ListBlock(new_id(), "bullet", items)
    start = node.attributes.get("start", "").strip() or _value_of_first(node)
    first = int(start) if start.isdecimal() and 0 < int(start) < _HIGHEST_COUNT else 1
    css = _list_css(node)
    is_letter = node.attributes.get("type", "") in {"a", "A"} or "alpha" in css or "latin" in css
    return ListBlock(new_id(), "letter" if is_letter else "number", items, first)


def _items_of(node: Node) -> list[Node]:
    return [each for each in node.children if isinstance(each, Node) and each.tag == "li"]


def _value_of_first(node: Node) -> str:
    return next((each.attributes.get("value", "") for each in _items_of(node)), "")


def _list_css(node: Node) -> str:
    """How the list's marks are styled, at the list or at its first item."""
    return " ".join(
        each.style.get(name, "")
        for each in (node, *_items_of(node)[:1])
        for name in ("list-style-type", "list-style")
    )


def trimmed(runs: list[Run]) -> Runs:
    """Runs without blanks and breaks at both ends and before line breaks."""
    result = [run for run in runs if run.is_footnote or run.words]
    while result and _is_blank(result[0]):
        result.pop(0)
    while result and _is_blank(result[-1]):
        result.pop()
    if result and not result[0].is_footnote:
        result[0] = _with_text(result[0], result[0].words.lstrip(_EDGE))
    if result and not result[-1].is_footnote:
        result[-1] = _with_text(result[-1], result[-1].words.rstrip(_EDGE))
    return tuple(result)


def _is_blank(run: Run) -> bool:
    return not run.is_footnote and not run.words.strip(_EDGE)


def _with_text(run: Run, text: str) -> Run:
    return Run(text=text, bold=run.bold, italic=run.italic)


def unbolded(runs: Runs) -> Runs:
    """A heading is bold anyway."""
    return tuple(run if run.is_footnote else Run(text=run.words, italic=run.italic) for run in runs)


def with_two_levels(blocks: list[Levelled]) -> Blocks:
    """The highest heading that occurs becomes level 1, all deeper ones level 2."""
    highest = min((level for _block, level in blocks if level), default=0)
    return tuple(
        Heading(block.id, 1 if level == highest else 2, block.runs)
        if isinstance(block, Heading)
        else block
        for block, level in blocks
    )
