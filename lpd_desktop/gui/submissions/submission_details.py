"""What belongs to one submission: file, checksum, seal, folder, and what it replaces."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.submissions.told_submission import ToldSubmission
from lpd_desktop.runtime.german import local_time
from lpd_desktop.store.submission_entries import WAY_NAMES


class SubmissionDetails(QWidget):
    """Fields to read and copy; the signals are pressed buttons."""

    folder_wanted = Signal()
    correction_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.succession = WrappedLabel()
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self.copy = _button("SHA-256 &kopieren")
        self.folder_button = _button("&Ordner öffnen")
        self.plan_button = _button("Plan öff&nen")
        self.file = self._add("Da&tei", self.plan_button)
        self.sha256 = self._add("SHA-&256", self.copy)
        self.seal = self._add("Sie&gel", None)
        self.folder = self._add("Or&dner", self.folder_button)
        self.correct = _button("Be&richtigen…")
        self.way = self._add("&Weg und Tag", self.correct)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addWidget(self.succession)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.folder_button.clicked.connect(self.folder_wanted)
        self.correct.clicked.connect(self.correction_wanted)
        self.plan_button.clicked.connect(self.plan_wanted)

    def _add(self, caption: str, button: QPushButton | None) -> QLineEdit:
        row = self._grid.rowCount()
        edit, label = QLineEdit(), QLabel(caption)
        edit.setReadOnly(True)
        edit.setAccessibleName(caption.replace("&", ""))
        label.setBuddy(edit)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(edit, row, 1)
        if button is not None:
            self._grid.addWidget(button, row, 2)
        return edit

    def show_submission(self, told: ToldSubmission | None) -> None:
        """Shows one; nothing where there is none."""
        self.setVisible(told is not None)
        if told is None:
            return
        planned = told.entry.planned
        self.file.setText(planned.file_name)
        self.sha256.setText(planned.sha256)
        self.seal.setText(f"{told.seal} … ({planned.seal})")
        self.folder.setText(told.entry.folder or "ohne Paket übergeben")
        day = f", {local_time(told.entry.sent)}" if told.entry.step == "recorded" else ""
        self.way.setText(f"{WAY_NAMES[told.entry.way]}{day}")
        for edit in (self.file, self.sha256, self.seal, self.folder, self.way):
            edit.setCursorPosition(0)
        self.folder_button.setEnabled(bool(told.entry.folder))
        self.correct.setEnabled(told.entry.step == "recorded")
        self.succession.show_sentence(told.succession)
        self.succession.setVisible(bool(told.succession))

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.sha256.text())
        announce(self, "Die Prüfsumme ist kopiert.")


def _button(caption: str) -> QPushButton:
    button = QPushButton(caption)
    button.setAutoDefault(False)
    return button
