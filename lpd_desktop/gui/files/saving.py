"""Writing an open draft into a .lpd file, off the GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.editing.file_standing import DraftFiles
from lpd_desktop.gui.file_choice import choose_to_save, proposed_name
from lpd_desktop.gui.files.file_jobs import FileKept, FileWritten, WriteFile
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext

TITLE = "In .lpd-Datei speichern"


class FileSaving(QObject):
    """Belongs to one open plan.

    Attributes:
        written: The file holds the draft now, see `FileWritten`.
        kept: The file was left alone until somebody decides, see `FileKept`.
        failed: It could not be written; that was told.
        known: What is remembered of the files of the draft.
    """

    written = Signal(object)
    kept = Signal(object)
    failed = Signal()

    def __init__(self, parent: QObject, window: QWidget, context: PageContext) -> None:
        super().__init__(parent)
        self.known = DraftFiles()
        self._window, self._context = window, context

    @Slot()
    def choose(self) -> None:
        """Asks where the draft shall be written."""
        name = proposed_name(self._context.session.file, ".lpd")
        choose_to_save(self._window, TITLE, "Planungsdokument (*.lpd)", name, self.write_to_new)

    @Slot(str)
    def write_to_new(self, name: str) -> None:
        """Writes to a path that was just chosen."""
        self._start(Path(name).absolute(), is_new_place=True)

    def write(self, path: Path, agreed: str = "") -> None:
        """Writes the file of the draft; `agreed` are the bytes that may be lost, by SHA-256."""
        self._start(path, agreed=agreed)

    def _start(self, path: Path, *, is_new_place: bool = False, agreed: str = "") -> None:
        session = self._context.session
        work = WriteFile(
            folder=self._context.data_folder,
            draft=session.draft_id,
            file=session.file,
            path=path,
            known=self.known,
            save=session.draft.flush,
            is_new_place=is_new_place,
            agreed=agreed,
        )
        job = self._context.jobs.start(TITLE, work, is_kept=True)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_succeeded(self, result: FileWritten | FileKept) -> None:
        if isinstance(result, FileWritten):
            self.known = result.known
            self.written.emit(result)
        else:
            self.kept.emit(result)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self._window, TITLE, sentence_of(error))
        self.failed.emit()
