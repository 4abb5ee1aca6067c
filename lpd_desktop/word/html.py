"""Foreign HTML, such as the clipboard's, reduced to the plan's rich text.

Deleted text of tracked changes, comments and pictures are left out and counted; fonts, colours and
sizes are dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lpd_desktop.plan.rich_text import (
    Block,
    Blocks,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Runs,
    walk_runs,
)
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.word import html_marks as marks
from lpd_desktop.word.html_lists import ListParagraph, is_list_mark, list_place, lists_of
from lpd_desktop.word.html_marks import LeftOut
from lpd_desktop.word.html_tables import is_layout, table_of
from lpd_desktop.word.html_tree import BLOCKS, Node, parse_html

_SPACES = re.compile(r"[ \t\n\r\f]+")
_EDGE = " \t\n\u00a0"
_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass(frozen=True)
class HtmlContent:
    """What a piece of HTML says, and how much of it was left out."""

    blocks: Blocks
    left_out: LeftOut = field(default_factory=LeftOut)


@dataclass(frozen=True)
class Style:
    """Bold and italic of the text that is read, and whether its blanks count."""

    bold: bool = False
    italic: bool = False
    keeps_blanks: bool = False


def blocks_from_html(markup: str) -> HtmlContent:
    """Reduces HTML to blocks with new ids; never fails.

    The highest heading that occurs becomes level 1, all deeper ones level 2.
    """
    root = parse_html(markup)
    reader = Reader(marks.note_texts(root), LeftOut())
    reader.read_children(root, Style())
    return HtmlContent(_with_two_levels(reader.finish()), reader.left_out)


class Reader:
    """Reads elements one after the other into blocks."""

    def __init__(self, notes: dict[str, Node], left_out: LeftOut) -> None:
        self._notes = notes
        self.left_out = left_out
        self._blocks: list[tuple[Block, int]] = []
        self._runs: list[Run] = []
        self._items: list[ListParagraph] = []
        self._mark: str | None = None

    def inner(self) -> Reader:
        """A reader for what stands inside a cell, an item or a footnote."""
        return Reader(self._notes, self.left_out)

    def finish(self) -> list[tuple[Block, int]]:
        """The blocks with the level of those that are headings, 0 for all others."""
        self._end_block()
        self._end_items()
        return self._blocks

    def read_children(self, node: Node, style: Style) -> None:
        """Reads all that stands inside an element."""
        for child in node.children:
            if isinstance(child, str):
                self._read_text(child, style)
            else:
                self._read(child, style)

    def _read(self, node: Node, style: Style) -> None:
        if self._is_left_out(node):
            return
        if marks.note_name(node):
            self._read_note(node)
        elif node.tag == "br":
            self._runs.append(Run(text="\n"))
        elif node.tag in {"ul", "ol"}:
            self._read_list(node, style)
        elif node.tag == "table":
            self._read_table(node, style)
        elif node.tag in BLOCKS or node.tag in {"li", "tr", "td", "th"}:
            self._read_block(node, _styled(node, style))
        else:
            self.read_children(node, _styled(node, style))

    def _is_left_out(self, node: Node) -> bool:
        """Whether an element is no text; counts what readers would miss."""
        if is_list_mark(node):
            self._mark = node.text()
            return True
        if marks.is_deleted(node):
            self.left_out.deleted += bool(node.text().strip())
            return True
        if marks.is_comment_mark(node):
            self.left_out.comments += 1
            return True
        if marks.is_picture(node):
            self.left_out.pictures += 1
            return True
        return (
            marks.is_silent(node)
            or marks.is_comment_text(node)
            or marks.is_note_text(node)
            or marks.is_note_return(node)
        )

    def _read_text(self, text: str, style: Style) -> None:
        if not style.keeps_blanks:
            text = _SPACES.sub(" ", text)
            if not self._runs or self._runs[-1].words.endswith((" ", "\n")):
                text = text.lstrip(" ")
        if text:
            self._runs.append(Run(text=text, bold=style.bold, italic=style.italic))

    def _read_note(self, node: Node) -> None:
        text = self._notes.get(marks.note_name(node))
        if text is None:
            self.left_out.footnotes += 1
            return
        reader = self.inner()
        reader.read_children(text, Style())
        runs = tuple(run for run in reader.runs_in_one() if not run.is_footnote)
        self._runs.append(Run(footnote=runs))

    def runs_in_one(self) -> Runs:
        """All text that was read in one piece, with line breaks between blocks."""
        blocks = tuple(block for block, _level in self.finish())
        runs: list[Run] = []
        for _block, each in walk_runs(blocks):
            runs += [Run(text="\n"), *each] if runs else each
        return tuple(runs)

    def _read_block(self, node: Node, style: Style) -> None:
        self._end_block()
        place = list_place(node)
        level = _HEADINGS.get(node.tag, 0)
        self._mark = None
        if node.tag == "pre":
            style = replace(style, keeps_blanks=True)
        if level:
            style = replace(style, bold=False)
        self.read_children(node, style)
        self._end_block(level, place)

    def _end_block(self, level: int = 0, place: tuple[int, str] | None = None) -> None:
        runs = _trimmed(self._runs)
        self._runs = []
        if not runs:
            return
        if place is not None and not level:
            self._items.append(ListParagraph(place[0], place[1], self._mark or "", runs))
            return
        block = Heading(new_id(), 1, runs) if level else Paragraph(new_id(), runs)
        self._add(block, level)

    def _add(self, block: Block, level: int = 0) -> None:
        self._end_items()
        self._blocks.append((block, level))

    def _end_items(self) -> None:
        items, self._items = self._items, []
        self._blocks += [(block, 0) for block in lists_of(items)]

    def _read_list(self, node: Node, style: Style) -> None:
        self._end_block()
        items: list[tuple[Block, ...]] = []
        for child in node.children:
            if not isinstance(child, Node) or self._is_left_out(child):
                continue
            reader = self.inner()
            if child.tag in {"ul", "ol"}:
                reader._read_list(child, style)  # noqa: SLF001
            else:
                reader.read_children(child, _styled(child, style))
            blocks = _with_two_levels(reader.finish())
            if child.tag in {"ul", "ol"} and items:
                items[-1] += blocks
            elif blocks:
                items.append(blocks)
        if items:
            self._add(_list_block(node, tuple(items)))

    def _read_table(self, node: Node, style: Style) -> None:
        self._end_block()
        if is_layout(node):
            self._read_block(Node("div", {}, list(node.children)), style)
            return

        def runs_of(cell: Node) -> Runs:
            reader = self.inner()
            reader.read_children(cell, _styled(cell, style))
            return reader.runs_in_one()

        table = table_of(node, runs_of)
        if table is not None:
            self._add(table)


def _styled(node: Node, style: Style) -> Style:
    """The style of the text inside an element."""
    bold = style.bold or node.tag in _BOLD
    italic = style.italic or node.tag in _ITALIC
    weight = node.style.get("font-weight", "")
    if weight:
        bold = weight in {"bold", "bolder"} or (weight.isdigit() and int(weight) >= 600)
    slant = node.style.get("font-style", "")
    if slant:
        italic = slant in {"italic", "oblique"}
    keeps = style.keeps_blanks or node.style.get("white-space", "").startswith("pre")
    return Style(bold, italic, keeps)


def _list_block(node: Node, items: tuple[tuple[Block, ...], ...]) -> ListBlock:
    kind = node.attributes.get("type", "")
    css = _list_css(node)
    start = node.attributes.get("start", "")
    first = int(start) if start.isdecimal() and 0 < int(start) < 10_000 else 1
    if node.tag == "ul":
        return ListBlock(new_id(), "bullet", items)
    is_letter = kind in {"a", "A"} or "alpha" in css or "latin" in css
    return ListBlock(new_id(), "letter" if is_letter else "number", items, first)


def _list_css(node: Node) -> str:
    """How the list's marks are styled, at the list or at its first item."""
    items = [each for each in node.children if isinstance(each, Node) and each.tag == "li"]
    return " ".join(
        each.style.get(name, "")
        for each in (node, *items[:1])
        for name in ("list-style-type", "list-style")
    )


def _trimmed(runs: list[Run]) -> Runs:
    """Runs without blanks and breaks at both ends."""
    result = list(runs)
    while result and not result[0].is_footnote and not result[0].words.strip(_EDGE):
        result.pop(0)
    while result and not result[-1].is_footnote and not result[-1].words.strip(_EDGE):
        result.pop()
    if result and not result[0].is_footnote:
        result[0] = _with_text(result[0], result[0].words.lstrip(_EDGE))
    if result and not result[-1].is_footnote:
        result[-1] = _with_text(result[-1], result[-1].words.rstrip(_EDGE))
    return tuple(result)


def _with_text(run: Run, text: str) -> Run:
    return Run(text=text, bold=run.bold, italic=run.italic)


def _with_two_levels(blocks: list[tuple[Block, int]]) -> Blocks:
    highest = min((level for _block, level in blocks if level), default=0)
    return tuple(
        Heading(block.id, 1 if level == highest else 2, block.runs)
        if isinstance(block, Heading)
        else block
        for block, level in blocks
    )
