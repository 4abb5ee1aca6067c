"""Reads the elements of foreign HTML one after the other into blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lpd_desktop.plan.rich_text import Block, Heading, Paragraph, Run, Runs, walk_runs
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.word import html_lists as lists
from lpd_desktop.word import html_marks as marks
from lpd_desktop.word.html_blocks import (
    Levelled,
    heading_level,
    list_blocks,
    trimmed,
    unbolded,
    with_two_levels,
)
from lpd_desktop.word.html_notes import Notes
from lpd_desktop.word.html_tables import is_layout, strays_of, table_of
from lpd_desktop.word.html_tree import BLOCKS, Node
from lpd_desktop.word.left_out import LeftOut

_SPACES = re.compile(r"[ \t\n\r\f]+")
_INVISIBLE = re.compile("[\u00ad\u200b\ufeff]")
_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em"})
_MORE_BLOCKS = frozenset({"li", "tr", "td", "th", "caption", "legend", "option", "summary"})


@dataclass(frozen=True)
class Style:
    """Bold and italic of the text that is read, whether its blanks count, whether it has colour."""

    bold: bool = False
    italic: bool = False
    keeps_blanks: bool = False
    is_coloured: bool = False

    def of(self, node: Node) -> Style:
        """The style of the text inside an element."""
        if not node.style:
            bold, italic = self.bold or node.tag in _BOLD, self.italic or node.tag in _ITALIC
            return replace(self, bold=bold, italic=italic) if node.tag not in BLOCKS else self
        return Style(
            _is_bold(node, self.bold),
            _is_italic(node, self.italic),
            _keeps_blanks(node, self.keeps_blanks),
            self.is_coloured,
        )


def _is_bold(node: Node, before: bool) -> bool:
    weight = node.style.get("font-weight", "")
    if weight and weight != "inherit":
        return weight in {"bold", "bolder"} or (weight.isdecimal() and int(weight[:4]) >= 600)
    return before or node.tag in _BOLD


def _is_italic(node: Node, before: bool) -> bool:
    slant = node.style.get("font-style", "")
    if slant and slant != "inherit":
        return slant.startswith(("italic", "oblique"))
    return before or node.tag in _ITALIC


def _keeps_blanks(node: Node, before: bool) -> bool:
    space = node.style.get("white-space", "")
    return space.startswith(("pre", "break-spaces")) if space else before


class Reader:
    """Holds what was read so far: finished blocks, list paragraphs, the runs of one block."""

    def __init__(self, notes: Notes, left_out: LeftOut) -> None:
        self._notes = notes
        self.left_out = left_out
        self._blocks: list[Levelled] = []
        self._runs: list[Run] = []
        self._items: list[lists.ListParagraph] = []
        self._mark = ""
        self._is_marked = False

    def inner(self) -> Reader:
        """A reader for what stands inside a cell, an item or a footnote."""
        return Reader(self._notes, self.left_out)

    def finish(self) -> list[Levelled]:
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
            self._read_note(node, style)
        elif node.tag == "br":
            self._end_line()
        elif node.tag in {"ul", "ol"}:
            self._read_list(node, style)
        elif node.tag == "table":
            self._read_table(node, style)
        elif marks.stands_for_blanks(node):
            self._read_text(" ", style)
        elif "mso-tab-count" in node.style:
            self._runs.append(Run(text="\t", bold=style.bold, italic=style.italic))
        elif node.tag in BLOCKS or node.tag in _MORE_BLOCKS:
            self._read_block(node, style.of(node))
        else:
            self.read_children(node, self._inline(node, style))

    def _inline(self, node: Node, style: Style) -> Style:
        """The style inside an inline element; counts addresses and colours that get lost."""
        self.left_out.links += marks.leads_away(node)
        inside = style.of(node)
        if style.is_coloured or node.tag == "a":
            return replace(inside, is_coloured=True)
        if marks.is_coloured(node) and node.text().strip():
            self.left_out.colours += 1
            return replace(inside, is_coloured=True)
        return inside

    def _is_left_out(self, node: Node) -> bool:
        """Whether an element is no text; counts what readers would miss."""
        if lists.is_list_mark(node):
            self._mark = lists.clean_mark(node.text())
            self._is_marked = True
            return True
        counts = self.left_out
        if marks.is_silent(node) or marks.is_comment_text(node) or marks.is_note_return(node):
            return True
        if marks.is_picture(node):
            counts.pictures += not marks.is_hidden(node)
            return True
        if marks.is_comment_mark(node):
            counts.comments += 1
            return True
        if marks.is_deleted(node):
            counts.deleted += bool(node.text().strip())
            return True
        if marks.is_hidden(node):
            counts.hidden += bool(node.text().strip())
            return True
        return self._notes.are_in(node)

    def _read_text(self, text: str, style: Style) -> None:
        if not text.isascii():
            text = _INVISIBLE.sub("", text)
        if not style.keeps_blanks:
            text = _SPACES.sub(" ", text)
            if not self._runs or self._runs[-1].words.endswith((" ", "\n")):
                text = text.lstrip(" ")
        if text:
            self._runs.append(Run(text=text, bold=style.bold, italic=style.italic))

    def _end_line(self) -> None:
        if self._runs and self._runs[-1].words.endswith(" "):
            last = self._runs[-1]
            self._runs[-1] = Run(text=last.words[:-1], bold=last.bold, italic=last.italic)
        self._runs.append(Run(text="\n"))

    def _read_note(self, node: Node, style: Style) -> None:
        text = self._notes.take(marks.note_name(node))
        if text is not None:
            self._runs.append(Run(footnote=self._note_runs(text)))
        elif any(sign.isalpha() for sign in node.text()):
            self.read_children(node, style)
        else:
            self.left_out.footnotes += 1

    def _note_runs(self, text: Node) -> Runs:
        reader = self.inner()
        reader.read_children(text, Style())
        return tuple(run for run in reader.runs_in_one() if not run.is_footnote)

    def read_note_alone(self, text: Node) -> None:
        """Reads the text of a footnote that no mark leads to, as a paragraph."""
        runs = self._note_runs(text)
        if runs:
            self._add(Paragraph(new_id(), runs))

    def runs_in_one(self) -> Runs:
        """All text that was read in one piece, with line breaks between blocks."""
        blocks = tuple(block for block, _level in self.finish())
        runs: list[Run] = []
        for _block, each in walk_runs(blocks):
            runs += [Run(text="\n"), *each] if runs and each else each
        return tuple(runs)

    def _read_block(self, node: Node, style: Style) -> None:
        self._end_block()
        place, level = lists.list_place(node), heading_level(node)
        goes_on = place is None and not level and lists.continues_item(node)
        self._mark, self._is_marked = "", False
        if node.tag == "pre":
            style = replace(style, keeps_blanks=True)
        if level:
            style = replace(style, bold=False, is_coloured=True)
        self.read_children(node, style)
        if place is None and self._is_marked and node.tag == "p":
            place = lists.place_of_marked(node)
        self._end_block(level, place, goes_on=goes_on)

    def _end_block(
        self, level: int = 0, place: lists.ListPlace | None = None, *, goes_on: bool = False
    ) -> None:
        runs = trimmed(self._runs)
        self._runs = []
        if not runs:
            return
        if level:
            self._add(Heading(new_id(), 1, self._numbered(unbolded(runs))), level)
        elif place is not None:
            item = lists.ListParagraph(place.level, place.source, place.mark or self._mark, runs)
            self._items.append(item)
        elif goes_on and self._items:
            last = self._items[-1]
            self._items[-1] = replace(last, more=(*last.more, runs))
        else:
            self._add(Paragraph(new_id(), runs))

    def _numbered(self, runs: Runs) -> Runs:
        """A heading with the number that Word counted for it."""
        if not lists.is_automatic_number(self._mark):
            return runs
        return (Run(text=f"{self._mark} "), *runs)

    def _add(self, block: Block, level: int = 0) -> None:
        self._end_items()
        self._blocks.append((block, level))

    def _end_items(self) -> None:
        items, self._items = self._items, []
        self._blocks += [(block, 0) for block in lists.lists_of(items)]

    def _read_list(self, node: Node, style: Style) -> None:
        self._end_block()
        style = style.of(node)
        items: list[tuple[Block, ...]] = []
        for child in node.children:
            if not isinstance(child, str) and self._is_left_out(child):
                continue
            blocks = self._blocks_of_item(node, child, style)
            is_list = isinstance(child, Node) and child.tag in {"ul", "ol"}
            if is_list and items:
                items[-1] += blocks
            elif blocks:
                items.append(blocks)
        if items:
            for block in list_blocks(node, tuple(items)):
                self._add(block)

    def _blocks_of_item(self, outer: Node, child: Node | str, style: Style) -> tuple[Block, ...]:
        reader = self.inner()
        if isinstance(child, str):
            reader._read_text(child, style)  # noqa: SLF001
            return with_two_levels(reader.finish())
        place = lists.place_of_online_item(outer, child)
        if child.tag in {"ul", "ol"}:
            reader._read_list(child, style)  # noqa: SLF001
        else:
            reader.read_children(child, style.of(child))
        if place is None:
            return with_two_levels(reader.finish())
        runs = reader.runs_in_one()
        if runs:
            self._items.append(lists.ListParagraph(place.level, place.source, place.mark, runs))
        return ()

    def _read_table(self, node: Node, style: Style) -> None:
        self._end_block()
        style = style.of(node)
        if is_layout(node):
            self._read_block(Node("div", {}, list(node.children)), style)
            return
        for stray in strays_of(node):
            self._read_block(Node("div", {}, [stray]), style)

        def runs_of(cell: Node) -> Runs:
            reader = self.inner()
            reader.read_children(cell, style.of(cell))
            return reader.runs_in_one()

        read = table_of(node, runs_of)
        self.left_out.hidden += read.hidden
        self.left_out.joined_cells += read.joined
        if read.table is not None:
            self._add(read.table)
