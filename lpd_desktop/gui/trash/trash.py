"""The trash in the window: its dialog, bringing back, erasing for good."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.job_runner import Job, JobRunner
from lpd_desktop.gui.messages import ask, sentence_of, tell
from lpd_desktop.gui.trash.trash_work import TITLE, Erase, TakeBack

if TYPE_CHECKING:
    from lpd_desktop.gui.trash.trash_dialog import TrashDialog

ERASING = "Endgültig löschen"
_ASK = (
    "Soll der Entwurf „{name}“ endgültig gelöscht werden, mit früheren Texten, Fassungen und "
    "Freigaben und in allen Sicherungen, die erreichbar sind? Danach holt ihn nichts zurück. "
    "Dateien, die Sie selbst gespeichert oder verschickt haben, bleiben."
)
_ERASED = "Der Entwurf „{name}“ ist endgültig gelöscht, auch in den Sicherungen."
_NOT_ALL = "Der Entwurf „{name}“ ist endgültig gelöscht. Nicht erreicht wurde: {left}"

Keep = Callable[[str, Callable[[], Any]], Job]
"""Starts work that may have to wait for a share."""


class Trash(QObject):
    """Connects it with the window; `drafts_changed` tells that a draft came back."""

    drafts_changed = Signal()

    def __init__(self, window: QWidget, jobs: JobRunner, keep: Keep, data_folder: Path) -> None:
        super().__init__(window)
        self._window, self._jobs, self._keep = window, jobs, keep
        self._data_folder = data_folder
        self.dialog: TrashDialog | None = None

    @Slot()
    def show_dialog(self) -> None:
        """Shows what lies in the trash."""
        from lpd_desktop.gui.trash.trash_dialog import TrashDialog

        self.dialog = dialog = TrashDialog(self._window, self._jobs, self._data_folder)
        dialog.return_wanted.connect(self._on_return_wanted)
        dialog.erasing_wanted.connect(self._on_erasing_wanted)
        dialog.finished.connect(self._on_dialog_closed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def _on_dialog_closed(self) -> None:
        self.dialog = None

    @property
    def _front(self) -> QWidget:
        return self.dialog or self._window

    @Slot(str, str)
    def _on_return_wanted(self, draft: str, _name: str) -> None:
        job = self._jobs.start(TITLE, TakeBack(self._data_folder, draft))
        job.succeeded.connect(self._on_returned)
        job.failed.connect(self._on_failed)

    @Slot()
    def _on_returned(self) -> None:
        self._show_newest()
        self.drafts_changed.emit()

    def _show_newest(self) -> None:
        if self.dialog is not None:
            self.dialog.show_newest()

    @Slot(str, str)
    def _on_erasing_wanted(self, draft: str, name: str) -> None:
        question = _ASK.format(name=name)
        agreed = partial(self._erase, draft, name)
        ask(self._front, ERASING, question, "&Endgültig löschen", agreed)

    def _erase(self, draft: str, name: str) -> None:
        job = self._keep(ERASING, Erase(self._data_folder, draft))
        job.succeeded.connect(partial(self._on_erased, name))
        job.failed.connect(self._on_failed)

    def _on_erased(self, name: str, left: list[str]) -> None:
        self._show_newest()
        told = _NOT_ALL if left else _ERASED
        sentence = told.format(name=name, left=" ".join(left))
        tell(self._front, ERASING, sentence, warning=bool(left))

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._show_newest()
        tell(self._front, TITLE, sentence_of(error))
