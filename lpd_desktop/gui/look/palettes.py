"""Palettes of our own: dark for systems that offer none, and one of high contrast."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

_Role = QPalette.ColorRole
_Colors = Mapping[_Role, str]

_DARK: _Colors = {
    _Role.Window: "#202124",
    _Role.WindowText: "#e8eaed",
    _Role.Base: "#303236",
    _Role.AlternateBase: "#383a3f",
    _Role.Text: "#e8eaed",
    _Role.Button: "#35363a",
    _Role.ButtonText: "#e8eaed",
    _Role.BrightText: "#ffffff",
    _Role.ToolTipBase: "#35363a",
    _Role.ToolTipText: "#e8eaed",
    _Role.PlaceholderText: "#a5a9af",
    _Role.Highlight: "#2f6db3",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#4c94e0",
    _Role.Link: "#8ab4f8",
    _Role.LinkVisited: "#c58af9",
    _Role.Light: "#4a4b50",
    _Role.Midlight: "#404146",
    _Role.Mid: "#55575d",
    _Role.Dark: "#17181a",
    _Role.Shadow: "#000000",
}
_DARK_QUIET = "#85888e"

_CONTRAST: _Colors = {
    _Role.Window: "#000000",
    _Role.WindowText: "#ffffff",
    _Role.Base: "#000000",
    _Role.AlternateBase: "#1a1a1a",
    _Role.Text: "#ffffff",
    _Role.Button: "#1a1a1a",
    _Role.ButtonText: "#ffffff",
    _Role.BrightText: "#ffffff",
    _Role.ToolTipBase: "#000000",
    _Role.ToolTipText: "#ffffff",
    _Role.PlaceholderText: "#ffffff",
    _Role.Highlight: "#ffe100",
    _Role.HighlightedText: "#000000",
    _Role.Accent: "#ffe100",
    _Role.Link: "#7fdbff",
    _Role.LinkVisited: "#7fdbff",
    _Role.Light: "#ffffff",
    _Role.Midlight: "#c8c8c8",
    _Role.Mid: "#ffffff",
    _Role.Dark: "#ffffff",
    _Role.Shadow: "#ffffff",
}
_CONTRAST_QUIET = "#b4b4b4"

_LEAST_CONTRAST = 4.5
_DARKEST = 40


def dark_palette() -> QPalette:
    """Dark grey with light letters; contrast of text at least 7 to 1."""
    return _palette(_DARK, _DARK_QUIET)


def contrast_palette() -> QPalette:
    """White on black; contrast of text at least 9 to 1, what is chosen black on yellow."""
    return _palette(_CONTRAST, _CONTRAST_QUIET)


def frame_color(palette: QPalette) -> QColor:
    """Around fields and boxes: at least 3 to 1 against the window and against the fields."""
    if palette.color(_Role.Window) == QColor(_CONTRAST[_Role.Window]):
        return palette.color(_Role.WindowText)
    return QColor(_DARK_QUIET)


def readable_choice(palette: QPalette) -> QPalette:
    """What the system's palette must be told so that a chosen line is read: at least 4.5 to 1.

    Everything else stays the system's; nothing is said where it is readable as it is.
    """
    own = QPalette()
    color, text = palette.color(_Role.Highlight), palette.color(_Role.HighlightedText)
    while contrast(color, text) < _LEAST_CONTRAST and color.value() > _DARKEST:
        color = color.darker(105)
        own.setColor(_Role.Highlight, color)
    return own


def contrast(one: QColor, other: QColor) -> float:
    """Contrast of two colours, 1 to 21, as WCAG 2.1 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _palette(colors: _Colors, quiet: str) -> QPalette:
    palette = QPalette()
    for role, color in colors.items():
        palette.setColor(role, QColor(color))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(quiet))
    return palette
