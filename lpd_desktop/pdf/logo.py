"""The logo on the cover: a figure with its alternative text, at the upper right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from lpd_desktop.pdf.canvas import Color, TaggedCanvas
from lpd_desktop.pdf.page_text import cleaned
from lpd_desktop.pdf.paragraph import Column
from lpd_desktop.pdf.strips import Extent
from lpd_desktop.pdf.styles import ACCENT, GROUND
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.accent import channels_of, printed_accent
from lpd_desktop.plan.logo import Logo, header_of, pixels_of

_NO_WORDS = "Logo"
"""Of a draft whose alternative text is still missing; the check asks for it."""

_TINT = 0.075
"""How much of the accent is in the ground of table heads."""


class LogoDrawing(msgspec.Struct, frozen=True, eq=False):
    """Draws the logo with its upper right corner at a point."""

    node: Node
    logo: Logo
    right: float

    @property
    def extent(self) -> Extent:
        """Its place in the cover's strip, at whose top it stands."""
        width, height = self.logo.printed_size
        return Extent("cover/look", self.right - width, self.right, height=height)

    def __call__(self, canvas: TaggedCanvas, top: float) -> None:
        """Draws it and tells the figure where it stands."""
        width, height = self.logo.printed_size
        left, bottom = self.right - width, top - height
        sides = " ".join(f"{side:.2f}" for side in (left, bottom, self.right, top))
        self.node.attributes["Layout"] = {"Placement": "/Block", "BBox": f"[{sides}]"}
        name = f"Logo{self.logo.mark}"
        if not canvas.document.hasForm(name):
            canvas.document.addForm(name, _image_object(self.logo))
        canvas.image(self.node, (left, bottom, width, height), name)


def add_logo(parent: Node, logo: Logo | None, room: Column) -> LogoDrawing | None:
    """Adds the figure to the tree and gives what draws it at the right end of the room.

    None without a logo, and where pixels of it are missing.
    """
    if logo is None or pixels_of(logo.image) is None:
        return None
    node = parent.add("Figure")
    node.alt = cleaned(logo.alt).strip() or _NO_WORDS
    return LogoDrawing(node, logo, room.x + room.width)


def palette_of(accent: str) -> Mapping[Color, Color]:
    """The colours of a document in place of those of the styles."""
    if not accent:
        return {}
    red, green, blue = (channel / 255 for channel in channels_of(printed_accent(accent)))
    ground = (_tint(red), _tint(green), _tint(blue))
    return {ACCENT: (red, green, blue), GROUND: ground}


def _tint(channel: float) -> float:
    return round(1 - _TINT * (1 - channel), 3)


def _image_object(logo: Logo) -> Any:
    """The pixels stand in the PDF as they stand in the PNG: both are packed alike."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream

    width, height, channels = header_of(logo.image)
    entries = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": str(width),
        "Height": str(height),
        "ColorSpace": "/DeviceRGB" if channels == 3 else "/DeviceGray",
        "BitsPerComponent": "8",
        "Filter": "/FlateDecode",
        "DecodeParms": f"<< /Predictor 15 /Colors {channels} /Columns {width} >>",
    }
    return PDFStream(PDFDictionary(entries), content=pixels_of(logo.image))
