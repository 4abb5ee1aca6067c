"""The logical tree of a document: what its parts are, in reading order, before any layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(eq=False)
class Anchor:
    """A place that links and bookmarks lead to; its page (from 0) and top are set by layout."""

    page: int = -1
    top: float = 0.0


@dataclass(eq=False)
class Node:
    """One structure element.

    Attributes:
        role: Standard structure type of PDF 1.7, such as `P` or `TH`.
        parent: None for the document.
        alt: Text instead of a figure.
        ident: Unique id, needed for notes.
        attributes: Attribute owner to entries in PDF syntax, such as `{"Table": {"Scope": "/Row"}}`.
        target: Where the link leads that this node stands for.
        contents: What a screen reader says of the link.
        inline: Whether the node is placed among its parent's children when it is first drawn.
    """

    role: str
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    alt: str = ""
    ident: str = ""
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    target: Anchor | None = None
    contents: str = ""
    inline: bool = False

    def add(self, role: str) -> Node:
        """A new last child."""
        node = Node(role, self)
        self.children.append(node)
        return node

    def add_inline(self, role: str) -> Node:
        """A new child that stands inside this node's text."""
        return Node(role, self, inline=True)

    @property
    def linked(self) -> Node | None:
        """The nearest node from here upwards that leads somewhere."""
        node: Node | None = self
        while node is not None and node.inline and node.target is None:
            node = node.parent
        return node if node is not None and node.target is not None else None

    def walk(self) -> Iterator[Node]:
        """This node and all below it that were added as blocks."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Artifact:
    """Content that is no part of the text: rules, header, footer, repeated table heads."""

    entries: str


LAYOUT = Artifact("/Type /Layout")
HEADER = Artifact("/Type /Pagination /Subtype /Header")
FOOTER = Artifact("/Type /Pagination /Subtype /Footer")
WATERMARK = Artifact("/Type /Pagination /Subtype /Watermark")
REPEATED = Artifact("/Type /Pagination")

Target = Node | Artifact
