"""The document that the program makes of the data in a PDF, for comparison with that PDF."""

from __future__ import annotations

from lpd_desktop.pdf.edition import FINAL, Edition
from lpd_desktop.pdf.inspection.comparing import Comparison, compared
from lpd_desktop.pdf.rendering import render_edition
from lpd_desktop.plan.file import LpdFile

_DRAFTS = tuple(
    Edition("draft", line_numbers=numbers, wide_margin=margin)
    for margin in (False, True)
    for numbers in (False, True)
)
"""A draft does not say with which of these it was made; the one that fits best was it."""


def original_of(data: bytes, file: LpdFile) -> tuple[bytes, Comparison | None]:
    """The original of a PDF, and what differs; nothing is compared where the bytes are the same.

    Args:
        data: The PDF.
        file: The plan in it.

    Raises:
        LpdError: the data give no document, or the PDF cannot be opened.
    """
    editions = (FINAL,) if file.release is not None else _DRAFTS
    originals = [render_edition(file, edition).data for edition in editions]
    if data in originals:
        return data, None
    found = [(original, compared(data, original)) for original in originals]
    return min(found, key=lambda each: (not each[1].same_look, len(each[1].deviations)))


def bytes_that_differ(data: bytes, original: bytes) -> tuple[int, int]:
    """How many bytes of equally long files differ, and where the first one is, from 0."""
    if data == original:
        return 0, -1
    places = [
        at for at, (one, other) in enumerate(zip(data, original, strict=True)) if one != other
    ]
    return len(places), places[0]
