"""How much room the texts of a plan take on the pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from lpd_desktop.pdf.page_filling import FilledPage
from lpd_desktop.pdf.strips import Strip
from lpd_desktop.pdf.styles import TEXT_HEIGHT


class PrintedLength(msgspec.Struct, frozen=True):
    """The room of a document and of its texts.

    Attributes:
        pages: How many pages there are, cover and contents included.
        by_address: For the address of each text the room of its lines, cells and footnotes, in
            pages.
    """

    pages: int
    by_address: dict[str, float]


def length_of(pages: Sequence[FilledPage]) -> PrintedLength:
    """The length of filled pages."""
    room: dict[str, float] = defaultdict(float)
    for strip in _strips(pages):
        for address in _texts_of(strip):
            room[address] += (strip.height + strip.before) / TEXT_HEIGHT
    return PrintedLength(len(pages), dict(room))


def _strips(pages: Sequence[FilledPage]) -> Iterator[Strip]:
    for page in pages:
        for placed in (*page.body, *page.notes):
            if not placed.repeated:
                yield placed.strip


def _texts_of(strip: Strip) -> set[str]:
    return {extent.address.partition("#")[0] for extent in strip.extents if not extent.refers}
