"""Before the window: the drafts lie where they may be lost, and can be copied to this machine."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QVBoxLayout

from lpd_desktop.gui.application import run_event_loop
from lpd_desktop.gui.file_choice import choose_folder
from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.messages import sentence_of
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.runtime.relocating import earlier_target, free_target, move_data_folder
from lpd_desktop.runtime.storage_place import StoragePlace
from lpd_desktop.runtime.unsafe_place import (
    UnsafePlaceError,
    accept_place,
    explained,
    refuse_unsafe_place,
)

_OFFER = (
    "Das Programm kann alles auf diesen Rechner kopieren und künftig dort arbeiten. Der Ordner, "
    "aus dem kopiert wird, bleibt unverändert; als Ziel der täglichen Sicherung ist er geeignet."
)
_WIDTH = 560


class PlaceDialog(ScrollingDialog):
    """`folder` is where the drafts may be opened then; None where somebody leaves."""

    def __init__(self, place: StoragePlace, target: Path | None) -> None:
        super().__init__()
        self.setWindowTitle("Entwürfe auf diesen Rechner legen")
        self.folder: Path | None = None
        self._place, self._target = place, target
        self._jobs = JobRunner(self)
        self.copy = QPushButton("Auf diesen Rechner &kopieren")
        self.other = QPushButton("&Anderen Ordner wählen…")
        self.stay = QPushButton("&Trotzdem hier weiterarbeiten")
        self.leave = QPushButton("&Beenden")
        self.trouble = WrappedLabel()
        self._bar = QProgressBar()
        self._bar.setAccessibleName("Fortschritt: Entwürfe kopieren")
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        heading = QLabel("Hier sind Ihre Entwürfe nicht sicher")
        font = heading.font()
        font.setWeight(font.Weight.DemiBold)
        heading.setFont(font)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addWidget(WrappedLabel(explained(self._place)))
        column.addWidget(WrappedLabel(_OFFER))
        if self._target is not None:
            column.addWidget(WrappedLabel(f"Neuer Ort: {self._target}"))
        for widget in (self._bar, self.trouble, self.copy, self.other, self.stay, self.leave):
            column.addWidget(widget)
        self._bar.hide()
        self.trouble.hide()
        self.copy.setVisible(self._target is not None)
        self.copy.setDefault(True)
        self.stay.setVisible(self._place.kind == "synchronised")
        self.resize(_WIDTH, self.heightForWidth(_WIDTH))

    def _connect(self) -> None:
        self.copy.clicked.connect(self._on_copy_clicked)
        self.other.clicked.connect(self._on_other_clicked)
        self.stay.clicked.connect(self._on_stay_clicked)
        self.leave.clicked.connect(self.reject)
        self.finished.connect(self._jobs.shut_down)

    @Slot()
    def _on_copy_clicked(self) -> None:
        if self._target is not None:
            self._copy_to(self._target)

    @Slot()
    def _on_other_clicked(self) -> None:
        choose_folder(self, "Ordner auf diesem Rechner", self._on_folder_chosen)

    @Slot(str)
    def _on_folder_chosen(self, name: str) -> None:
        self._copy_to(Path(name))

    @Slot()
    def _on_stay_clicked(self) -> None:
        try:
            accept_place(self._place)
        except Exception as error:
            self._tell(sentence_of(error))
        else:
            self._end_with(self._place.folder)

    def _copy_to(self, target: Path) -> None:
        self._show_busy(True)
        work = _Move(self._place.folder, target)
        job = self._jobs.start("Entwürfe kopieren", work)
        job.progressed.connect(self._on_progressed)
        job.succeeded.connect(self._end_with)
        job.failed.connect(self._on_failed)

    def _show_busy(self, is_busy: bool) -> None:
        self._bar.setVisible(is_busy)
        for button in (self.copy, self.other, self.stay):
            button.setEnabled(not is_busy)

    @Slot(int, str)
    def _on_progressed(self, percent: int, _text: str) -> None:
        self._bar.setValue(percent)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._show_busy(False)
        self._tell(sentence_of(error))

    def _tell(self, sentence: str) -> None:
        self.trouble.show_sentence(f"⚠ {sentence}")
        self.trouble.show()
        self.copy.setFocus()

    @Slot(object)
    def _end_with(self, folder: Path) -> None:
        self.folder = folder
        self.accept()


def settled_folder(app: QApplication, folder: Path) -> Path | None:
    """The folder itself where drafts are safe in it, else the one somebody chooses.

    Returns:
        None where somebody does not want to go on.
    """
    try:
        refuse_unsafe_place(folder)
    except UnsafePlaceError as refused:
        earlier = earlier_target(refused.place.folder)
        if earlier is not None:
            return earlier
        dialog = PlaceDialog(refused.place, _safe_target())
        run_event_loop(app, dialog)
        return dialog.folder
    return folder


def _safe_target() -> Path | None:
    """The usual place, unless the whole profile lies on a share."""
    target = free_target()
    try:
        refuse_unsafe_place(target)
    except UnsafePlaceError:
        return None
    return target


class _Move:
    def __init__(self, source: Path, target: Path) -> None:
        self._source, self._target = source, target

    def __call__(self, progress: Progress) -> object:
        return move_data_folder(self._source, self._target, progress)
