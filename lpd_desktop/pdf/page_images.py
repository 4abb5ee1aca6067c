"""Pages as pictures, for preview, printing and looking at them.

pdfium serves one thread at a time. This module is its only user: each picture is drawn, and
everything of pdfium closed again, while the lock is held, on the thread that asked.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

from lpd_desktop.runtime.errors import LpdError

_PDFIUM = Lock()


class NoPictureError(LpdError):
    """The bytes are no PDF that can be drawn."""


@dataclass(frozen=True)
class PageImage:
    """A drawn page: rows of `width` pixels from the top, four bytes (blue, green, red, none)."""

    width: int
    height: int
    pixels: bytes

    def png(self) -> bytes:
        """The picture as PNG."""
        colors = bytearray(len(self.pixels) // 4 * 3)
        for target, source in enumerate((2, 1, 0)):
            colors[target::3] = self.pixels[source::4]
        stride = self.width * 3
        rows = (bytes(colors[at : at + stride]) for at in range(0, len(colors), stride))
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
    with _opened(data) as document:
        return _drawn(document, page, scale)


def page_images(
    data: bytes, pages: list[int] | None = None, scale: float = 1.0
) -> Iterator[PageImage]:
    """Some pages or all, drawn one after the other.

    Raises:
        NoPictureError: no PDF.
    """
    for number in pages if pages is not None else range(page_count(data)):
        yield page_image(data, number, scale)


def _drawn(document: Any, number: int, scale: float) -> PageImage:
    page = document[number]
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    try:
        return PageImage(bitmap.width, bitmap.height, _unpadded(bitmap))
    finally:
        bitmap.close()
        page.close()


def _unpadded(bitmap: Any) -> bytes:
    """The pixels without the padding at the end of their rows."""
    raw = bytes(bitmap.buffer)
    used = bitmap.width * 4
    if used == bitmap.stride:
        return raw
    starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
    return b"".join(raw[at : at + used] for at in starts)


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    """The document, closed at the end; nobody else works with pdfium in between."""
    with _PDFIUM:
        import pypdfium2

        document = None
        try:
            document = pypdfium2.PdfDocument(data)
            yield document
        except pypdfium2.PdfiumError as error:
            message = (
                "Das PDF lässt sich nicht darstellen. Bitte prüfen Sie, ob die Datei vollständig "
                "ist."
            )
            raise NoPictureError(message) from error
        finally:
            if document is not None:
                document.close()
