"""Backs up in the background while the window is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from lpd_desktop.gui.backup.backup_work import BackUpWhenDue
from lpd_desktop.gui.job_runner import Job, JobRunner
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.runtime.waiting import run_abandonable
from lpd_desktop.store.backups.setting import BackupSettingError, read_setting

_FIRST_LOOK_MS = 15_000
"""The start of the program and the first key presses do not wait for a share."""

_LOOK_EVERY_MS = 3600 * 1000


class BackupKeeper(QObject):
    """Runs all that reads and writes backups, one after another, on a thread of its own.

    Nothing of it holds up the end of the program: a share may not answer for minutes.
    """

    def __init__(self, parent: QObject, data_folder: Path) -> None:
        super().__init__(parent)
        self._data_folder = data_folder
        self.jobs = JobRunner(self)
        self._timer = QTimer(self, interval=_FIRST_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Makes the backup of the day where there is none; why it fails is noted by it."""
        self._timer.setInterval(_LOOK_EVERY_MS)
        if self.has_folder and not self.jobs.is_busy:
            self.start("Tägliche Sicherung", BackUpWhenDue(self._data_folder, after_changes=False))

    @property
    def has_folder(self) -> bool:
        """Whether a folder is set."""
        try:
            return bool(read_setting(self._data_folder).folder)
        except BackupSettingError:
            return False

    def start(self, title: str, work: Callable[[], Any]) -> Job:
        """Queues work on backups; connect to the signals of the job at once."""
        return self.jobs.start(title, _Abandonable(work))

    def shut_down(self) -> None:
        """Stops; work that hangs is left behind."""
        self._timer.stop()
        self.jobs.shut_down()


class _Abandonable:
    def __init__(self, work: Callable[[], Any]) -> None:
        self._work = work

    def __call__(self, progress: Progress) -> Any:
        return run_abandonable(self._work, progress)
