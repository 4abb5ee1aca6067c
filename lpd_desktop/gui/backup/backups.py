"""Backups in the window: the lines on the start page, the dialog, restoring, closing."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from lpd_desktop.gui.backup.backup_work import BackUpAnyway, Restore, SetFolder, TakeDraft
from lpd_desktop.gui.backup.closing import ClosingBackup
from lpd_desktop.gui.backup.keeper import BackupKeeper
from lpd_desktop.gui.backup.standing import ShownStanding
from lpd_desktop.gui.file_choice import choose_folder
from lpd_desktop.gui.job_runner import Job
from lpd_desktop.gui.messages import ask, sentence_of, tell
from lpd_desktop.gui.start.start_notices import Answer
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.german import counted
from lpd_desktop.store.backups.setting import decline

if TYPE_CHECKING:
    from lpd_desktop.gui.backup.backup_dialog import BackupDialog
    from lpd_desktop.gui.start.start_page import StartPage
    from lpd_desktop.store.backups.daily import DailyBackup
    from lpd_desktop.store.backups.erasing import Restored
    from lpd_desktop.store.backups.kept import KeptBackup
    from lpd_desktop.store.summary import DraftSummary

_TITLE = "Sicherungen"
_ASK = (
    "Sollen alle Entwürfe durch die der Sicherung ersetzt werden: {backup}? Was jetzt da ist, "
    "bleibt als Kopie erhalten und steht danach mit in dieser Liste."
)
_NEW = "Der Entwurf „{name}“ steht nun, wie er in der Sicherung war, neben Ihren anderen."
_KNOWN = "Der Entwurf „{name}“ ist schon genau so unter Ihren Entwürfen."


class Backups(QObject):
    """Connects them with the window.

    `drafts_changed` tells that other drafts are in the store now; `closing_done` that the window
    may close; before drafts are replaced, `start_wanted` asks for the start page.
    """

    drafts_changed = Signal()
    start_wanted = Signal()
    closing_done = Signal()

    def __init__(self, window: QWidget, start: StartPage, data_folder: Path) -> None:
        super().__init__(window)
        self._window, self._data_folder = window, data_folder
        self.keeper = BackupKeeper(self, data_folder)
        self._standing = ShownStanding(start, data_folder, self._answers())
        self.closing = ClosingBackup(window, self.keeper, data_folder)
        self.closing.done.connect(self.closing_done)
        self.closing.folder_wanted.connect(self.choose_folder)
        self.keeper.jobs.started.connect(self._on_started)
        start.backups_wanted.connect(self.show_dialog)
        self._dialog: BackupDialog | None = None

    def _answers(self) -> dict[str, Answer]:
        return {
            "choose": ("O&rdner wählen…", self.choose_folder),
            "decline": ("Ohne Si&cherung arbeiten", self._on_declined),
            "now": ("&Jetzt sichern", self.back_up),
        }

    @Slot(object)
    def _on_started(self, job: Job) -> None:
        job.ended.connect(self._standing.refresh)

    @Slot()
    def choose_folder(self) -> QFileDialog:
        """Asks where the daily backup goes."""
        parent = self._dialog or self._window
        return choose_folder(parent, "Ordner für die Sicherung", self._on_folder_chosen)

    @Slot(str)
    def _on_folder_chosen(self, name: str) -> None:
        self._back_up_with(SetFolder(self._data_folder, Path(name)))

    @Slot()
    def _on_declined(self) -> None:
        try:
            decline(self._data_folder, date.today())
        except LpdError as error:
            tell(self._window, _TITLE, str(error))
        self._standing.refresh()

    @Slot()
    def back_up(self) -> None:
        """Backs up now."""
        self._back_up_with(BackUpAnyway(self._data_folder))

    def _back_up_with(self, work: BackUpAnyway | SetFolder) -> None:
        job = self.keeper.start("Sicherung", work)
        self._standing.show_running()
        job.succeeded.connect(self._on_backed_up)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_backed_up(self, _backup: DailyBackup | None) -> None:
        if self._dialog is not None:
            self._dialog.show_newest()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self._dialog or self._window, "Nicht gesichert", sentence_of(error))
        if self._dialog is not None:
            self._dialog.show_newest()

    @Slot()
    def show_dialog(self) -> None:
        """Opens the list of backups."""
        from lpd_desktop.gui.backup.backup_dialog import BackupDialog

        dialog = self._dialog = BackupDialog(self._window, self.keeper, self._data_folder)
        dialog.choose.clicked.connect(self.choose_folder)
        dialog.now.clicked.connect(self.back_up)
        dialog.restore_wanted.connect(self._on_restore_wanted)
        dialog.draft_wanted.connect(self._on_draft_wanted)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._dialog = None

    @Slot(object)
    def _on_restore_wanted(self, backup: KeptBackup) -> None:
        from lpd_desktop.gui.backup.backup_tree import title_of

        question = _ASK.format(backup=title_of(backup))
        goal = partial(self._restore, backup)
        ask(self._dialog or self._window, "Alles zurückspielen", question, "&Zurückspielen", goal)

    def _restore(self, backup: KeptBackup) -> None:
        """The open plan is closed first: its draft will be another one, or none."""
        self.start_wanted.emit()
        job = self.keeper.start("Sicherung zurückspielen", Restore(self._data_folder, backup.path))
        job.succeeded.connect(self._on_restored)
        job.failed.connect(self._on_not_restored)

    @Slot(object)
    def _on_restored(self, restored: Restored) -> None:
        sentences = ["Die Entwürfe der Sicherung sind wieder da."]
        if restored.kept is not None:
            sentences.append(f"Was vorher da war, steht in „{restored.kept}“.")
        if restored.left_out:
            left = counted(restored.left_out, "Entwurf blieb", "Entwürfe blieben")
            sentences.append(f"{left} draußen: seither endgültig gelöscht.")
        self._tell_done(" ".join(sentences))

    @Slot(Exception)
    def _on_not_restored(self, error: Exception) -> None:
        tell(self._dialog or self._window, "Nicht zurückgespielt", sentence_of(error))

    @Slot(object, object)
    def _on_draft_wanted(self, backup: KeptBackup, draft: DraftSummary) -> None:
        job = self.keeper.start(
            "Entwurf zurückholen", TakeDraft(self._data_folder, backup.path, draft.id)
        )
        job.setProperty("draft name", draft.name)
        job.succeeded.connect(self._on_draft_taken)
        job.failed.connect(self._on_not_restored)

    @Slot(object)
    def _on_draft_taken(self, taken: tuple[str, bool]) -> None:
        name = self.sender().property("draft name")
        self._tell_done((_NEW if taken[1] else _KNOWN).format(name=name))

    def _tell_done(self, sentence: str) -> None:
        self.drafts_changed.emit()
        if self._dialog is not None:
            self._dialog.show_newest()
        tell(self._dialog or self._window, _TITLE, sentence, warning=False)
