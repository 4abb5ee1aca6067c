"""Room to write by hand: a caption and ruled lines."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from lpd_desktop.pdf.canvas import TaggedCanvas
from lpd_desktop.pdf.paragraph import Column, Setting
from lpd_desktop.pdf.story import Story
from lpd_desktop.pdf.strips import Strip
from lpd_desktop.pdf.styles import PARAGRAPH_SPACE, SMALL, TABLE_RULES
from lpd_desktop.pdf.tree import Node

_LINE = 25.0
"""Points; 8.8 mm, as lined paper has."""

_TOGETHER = 3


def add_writing_room(story: Story, parent: Node, caption: str, lines: int) -> None:
    """Adds lines to write on, and above them what goes there; one line is enough for its page."""
    if caption:
        story.text(parent, caption, SMALL, Setting(keep_with_next=True))
        story.strips[-1] = replace(story.strips[-1], leads=False)
    line = Strip(_LINE, _RuledLine(story.column))
    stays = [index < _TOGETHER - 1 or index == lines - 2 for index in range(lines)]
    strips = [replace(line, keep=keep and at < lines - 1) for at, keep in enumerate(stays)]
    strips[-1] = replace(strips[-1], after=2 * PARAGRAPH_SPACE)
    story.strips += strips


class _RuledLine(msgspec.Struct, frozen=True):
    """Draws the line on which one writes, at the foot of its strip."""

    column: Column

    def __call__(self, canvas: TaggedCanvas, top: float) -> None:
        left, bottom = self.column.x, top - _LINE
        canvas.rule((left, bottom), (left + self.column.width, bottom), 0.5, TABLE_RULES.thin)
