"""Whether pages look the same: drawn by one program at the same size and compared dot by dot."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.pdf.page_images import NoPictureError, PageImage, page_count, page_image

_SCALE = 1.0
"""72 dots for an inch: a swapped digit changes dozens of them."""

_VISIBLE = 32
"""Of 255; programs that round coordinates change the grey at the edges of letters less."""

_POINTS_IN_A_CM = 72 / 2.54


def can_be_drawn(data: bytes) -> bool:
    """Whether a file can be opened for drawing; reading it forgives more."""
    try:
        return page_count(data) > 0
    except NoPictureError:
        return False


def differing_pages(
    shown: bytes, expected: bytes, pairs: tuple[tuple[int, int], ...]
) -> Iterator[tuple[int, float]]:
    """The pages (from 0) that look otherwise, and how many cm below the upper edge that begins.

    Args:
        shown: One document.
        expected: Another one.
        pairs: Which page of the first is which of the second.
    """
    for here, there in pairs:
        top = _difference(_picture(shown, here), _picture(expected, there))
        if top is not None:
            yield here, top / _SCALE / _POINTS_IN_A_CM


def _picture(data: bytes, page: int) -> PageImage | None:
    """None where a page is too damaged to be drawn."""
    import pypdfium2

    try:
        return page_image(data, page, _SCALE)
    except (NoPictureError, pypdfium2.PdfiumError, IndexError):
        return None


def _difference(one: PageImage | None, other: PageImage | None) -> int | None:
    """The first row of dots that differs; None where none does."""
    if one is None or other is None or (one.width, one.height) != (other.width, other.height):
        return None if one is other else 0
    if one.pixels == other.pixels:
        return None
    from PIL import Image, ImageChops

    size = (one.width, one.height)
    left, right = (
        Image.frombuffer("RGBX", size, each.pixels).convert("RGB") for each in (one, other)
    )
    strongest = ImageChops.difference(left, right).point(lambda value: 255 * (value > _VISIBLE))
    box = strongest.getbbox()
    return None if box is None else box[1]
