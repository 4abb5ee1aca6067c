"""The document as text to be read: the same story as on the pages, in its logical order.

What is printed is taken from the logical tree, so there is no second account of what a plan says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lpd_desktop.pdf.page_text import NO_BREAK_BLANK
from lpd_desktop.pdf.plan_story import plan_story
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.file import LpdFile

Role = Literal["title", "heading", "text", "item", "entry", "note"]

_HEADINGS = {f"H{level}": level for level in range(1, 7)}


@dataclass(frozen=True)
class Words:
    """A stretch of text; `link` is the id of what it leads to, `ident` its own."""

    text: str
    link: str = ""
    ident: str = ""


@dataclass(frozen=True)
class Passage:
    """One heading, paragraph, list item, entry of the contents, or footnote.

    Attributes:
        level: Of a heading from 1, of a list item how deep it stands.
        label: The mark of an item, the number of a footnote.
        address: What of the plan it is; empty for what the form or the program says.
        ident: Where links lead.
    """

    role: Role
    words: tuple[Words, ...]
    level: int = 0
    label: str = ""
    address: str = ""
    ident: str = ""

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(each.text for each in self.words)


@dataclass(frozen=True)
class ReadCell:
    """One cell of a table."""

    words: tuple[Words, ...]
    is_header: bool = False
    address: str = ""


@dataclass(frozen=True)
class ReadTable:
    """A table; its rows may be of different length. Its footnotes follow it."""

    rows: tuple[tuple[ReadCell, ...], ...]
    address: str = ""

    @property
    def header_rows(self) -> int:
        """How many rows at the top hold nothing but headers and blank cells."""
        count = 0
        while count < len(self.rows) and _is_head(self.rows[count]):
            count += 1
        return count


Part = Passage | ReadTable


def read_text(file: LpdFile) -> tuple[Part, ...]:
    """All that the document of a plan says, in logical order."""
    root = plan_story(file).root
    return tuple(_Reader(root).read(root))


def _is_head(row: tuple[ReadCell, ...]) -> bool:
    empty = [not any(each.text.strip() for each in cell.words) for cell in row]
    headers = [cell.is_header for cell in row]
    return any(headers) and all(one or other for one, other in zip(headers, empty, strict=True))


class _Reader:
    """Walks the tree; headings are numbered first, because the contents lead to them."""

    def __init__(self, root: Node) -> None:
        headings = (node for node in _walk(root) if node.role in _HEADINGS)
        self._idents = {node: f"h{number}" for number, node in enumerate(headings, 1)}

    def read(self, node: Node, depth: int = 0) -> Iterator[Part]:
        """The parts of a node and of all below it."""
        if node.role == "Table":
            yield from self._table(node)
        elif node.role == "LI":
            yield from self._item(node, depth)
        elif node.role == "Note":
            yield self._note(node)
        elif node.role == "TOCI":
            yield self._passage("entry", node.children[0].children[0])
        else:
            yield from self._other(node, depth)

    def _other(self, node: Node, depth: int) -> Iterator[Part]:
        if node.text or node.alt:
            yield self._own_passage(node, depth)
        inner = depth + 1 if node.role == "L" else depth
        for child in node.children:
            yield from self.read(child, inner)

    def _item(self, node: Node, depth: int) -> Iterator[Part]:
        """The mark stands at the first text; what else belongs to the item follows."""
        labels = [child.text for child in node.children if child.role == "Lbl"]
        label = "".join(labels).strip()
        bodies = [child for child in node.children if child.role != "Lbl"]
        for part in (part for body in bodies for part in self.read(body, depth)):
            if label and isinstance(part, Passage) and part.role == "text":
                yield replace(part, role="item", label=label, level=depth)
                label = ""
            else:
                yield part

    def _table(self, node: Node) -> Iterator[Part]:
        rows = [row for row in node.children if row.role == "TR"]
        yield ReadTable(tuple(tuple(map(self._cell, row.children)) for row in rows), node.place)
        for row in rows:
            for cell in row.children:
                for note in cell.children:
                    yield from self.read(note)

    def _own_passage(self, node: Node, depth: int) -> Passage:
        if node.role in _HEADINGS:
            return replace(self._passage("heading", node), level=_HEADINGS[node.role])
        if node.role == "Title":
            return self._passage("title", node)
        if not node.text:
            return Passage("text", (Words(node.alt),), depth, address=node.place)
        return replace(self._passage("text", node), level=depth)

    def _passage(self, role: Role, node: Node) -> Passage:
        ident = self._idents.get(node, "")
        return Passage(role, self._words(node), address=node.place, ident=ident)

    def _note(self, node: Node) -> Passage:
        label, body = node.children
        return Passage("note", self._words(body), 0, label.text, node.place, node.ident)

    def _cell(self, node: Node) -> ReadCell:
        return ReadCell(self._words(node), node.role == "TH", node.place)

    def _words(self, node: Node) -> tuple[Words, ...]:
        return tuple(self._own_words(node, ""))

    def _own_words(self, node: Node, link: str) -> Iterator[Words]:
        target = node.target.node if node.target is not None else None
        if target is not None and target.role == "Note":
            number = node.text.strip(NO_BREAK_BLANK)
            yield Words(f"[{number}]", target.ident, f"to-{target.ident}")
            return
        link = self._idents.get(target, "") if target is not None else link
        for part in node.content:
            if isinstance(part, Node):
                yield from self._own_words(part, link)
            elif part:
                yield Words(part, link)


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)
