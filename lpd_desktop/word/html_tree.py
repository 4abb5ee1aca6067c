"""HTML as a tree of elements, forgiving as clipboards need it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from lpd_desktop.word.html_styles import Declarations, StyleSheet, declarations_of
from lpd_desktop.word.html_tokens import Token, tokens_of

LIST_MARK = "list-mark"
"""The element that is made of what Word sets between `<![if !supportLists]>` and its end."""
ANNOTATION = "annotation"
"""The element that is made of a comment which LibreOffice writes as a comment of HTML."""

_DEEPEST = 100
_DEEPEST_STRUCK = 130
_LOOKED_AT = 200
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"]
) | frozenset(["source", "track", "wbr"])
_STRUCK = frozenset({"del", "s", "strike"})
_SILENT = frozenset({"comment", "head", "noscript", "template", "title", "xml"})
_CLOSED_BY: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tbody": frozenset({"thead", "tbody", "tr", "td", "th"}),
    "body": frozenset({"head", "title"}),
}
_STOPS: dict[str, frozenset[str]] = {
    "li": frozenset({"ul", "ol", "table", "td", "th"}),
    "tr": frozenset({"table"}),
    "td": frozenset({"tr", "table"}),
    "th": frozenset({"tr", "table"}),
    "tbody": frozenset({"table"}),
    "body": frozenset({"html"}),
    "p": frozenset({"td", "th", "li", "table", "div", "blockquote"}),
}
BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt"]
) | frozenset(
    [
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hr", "html", "main", "nav", "ol", "p", "pre", "section", "table", "ul"),
    ]
)

_LINES = BLOCKS | {"li", "tr", "td", "th"}
"""What begins a line of its own, or is parted from its neighbours as if it did."""


@dataclass
class Node:
    """An element with its attributes; children are nodes and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)
    rules: Declarations = field(default_factory=dict)

    @cached_property
    def style(self) -> Declarations:
        """What the style sheet and the `style` attribute say, names and values in lower case."""
        own = self.attributes.get("style", "")
        return {**self.rules, **declarations_of(own)} if own else self.rules

    @cached_property
    def classes(self) -> str:
        """The `class` attribute in lower case."""
        return self.attributes.get("class", "").lower()

    def walk(self) -> Iterator[Node]:
        """This element and all inside of it, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [each for each in reversed(node.children) if isinstance(each, Node)]

    def text(self) -> str:
        """All text inside of it."""
        texts: list[str] = []
        waiting: list[Node | str] = [self]
        while waiting:
            each = waiting.pop()
            if isinstance(each, str):
                texts.append(each)
            else:
                waiting += reversed(each.children)
        return "".join(texts)


def parse_html(markup: str) -> Node:
    """The tree of a document or of a piece of one.

    Raises:
        TooMuchToPasteError: the markup is larger than anybody means to paste.
    """
    builder = _TreeBuilder()
    for token in tokens_of(markup):
        builder.take(token)
    return builder.finish()


class _Open(NamedTuple):
    """An element that is open; where it stands too deep, `node` is the one that it stands in."""

    tag: str
    node: Node
    level: int


class _TreeBuilder:
    """Puts tokens into the tree, closing what ends unsaid."""

    def __init__(self) -> None:
        self._root = Node("document")
        self._open = [_Open("document", self._root, 0)]
        self._sheets: list[str] = []
        self._is_libreoffice = False

    def take(self, token: Token) -> None:
        """Takes the next token."""
        if token.kind == "text":
            self._here.children.append(token.text)
        elif token.kind == "open":
            self._start(token)
        elif token.kind == "close":
            self._end(token.name)
        else:
            self._take_comment(token.text.strip())

    def finish(self) -> Node:
        """The root of the tree."""
        self._end_list_mark(is_said=False)
        sheet = StyleSheet(self._sheets)
        if sheet:
            for node in self._root.walk():
                node.rules = sheet.of(node.tag, node.classes)
        return self._root

    @property
    def _here(self) -> Node:
        return self._open[-1].node

    def _nearest(self) -> Iterator[tuple[int, str]]:
        """The innermost open elements, from the inside; no more of them than anybody nests."""
        last = len(self._open) - 1
        return ((at, self._open[at].tag) for at in range(last, max(0, last - _LOOKED_AT), -1))

    def _start(self, token: Token) -> None:
        name = token.name
        if name == "style":
            self._sheets.append(token.text)
        if name == "meta" and token.attributes.get("name", "").lower() == "generator":
            generator = token.attributes.get("content", "").lower()
            self._is_libreoffice = generator.startswith(("libreoffice", "openoffice"))
        self._close_implied(name)
        self._add(Node(name, token.attributes), stays=name in _VOID or token.is_closed)

    def _add(self, node: Node, *, stays: bool = False) -> None:
        """Adds an element; `stays` outside of it. Of one too deep a new line is left."""
        level = self._open[-1].level + 1
        is_too_deep = level > (_DEEPEST_STRUCK if _may_be_left_out(node) else _DEEPEST)
        if stays or not is_too_deep:
            self._here.children.append(node)
        elif node.tag in _LINES:
            self._here.children.append(Node("br"))
        if stays:
            return
        opened = (self._here, level - 1) if is_too_deep else (node, level)
        self._open.append(_Open(node.tag, *opened))

    def _end(self, name: str) -> None:
        """Closes the nearest element of that name."""
        for depth, tag in self._nearest():
            if tag == name:
                self._close_down_to(depth)
                return
            if tag in {"td", "th"} and name not in {"tr", "table", "tbody"}:
                return

    def _close_down_to(self, depth: int) -> None:
        """Struck text goes on behind a block that ends inside of it, as browsers show it."""
        closed = self._open[depth:]
        del self._open[depth:]
        for each in closed[1:]:
            if each.tag in _STRUCK:
                self._add(Node(each.tag, each.node.attributes))
            elif each.tag == LIST_MARK:
                each.node.tag = "span"

    def _close_implied(self, tag: str) -> None:
        ended = frozenset({"p"}) if tag in BLOCKS else _CLOSED_BY.get(tag, frozenset())
        stops = _STOPS.get("p" if tag in BLOCKS else tag, frozenset())
        if tag == "body":
            ended, stops = _CLOSED_BY["body"], _STOPS["body"]
        if not ended:
            return
        for depth, name in self._nearest():
            if name in stops:
                return
            if name in ended:
                self._close_down_to(depth)

    def _take_comment(self, text: str) -> None:
        bare = text.strip("[]").lower()
        if bare == "if !supportlists":
            mark = Node(LIST_MARK)
            self._here.children.append(mark)
            self._open.append(_Open(LIST_MARK, mark, self._open[-1].level + 1))
        elif bare == "endif":
            self._end_list_mark(is_said=True)
        elif self._is_libreoffice and text and not text.startswith("["):
            self._here.children.append(Node(ANNOTATION))

    def _end_list_mark(self, *, is_said: bool) -> None:
        """Ends what stands for a mark; without an end it was none, and its text stays."""
        for depth, tag in self._nearest():
            if tag == LIST_MARK:
                if not is_said:
                    self._open[depth].node.tag = "span"
                del self._open[depth:]
                return


def _may_be_left_out(node: Node) -> bool:
    """Whether text inside may have to stay out, however deep it stands."""
    return node.tag in _STRUCK or node.tag in _SILENT or bool(node.attributes)
