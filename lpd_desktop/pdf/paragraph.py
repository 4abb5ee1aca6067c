"""Paragraphs as strips, one for each line."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from lpd_desktop.pdf.canvas import TaggedCanvas
from lpd_desktop.pdf.inline import Piece, Stroke, TextStyle
from lpd_desktop.pdf.line_breaking import balanced_lines, break_lines
from lpd_desktop.pdf.line_words import Segment
from lpd_desktop.pdf.lines import Line
from lpd_desktop.pdf.page_text import SOFT_HYPHEN
from lpd_desktop.pdf.strips import Extent, Footnote, Strip
from lpd_desktop.pdf.tree import Anchor, Node

_LINES_TOGETHER = 2
"""Lines of a paragraph that stay together before and after a page break."""

_STROKE_WIDTH = 0.07
_STROKE_HEIGHTS: dict[Stroke, float] = {"under": -0.14, "through": 0.26}
"""Above the baseline; both as shares of the size of the letters."""


class Column(msgspec.Struct, frozen=True):
    """Where text stands: from `x` on, `width` points wide."""

    x: float
    width: float

    def indented(self, by: float) -> Column:
        """The column that begins further right."""
        return Column(self.x + by, self.width - by)

    def extent(self, address: str) -> Extent:
        """The whole width as the place of an address."""
        return Extent(address, self.x, self.x + self.width)


class Label(msgspec.Struct, frozen=True, eq=False):
    """A list item's mark at `x`, on the first line of the item."""

    piece: Piece
    x: float


class Setting(msgspec.Struct, frozen=True):
    """How a paragraph stands among others; lengths in points.

    Attributes:
        keep_with_next: For headings; such a paragraph is not parted either.
        leads: Whether its last lines stay with what it introduces.
        label: The mark of a list item beside the first line.
        balanced: Whether the lines are of similar length.
        anchors: Places that the first line stands for.
        address: What of the plan it shows.
    """

    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    leads: bool = False
    balanced: bool = False
    label: Label | None = None
    anchors: tuple[Anchor, ...] = ()
    address: str = ""
    new_page: bool = False


class _LineDrawing(msgspec.Struct, frozen=True, eq=False):
    """Draws one line, and the label beside it."""

    line: Line
    x: float
    style: TextStyle
    label: Label | None = None

    def __call__(self, canvas: TaggedCanvas, top: float) -> None:
        baseline = top - self.style.ascent
        if self.label is not None:
            piece = self.label.piece
            place = (self.label.x, baseline)
            canvas.text(piece.node, place, piece.text, piece.ink)
            if piece.node.leads:
                canvas.link(piece.node, _area(place, place[0] + piece.ink.width(piece.text), piece))
        draw_line(canvas, self.line, (self.x, baseline))


def draw_line(canvas: TaggedCanvas, line: Line, place: tuple[float, float]) -> None:
    """Shows a line with its baseline starting at (x, y), and makes its links."""
    x, baseline = place
    areas: dict[Node, tuple[float, float]] = {}
    strokes: list[tuple[Segment, float, float]] = []
    for segment in line.segments:
        piece = segment.piece
        start = (x, baseline + piece.rise)
        canvas.text(piece.node, start, segment.text, piece.ink)
        end = x + segment.width
        if piece.stroke:
            strokes.append((segment, x, end))
        linked = piece.node.linked
        if linked is not None:
            areas[linked] = (areas.get(linked, (x, x))[0], end)
        x = end
    for segment, left, right in strokes:
        _draw_stroke(canvas, segment, (left, right), baseline)
    for node, (left, right) in areas.items():
        canvas.link(node, _area((left, baseline), right, line.segments[0].piece))


def _area(
    start: tuple[float, float], right: float, piece: Piece
) -> tuple[float, float, float, float]:
    """What of a line can be clicked, as high as its letters."""
    left, baseline = start
    size = piece.ink.size
    return (left, baseline - 0.3 * size, right, baseline + 0.95 * size)


def _draw_stroke(
    canvas: TaggedCanvas, segment: Segment, ends: tuple[float, float], baseline: float
) -> None:
    """A line under or through the words of a segment, not under the blanks at its ends."""
    ink, text = segment.piece.ink, segment.text
    left = ends[0] + ink.width(text[: len(text) - len(text.lstrip())])
    right = ends[1] - ink.width(text[len(text.rstrip()) :])
    y = baseline + _STROKE_HEIGHTS[segment.piece.stroke] * ink.size
    if right > left:
        canvas.rule((left, y), (right, y), _STROKE_WIDTH * ink.size, ink.color)


def line_notes(lines: Iterable[Line]) -> tuple[Footnote, ...]:
    """The footnotes referred to in lines."""
    segments = (segment for line in lines for segment in line.segments)
    return tuple(segment.piece.note for segment in segments if segment.piece.note is not None)


def paragraph_strips(
    pieces: list[Piece], style: TextStyle, column: Column, setting: Setting
) -> list[Strip]:
    """The strips of a paragraph, flush left; none where it has no text."""
    lines = (
        balanced_lines(pieces, column.width)
        if setting.balanced
        else break_lines(pieces, column.width, divide=style.divide)
    )
    drawings = [
        _LineDrawing(line, column.x, style, setting.label if index == 0 else None)
        for index, line in enumerate(lines)
    ]
    strips = [
        Strip(
            height=style.leading,
            draw=drawing,
            keep=setting.keep_with_next or _stays(index, len(lines)),
            divided=drawing.line.text.endswith(SOFT_HYPHEN),
            notes=line_notes([drawing.line]),
            extents=(column.extent(setting.address),) if setting.address else (),
            baselines=(style.ascent,) if drawing.line.segments else (),
        )
        for index, drawing in enumerate(drawings)
    ]
    return _among_others(strips, setting)


def _among_others(strips: list[Strip], setting: Setting) -> list[Strip]:
    """The strips with the space, anchors and page break of their paragraph."""
    if strips:
        strips[0] = replace(
            strips[0], before=setting.before, anchors=setting.anchors, new_page=setting.new_page
        )
        leads = setting.leads or setting.keep_with_next
        strips[-1] = replace(
            strips[-1], after=setting.after, keep=strips[-1].keep or leads, leads=leads
        )
    return strips


def _stays(index: int, count: int) -> bool:
    """Whether line `index` of `count` may not be parted from the next one."""
    if index == count - 1:
        return False
    done, left = index + 1, count - index - 1
    return done < _LINES_TOGETHER or left < _LINES_TOGETHER


def label_alone(label: Label, style: TextStyle, setting: Setting) -> Strip:
    """A strip with a list item's mark, where the item does not begin with text."""
    draw = _LineDrawing(Line((), 0.0), 0.0, style, label)
    return Strip(style.leading, draw, before=setting.before, keep=True, anchors=setting.anchors)
