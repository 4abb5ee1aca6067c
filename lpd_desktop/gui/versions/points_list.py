"""The restore points of a draft as a table, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem

from lpd_desktop.gui.read_only_table import ReadOnlyTable
from lpd_desktop.runtime.german import local_time
from lpd_desktop.store.earlier.restore_points import REASON_NAMES, RestorePoint

_HEADERS = ("Zeit", "Anlass", "Name")


class PointsList(ReadOnlyTable):
    """`point_changed` tells that another line is current."""

    point_changed = Signal()

    def __init__(self) -> None:
        super().__init__("Frühere Fassungen", len(_HEADERS))
        self._points: tuple[RestorePoint, ...] = ()
        self.setHorizontalHeaderLabels(_HEADERS)
        header = self.horizontalHeader()
        header.setSectionResizeMode(len(_HEADERS) - 1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.currentCellChanged.connect(self._on_cell_changed)

    def _on_cell_changed(self, row: int, _column: int, before: int, _old: int) -> None:
        if row != before:
            self.point_changed.emit()

    @property
    def points(self) -> tuple[RestorePoint, ...]:
        """All that are shown."""
        return self._points

    @property
    def current(self) -> RestorePoint | None:
        """The point of the current line."""
        row = self.currentRow()
        return self._points[row] if 0 <= row < len(self._points) else None

    def show_points(self, points: Sequence[RestorePoint], chosen: int = 0) -> None:
        """Shows points, the newest first given; the line of `chosen` or of before is current."""
        known = chosen or (self.current.id if self.current else 0)
        blocked = self.blockSignals(True)
        self._points = tuple(points)
        self.setRowCount(len(points))
        for row, point in enumerate(points):
            texts = (local_time(point.time), REASON_NAMES[point.reason], point.name)
            for column, text in enumerate(texts):
                self.setItem(row, column, _item(column, text))
        ids = [point.id for point in points]
        if points:
            self.selectRow(ids.index(known) if known in ids else 0)
        self.blockSignals(blocked)
        self.point_changed.emit()


def _item(column: int, text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    spoken = f"{_HEADERS[column]}: {text or 'keiner'}"
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    return item
