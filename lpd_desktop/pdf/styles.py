"""Sizes, colours and distances of the document, in points."""

from __future__ import annotations

import msgspec

from lpd_desktop.pdf.canvas import Color
from lpd_desktop.pdf.inline import TextStyle
from lpd_desktop.pdf.paragraph import Column
from lpd_desktop.pdf.tables import Rules

PAGE_WIDTH = 595.276
PAGE_HEIGHT = 841.89

TEXT = Column(85.0, 425.276)
"""Some 75 characters a line."""


class PageShape(msgspec.Struct, frozen=True):
    """Where text stands on a page.

    Attributes:
        text: The column of the text.
        remarks: Where the margin for remarks begins; None without one.
    """

    text: Column = TEXT
    remarks: float | None = None


NORMAL_PAGE = PageShape()
WIDE_MARGIN_PAGE = PageShape(Column(62.0, 352.0), PAGE_WIDTH - 170.1)
"""60 mm at the right are free for remarks; a line has some 62 characters."""

TEXT_TOP = PAGE_HEIGHT - 88.0
TEXT_HEIGHT = 676.0

INK: Color = (0.102, 0.114, 0.133)
ACCENT: Color = (0.086, 0.239, 0.400)
QUIET: Color = (0.341, 0.376, 0.420)
GROUND: Color = (0.925, 0.945, 0.965)
PAPER: Color = (1.0, 1.0, 1.0)
WATERMARK_INK: Color = (0.935, 0.943, 0.952)
TABLE_RULES = Rules(thin=(0.741, 0.776, 0.812), strong=ACCENT, whole_height=0.45 * TEXT_HEIGHT)

BODY = TextStyle(10.2, 15.0, color=INK)
TABLE = TextStyle(9.3, 13.0, color=INK, divide=False)
TABLE_HEAD = TextStyle(9.3, 13.0, bold=True, color=INK, divide=False)
NOTE = TextStyle(8.4, 11.5, color=INK)
SMALL = TextStyle(8.4, 11.5, color=QUIET)
FURNITURE = TextStyle(8.2, 11.0, color=QUIET, divide=False)

COVER_TITLE = TextStyle(26.0, 34.0, bold=True, color=ACCENT, divide=False)
COVER_SUBTITLE = TextStyle(14.0, 21.0, color=INK, divide=False)
COVER_NAME = TextStyle(20.0, 27.0, bold=True, color=INK, divide=False)
COVER_LONG_NAME = TextStyle(13.0, 18.0, bold=True, color=INK, divide=False)
COVER_STATE = TextStyle(10.2, 15.0, bold=True, color=INK, divide=False)

HEADINGS = {
    1: TextStyle(17.0, 22.0, bold=True, color=ACCENT, divide=False),
    2: TextStyle(13.0, 18.0, bold=True, color=ACCENT, divide=False),
    3: TextStyle(10.6, 15.0, bold=True, color=ACCENT, divide=False),
    4: TextStyle(10.6, 15.0, bold=True, color=INK, divide=False),
    5: TextStyle(10.2, 15.0, bold=True, italic=True, color=INK, divide=False),
    6: TextStyle(10.2, 15.0, italic=True, color=INK, divide=False),
}
HEADING_SPACE = {
    1: (30.0, 8.0),
    2: (22.0, 6.0),
    3: (16.0, 5.0),
    4: (13.0, 3.0),
    5: (10.0, 2.0),
    6: (10.0, 2.0),
}
"""Space before and after."""

CONTENTS = {
    1: TextStyle(10.2, 15.0, bold=True, color=INK, divide=False),
    2: TextStyle(10.2, 15.0, color=INK, divide=False),
}

PARAGRAPH_SPACE = 7.0
LIST_SPACE = 3.0
LIST_INDENT = 17.0
NUMBER_INDENT = 21.0
MARK_SPACE = 5.0
"""Between the number of an item and its text at least."""

TABLE_SPACE = 11.0
