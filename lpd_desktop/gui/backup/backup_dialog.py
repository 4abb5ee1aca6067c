"""„Sicherungen“: all backups with what is in them, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.backup.backup_tree import BackupTree
from lpd_desktop.gui.backup.backup_work import FindBackups, LookInto
from lpd_desktop.gui.backup.keeper import BackupKeeper
from lpd_desktop.gui.file_choice import choose_to_open
from lpd_desktop.gui.job_strip import JobStrip
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.messages import sentence_of
from lpd_desktop.store.backups.setting import backup_standing

if TYPE_CHECKING:
    from lpd_desktop.store.backups.kept import KeptBackup

_FILES = "Sicherungen (*.db);;Alle Dateien (*)"
_SEARCHING = "Die Sicherungen werden gesucht …"
_NONE = "Es sind noch keine Sicherungen da. Eine Datei anderswo öffnen Sie mit dem Knopf unten."
_CANCELLED = "Die Suche ist abgebrochen. Eine Datei anderswo öffnen Sie mit dem Knopf unten."
_WAYS = (
    "„Alles zurückspielen“ ersetzt alle Entwürfe durch die der Sicherung; was jetzt da ist, bleibt "
    "als Kopie erhalten. „Entwurf zurückholen“ legt den gewählten Entwurf neben die anderen."
)


class BackupDialog(ScrollingDialog):
    """Emits what is wanted; the backups are read beside the GUI thread."""

    restore_wanted = Signal(object)
    draft_wanted = Signal(object, object)

    def __init__(self, parent: QWidget, keeper: BackupKeeper, data_folder: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sicherungen")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keeper, self._data_folder = keeper, data_folder
        self._standing = _wrapped("")
        self._about = _wrapped(_SEARCHING)
        self.choose = _button("Ordner &wählen…")
        self.now = _button("&Jetzt sichern")
        self.tree = BackupTree()
        self._restore = _button("Alles &zurückspielen…")
        self._take = _button("&Entwurf zurückholen")
        self._other = _button("Andere Sicherung ö&ffnen…")
        self._arrange()
        self._connect()
        self.show_newest()

    def _arrange(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._standing)
        column.addLayout(_line(self.choose, self.now))
        column.addWidget(self.tree, 1)
        column.addWidget(self._about)
        column.addWidget(JobStrip(self._keeper.jobs))
        column.addLayout(_line(self._restore, self._take, self._other))
        column.addWidget(buttons)
        self.resize(820, 560)

    def _connect(self) -> None:
        self.tree.currentItemChanged.connect(self._on_current_changed)
        self._restore.clicked.connect(self._on_restore_clicked)
        self._take.clicked.connect(self._on_take_clicked)
        self._other.clicked.connect(self._on_other_clicked)

    @Slot()
    def show_newest(self) -> None:
        """Reads how the backup stands and which backups there are."""
        self._standing.setText(backup_standing(self._data_folder).sentence)
        self.now.setEnabled(self._keeper.has_folder)
        self._about.setText(_SEARCHING)
        self._on_current_changed()
        job = self._keeper.start("Sicherungen suchen", FindBackups(self._data_folder))
        job.succeeded.connect(self._on_found)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)

    @Slot(object)
    def _on_found(self, backups: list[KeptBackup]) -> None:
        self.tree.show_backups(backups)
        self._about.setText(_WAYS if backups else _NONE)
        self._on_current_changed()

    @Slot()
    def _on_cancelled(self) -> None:
        self._about.setText(_CANCELLED)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._about.setText(sentence_of(error))

    @Slot()
    def _on_current_changed(self) -> None:
        backup = self.tree.backup
        is_usable = backup is not None and not backup.problem
        self._restore.setEnabled(is_usable)
        self._take.setEnabled(is_usable and self.tree.draft is not None)

    @Slot()
    def _on_restore_clicked(self) -> None:
        self.restore_wanted.emit(self.tree.backup)

    @Slot()
    def _on_take_clicked(self) -> None:
        self.draft_wanted.emit(self.tree.backup, self.tree.draft)

    @Slot()
    def _on_other_clicked(self) -> None:
        choose_to_open(self, "Sicherung öffnen", _FILES, self._on_file_chosen)

    @Slot(str)
    def _on_file_chosen(self, name: str) -> None:
        job = self._keeper.start("Sicherung lesen", LookInto(Path(name)))
        job.succeeded.connect(self._on_looked_into)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_looked_into(self, backup: KeptBackup) -> None:
        self.tree.add_first(backup)
        self._about.setText(_WAYS)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _button(caption: str) -> QPushButton:
    button = QPushButton(caption)
    button.setAutoDefault(False)
    return button


def _line(*buttons: QPushButton) -> QHBoxLayout:
    line = QHBoxLayout()
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line
