"""Answers: rich text into story, in the order in which it was written."""

from __future__ import annotations

import re
from itertools import zip_longest

import msgspec
from msgspec.structs import replace

from lpd_desktop.pdf.inline import piece
from lpd_desktop.pdf.paragraph import Column, Label, Setting, label_alone
from lpd_desktop.pdf.story import Story
from lpd_desktop.pdf.strips import Strip
from lpd_desktop.pdf.styles import (
    BODY,
    GROUND,
    LIST_INDENT,
    LIST_SPACE,
    MARK_SPACE,
    NUMBER_INDENT,
    PARAGRAPH_SPACE,
    TABLE,
    TABLE_HEAD,
    TABLE_RULES,
    TABLE_SPACE,
)
from lpd_desktop.pdf.table_columns import fitted
from lpd_desktop.pdf.tables import Cell, Row, table_strips
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.rich_text import (
    Block,
    Blocks,
    Heading,
    ListBlock,
    Paragraph,
    Runs,
    Table,
    is_blank,
    plain_text,
)
from lpd_desktop.runtime.progress import stop_if_cancelled

_BESIDE_FIGURES = 10.0
"""Points between figures, which are flush right, and text in the column beside them."""

_NARROWEST = 250.0
"""A list in a narrower column is indented no further."""

_BULLETS = ("•", "–")
_NUMBERING = {"bullet": "/Disc", "number": "/Decimal", "letter": "/LowerAlpha"}
_FIGURE = re.compile(
    r"[+\-\u2212\u2013]? ?\d[\d.,:/]*(?: ?[%€]| [^\W\d]+)?|\./\.|[\-\u2013]|k\. ?A\."
)
_MIXED = re.compile(r"\D\d.*\s.*\d")
_PROSE = 40
"""Characters of a cell from which on it is text, whatever figures stand in it."""
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4})?")


def add_blocks(story: Story, parent: Node, blocks: Blocks, address: Address, level: int) -> None:
    """Adds an answer; its headings begin at heading level `level`."""
    place = _Place(parent, story.column, address, level)
    _BlocksWriter(story).write(blocks, place)


class _Place(msgspec.Struct, frozen=True):
    """Where blocks stand: in which node, column, field and list depth."""

    parent: Node
    column: Column
    address: Address
    level: int
    depth: int = 0
    after: float = PARAGRAPH_SPACE
    before: float = 0.0
    label: Label | None = None
    leads: bool = False

    def of(self, block: Block) -> str:
        return str(self.address.at_block(block.id))

    def setting(self, block: Block) -> Setting:
        return Setting(
            self.before, self.after, leads=self.leads, label=self.label, address=self.of(block)
        )


