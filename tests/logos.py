"""Generated logos: a coloured sign that shows when it is turned, cut or recoloured."""

from __future__ import annotations

import zlib
from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.logo import Logo

ALT = "Logo: Kreis Musterland"


def plain_png(width: int, height: int, channels: int = 3) -> bytes:
    """A PNG of the stored kind: the upper left quarter red, the rest shades of blue."""
    rows = [
        b"\0" + b"".join(_pixel(x, y, width, height)[:channels] for x in range(width))
        for y in range(height)
    ]
    header = width.to_bytes(4) + height.to_bytes(4) + bytes((8, 2 if channels == 3 else 0, 0, 0, 0))
    return packed_png(header, zlib.compress(b"".join(rows), 9))


def packed_png(header: bytes, pixels: bytes) -> bytes:
    """A PNG of a header and packed pixels, right or wrong."""
    parts = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def with_logo(file: LpdFile, logo: Logo | None = None, accent: str = "") -> LpdFile:
    """The plan with a logo and a colour."""
    logo = logo or Logo(image=plain_png(600, 180), alt=ALT)
    options = changed(file.plan.options, logo=logo, accent=accent)
    return replace(file, plan=changed(file.plan, options=options))


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)


def _pixel(x: int, y: int, width: int, height: int) -> bytes:
    if 2 * x < width and 2 * y < height:
        return b"\xc0\x20\x20"
    return bytes((20, 60, 100 + 100 * y // height))
