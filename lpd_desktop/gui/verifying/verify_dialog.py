"""The verdicts on a file, to read, to hear and to copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.look.letters import larger, quiet_label
from lpd_desktop.gui.look.marks import MarkLabel, mark
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.start.file_drop import PLANS, FileDrop
from lpd_desktop.release.verdicts import NO_FORGERS, Answer, Outcome, Verdicts, lines_of

_ANSWERS: dict[Answer, tuple[str, str]] = {
    "yes": ("done", "ja"),
    "no": ("error", "nein"),
    "unknown": ("hint", "offen"),
    "not_applicable": ("empty", "entfällt"),
}
"""Mark and word of each answer."""

_OUTCOMES: dict[Outcome, tuple[str, str]] = {
    "original": ("done", "in Ordnung"),
    "draft": ("done", "in Ordnung"),
    "without_data": ("done", "in Ordnung"),
    "lengthened": ("warning", "Achtung"),
    "resaved": ("warning", "Achtung"),
    "unclear": ("warning", "Achtung"),
    "changed": ("error", "nicht in Ordnung"),
    "data_missing": ("error", "nicht in Ordnung"),
}
_WIDTH = 640
_READABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class VerifyDialog(ScrollingDialog):
    """Deletes itself when it is closed; asks for another file, which may be dropped as well."""

    another_wanted = Signal()
    file_dropped = Signal(Path)

    def __init__(self, parent: QWidget, path: Path, verdicts: Verdicts) -> None:
        super().__init__(parent)
        self.setWindowTitle("PDF prüfen")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._path, self._verdicts = path, verdicts
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(quiet_label(f"Geprüft wurde „{path.name}“."))
        layout.addLayout(self._heading())
        layout.addLayout(self._answers())
        if verdicts.deviations:
            layout.addWidget(QLabel("Was abweicht:"))
        for deviation in verdicts.deviations:
            layout.addWidget(_readable(f"– {deviation.sentence}"))
        layout.addWidget(quiet_label(NO_FORGERS))
        layout.addStretch(1)
        layout.addWidget(self._buttons())
        drop = FileDrop(self)
        drop.dropped.connect(self._on_dropped)
        self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))

    def _heading(self) -> QGridLayout:
        icon, word = _OUTCOMES[self._verdicts.outcome]
        summary = _readable(self._verdicts.summary)
        summary.setFont(larger(summary.font(), 1.15))
        grid = QGridLayout()
        grid.addWidget(MarkLabel(mark(icon), word), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(summary, 0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _answers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        for row, verdict in enumerate(self._verdicts.shown()):
            icon, word = _ANSWERS[verdict.answer]
            grid.addWidget(MarkLabel(mark(icon), word), row, 0, top)
            grid.addWidget(QLabel(word), row, 1, top)
            grid.addWidget(_readable(f"{verdict.title}: {verdict.sentence}"), row, 2)
        grid.setColumnStretch(2, 1)
        return grid

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        box.addButton("&Kopieren", role.ActionRole).clicked.connect(self._on_copy_clicked)
        another = box.addButton("&Andere Datei prüfen…", role.ActionRole)
        another.clicked.connect(self._on_another_clicked)
        close = box.addButton("&Schließen", role.RejectRole)
        close.setDefault(True)
        close.setFocus()
        box.rejected.connect(self.reject)
        return box

    @Slot()
    def _on_copy_clicked(self) -> None:
        lines = [self._path.name, *lines_of(self._verdicts)]
        QGuiApplication.clipboard().setText("\n".join(lines))

    @Slot()
    def _on_another_clicked(self) -> None:
        self.accept()
        self.another_wanted.emit()

    @Slot(Path)
    def _on_dropped(self, path: Path) -> None:
        if path.suffix.casefold() in PLANS:
            self.accept()
            self.file_dropped.emit(path)


def _readable(sentence: str) -> WrappedLabel:
    """A sentence that can be reached, heard and copied with keys."""
    label = WrappedLabel(sentence)
    label.setTextInteractionFlags(_READABLE)
    # The height follows from the width; what a label wishes by itself would be far too high.
    policy = label.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    label.setSizePolicy(policy)
    return label
