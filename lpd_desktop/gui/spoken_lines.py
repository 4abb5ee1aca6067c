"""The model behind lists whose lines are painted by hand and read aloud in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, Qt

from lpd_desktop.gui.model_index import Index


class SpokenLine(Protocol):
    """One line of a list."""

    @property
    def spoken(self) -> str:
        """The whole line in words."""

    @property
    def is_inert(self) -> bool:
        """Whether nothing can be done with the line, so that it cannot be selected."""


LineT = TypeVar("LineT", bound=SpokenLine)


class SpokenLines(QAbstractListModel, Generic[LineT]):
    """The lines of a list."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[LineT, ...] = ()

    def show(self, lines: Sequence[LineT]) -> None:
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
