"""The Budgetstände of one budget as a table, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem

from lpd_desktop.gui.look.marks import mark
from lpd_desktop.gui.read_only_table import ReadOnlyTable
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.work import BudgetVersion, VersionOrigin
from lpd_desktop.runtime.german import german_date

ORIGINS: dict[VersionOrigin, str] = {
    "import": "eingelesen",
    "typed": "von Hand geändert",
    "restored": "wiederhergestellt",
    "found": "vorgefunden",
}
BASIS_STATUS = {"provisional": "vorläufig", "final": "endgültig", "": "offen"}
_HEADERS = ("Zeit", "Entstanden", "Herkunft", "Quelle", "Schreiben vom", "Status")
_STRETCHED = (2, 3)


class VersionList(ReadOnlyTable):
    """`version_changed` tells that another line is current."""

    version_changed = Signal()

    def __init__(self) -> None:
        super().__init__("Budgetstände", len(_HEADERS))
        self._versions: tuple[BudgetVersion, ...] = ()
        self.setHorizontalHeaderLabels(_HEADERS)
        header = self.horizontalHeader()
        for column in _STRETCHED:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.currentCellChanged.connect(self.version_changed)

    @property
    def current(self) -> BudgetVersion | None:
        """The version of the current line."""
        row = self.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def show_versions(self, versions: Sequence[BudgetVersion], table: BudgetTable) -> None:
        """Shows versions, oldest first given; the one with the table's rows is marked."""
        known = self.current
        blocked = self.blockSignals(True)
        self._versions = tuple(reversed(versions))
        standing = standing_version(versions, table)
        self.setRowCount(len(versions))
        for row, version in enumerate(self._versions):
            self._fill(row, version, version is standing)
        ids = [version.id for version in self._versions]
        self.selectRow(ids.index(known.id) if known and known.id in ids else 0)
        self.blockSignals(blocked)

    def _fill(self, row: int, version: BudgetVersion, is_standing: bool) -> None:
        basis = version.basis
        texts = (
            local_time(version.time),
            f"{ORIGINS[version.origin]}, gilt" if is_standing else ORIGINS[version.origin],
            version.source,
            basis.source,
            german_date(basis.date),
            BASIS_STATUS[basis.status],
        )
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{_HEADERS[column]}: {text or 'leer'}"
            )
            if column == 0 and is_standing:
                item.setIcon(mark("done"))
            self.setItem(row, column, item)


def standing_version(versions: Sequence[BudgetVersion], table: BudgetTable) -> BudgetVersion | None:
    """The newest version whose amounts stand in the plan."""
    return next((each for each in reversed(versions) if each.table.rows == table.rows), None)


def version_caption(version: BudgetVersion) -> str:
    """A version in a few words: its time and where it came from."""
    return f"{local_time(version.time)}, {version.source or ORIGINS[version.origin]}"


def local_time(iso: str) -> str:
    """An ISO time in UTC as day and minute of this machine; what is none comes back as it is."""
    try:
        return datetime.fromisoformat(iso).astimezone().strftime("%d.%m.%Y, %H:%M")
    except ValueError:
        return iso
