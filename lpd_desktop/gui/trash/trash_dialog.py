"""„Papierkorb“: deleted drafts, and what becomes of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.rows import row_of
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.messages import sentence_of
from lpd_desktop.gui.trash.trash_list import TrashList
from lpd_desktop.gui.trash.trash_work import TITLE, ListTrash
from lpd_desktop.runtime.german import counted

if TYPE_CHECKING:
    from lpd_desktop.store.summary import DraftSummary

_ABOUT = (
    "Gelöschte Entwürfe liegen hier ein Jahr lang. „Endgültig löschen“ ist für den Fall, dass "
    "nichts von einem Entwurf bleiben darf: Es löscht ihn auch aus früheren Fassungen und "
    "Sicherungen."
)
_SIZE = (760, 420)


class TrashDialog(ScrollingDialog):
    """Emits what is wanted (id, name); `show_newest` reads the trash again."""

    return_wanted = Signal(str, str)
    erasing_wanted = Signal(str, str)

    def __init__(self, parent: QWidget, jobs: JobRunner, data_folder: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self._jobs, self._data_folder = jobs, data_folder
        self.list = TrashList()
        self._told = QLabel()
        self._told.setWordWrap(True)
        self.take_back = QPushButton("&Zurückholen")
        self.erase = QPushButton("Endgültig &löschen…")
        self._arrange()
        self.list.draft_changed.connect(self._on_draft_changed)
        self.take_back.clicked.connect(self._on_take_back_clicked)
        self.erase.clicked.connect(self._on_erase_clicked)
        self._on_draft_changed()
        self.show_newest()
        self.list.setFocus()

    def _arrange(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for button in (self.take_back, self.erase):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.addWidget(quiet_label(_ABOUT))
        column.addWidget(self.list, 1)
        column.addWidget(self._told)
        column.addLayout(row_of(self.take_back, self.erase, None))
        column.addWidget(buttons)
        self.resize(*_SIZE)

    @Slot()
    def show_newest(self) -> None:
        """Shows what lies in the trash now."""
        job = self._jobs.start(TITLE, ListTrash(self._data_folder))
        job.succeeded.connect(self._on_listed)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_listed(self, drafts: list[DraftSummary]) -> None:
        self.list.show_drafts(drafts)
        number = counted(len(drafts), "Entwurf", "Entwürfe")
        self._told.setText(f"{number} im Papierkorb." if drafts else "Der Papierkorb ist leer.")

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._told.setText(sentence_of(error))

    @Slot()
    def _on_draft_changed(self) -> None:
        for button in (self.take_back, self.erase):
            button.setEnabled(self.list.current is not None)

    @Slot()
    def _on_take_back_clicked(self) -> None:
        draft = self.list.current
        if draft is not None:
            self.return_wanted.emit(draft.id, draft.name)

    @Slot()
    def _on_erase_clicked(self) -> None:
        draft = self.list.current
        if draft is not None:
            self.erasing_wanted.emit(draft.id, draft.name)
