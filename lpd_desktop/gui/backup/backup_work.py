"""What is done with backups beside the GUI thread. Touches no widget."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lpd_desktop.store.backups.daily import DailyBackup
    from lpd_desktop.store.backups.erasing import Restored
    from lpd_desktop.store.backups.kept import KeptBackup


@dataclass(frozen=True)
class BackUpAnyway:
    """Backs up now."""

    data_folder: Path

    def __call__(self) -> DailyBackup:
        from lpd_desktop.store.backups.daily import back_up_daily

        return back_up_daily(self.data_folder)


@dataclass(frozen=True)
class BackUpWhenDue:
    """Gives None where no backup was due; `after_changes` as in `is_due`."""

    data_folder: Path
    after_changes: bool

    def __call__(self) -> DailyBackup | None:
        from lpd_desktop.store.backups.daily import back_up_daily, is_due

        if not is_due(self.data_folder, after_changes=self.after_changes):
            return None
        return back_up_daily(self.data_folder)


@dataclass(frozen=True)
class SetFolder:
    """Sets the folder and backs up into it at once, where there are drafts."""

    data_folder: Path
    folder: Path

    def __call__(self) -> DailyBackup | None:
        from lpd_desktop.store.backups.setting import set_folder

        set_folder(self.data_folder, self.folder)
        return BackUpWhenDue(self.data_folder, after_changes=True)()


@dataclass(frozen=True)
class FindBackups:
    """Looks for all backups."""

    data_folder: Path

    def __call__(self) -> list[KeptBackup]:
        from lpd_desktop.store.backups.kept import known_backups

        return known_backups(self.data_folder)


@dataclass(frozen=True)
class LookInto:
    """Reads one file that somebody has chosen."""

    path: Path

    def __call__(self) -> KeptBackup:
        from lpd_desktop.store.backups.kept import backup_at

        return backup_at(self.path)


@dataclass(frozen=True)
class Restore:
    """Makes a backup the content of the store."""

    data_folder: Path
    backup: Path

    def __call__(self) -> Restored:
        from lpd_desktop.store.backups.erasing import restore_backup

        return restore_backup(self.data_folder, self.backup)


@dataclass(frozen=True)
class TakeDraft:
    """Takes one draft of a backup into the store; gives its id and whether it is new."""

    data_folder: Path
    backup: Path
    draft: str

    def __call__(self) -> tuple[str, bool]:
        from lpd_desktop.store.backups.kept import take_draft

        return take_draft(self.data_folder, self.backup, self.draft)
