"""A dark palette for systems that offer none; everything else takes its colours from it."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

_ROLES = {
    QPalette.ColorRole.Window: "#202124",
    QPalette.ColorRole.WindowText: "#e8eaed",
    QPalette.ColorRole.Base: "#303236",
    QPalette.ColorRole.AlternateBase: "#383a3f",
    QPalette.ColorRole.Text: "#e8eaed",
    QPalette.ColorRole.Button: "#35363a",
    QPalette.ColorRole.ButtonText: "#e8eaed",
    QPalette.ColorRole.BrightText: "#ffffff",
    QPalette.ColorRole.ToolTipBase: "#35363a",
    QPalette.ColorRole.ToolTipText: "#e8eaed",
    QPalette.ColorRole.PlaceholderText: "#a5a9af",
    QPalette.ColorRole.Highlight: "#2f6db3",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Accent: "#4c94e0",
    QPalette.ColorRole.Link: "#8ab4f8",
    QPalette.ColorRole.LinkVisited: "#c58af9",
    QPalette.ColorRole.Light: "#4a4b50",
    QPalette.ColorRole.Midlight: "#404146",
    QPalette.ColorRole.Mid: "#55575d",
    QPalette.ColorRole.Dark: "#17181a",
    QPalette.ColorRole.Shadow: "#000000",
}
_QUIET = "#85888e"

FRAME = QColor(_QUIET)
"""Around fields and boxes: at least 3 to 1 against the window and against the fields."""


def dark_palette() -> QPalette:
    """Dark grey with light letters; contrast of text at least 7 to 1."""
    palette = QPalette()
    for role, color in _ROLES.items():
        palette.setColor(role, QColor(color))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_QUIET))
    return palette
