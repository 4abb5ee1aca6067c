"""The entries of a list of findings, and the headings that open and close a group."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QIcon

from lpd_desktop.gui.spoken_lines import SpokenLines


@dataclass(frozen=True)
class Line:
    """One entry, or the heading of a group.

    Attributes:
        title: Where, or the heading.
        text: What is said; empty for a heading.
        level: The level in German, for those who do not see the mark.
        where, quote: Whereto the entry leads.
        fold: The group that this heading opens and closes; empty for other lines.
        depth: How far a heading stands from the left.
        subject: What the entry stands for, for those who act upon it.
    """

    title: str
    text: str = ""
    icon: QIcon | None = None
    level: str = ""
    where: str = ""
    quote: str = ""
    fold: str = ""
    is_open: bool = True
    depth: int = 0
    subject: object = None

    @property
    def is_header(self) -> bool:
        """Whether this is the heading of a group."""
        return not self.text

    @property
    def is_inert(self) -> bool:
        """Whether nothing can be done with the line."""
        return self.is_header and not self.fold

    @property
    def spoken(self) -> str:
        """The whole line in words."""
        state = "" if not self.fold else "aufgeklappt" if self.is_open else "zugeklappt"
        return ". ".join(part for part in (self.level, self.title, self.text, state) if part)


class LineModel(SpokenLines[Line]):
    """The lines of a list of findings."""
