"""The logical tree of a document: what its parts are, in reading order, before any layout."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec


class Anchor(msgspec.Struct, eq=False):
    """A place that links and bookmarks lead to; its page (from 0) and top are set by layout.

    Attributes:
        node: What stands there.
    """

    page: int = -1
    top: float = 0.0
    node: Node | None = None


class Node(msgspec.Struct, eq=False):
    """One structure element.

    Attributes:
        role: Standard structure type of PDF 1.7, such as `P` or `TH`.
        parent: None for the document.
        alt: Text instead of a figure.
        ident: Unique id, needed for notes.
        attributes: From owner to entries in PDF syntax, as `{"Table": {"Scope": "/Row"}}`.
        target: Where the link leads that this node stands for.
        uri: Likewise, outside of the document.
        contents: What a screen reader says of the link.
        content: Its text in logical order, with the inline nodes that stand in it.
        inline: Whether the node is placed among its parent's children when it is first drawn.
        address: What of the plan it shows; empty where it shows what its parent does.
    """

    role: str
    parent: Node | None = None
    children: list[Node] = msgspec.field(default_factory=list)
    alt: str = ""
    ident: str = ""
    attributes: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)
    target: Anchor | None = None
    uri: str = ""
    contents: str = ""
    content: list[str | Node] = msgspec.field(default_factory=list)
    inline: bool = False
    address: str = ""

    def add(self, role: str) -> Node:
        """A new last child."""
        node = Node(role, self)
        self.children.append(node)
        return node

    def add_inline(self, role: str) -> Node:
        """A new child that stands inside this node's text, after what is there."""
        node = Node(role, self, inline=True)
        self.content.append(node)
        return node

    @property
    def linked(self) -> Node | None:
        """The nearest node from here upwards that leads somewhere."""
        node: Node | None = self
        while node is not None and node.inline and not node.leads:
            node = node.parent
        return node if node is not None and node.leads else None

    @property
    def leads(self) -> bool:
        """Whether it is a link."""
        return self.target is not None or bool(self.uri)

    @property
    def place(self) -> str:
        """Its address, else that of the nearest node above which has one."""
        node: Node | None = self
        while node is not None and not node.address:
            node = node.parent
        return node.address if node is not None else ""

    @property
    def text(self) -> str:
        """Its own text, that of inline nodes included."""
        return "".join(part if isinstance(part, str) else part.text for part in self.content)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Role and text of this node and all below it in logical order, where there is text."""
        text = self.text
        if text:
            yield self.role, text
        for child in self.children:
            yield from child.texts()


class Artifact(msgspec.Struct, frozen=True):
    """Content that is no part of the text: rules, header, footer, repeated table heads."""

    entries: str


LAYOUT = Artifact("/Type /Layout")
HEADER = Artifact("/Type /Pagination /Subtype /Header")
FOOTER = Artifact("/Type /Pagination /Subtype /Footer")
WATERMARK = Artifact("/Type /Pagination /Subtype /Watermark")
REPEATED = Artifact("/Type /Pagination")

Target = Node | Artifact
