"""The accent colour of a document, and how well it reads on white paper.

Contrast is reckoned as the Web Content Accessibility Guidelines do (WCAG 2.2, relative luminance
and contrast ratio); they ask for 4.5 : 1 (success criterion 1.4.3).
"""

from __future__ import annotations

import re
from typing import Annotated

from msgspec import Meta

STANDARD_ACCENT = "#163d66"
READABLE = 4.5

Accent = Annotated[str, Meta(pattern="^(#[0-9a-f]{6})?$")]
"""A colour such as `#163d66`, empty for the standard."""

Channels = tuple[int, int, int]


def accent_named(text: str) -> str | None:
    """The colour that somebody typed, `163D66` and `#fff` included; None where it is none."""
    digits = text.strip().removeprefix("#").lower()
    if re.fullmatch("[0-9a-f]{3}", digits):
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}" if re.fullmatch("[0-9a-f]{6}", digits) else None


def channels_of(accent: str) -> Channels:
    """Red, green and blue from 0 to 255."""
    color = accent or STANDARD_ACCENT
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def contrast_to_white(accent: str) -> float:
    """From 1 (white itself) to 21 (black)."""
    return _contrast(channels_of(accent))


def is_readable(accent: str) -> bool:
    """Whether headings may have this colour as it is."""
    return contrast_to_white(accent) >= READABLE


def printed_accent(accent: str) -> str:
    """The colour of the headings: as chosen, else the nearest darker shade that is readable."""
    channels = channels_of(accent)
    shades = (_shade(channels, step) for step in range(255, -1, -1))
    red, green, blue = next(shade for shade in shades if _contrast(shade) >= READABLE)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _shade(channels: Channels, step: int) -> Channels:
    red, green, blue = channels
    return red * step // 255, green * step // 255, blue * step // 255


def _contrast(channels: Channels) -> float:
    red, green, blue = map(_linear, channels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(channel: int) -> float:
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
