"""The logo on the cover: a plain PNG with its alternative text.

What is stored is always the same simple kind of PNG (8 bits, grey or RGB, not interlaced, without
transparency), so every program can show it in ten years, and it stands in the PDF as it is here.
`pdf/logo_reading` makes it out of what people have.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import Annotated, NamedTuple

from msgspec import Meta

from lpd_desktop.plan.rich_text import PlanPart

MOST_BYTES = 256 * 1024
LARGEST_SIDE = 1600
"""Pixels; some 580 for an inch at the largest size on the cover."""

LOWEST_RESOLUTION = 100.0
"""Pixels for an inch; an image with few pixels is printed smaller rather than coarser."""

PRINT_RESOLUTION = 200.0
"""Pixels for an inch from which on the edges of a logo look sharp on paper."""

_MOST_WIDTH = 7 / 2.54 * 72
_MOST_HEIGHT = 3 / 2.54 * 72
"""Points: 7 and 3 cm."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3}
"""From the colour type of the PNG: grey, RGB."""


class PngHeader(NamedTuple):
    """Size in pixels, and how many bytes each pixel has."""

    width: int
    height: int
    channels: int


class Logo(PlanPart, kw_only=True, frozen=True):
    """The logo of an office.

    Attributes:
        image: A PNG of 8 bits in grey or RGB, not interlaced, without transparency.
        alt: What the logo shows, for people who do not see it.
    """

    image: Annotated[bytes, Meta(max_length=MOST_BYTES)]
    alt: str = ""

    def __post_init__(self) -> None:
        """Refuses other images; whether all pixels are there says `pixels_of`."""
        if len(self.image) > MOST_BYTES:
            message = "the image has too many bytes"
            raise ValueError(message)
        header_of(self.image)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return header_of(self.image)[:2]

    @property
    def mark(self) -> str:
        """A few letters that are others for another image."""
        return sha256(self.image).hexdigest()[:8]

    @property
    def printed_size(self) -> tuple[float, float]:
        """Width and height on the cover in points, in the proportions of the image."""
        width, height = self.size
        scale = min(_MOST_WIDTH / width, _MOST_HEIGHT / height, 72 / LOWEST_RESOLUTION)
        return width * scale, height * scale

    @property
    def resolution(self) -> float:
        """Pixels for an inch on the cover."""
        return self.size[0] / self.printed_size[0] * 72


def header_of(image: bytes) -> PngHeader:
    """What the PNG says of itself.

    Raises:
        ValueError: it is no PNG of the stored kind.
    """
    if image[:8] != _SIGNATURE or image[8:16] != b"\0\0\0\rIHDR" or len(image) < 33:
        message = "no PNG"
        raise ValueError(message)
    width, height = int.from_bytes(image[16:20]), int.from_bytes(image[20:24])
    depth, color, _packing, _filtering, interlace = image[24:29]
    if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        message = "too large or empty"
        raise ValueError(message)
    if depth != 8 or color not in _CHANNELS or interlace:
        message = "neither grey nor RGB with 8 bits in plain order"
        raise ValueError(message)
    return PngHeader(width, height, _CHANNELS[color])


@lru_cache(maxsize=4)
def pixels_of(image: bytes) -> bytes | None:
    """The packed pixels, each row behind its filter byte; None where some are missing."""
    header = header_of(image)
    expected = (header.width * header.channels + 1) * header.height
    try:
        packed = b"".join(data for name, data in _chunks(image) if name == b"IDAT")
        unpacking = zlib.decompressobj()
        rows = unpacking.decompress(packed, expected + 1)
    except (ValueError, zlib.error):
        return None
    filters = rows[:: header.width * header.channels + 1]
    whole = len(rows) == expected and unpacking.eof and not unpacking.unused_data
    return packed if whole and max(filters) <= 4 else None


def _chunks(image: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each part of a PNG up to its end."""
    place = len(_SIGNATURE)
    while place < len(image):
        length = int.from_bytes(image[place : place + 4])
        name, data = image[place + 4 : place + 8], image[place + 8 : place + 8 + length]
        place += 12 + length
        if image[place - 4 : place] != zlib.crc32(name + data).to_bytes(4):
            message = "a part is damaged"
            raise ValueError(message)
        yield name, data
        if name == b"IEND":
            return
    message = "the end is missing"
    raise ValueError(message)
