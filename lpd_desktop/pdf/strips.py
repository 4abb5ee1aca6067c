"""Strips: what a page is filled with. One strip is a line, a table row, or any undivided height.

Everything that shall be set becomes strips first; filling pages is then one loop for all of it.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from lpd_desktop.pdf.canvas import TaggedCanvas
from lpd_desktop.pdf.tree import Anchor, Node

Draw = Callable[[TaggedCanvas, float], None]
"""Draws on a canvas, given the top of the strip in points from the lower edge of the page."""


class Extent(msgspec.Struct, frozen=True):
    """The part of a strip that shows an address of the plan; lengths in points.

    Attributes:
        x0: Its left edge, on the page.
        x1: Its right edge.
        top: Its upper edge, below that of the strip.
        height: 0 for all that is below `top`.
        refers: Whether it leads to what stands elsewhere, as contents and footnotes do.
    """

    address: str
    x0: float
    x1: float
    top: float = 0.0
    height: float = 0.0
    refers: bool = False


class Strip(msgspec.Struct, frozen=True, eq=False):
    """An undivided height of the text column.

    Attributes:
        before: Space above in points; dropped at the top of a page, not added to `after`.
        keep: Whether the next strip must stand on the same page.
        leads: Whether it introduces what follows; two lines of that stay with it.
        divided: Whether it ends inside a word; a page ends elsewhere if it may.
        notes: Footnotes referred to in it.
        anchors: Places that links lead to.
        head: Strips repeated above it where it begins a page.
        new_page: Whether it begins a page.
        extents: Which addresses it shows.
        baselines: Of its lines of text, in points below its top.
    """

    height: float
    draw: Draw
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    leads: bool = False
    divided: bool = False
    notes: tuple[Footnote, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    head: tuple[Strip, ...] = ()
    new_page: bool = False
    extents: tuple[Extent, ...] = ()
    baselines: tuple[float, ...] = ()


class Footnote(msgspec.Struct, eq=False):
    """A footnote: its number, its node, and the strips for the foot of the page.

    Attributes:
        anchor: Where it stands.
        mark: Where the text refers to it.
    """

    number: int
    node: Node
    anchor: Anchor = msgspec.field(default_factory=Anchor)
    mark: Anchor = msgspec.field(default_factory=Anchor)
    strips: tuple[Strip, ...] = ()

    @property
    def height(self) -> float:
        """Of all strips with the space above the first."""
        return sum(strip.height + strip.before for strip in self.strips)


def draw_nothing(_canvas: TaggedCanvas, _top: float) -> None:
    """For strips that are space alone."""
