"""One window over the sample plan for many tests, as long as each leaves the plan as it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.sample import sample_file

SIZE = (1366, 768)
_STEPS = 50
_ASIDE = (0, 5000)
"""Where the mouse of a test with a window of its own does not meet this one."""
_OF_ANY_PLAN = re.compile(r"drafts\.db|\.?bookmarks\.json")


class LastingWindow:
    """Opens the sample when it is asked for, and anew where a test left something behind.

    Args:
        build: Makes a window over a data folder.
        new_folder: Makes an empty data folder.
    """

    def __init__(self, build: Callable[[Path], MainWindow], new_folder: Callable[[], Path]) -> None:
        self._build, self._new_folder = build, new_folder
        self._window: MainWindow | None = None
        self._file: LpdFile | None = None
        self._known_names: set[str] = set()

    def wizard(self, qtbot: QtBot) -> PlanWizard:
        """The wizard at its first step, in an active window of the usual size."""
        if self._window is None:
            self._open(qtbot)
        window = self._window
        window.move(0, 0)
        window.resize(*SIZE)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.wizard.focus_page()
        return window.wizard

    def _open(self, qtbot: QtBot) -> None:
        window = self._window = self._build(self._new_folder())
        window.resize(*SIZE)
        window.show()
        qtbot.waitUntil(lambda: not window.services.jobs.is_busy)
        with qtbot.waitSignal(window.opening.opened):
            window.opening.take(sample_file())
        self._file = window.session.file
        self._known_names = self._names()

    def put_away(self, qtbot: QtBot) -> None:
        """Takes steps back; closes the window where something of a test stays."""
        if self._window is None:
            return
        if not self._is_left_clean(qtbot):
            self.close()
            return
        self._window.move(*_ASIDE)
        if self._has_moved():
            self._forget_pages()

    def close(self) -> None:
        """Destroys the window."""
        window, self._window = self._window, None
        if window is not None:
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _is_left_clean(self, qtbot: QtBot) -> bool:
        window = self._window
        if window.session is None or not window.isVisible():
            return False
        window.wizard.flush()
        draft = window.session.draft
        for _ in range(_STEPS):
            draft.undo()
        for dialog in window.findChildren(QDialog):
            dialog.reject()
        qtbot.waitUntil(lambda: not window.services.jobs.is_busy)
        return self._names() == self._known_names and window.session.file == self._file

    def _has_moved(self) -> bool:
        """Whether a step was taken back or another page than the first was in front."""
        wizard = self._window.wizard
        untouched = {step.key for step in list(wizard.steps)[:2]}  # the second is built ahead
        is_at_start = wizard.steps.current.key == _first(wizard)
        has_gone_on = not is_at_start or not untouched.issuperset(wizard._book._pages)
        return has_gone_on or bool(wizard._session.draft.redo_title)

    def _forget_pages(self) -> None:
        """Has the pages built anew, with nothing in them of what was done."""
        wizard = self._window.wizard
        for key in list(wizard._book._pages):
            wizard._book._drop(key)
        self._window.session.draft._undone.clear()
        self._window.services.bookmarks._read().clear()
        wizard.steps.go_to(_first(wizard))
        wizard._keeper._page = None
        wizard._show_current()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _names(self) -> set[str]:
        """What lies in the data folder: a test may have had something remembered."""
        folder = self._window.services.data_folder
        return {each.name for each in folder.iterdir() if not _OF_ANY_PLAN.match(each.name)}


def _first(wizard: PlanWizard) -> str:
    return next(iter(wizard.steps)).key
