"""„Eingereichte Dokumente“: the register, with the papers of each submission."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.gui.file_choice import choose_to_open
from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.job_strip import JobStrip
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.rows import row_of
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.messages import sentence_of
from lpd_desktop.gui.start.file_drop import FileDrop
from lpd_desktop.gui.submissions.submission_details import SubmissionDetails
from lpd_desktop.gui.submissions.submission_list import PaperList, SubmissionList
from lpd_desktop.gui.submissions.submission_work import TITLE, ListSubmissions
from lpd_desktop.gui.submissions.told_submission import ToldSubmission
from lpd_desktop.runtime.german import counted
from lpd_desktop.store.kept_papers import MOST_PAPERS, PAPER_LIMIT

_EMPTY = (
    "Noch ist nichts eingereicht. Ein freigegebenes Dokument übergeben Sie mit „An das MAGS "
    "übergeben…“ im Menü „Datei“; es steht danach hier."
)
_PAPERS = (
    "Beilagen sind die Eingangsbestätigung des Ministeriums, die unterschriebene Seite als Scan "
    f"oder andere Dateien: bis {PAPER_LIMIT // 1024 // 1024} MB je Datei, höchstens {MOST_PAPERS} "
    "je Einreichung. Eine Datei können Sie auch auf dieses Fenster ziehen."
)
_KINDS = "Beilagen (*.pdf *.png *.jpg *.jpeg *.eml *.msg);;Alle Dateien (*)"
_SIZE = (940, 640)
_OPENED = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".eml", ".msg"})
"""What is handed to another program; anything else could be a program itself."""


class SubmissionsDialog(ScrollingDialog):
    """Emits what is wanted; `show_newest` reads the register again."""

    plan_wanted = Signal(str)
    folder_wanted = Signal(Path)
    keeping_wanted = Signal(str, Path)
    viewing_wanted = Signal(object)
    saving_wanted = Signal(object)
    removal_wanted = Signal(object)
    correction_wanted = Signal(object)

    def __init__(self, parent: QWidget, jobs: JobRunner, data_folder: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self._jobs, self._data_folder = jobs, data_folder
        self.list, self.details, self.papers = SubmissionList(), SubmissionDetails(), PaperList()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self._about = quiet_label(_PAPERS)
        self.keep = _button("Beilage an&fügen…")
        self.view = _button("&Beilage öffnen")
        self.save = _button("Speichern &unter…")
        self.remove = _button("&Entfernen…")
        self._arrange()
        self._connect()
        self._on_submission_changed()
        self.show_newest()

    def _arrange(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.list, 3)
        column.addWidget(self.told)
        column.addWidget(self.details)
        column.addWidget(self.papers, 2)
        column.addWidget(self._about)
        column.addLayout(row_of(self.keep, self.view, self.save, self.remove, None))
        column.addWidget(JobStrip(self._jobs))
        column.addWidget(buttons)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self.list.line_changed.connect(self._on_submission_changed)
        self.papers.line_changed.connect(self._on_paper_changed)
        self.details.plan_wanted.connect(self._on_plan_wanted)
        self.details.folder_wanted.connect(self._on_folder_wanted)
        self.details.correction_wanted.connect(self._on_correction_wanted)
        self.keep.clicked.connect(self._on_keep_clicked)
        for button, signal in (
            (self.view, self.viewing_wanted),
            (self.save, self.saving_wanted),
            (self.remove, self.removal_wanted),
        ):
            button.clicked.connect(partial(self._emit_paper, signal))
        self._drop = FileDrop(self, kinds=None)
        self._drop.dropped.connect(self._on_file_chosen)

    @Slot()
    def show_newest(self) -> None:
        """Shows what the register holds now."""
        job = self._jobs.start(TITLE, ListSubmissions(self._data_folder))
        job.succeeded.connect(self._on_listed)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_listed(self, submissions: list[ToldSubmission]) -> None:
        was_hidden = self.list.isHidden()
        self.list.show_submissions(submissions)
        if was_hidden and submissions:
            self.list.setFocus()
        number = counted(len(submissions), "Eintrag", "Einträge")
        self.told.setText(f"{number}, der neueste zuerst." if submissions else _EMPTY)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self.told.setText(sentence_of(error))

    @Slot()
    def _on_submission_changed(self) -> None:
        current = self.list.current
        self.details.show_submission(current)
        self.papers.show_papers(current.entry.papers if current else ())
        for widget in (self.list, self.papers, self._about):
            widget.setVisible(current is not None)
        for button in (self.keep, self.view, self.save, self.remove):
            button.setVisible(current is not None)

    @Slot()
    def _on_paper_changed(self) -> None:
        paper = self.papers.current
        for button in (self.save, self.remove):
            button.setEnabled(paper is not None)
        is_known = paper is not None and Path(paper.name).suffix.casefold() in _OPENED
        self.view.setEnabled(is_known)

    def _emit_paper(self, signal: SignalInstance, _checked: bool = False) -> None:
        if self.papers.current is not None:
            signal.emit(self.papers.current)

    @Slot()
    def _on_plan_wanted(self) -> None:
        current = self.list.current
        if current is not None:
            self.accept()
            self.plan_wanted.emit(current.entry.draft)

    @Slot()
    def _on_folder_wanted(self) -> None:
        current = self.list.current
        if current is not None:
            self.folder_wanted.emit(Path(current.entry.folder))

    @Slot()
    def _on_correction_wanted(self) -> None:
        if self.list.current is not None:
            self.correction_wanted.emit(self.list.current)

    @Slot()
    def _on_keep_clicked(self) -> None:
        choose_to_open(self, "Beilage anfügen", _KINDS, self._on_file_chosen)

    @Slot(Path)
    def _on_file_chosen(self, name: str | Path) -> None:
        current = self.list.current
        if current is not None:
            self.keeping_wanted.emit(current.entry.id, Path(name))


def _button(caption: str) -> QPushButton:
    button = QPushButton(caption)
    button.setAutoDefault(False)
    return button
