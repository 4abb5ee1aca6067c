"""Texts before they are broken into lines: pieces in one style, belonging to one node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from lpd_desktop.pdf.canvas import BLACK, Color, Ink
from lpd_desktop.pdf.fonts import Face, face
from lpd_desktop.pdf.page_text import cleaned
from lpd_desktop.pdf.tree import Node

if TYPE_CHECKING:
    from lpd_desktop.pdf.strips import Footnote

Stroke = Literal["", "under", "through"]


class TextStyle(msgspec.Struct, frozen=True):
    """How a text looks; lengths in points.

    Attributes:
        divide: Whether words are divided where a line would end early; without it only words
            that are wider than the line.
    """

    size: float
    leading: float
    bold: bool = False
    italic: bool = False
    color: Color = BLACK
    divide: bool = True

    @property
    def face(self) -> Face:
        """The cut for text without emphasis."""
        return face(bold=self.bold, italic=self.italic)

    @property
    def ink(self) -> Ink:
        """What text without emphasis is drawn with."""
        return Ink(self.face, self.size, self.color)

    @property
    def ascent(self) -> float:
        """From the top of a line down to its baseline."""
        return (self.leading - self.size) / 2 + 0.84 * self.size


class Piece(msgspec.Struct, frozen=True, eq=False):
    """A stretch of text; `note` is the footnote that it refers to, `rise` lifts it.

    Attributes:
        stroke: A line under or through it, which is no part of the text.
    """

    text: str
    node: Node
    ink: Ink
    rise: float = 0.0
    note: Footnote | None = None
    stroke: Stroke = ""


def piece(
    text: str, node: Node, style: TextStyle, *, bold: bool = False, italic: bool = False
) -> Piece:
    """A piece in a style, with emphasis on top; its text becomes part of the node's."""
    cut = face(bold=bold or style.bold, italic=italic or style.italic)
    shown = cut.settable(cleaned(text))
    node.content.append(shown)
    return Piece(shown, node, Ink(cut, style.size, style.color))
