"""The editor and its tool bar that the pages use."""

from __future__ import annotations

try:
    from lpd_desktop.gui.rich_text.edit import RichTextEdit, RichTextToolBar
except ImportError:
    from lpd_desktop.gui.stand_in import RichTextEdit, RichTextToolBar

__all__ = ["RichTextEdit", "RichTextToolBar"]
