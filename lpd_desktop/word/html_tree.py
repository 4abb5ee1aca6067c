"""HTML as a tree of elements, forgiving as clipboards need it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

_DEEPEST = 150
_VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    )
)
_CLOSED_BY: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tbody": frozenset({"thead", "tbody", "tr", "td", "th"}),
    "body": frozenset({"head", "style", "title"}),
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
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    )
)


@dataclass
class Node:
    """An element with its attributes; children are nodes and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @cached_property
    def style(self) -> dict[str, str]:
        """The declarations of the `style` attribute, names and values in lower case."""
        pairs = (part.partition(":") for part in self.attributes.get("style", "").split(";"))
        return {name.strip().lower(): value.strip().lower() for name, _colon, value in pairs}

    @property
    def classes(self) -> str:
        """The `class` attribute in lower case."""
        return self.attributes.get("class", "").lower()

    def walk(self) -> Iterator[Node]:
        """This element and all inside of it, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def text(self) -> str:
        """All text inside of it."""
        return "".join(each if isinstance(each, str) else each.text() for each in self.children)


def parse_html(markup: str) -> Node:
    """The tree of a document or of a piece of one; never fails."""
    parser = _TreeBuilder()
    parser.feed(markup)
    parser.close()
    return parser.root


class _TreeBuilder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("document")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element and closes those that end with it unsaid."""
        self._close_implied(tag)
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes an element that is closed at once."""
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)

    def handle_endtag(self, tag: str) -> None:
        """Closes the nearest element of that name."""
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return
            if self._open[depth].tag in {"td", "th"} and tag not in {"tr", "table", "tbody"}:
                return

    def handle_data(self, data: str) -> None:
        """Takes text."""
        self._open[-1].children.append(data)

    def _close_implied(self, tag: str) -> None:
        ended = frozenset({"p"}) if tag in BLOCKS else _CLOSED_BY.get(tag, frozenset())
        stops = _STOPS.get("p" if tag in BLOCKS else tag, frozenset())
        if tag == "body":
            ended, stops = _CLOSED_BY["body"], _STOPS["body"]
        for depth in range(len(self._open) - 1, 0, -1):
            name = self._open[depth].tag
            if name in stops:
                return
            if name in ended:
                del self._open[depth:]
