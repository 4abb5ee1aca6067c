"""List paragraphs: what Word's HTML has in place of lists, paragraphs with a mark in front."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lpd_desktop.plan.rich_text import Block, ListBlock, ListStyle, Paragraph, Runs
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.word.html_tree import LIST_MARK, Node
from lpd_desktop.word.numbering import number_of

_PLACE = re.compile(r"\b(l\d+)\s+level(\d+)(?:\s+(lfo\d+))?")
_NUMBER = re.compile(r"\(?(?:\d{1,4}\.)*(\d{1,4})[.):]*\)?$")
_LETTERS = re.compile(r"\(?([a-zA-Z]{1,6})[.)]+$")
_ROMAN = re.compile(r"[ivxlc]+")
_MARGIN = re.compile(r"([\d.]+)(pt|cm|in|px)")
_STEPS = {"pt": 36.0, "cm": 1.27, "in": 0.5, "px": 48.0}
_DEEPEST = 9
_CONTINUED = ("msolistparagraphcxsp", "msolistcontinue")


@dataclass(frozen=True)
class ListParagraph:
    """A paragraph that Word shows as an item.

    Attributes:
        level: How deep it stands, from 1.
        source: Which of Word's lists it belongs to.
        mark: What stands in front of it, such as `1.` or `·`.
        runs: Its text.
        more: Further paragraphs of the item.
    """

    level: int
    source: str
    mark: str
    runs: Runs
    more: tuple[Runs, ...] = ()


@dataclass(frozen=True)
class ListPlace:
    """Where a paragraph stands in Word's lists; `mark` where an attribute says it."""

    level: int
    source: str
    mark: str = ""


def list_place(node: Node) -> ListPlace | None:
    """The place in the lists of desktop Word (`mso-list`) or of Word in the browser."""
    found = _PLACE.search(node.style.get("mso-list", ""))
    if found is not None:
        return ListPlace(min(int(found[2]), _DEEPEST), f"{found[1]} {found[3] or ''}")
    return None


def place_of_marked(node: Node) -> ListPlace:
    """The place of a paragraph that has a mark but lost its `mso-list`, from its margin."""
    margin = _MARGIN.match(node.style.get("margin-left", ""))
    steps = float(margin[1]) / _STEPS[margin[2]] if margin and margin[1] != "." else 1.0
    return ListPlace(min(max(1, round(steps)), _DEEPEST), "")


def place_of_online_item(outer: Node, item: Node) -> ListPlace | None:
    """The place of an item of Word in the browser, where every item is a list of its own."""
    level, source = item.attributes.get("data-aria-level", ""), item.attributes.get("data-listid")
    if source is None or not level.isdecimal():
        return None
    number = item.attributes.get("data-aria-posinset") or outer.attributes.get("start", "1")
    style = outer.style.get("list-style-type", "") + outer.attributes.get("type", "")
    if outer.tag == "ul" or not number.isdecimal():
        mark = "·"
    elif "alpha" in style or "latin" in style or style in {"a", "A"}:
        mark = f"{chr(ord('a') + (int(number[:4]) - 1) % 26)})"
    else:
        mark = f"{number[:4]}."
    return ListPlace(min(int(level), _DEEPEST), source, mark)


def is_list_mark(node: Node) -> bool:
    """Whether an element holds the mark in front of an item."""
    return node.tag == LIST_MARK or node.style.get("mso-list", "") == "ignore"


def continues_item(node: Node) -> bool:
    """Whether a paragraph without a mark belongs to the item above it."""
    return any(name in node.classes for name in _CONTINUED)


def clean_mark(text: str) -> str:
    """A mark without the blanks behind it."""
    return text.replace("\u00a0", " ").strip()


def style_of_mark(mark: str, following: str = "") -> tuple[ListStyle, int]:
    """What kind of list a mark belongs to and which number it is.

    Roman numbers count as numbers; `i)` is one only where the next mark is `ii)`.
    """
    mark, following = clean_mark(mark), clean_mark(following)
    number = _NUMBER.match(mark)
    if number:
        return "number", max(1, int(number[1]))
    letters = _LETTERS.match(mark)
    if letters is None:
        return "bullet", 1
    text = letters[1].lower()
    roman = number_of(text.upper()) if _ROMAN.fullmatch(text) else 0
    follower = _LETTERS.match(following)
    goes_on = follower is not None and number_of(follower[1].upper()) == roman + 1
    if roman and (len(text) > 1 or (goes_on and follower is not None and len(follower[1]) > 1)):
        return "number", roman
    return ("letter", ord(text) - ord("a") + 1) if len(text) == 1 else ("bullet", 1)


def is_automatic_number(mark: str) -> bool:
    """Whether a mark counts, so that readers would miss it in front of a heading."""
    return any(sign.isalnum() for sign in mark) and style_of_mark(mark)[0] != "bullet"


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
    starts = [n for n, each in enumerate(paragraphs) if each.level == first.level]
    second = paragraphs[starts[1]].mark if len(starts) > 1 else ""
    style, start = style_of_mark(first.mark, second)
    items = []
    for at, end in zip(starts, [*starts[1:], len(paragraphs)], strict=True):
        here = paragraphs[at]
        texts = [Paragraph(new_id(), runs) for runs in (here.runs, *here.more)]
        items.append((*texts, *lists_of(paragraphs[at + 1 : end])))
    return ListBlock(new_id(), style, tuple(items), start if style != "bullet" else 1)
