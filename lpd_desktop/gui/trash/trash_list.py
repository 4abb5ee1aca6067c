"""The drafts in the trash as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem

from lpd_desktop.gui.read_only_table import ReadOnlyTable
from lpd_desktop.runtime.german import local_time
from lpd_desktop.store.trash import DAYS_IN_TRASH

if TYPE_CHECKING:
    from lpd_desktop.store.summary import DraftSummary

_HEADERS = ("Entwurf", "Gelöscht", "Bleibt bis")


class TrashList(ReadOnlyTable):
    """`draft_changed` tells that another line is current."""

    draft_changed = Signal()

    def __init__(self) -> None:
        super().__init__("Gelöschte Entwürfe", len(_HEADERS))
        self._drafts: tuple[DraftSummary, ...] = ()
        self.setHorizontalHeaderLabels(_HEADERS)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.currentCellChanged.connect(self.draft_changed)

    @property
    def current(self) -> DraftSummary | None:
        """The draft of the current line."""
        row = self.currentRow()
        return self._drafts[row] if 0 <= row < len(self._drafts) else None

    def show_drafts(self, drafts: Sequence[DraftSummary]) -> None:
        """Shows drafts; the first line is current."""
        self._drafts = tuple(drafts)
        self.setRowCount(len(drafts))
        for row, draft in enumerate(drafts):
            texts = (draft.name, local_time(draft.trashed), _last_day(draft.trashed))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_HEADERS[column]}: {text}")
                self.setItem(row, column, item)
        if drafts:
            self.selectRow(0)
        self.draft_changed.emit()


def _last_day(trashed: str) -> str:
    try:
        end = datetime.fromisoformat(trashed) + timedelta(days=DAYS_IN_TRASH)
    except (ValueError, OverflowError):
        return ""
    return end.astimezone().strftime("%d.%m.%Y")
