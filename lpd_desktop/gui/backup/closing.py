"""The last backup before the window closes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from lpd_desktop.gui.backup.backup_work import BackUpWhenDue
from lpd_desktop.gui.backup.keeper import BackupKeeper
from lpd_desktop.gui.choice import choose_one
from lpd_desktop.gui.job_runner import Job
from lpd_desktop.gui.messages import sentence_of

_SHOWN_AFTER_MS = 300
_RUNNING = "Ihre Entwürfe sind gespeichert und werden noch gesichert …"
_FAILED = "Ihre Entwürfe sind gespeichert, aber nicht gesichert. {reason}"
_WITHOUT = "&Ohne diese Sicherung schließen"


class ClosingBackup(QObject):
    """Lets the window close when its drafts are backed up, or somebody wants to go without.

    `done` says that it may close now; `folder_wanted` that another folder shall be chosen.
    """

    done = Signal()
    folder_wanted = Signal()

    def __init__(self, window: QWidget, keeper: BackupKeeper, data_folder: Path) -> None:
        super().__init__(window)
        self._window, self._keeper, self._data_folder = window, keeper, data_folder
        self._may_close = False
        self._job: Job | None = None
        self._box: QMessageBox | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SHOWN_AFTER_MS)
        self._soon.timeout.connect(self._show_running)

    def may_close(self) -> bool:
        """Whether the window may close at once; else the last backup begins and `done` follows.

        When the system ends the session there is no time to wait for a share.
        """
        app = QGuiApplication.instance()
        is_session_ending = isinstance(app, QGuiApplication) and app.isSavingSession()
        if self._may_close or is_session_ending or not self._keeper.has_folder:
            return True
        if self._job is None:
            self._begin()
        return False

    @Slot()
    def _begin(self) -> None:
        work = BackUpWhenDue(self._data_folder, after_changes=True)
        self._job = self._keeper.start("Sicherung vor dem Schließen", work)
        self._job.succeeded.connect(self._on_succeeded)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)
        self._soon.start()

    @Slot()
    def _show_running(self) -> None:
        answers = ((_WITHOUT, self._close_without),)
        self._box = choose_one(self._window, "Sicherung", _RUNNING, answers)
        self._box.rejected.connect(self._on_stayed)
        self._box.finished.connect(self._on_box_finished)

    @Slot()
    def _on_box_finished(self) -> None:
        self._box = None

    @Slot()
    def _on_stayed(self) -> None:
        """Somebody wants to go on working: the backup goes on beside it."""
        if self._job is not None:
            self._job.succeeded.disconnect(self._on_succeeded)

    @Slot()
    def _on_ended(self) -> None:
        self._job = None
        self._soon.stop()
        if self._box is not None:
            self._box.rejected.disconnect(self._on_stayed)
            self._box.close()

    @Slot(object)
    def _on_succeeded(self, _backup: object) -> None:
        self._close_without()

    @Slot()
    def _close_without(self) -> None:
        self._may_close = True
        self.done.emit()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        answers = (
            ("&Noch einmal versuchen", self.done.emit),
            ("Anderen Ordner &wählen…", self.folder_wanted.emit),
            ("&Trotzdem schließen", self._close_without),
        )
        question = _FAILED.format(reason=sentence_of(error))
        choose_one(self._window, "Nicht gesichert", question, answers)