class _BlocksWriter:
    """Writes blocks of one answer into a story."""

    def __init__(self, story: Story) -> None:
        self._story = story

    def write(self, blocks: Blocks, place: _Place) -> None:
        """Writes blocks one after the other; the label stands at the first."""
        written = [block for block in blocks if not is_blank((block,))]
        for block, following in zip_longest(written, written[1:]):
            stop_if_cancelled()
            self._write_block(block, replace(place, leads=_leads(block, following)))
            place = replace(place, label=None, before=0.0)

    def _write_block(self, block: Block, place: _Place) -> None:
        if isinstance(block, Paragraph):
            setting = place.setting(block)
            self._story.paragraph(place.parent, block.runs, BODY, setting, column=place.column)
            return
        if place.label is not None:
            setting = Setting(before=place.before)
            self._story.strips.append(label_alone(place.label, BODY, setting))
            place = replace(place, label=None, before=0.0)
        if isinstance(block, Heading):
            self._write_heading(block, place)
        elif isinstance(block, ListBlock):
            self._write_list(block, place)
        else:
            self._write_table(block, place)

    def _write_heading(self, block: Heading, place: _Place) -> None:
        self._story.heading_pieces(
            place.parent,
            block.runs,
            place.level + block.level - 1,
            address=place.of(block),
            column=place.column,
        )

    def _write_list(self, block: ListBlock, place: _Place) -> None:
        node = place.parent.add("L")
        node.attributes["List"] = {"ListNumbering": _NUMBERING[block.style]}
        items = [item for item in block.items if not is_blank(item)]
        marks = [_mark(block, index, place.depth) for index in range(len(items))]
        indent = _indent_of(marks)
        if place.column.width < _NARROWEST:
            place = replace(place, column=place.column.indented(-indent))
        for index, item in enumerate(items):
            after = place.after if index == len(items) - 1 else LIST_SPACE
            before_last = len(self._story.strips)
            self._write_item(node, (marks[index], indent), item, replace(place, after=after))
        if len(items) > 1 and len(self._story.strips) == before_last + 1:
            self._keep_last_two(before_last)

    def _keep_last_two(self, last: int) -> None:
        """The one line that ends a list does not begin a page."""
        strips = self._story.strips
        strips[last - 1] = replace(strips[last - 1], keep=True)

    def _write_item(
        self, parent: Node, marked: tuple[str, float], item: Blocks, place: _Place
    ) -> None:
        mark, indent = marked
        node = parent.add("LI")
        label = Label(piece(mark, node.add("Lbl"), BODY), place.column.x)
        inner = replace(
            place,
            parent=node.add("LBody"),
            column=place.column.indented(indent),
            depth=place.depth + 1,
            label=label,
        )
        first, last = item[:-1], item[-1:]
        self.write(first, replace(inner, after=LIST_SPACE))
        if any(not is_blank((block,)) for block in first):
            inner = replace(inner, label=None, before=0.0)
        self.write(last, inner)

    def _write_table(self, block: Table, place: _Place) -> None:
        if not block.rows or not block.rows[0]:
            return
        node = place.parent.add("Table")
        figures = _figure_columns(block)
        node.address = place.of(block)
        rows = [self._row(block, index, node, figures) for index in range(len(block.rows))]
        rows, columns = fitted(rows, place.column)
        strips = table_strips(rows, columns, block.header_rows, TABLE_RULES)
        self._story.strips += _framed(strips, place, node.address)

    def _row(self, block: Table, index: int, parent: Node, figures: set[int]) -> Row:
        node = parent.add("TR")
        head = index < block.header_rows
        cells = []
        for column, runs in enumerate(block.rows[index]):
            scope = "Column" if head else "Row" if block.header_column and column == 0 else ""
            cell = self._cell(node, runs, scope, right=column in figures)
            follows = column - 1 in figures and column not in figures
            cells.append(replace(cell, indent=_BESIDE_FIGURES) if follows else cell)
        return Row(tuple(cells), fill=GROUND if head else None, rule_above=index == 0)

    def _cell(self, parent: Node, runs: Runs, scope: str, *, right: bool) -> Cell:
        filled = bool(scope) and bool(plain_text(runs).strip())
        node = parent.add("TH" if filled else "TD")
        if filled:
            node.attributes["Table"] = {"Scope": f"/{scope}"}
        style = TABLE_HEAD if scope else TABLE
        pieces, notes = self._story.pieces(runs, node, style)
        self._story.add_notes(node, notes, node.place)
        return Cell(pieces, style, align="right" if right else "left")


def _leads(block: Block, following: Block | None) -> bool:
    """Whether a paragraph introduces what stands below it."""
    if not isinstance(block, Paragraph):
        return False
    text = plain_text(block.runs).rstrip()
    if isinstance(following, ListBlock | Table):
        return not text.endswith((".", "!", "?"))
    return text.endswith(":")


def _framed(strips: list[Strip], place: _Place, address: str) -> list[Strip]:
    """The strips of a table with space around them and the address of its block."""
    extent = place.column.extent(address)
    strips = [replace(strip, extents=(*strip.extents, extent)) for strip in strips]
    strips[0] = replace(strips[0], before=max(TABLE_SPACE, place.before))
    strips[-1] = replace(strips[-1], after=max(TABLE_SPACE, place.after))
    return strips


def _figure_columns(block: Table) -> set[int]:
    """The columns of figures, which are set flush right; none if figures stand among text."""
    body = block.rows[block.header_rows :]
    found = set()
    for column in range(1 if block.header_column else 0, len(block.rows[0])):
        texts = [text for row in body if (text := plain_text(row[column]).strip())]
        figures = [text for text in texts if _FIGURE.fullmatch(text) and not _DATE.match(text)]
        if texts and len(figures) == len(texts):
            found.add(column)
        elif len(figures) > len(texts) / 3 or any(map(_is_mixed, texts)):
            return set()
    return found


def _is_mixed(text: str) -> bool:
    """Whether a cell holds several figures with their names; prose is something else."""
    return len(text) < _PROSE and _MIXED.search(text) is not None


def _indent_of(marks: list[str]) -> float:
    """How far the texts of a list stand from its margin; the widest mark decides."""
    if not marks or marks[0] in _BULLETS:
        return LIST_INDENT
    return max(NUMBER_INDENT, MARK_SPACE + max(map(BODY.ink.width, marks)))


def _mark(block: ListBlock, index: int, depth: int) -> str:
    if block.style == "bullet":
        return _BULLETS[min(depth, len(_BULLETS) - 1)]
    number = block.start + index
    return f"{number}." if block.style == "number" else f"{_letters(number)})"


def _letters(number: int) -> str:
    """1 as a, 26 as z, 27 as aa."""
    text = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text
