"""The list of backups, each with the drafts in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from lpd_desktop.gui.start.start_page import local_time
from lpd_desktop.runtime.german import counted, german_date

if TYPE_CHECKING:
    from lpd_desktop.store.backups.kept import KeptBackup
    from lpd_desktop.store.summary import DraftSummary

_COLUMNS = ("Sicherung und ihre Entwürfe", "Inhalt", "Zuletzt geändert")
_BACKUP, _DRAFT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_KINDS = {
    "daily": "tägliche Sicherung",
    "kept": "Kopie neben den Entwürfen",
    "chosen": "gewählte Datei",
}


class BackupTree(QTreeWidget):
    """Shows backups; the newest is open and chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Sicherungen")
        self.setAccessibleDescription(
            "Die Pfeiltaste nach rechts zeigt die Entwürfe einer Sicherung."
        )
        self.setHeaderLabels(_COLUMNS)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_backups(self, backups: Sequence[KeptBackup]) -> None:
        """Replaces what is shown."""
        self.clear()
        for backup in backups:
            self.addTopLevelItem(_backup_item(backup))
        self._choose(self.topLevelItem(0))

    def add_first(self, backup: KeptBackup) -> None:
        """Shows one more backup, above the others, and chooses it."""
        self.insertTopLevelItem(0, _backup_item(backup))
        self._choose(self.topLevelItem(0))

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            item.setExpanded(True)
            self.setCurrentItem(item)

    @property
    def backup(self) -> KeptBackup | None:
        """The backup that is chosen, or that the chosen draft is in."""
        item = self.currentItem()
        return None if item is None else (item.parent() or item).data(0, _BACKUP)

    @property
    def draft(self) -> DraftSummary | None:
        """The draft that is chosen."""
        item = self.currentItem()
        return None if item is None else item.data(0, _DRAFT)


def _backup_item(backup: KeptBackup) -> QTreeWidgetItem:
    inside = backup.problem or counted(len(backup.drafts), "Entwurf", "Entwürfe")
    item = QTreeWidgetItem((title_of(backup), inside, ""))
    item.setData(0, _BACKUP, backup)
    for column in range(2):
        item.setToolTip(column, f"{backup.path}\n{inside}")
    for draft in backup.drafts:
        item.addChild(_draft_item(draft))
    return item


def _draft_item(draft: DraftSummary) -> QTreeWidgetItem:
    inside = f"{draft.state_name}, {draft.completeness} % ausgefüllt"
    item = QTreeWidgetItem((draft.name, inside, local_time(draft.changed)))
    item.setData(0, _DRAFT, draft)
    return item


def title_of(backup: KeptBackup) -> str:
    """How sentences name a backup."""
    day, _, clock = backup.time.partition(" ")
    when = f"{german_date(day)}, {clock}" if clock else backup.path.name
    return f"{when}, {_KINDS[backup.kind]}"
