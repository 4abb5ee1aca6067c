"""The editor and its tool bar that the pages use."""

from __future__ import annotations

from lpd_desktop.gui.rich_text.editor import RichTextEdit

try:
    from lpd_desktop.gui.rich_text.tool_bar import RichTextToolBar
except ImportError:
    from lpd_desktop.gui.stand_in import RichTextToolBar

__all__ = ["RichTextEdit", "RichTextToolBar"]
