"""Images from the clipboard and from dropped files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt
from PySide6.QtGui import QImage

from lpd_desktop.plan.logo import LARGEST_SIDE

_READY = ("image/png", "image/jpeg")
"""Taken as they are: with colour profile and transparency."""

_QUICKLY = 100
"""To Qt: pack little; the bytes are read again at once."""


def offered_image(data: QMimeData) -> Path | bytes | None:
    """The one file, or the image, that somebody drops or pastes; None for anything else."""
    urls = [url for url in data.urls() if url.isLocalFile()]
    if len(urls) == 1:
        return Path(urls[0].toLocalFile())
    for kind in _READY:
        if data.hasFormat(kind):
            return bytes(data.data(kind).data())
    image = data.imageData() if data.hasImage() else None
    return _png(image) if isinstance(image, QImage) and not image.isNull() else None


def _png(image: QImage) -> bytes:
    if max(image.width(), image.height()) > LARGEST_SIDE:
        image = image.scaled(
            LARGEST_SIDE,
            LARGEST_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", _QUICKLY)  # type: ignore[call-overload]  # the stubs want bytes
    return bytes(buffer.data().data())
