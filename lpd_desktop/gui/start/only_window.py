"""One window over the drafts of a data folder: two would overtake each other's saves."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from lpd_desktop.gui.application import run_event_loop
from lpd_desktop.runtime.folder_lock import FolderLock

if TYPE_CHECKING:
    from lpd_desktop.gui.main_window import MainWindow

_LISTENS_AFTER_MS = 300
"""The first picture of the window does not wait for the library behind the socket."""


class OnlyWindow:
    """Whether this process may show it, and what it does if not."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FolderLock(folder)

    def give_way(self, app: QApplication, file: Path | None) -> int | None:
        """The exit status of a second start; None for the process that shows the window."""
        if self._lock.take():
            return None
        from lpd_desktop.gui.start.second_start import hand_over, refusal

        taken_over = hand_over(self._lock, self._folder, file)
        if taken_over is None:
            return None
        if taken_over:
            return 0
        box = refusal(self._lock.holder())
        if sys.stderr is not None:
            sys.stderr.write(f"{box.text()}\n")
            sys.stderr.flush()
        run_event_loop(app, box)
        return 1

    def listen_for(self, window: MainWindow) -> None:
        """Hands later starts over to the window."""
        _Listening(window, self._folder)


class _Listening(QObject):
    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        QTimer.singleShot(_LISTENS_AFTER_MS, self, self._on_window_shown)

    @Slot()
    def _on_window_shown(self) -> None:
        from lpd_desktop.gui.start.second_start import SecondStarts

        SecondStarts(self, self._folder).asked.connect(self._window.take_over)
