"""Foreign HTML, such as the clipboard's, reduced to the plan's rich text.

Deleted text of tracked changes, comments, hidden text and pictures are left out and counted; fonts,
colours and sizes are dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.word.html_blocks import with_two_levels
from lpd_desktop.word.html_notes import Notes
from lpd_desktop.word.html_reader import Reader, Style
from lpd_desktop.word.html_tree import parse_html
from lpd_desktop.word.left_out import LeftOut


@dataclass(frozen=True)
class HtmlContent:
    """What a piece of HTML says, and how much of it was left out."""

    blocks: Blocks
    left_out: LeftOut = field(default_factory=LeftOut)


def blocks_from_html(markup: str) -> HtmlContent:
    """Reduces HTML to blocks with new ids.

    The highest heading that occurs becomes level 1, all deeper ones level 2.

    Raises:
        TooMuchToPasteError: more than anybody means to paste at once; nothing else is refused.
    """
    root = parse_html(markup)
    notes = Notes(root)
    reader = Reader(notes, LeftOut())
    reader.read_children(root, Style())
    blocks = reader.finish()
    for text in notes.left():
        reader.read_note_alone(text)
    return HtmlContent(with_two_levels(blocks), reader.left_out)
