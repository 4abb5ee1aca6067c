"""Drawing with marks: every operator that paints stands in the mark of a node or an artifact.

The canvas records where each node of the logical tree was drawn: page and number of the marked
content, annotations, and children that stand inside a text. `structure` writes that down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from hashlib import blake2b
from io import BytesIO
from typing import Any

import msgspec

from lpd_desktop.pdf.fonts import Face, face
from lpd_desktop.pdf.shown_text import TextWriter
from lpd_desktop.pdf.tree import LAYOUT, Anchor, Artifact, Node, Target

Color = tuple[float, float, float]
BLACK: Color = (0.0, 0.0, 0.0)


class Ink(msgspec.Struct, frozen=True, eq=False):
    """What letters are drawn with; the size is in points."""

    face: Face
    size: float
    color: Color = BLACK

    def width(self, text: str) -> float:
        """The width of a text in points."""
        return self.face.width(text, self.size)


class MarkedContent(msgspec.Struct, frozen=True):
    """One marked stretch of a page; pages count from 0."""

    page: int
    number: int


class LinkArea(msgspec.Struct, frozen=True, eq=False):
    """A link annotation; `rect` is (x0, y0, x1, y1) in points from the lower left corner."""

    page: int
    rect: tuple[float, float, float, float]
    node: Node


Kid = MarkedContent | LinkArea | Node


class Page(msgspec.Struct, eq=False):
    """What was recorded on one page: the node of each marked content, and the links.

    Attributes:
        look: A digest; pages that look different have different ones.
    """

    nodes: list[Node] = msgspec.field(default_factory=list)
    links: list[LinkArea] = msgspec.field(default_factory=list)
    look: str = ""


class TaggedCanvas:
    """Draws on reportlab's canvas and keeps the record for the structure tree.

    Attributes:
        palette: From colours of the styles to those that this document has instead.
    """

    def __init__(self, width: float, height: float, lang: str) -> None:
        """Opens an empty document with pages of this size in points."""
        from reportlab.pdfgen.canvas import Canvas

        self.width = width
        self.height = height
        self.palette: Mapping[Color, Color] = {}
        self.record: dict[Node, list[Kid]] = {}
        self.pages: list[Page] = []
        self._override: Artifact | None = None
        self._operators: list[str] = []
        self._looks: list[str] = []
        self._target: Target | None = None
        self._color: Color = BLACK
        self._font = ""
        self._bookmarks = 0
        self._writers: dict[Face, TextWriter] = {}
        settings: dict[str, Any] = {
            "pagesize": (width, height),
            "pageCompression": 0,
            "invariant": 1,
            "pdfVersion": (1, 7),
            "initialFontName": face().font.fontName,
            "lang": lang,
        }
        self.reportlab: Any = Canvas(BytesIO(), **settings)

    @property
    def document(self) -> Any:
        """Reportlab's document, which numbers and writes objects."""
        return self.reportlab._doc  # noqa: SLF001 - reportlab offers no other way

    def begin_page(self) -> None:
        """Starts a page; drawing goes there."""
        self.pages.append(Page())
        self._operators = []
        self._looks = []
        self._target = None
        self._color = BLACK
        self._font = ""

    def end_page(self) -> None:
        """Hands the page to reportlab."""
        self._close_mark()
        self.pages[-1].look = _digest(self._looks)
        self.reportlab.addLiteral("\n".join(self._operators))
        self.reportlab.showPage()
        page = self.document.Pages[-1]
        page.stream = page.stream.encode()  # texts are encoded slowly by reportlab

    @contextmanager
    def as_artifact(self, artifact: Artifact) -> Iterator[None]:
        """Whatever is drawn inside is no part of the text, and makes no links."""
        self._override = artifact
        try:
            yield
        finally:
            self._override = None

    def text(self, target: Target, position: tuple[float, float], text: str, ink: Ink) -> None:
        """Shows a text with its baseline starting at (x, y)."""
        self._mark(target)
        self._set_color(ink.color)
        size = _number(ink.size)
        shown, self._font = self._writer(ink.face).operators(text, size, self._font)
        x, y = position
        place = f"1 0 0 1 {_number(x)} {_number(y)} Tm"
        self._operators.append(f"BT {place} {shown} ET")
        self._looks.append(f"{place} {ink.face.font.fontName} {size} {text}")

    def row(
        self, target: Target, places: Sequence[float], baseline: float, text: str, ink: Ink
    ) -> None:
        """Shows the same text at several x on one baseline."""
        if not places:
            return
        first, *others = places
        self.text(target, (first, baseline), text, ink)
        size, y = _number(ink.size), _number(baseline)
        shown, self._font = self._writer(ink.face).operators(text, size, self._font)
        starts = [f"1 0 0 1 {_number(x)} {y} Tm" for x in others]
        self._operators += [f"BT {start} {shown} ET" for start in starts]
        self._looks += [f"{start} {ink.face.font.fontName} {size} {text}" for start in starts]

    def rule(
        self, start: tuple[float, float], end: tuple[float, float], width: float, color: Color
    ) -> None:
        """Draws a straight line, which is no part of the text."""
        self._mark(LAYOUT)
        ends = f"{_number(start[0])} {_number(start[1])} m {_number(end[0])} {_number(end[1])} l"
        self._paint(f"{self._stroke(color)} {_number(width)} w {ends} S")

    def fill(
        self, rect: tuple[float, float, float, float], color: Color, *, target: Target = LAYOUT
    ) -> None:
        """Fills the rectangle (x, y, width, height), which is no part of the text by itself."""
        self._mark(target)
        self._set_color(color)
        self._paint(f"{' '.join(map(_number, rect))} re f")

    def outline(
        self, target: Target, points: list[tuple[float, float]], width: float, color: Color
    ) -> None:
        """Draws lines through points."""
        self._mark(target)
        first, *others = [f"{_number(x)} {_number(y)}" for x, y in points]
        lines = " ".join(f"{point} l" for point in others)
        self._paint(f"{self._stroke(color)} {_number(width)} w {first} m {lines} S")

    def image(self, target: Target, rect: tuple[float, float, float, float], name: str) -> None:
        """Shows the image object of this name in the rectangle (x, y, width, height)."""
        self._mark(target)
        x, y, width, height = map(_number, rect)
        self._paint(f"q {width} 0 0 {height} {x} {y} cm /FormXob.{name} Do Q")
        self.reportlab._formsinuse.append(name)  # noqa: SLF001 - as for `document`

    def link(self, node: Node, rect: tuple[float, float, float, float]) -> None:
        """Makes the area a link to where the node leads."""
        if self._override is not None:
            return
        area = LinkArea(len(self.pages) - 1, rect, node)
        self.pages[-1].links.append(area)
        self._kids(node).append(area)

    def bookmark(self, anchor: Anchor, title: str, level: int) -> None:
        """Adds an entry to the outline; call it in reading order, on the anchor's page."""
        self._bookmarks += 1
        key = f"bookmark{self._bookmarks}"
        self.reportlab.bookmarkPage(key, fit="XYZ", left=0, top=anchor.top, zoom=0)
        self.reportlab.addOutlineEntry(title, key, level=level)

    def _writer(self, face: Face) -> TextWriter:
        writer = self._writers.get(face)
        if writer is None:
            writer = self._writers[face] = TextWriter(face, self.document)
        return writer

    def _paint(self, operator: str) -> None:
        self._operators.append(operator)
        self._looks.append(operator)

    def _stroke(self, color: Color) -> str:
        return f"{_channels(self._shade(color))} RG"

    def _shade(self, color: Color) -> Color:
        """The colour that this document has for one of the styles'."""
        return self.palette.get(color, color)

    def _set_color(self, color: Color) -> None:
        color = self._shade(color)
        if color != self._color:
            self._paint(f"{_channels(color)} rg")
            self._color = color

    def _mark(self, target: Target) -> None:
        """Opens the mark of a target unless it is open already."""
        target = self._override or target
        if target is self._target:
            return
        self._close_mark()
        if isinstance(target, Artifact):
            self._operators.append(f"/Artifact <<{target.entries}>> BDC")
        else:
            number = self._new_content(target)
            self._operators.append(f"/{target.role} <</MCID {number}>> BDC")
        self._target = target

    def _close_mark(self) -> None:
        if self._target is not None:
            self._operators.append("EMC")
            self._target = None

    def _new_content(self, node: Node) -> int:
        nodes = self.pages[-1].nodes
        self._kids(node).append(MarkedContent(len(self.pages) - 1, len(nodes)))
        nodes.append(node)
        return len(nodes) - 1

    def _kids(self, node: Node) -> list[Kid]:
        """The record of a node; an inline node takes its place in its parent's when first met."""
        kids = self.record.get(node)
        if kids is None:
            kids = self.record[node] = []
            if node.inline and node.parent is not None:
                self._kids(node.parent).append(node)
        return kids


def _digest(looks: list[str]) -> str:
    """Of what is painted, with letters instead of their codes, which are others in each file."""
    return blake2b("\n".join(looks).encode("utf-8", "replace"), digest_size=16).hexdigest()


@lru_cache(maxsize=8192)
def _number(value: float) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _channels(color: Color) -> str:
    return " ".join(map(_number, color))
