"""The list paragraphs of Word's HTML, which are paragraphs with a mark in front."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lpd_desktop.plan.rich_text import Block, ListBlock, ListStyle, Paragraph, Runs
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.word.html_tree import Node

_PLACE = re.compile(r"\b(l\d+)\s+level(\d+)(?:\s+(lfo\d+))?")
_NUMBER = re.compile(r"^\(?(\d{1,4})[.)]")
_LETTER = re.compile(r"^\(?([a-zA-Z])[.)]")


@dataclass(frozen=True)
class ListParagraph:
    """A paragraph that Word shows as an item.

    Attributes:
        level: How deep it stands, from 1.
        source: Which of Word's lists it belongs to.
        mark: What stands in front of it, such as `1.` or `·`.
        runs: Its text.
    """

    level: int
    source: str
    mark: str
    runs: Runs


def list_place(node: Node) -> tuple[int, str] | None:
    """The level and the name of the list that a paragraph of Word's belongs to."""
    found = _PLACE.search(node.style.get("mso-list", ""))
    if found is None:
        return None
    return int(found[2]), f"{found[1]} {found[3] or ''}"


def is_list_mark(node: Node) -> bool:
    """Whether an element holds the mark in front of an item."""
    return node.style.get("mso-list", "") == "ignore"


def style_of_mark(mark: str) -> tuple[ListStyle, int]:
    """What kind of list a mark belongs to and which number it is."""
    mark = mark.replace("\u00a0", " ").strip()
    number = _NUMBER.match(mark)
    if number:
        return "number", max(1, int(number[1]))
    letter = _LETTER.match(mark)
    if letter:
        return "letter", ord(letter[1].lower()) - ord("a") + 1
    return "bullet", 1


def lists_of(paragraphs: Sequence[ListParagraph]) -> list[Block]:
    """Items one below the other as lists, deeper ones inside of the item above."""
    result: list[Block] = []
    rest = list(paragraphs)
    while rest:
        size = _run_length(rest)
        result.append(_list_of(rest[:size]))
        rest = rest[size:]
    return result


def _run_length(paragraphs: Sequence[ListParagraph]) -> int:
    """How many belong to the list of the first."""
    first = paragraphs[0]
    for index, each in enumerate(paragraphs):
        if each.level < first.level:
            return index
        if each.level == first.level and each.source != first.source:
            return index
    return len(paragraphs)


def _list_of(paragraphs: Sequence[ListParagraph]) -> ListBlock:
    first = paragraphs[0]
    style, start = style_of_mark(first.mark)
    starts = [n for n, each in enumerate(paragraphs) if each.level == first.level]
    items = []
    for at, end in zip(starts, [*starts[1:], len(paragraphs)], strict=True):
        deeper = lists_of(paragraphs[at + 1 : end])
        items.append((Paragraph(new_id(), paragraphs[at].runs), *deeper))
    return ListBlock(new_id(), style, tuple(items), start)
