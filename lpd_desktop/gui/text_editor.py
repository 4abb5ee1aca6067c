"""The editor and its tool bar that the pages use."""

from __future__ import annotations

from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.tool_bar import RichTextToolBar

__all__ = ["RichTextEdit", "RichTextToolBar"]
