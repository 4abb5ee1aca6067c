"""The places at which two plans differ."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from lpd_desktop.plan.comparing.marked_text import told_amount
from lpd_desktop.plan.comparing.place_change import PlaceChange


class PlaceList(QListWidget):
    """`place_changed` tells that another place is current."""

    place_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._places: tuple[PlaceChange, ...] = ()
        self.setAccessibleName("Geänderte Stellen")
        self.setAccessibleDescription("Daneben steht, was sich an der gewählten Stelle ändert.")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSpacing(2)
        self.currentRowChanged.connect(self.place_changed)

    @property
    def current(self) -> PlaceChange | None:
        """The place of the current line."""
        row = self.currentRow()
        return self._places[row] if 0 <= row < len(self._places) else None

    def show_places(self, places: Sequence[PlaceChange]) -> None:
        """Shows places; the one that was current stays so, or the line where it stood."""
        row, known = max(0, self.currentRow()), self.current
        blocked = self.blockSignals(True)
        self.clear()
        self._places = tuple(places)
        for place in places:
            item = QListWidgetItem(f"{place.place}\n{told_amount(place)}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{place.place}, {told_amount(place)}")
            self.addItem(item)
        same = [number for number, each in enumerate(places) if known and _is_same(each, known)]
        self.setCurrentRow(same[0] if same else min(row, len(places) - 1))
        self.blockSignals(blocked)
        self.place_changed.emit()


def _is_same(one: PlaceChange, other: PlaceChange) -> bool:
    return (one.where, one.old_where) == (other.where, other.old_where)
