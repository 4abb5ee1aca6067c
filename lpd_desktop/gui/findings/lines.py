"""The entries of a list of findings, and the headings that open and close a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

Index = QModelIndex | QPersistentModelIndex


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


class LineModel(QAbstractListModel):
    """The lines of a list."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Replaces all lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.lines[index.row()].is_inert:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
