"""Pages as pictures, for the preview and for looking at them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lpd_desktop.runtime.errors import LpdError


class NoPictureError(LpdError):
    """The bytes are no PDF that can be drawn."""


@dataclass(frozen=True)
class PageImage:
    """A drawn page: rows of `width` pixels from the top, three bytes (red, green, blue) each."""

    width: int
    height: int
    pixels: bytes

    def png(self) -> bytes:
        """The picture as PNG."""
        stride = self.width * 3
        rows = (self.pixels[at : at + stride] for at in range(0, len(self.pixels), stride))
        packed = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
        header = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")
        return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


def page_count(data: bytes) -> int:
    """How many pages a PDF has.

    Raises:
        NoPictureError: no PDF.
    """
    with _opened(data) as document:
        return len(document)


def page_image(data: bytes, page: int, scale: float = 1.0) -> PageImage:
    """One page drawn; page 0 is the first, a scale of 1 gives 72 pixels an inch.

    Raises:
        NoPictureError: no PDF.
    """
    return next(page_images(data, [page], scale))


def page_images(
    data: bytes, pages: list[int] | None = None, scale: float = 1.0
) -> Iterator[PageImage]:
    """Some pages or all, drawn one after the other.

    Raises:
        NoPictureError: no PDF.
    """
    with _opened(data) as document:
        for number in pages if pages is not None else range(len(document)):
            bitmap = document[number].render(scale=scale, rev_byteorder=True)
            yield _image(bitmap)


def _image(bitmap: Any) -> PageImage:
    """The bitmap without the padding at the end of its rows."""
    raw = bytes(bitmap.buffer)
    used = bitmap.width * bitmap.n_channels
    starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
    pixels = b"".join(raw[at : at + used] for at in starts)
    return PageImage(bitmap.width, bitmap.height, pixels)


def _opened(data: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        message = (
            "Das PDF lässt sich nicht darstellen. Bitte prüfen Sie, ob die Datei vollständig ist."
        )
        raise NoPictureError(message) from error
