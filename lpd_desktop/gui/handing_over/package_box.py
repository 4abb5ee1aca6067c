"""On the page of a submitted plan: its package, the mail draft in it, and writing it once more."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.file_choice import choose_folder
from lpd_desktop.gui.handing_over.package_work import (
    FindPackage,
    PlacedPackage,
    WritePackageAgain,
)
from lpd_desktop.gui.look.flow_layout import FlowLayout
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.messages import sentence_of, tell_with_ways
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.pdf_export.written import open_with_system
from lpd_desktop.plan.file import LpdFile

TITLE = "Paket noch einmal schreiben"
_WHERE = "Wohin kommt der Ordner des Pakets?"
_SUBMITTED = ("submitted", "returned")


class PackageBox(QWidget):
    """Hidden while there is no submission; the folder is looked at beside the window."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._placed: PlacedPackage | None = None
        self.told = WrappedLabel()
        self.mail = _button("E-Mail-En&twurf öffnen", self._on_mail_clicked)
        self.folder = _button("Ordner ö&ffnen", self._on_folder_clicked)
        self.again = _button("Paket noch &einmal schreiben…", self._on_again_clicked)
        line = FlowLayout()
        for button in (self.mail, self.folder, self.again):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        column.addLayout(line)
        self.hide()

    def look(self, file: LpdFile) -> None:
        """Looks how the package of this plan lies now."""
        if file.work.state not in _SUBMITTED or file.release is None:
            self._show(None)
            return
        context = self._context
        work = FindPackage(context.data_folder, context.session.draft_id, file.release.seal)
        context.jobs.start("Paket suchen", work).succeeded.connect(self._show)

    @Slot(object)
    def _show(self, placed: PlacedPackage | None) -> None:
        self._placed = placed
        self.setVisible(placed is not None)
        if placed is None:
            return
        self.told.show_sentence(placed.sentence)
        is_there = placed.standing in ("whole", "changed")
        for button in (self.mail, self.folder):
            button.setVisible(is_there)

    @Slot()
    def _on_mail_clicked(self) -> None:
        self._open(self._placed.mail if self._placed else None)

    @Slot()
    def _on_folder_clicked(self) -> None:
        self._open(self._placed.folder if self._placed else None)

    def _open(self, path: Path | None) -> None:
        """What was taken away since is told, here and on the page."""
        if path is not None:
            open_with_system(self.window(), path)
            self.look(self._context.session.file)

    @Slot()
    def _on_again_clicked(self) -> None:
        """To where it lay; where it still lies there, or none was written, it is asked."""
        placed = self._placed
        if placed is None:
            return
        if placed.folder is not None and placed.standing in ("gone", "changed"):
            self._write(placed.folder)
        else:
            self._choose()

    def _choose(self) -> None:
        choose_folder(self, _WHERE, self._on_chosen)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        if self._placed is not None:
            self._write(Path(name) / self._placed.stem)

    def _write(self, folder: Path) -> None:
        if self._placed is None:
            return
        work = WritePackageAgain(self._context.data_folder, self._placed.entry.id, folder)
        self.again.setEnabled(False)
        job = self._context.jobs.start(TITLE, work)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_ended)

    @Slot(object)
    def _on_written(self, placed: PlacedPackage) -> None:
        self._on_ended()
        self._show(placed)
        announce(self, self.told.sentence)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._on_ended()
        ways = [("&Anderer Ordner…", self._choose)]
        tell_with_ways(self.window(), TITLE, sentence_of(error), ways)

    @Slot()
    def _on_ended(self) -> None:
        self.again.setEnabled(True)


def _button(caption: str, do: object) -> QPushButton:
    button = QPushButton(caption)
    button.setAutoDefault(False)
    button.clicked.connect(do)
    return button
