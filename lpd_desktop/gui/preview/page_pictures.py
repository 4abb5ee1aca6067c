"""The drawn pages, by how they look: what looks the same is drawn once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QImage

from lpd_desktop.pdf.page_images import PageImage

_KEPT_BYTES = 64 * 1024 * 1024
"""Of pages out of sight."""


@dataclass(frozen=True)
class _Drawn:
    """A picture over the bytes of a drawn page, which live as long as it does."""

    source: PageImage
    image: QImage
    scale: float


class PagePictures:
    """Keeps what is in sight, and of the rest what was seen last."""

    def __init__(self) -> None:
        self._drawn: dict[str, _Drawn] = {}

    def add(self, pictures: Mapping[str, PageImage], scale: float, ratio: float) -> None:
        """Takes pages drawn with `scale` pixels of a screen which has `ratio` for each of Qt's."""
        for look, source in pictures.items():
            stride = source.width * 4
            image = QImage(
                source.pixels, source.width, source.height, stride, QImage.Format.Format_RGB32
            )
            image.setDevicePixelRatio(ratio)
            self._drawn.pop(look, None)
            self._drawn[look] = _Drawn(source, image, scale)

    def of(self, look: str) -> QImage | None:
        """The picture of a page, perhaps in another scale."""
        drawn = self._drawn.get(look)
        return drawn.image if drawn is not None else None

    def known(self, scale: float) -> frozenset[str]:
        """The looks of the pages that are drawn in this scale."""
        return frozenset(look for look, drawn in self._drawn.items() if drawn.scale == scale)

    def keep(self, in_sight: Collection[str]) -> None:
        """Drops the oldest pages out of sight beyond what may be kept."""
        for look in in_sight:
            if look in self._drawn:
                self._drawn[look] = self._drawn.pop(look)
        room = _KEPT_BYTES
        for look in reversed(list(self._drawn)):
            if look not in in_sight:
                room -= len(self._drawn[look].source.pixels)
                if room < 0:
                    del self._drawn[look]
