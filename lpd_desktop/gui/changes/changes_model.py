"""The places that a step would change, each with its tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal

from lpd_desktop.gui.changes.piece_painting import Piece
from lpd_desktop.gui.model_index import Index
from lpd_desktop.plan.shown_blanks import spoken, with_shown_blanks
from lpd_desktop.plan.word_change import WordChange

PLACE, OLD, NEW, REASON = range(4)
_CAPTIONS = ("Stelle", "Bisher", "Danach", "Versehen")


class ChangesModel(QAbstractTableModel):
    """One line for each change; all are ticked at first."""

    ticks_changed = Signal()

    def __init__(self, changes: Sequence[WordChange], places: Sequence[str]) -> None:
        super().__init__()
        self._changes, self._places = tuple(changes), tuple(places)
        self._ticked = [True] * len(self._changes)
        self._has_reasons = any(change.reason for change in changes)

    @property
    def chosen(self) -> tuple[WordChange, ...]:
        """The changes that are ticked."""
        pairs = zip(self._changes, self._ticked, strict=True)
        return tuple(change for change, ticked in pairs if ticked)

    def change_at(self, row: int) -> WordChange:
        """The change of one line."""
        return self._changes[row]

    def tick_all(self, ticked: bool) -> None:
        """Ticks all lines, or none."""
        self._ticked = [ticked] * len(self._changes)
        if self._changes:
            last = self.index(len(self._changes) - 1, PLACE)
            self.dataChanged.emit(self.index(0, PLACE), last)
        self.ticks_changed.emit()

    def turn(self, row: int) -> None:
        """Ticks a line or takes its tick away."""
        self._ticked[row] = not self._ticked[row]
        place = self.index(row, PLACE)
        self.dataChanged.emit(place, self.index(row, self.columnCount() - 1))
        self.ticks_changed.emit()

    def piece(self, row: int, column: int) -> Piece:
        """What stands in the text before, or afterwards."""
        change = self._changes[row]
        words = change.old if column == OLD else change.new
        return Piece(change.before, with_shown_blanks(words), change.after)

    def sentence(self, row: int) -> str:
        """The whole line in words."""
        change = self._changes[row]
        old, new = spoken(change.old), spoken(change.new)
        reason = f" Grund: {change.reason}." if change.reason else ""
        around = f"{change.before}{change.old}{change.after}"
        return f"{self._places[row]}. Bisher {old}, danach {new}.{reason} Im Text: {around}"

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._changes)

    def columnCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(_CAPTIONS) if self._has_reasons else REASON

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _CAPTIONS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == PLACE:
            return Qt.CheckState.Checked if self._ticked[row] else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._shown(row, column)
        return None

    def setData(self, index: Index, _value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != PLACE:
            return False
        self.turn(index.row())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == PLACE else flags

    def _shown(self, row: int, column: int) -> str:
        if column == PLACE:
            return self._places[row]
        return self._changes[row].reason if column == REASON else self.piece(row, column).text

    def _spoken(self, row: int, column: int) -> str:
        if column == PLACE:
            ticked = "angekreuzt" if self._ticked[row] else "nicht angekreuzt"
            return f"{ticked}: {self.sentence(row)}"
        change = self._changes[row]
        said = {OLD: change.old, NEW: change.new}.get(column)
        return change.reason if said is None else f"{_CAPTIONS[column]}: {spoken(said)}"
