"""What recognition tells of a document, piece by piece, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lpd_desktop.word.source import SourceLine

EventKind = Literal[
    "text",
    "contents",
    "section",
    "item",
    "form",
    "entry",
    "topic",
    "question",
    "potential",
    "potential_topic",
    "development",
    "caption",
    "aside",
    "page_number",
]


@dataclass(frozen=True)
class Event:
    """A stretch of the document and what it is.

    Attributes:
        pieces: The lines, or parts of lines, that it takes.
        key: Of the section, item, topic, question or column that was recognised.
        item: The item that a topic, question or caption belongs to.
        number: The number that stood before it, 0 for none.
        score: How well the wording fits the form's, 0 to 100.
        wording: The form's wording that fitted.
        glued: It stood in one line with what came before.
        repeated: It had two numbers.
        label: The letter or number that stood before it.
    """

    kind: EventKind
    pieces: tuple[SourceLine, ...]
    key: str = ""
    item: str = ""
    number: int = 0
    score: int = 100
    wording: str = ""
    glued: bool = False
    repeated: bool = False
    label: str = ""

    @property
    def text(self) -> str:
        """The words of the stretch in one line."""
        return " ".join(" ".join(piece.text for piece in self.pieces).split())

    @property
    def line(self) -> int:
        """The source's line where it starts."""
        return self.pieces[0].number if self.pieces else 0
