"""Numbers beside the lines of a draft, for those who talk about it.

Every line after the contents has its number, through the whole document: in a meeting „Zeile 412“
names a place without a page, and nobody counts from a printed five. Repeated table heads and
footnotes have none; a footnote is named by its own number.

The numbers are drawn, not written: programs that take text out of a page sort it by place and would
put them between the words.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from lpd_desktop.pdf.canvas import TaggedCanvas
from lpd_desktop.pdf.drawn_digits import add_digits, draw_digits
from lpd_desktop.pdf.page_filling import Placed
from lpd_desktop.pdf.styles import QUIET, TEXT_TOP
from lpd_desktop.pdf.tree import REPEATED

_HEIGHT = 5.0
_GAP = 13.0
"""Points between a number and the text column."""


class LineNumbers(msgspec.Struct, eq=False):
    """Counts the lines of a document; `edge` is the left edge of its text."""

    edge: float
    count: int = 0

    def begin(self, canvas: TaggedCanvas) -> None:
        """Puts the digits into the document."""
        add_digits(canvas, QUIET)

    def draw(self, canvas: TaggedCanvas, body: Sequence[Placed]) -> None:
        """Draws the numbers of one page; call it last, so that they follow the page's text."""
        for placed in body:
            if placed.repeated:
                continue
            for below in placed.strip.baselines:
                self.count += 1
                place = (self.edge - _GAP, TEXT_TOP - placed.top - below)
                draw_digits(canvas, REPEATED, place, str(self.count), _HEIGHT)
