"""What the start page says of the backup: a quiet line, or a notice that asks or warns."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from lpd_desktop.gui.start.start_notices import Answer
from lpd_desktop.store.backups.setting import BackupStanding, backup_standing

if TYPE_CHECKING:
    from lpd_desktop.gui.start.start_page import StartPage

BACKUP = "backup"
"""The key of the notice."""

_RUNNING = "Die Entwürfe werden gesichert …"
_ANSWERS: Mapping[str, tuple[str, ...]] = {
    "unset": ("choose", "decline"),
    "overdue": ("now", "choose"),
    "failed": ("now", "choose"),
}


class ShownStanding(QObject):
    """Says each thing once: a notice that stays is not announced again."""

    def __init__(self, start: StartPage, data_folder: Path, answers: Mapping[str, Answer]) -> None:
        super().__init__(start)
        self._start, self._data_folder, self._answers = start, data_folder, answers
        self._shown: BackupStanding | None = None
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Reads how the backup stands."""
        standing = backup_standing(self._data_folder)
        is_notice = standing.kind in _ANSWERS
        self._start.show_backup("" if is_notice else standing.sentence)
        if standing == self._shown:
            return
        self._shown = standing
        if is_notice:
            answers = [self._answers[key] for key in _ANSWERS[standing.kind]]
            urgent = standing.kind != "unset"
            self._start.notices.put(BACKUP, standing.sentence, answers, urgent=urgent)
        else:
            self._drop()

    def _drop(self) -> None:
        """Who pressed a button of the notice goes on in the list."""
        notices = self._start.notices
        focused = self._start.window().focusWidget()
        had_focus = focused is not None and notices.isAncestorOf(focused)
        notices.drop(BACKUP)
        if had_focus:
            self._start.focus()

    def show_running(self) -> None:
        """Says that a backup is being made."""
        self._start.show_backup(_RUNNING)
