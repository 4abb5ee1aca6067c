"""Somebody who does anything at all in a window, and remembers what was done."""

from __future__ import annotations

from pathlib import Path
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from lpd_desktop.app import build_window
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.text_editor import RichTextEdit
from lpd_desktop.plan.file import LpdFile
from tests.gui.wandering.hands import CTRL, press, wait, wait_until
from tests.gui.wandering.ledger import Ledger, kept_words, words_in

_WIDTH, _HEIGHT = 1366, 768


class LostWordsError(AssertionError):
    """Words vanished though nobody deleted them."""


class Wanderer:
    """The hands of one journey.

    Attributes:
        typed: Marked words that this step wrote.
        may_go: Marked words that this step may have deleted.
    """

    def __init__(self, random: Random, folder: Path) -> None:
        self.random, self.folder = random, folder
        self.files = folder.parent / "files"
        self.files.mkdir(exist_ok=True)
        self.ledger = Ledger(random)
        self.typed: set[str] = set()
        self.may_go: set[str] = set()
        self.taken_back: set[str] = set()
        self.told = ""
        self.is_saved_elsewhere = False
        self.window = self.new_window()

    def new_window(self) -> MainWindow:
        """A window over the data folder, with its drafts listed."""
        window = build_window(self.folder)
        window.resize(_WIDTH, _HEIGHT)
        window.show()
        window.activateWindow()
        self.window = window
        self.wait_for_jobs()
        return window

    def wait_for_jobs(self) -> None:
        """Long work is over."""
        services = self.window.services
        runners = (services.jobs, services.checks, services.previews)
        assert wait_until(lambda: not any(each.is_busy for each in runners)), "a job does not end"
        wait()

    def take(self, file: LpdFile) -> None:
        """Opens a plan as a new draft."""
        self.window.opening.take(file)
        self.wait_for_jobs()
        assert wait_until(lambda: self.window.plan is not None)
        self.start_anew()

    def start_anew(self) -> None:
        """Another plan is open: its words count from now on."""
        self.ledger.live = kept_words(self.file)
        self.taken_back = set()
        self.is_saved_elsewhere = False

    @property
    def file(self) -> LpdFile:
        return self.window.session.file

    @property
    def is_writing(self) -> bool:
        """Whether a plan is open and no dialog is in front."""
        return self.window.plan is not None and self.dialog() is None

    def dialog(self) -> QDialog | None:
        """What has to be answered first."""
        found = QApplication.activeModalWidget()
        return found if isinstance(found, QDialog) else None

    def editors(self) -> list[RichTextEdit]:
        """The texts of the page in front."""
        page = self.window.wizard.page
        return [each for each in page.findChildren(RichTextEdit) if each.isVisible()]

    def focused_editor(self) -> RichTextEdit | None:
        focused = QApplication.focusWidget()
        return focused if isinstance(focused, RichTextEdit) else None

    def some_editor(self) -> RichTextEdit | None:
        """A text of the page with the focus; mostly the one that has it already."""
        wait()  # what keys did before is shown before others follow
        focused, editors = self.focused_editor(), self.editors()
        if focused in editors and self.random.random() < 0.8:
            return focused
        if not editors:
            return None
        chosen = self.random.choice(editors)
        chosen.setFocus(Qt.FocusReason.MouseFocusReason)
        wait()
        return self.focused_editor()

    def press_in_window(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """A shortcut, wherever the focus is."""
        press(QApplication.focusWidget() or self.window, key, modifier)

    def undo_or_redo(self, *, redo: bool) -> None:
        """What it takes away may come back with redo; what it does not give back is lost."""
        if self.window.plan is None:
            return
        self.window.wizard.flush()
        before, draft = kept_words(self.file), self.window.session.draft
        steps = (draft.undo_number, draft.redo_number)
        topics = {word for each in self.file.plan.potentials for word in words_in(each.topic)}
        self.press_in_window(Qt.Key.Key_Y if redo else Qt.Key.Key_Z, CTRL)
        self.window.wizard.flush()
        gone = before - kept_words(self.file)
        self.may_go |= gone
        if steps != (draft.undo_number, draft.redo_number):
            self.taken_back |= gone - topics  # a topic is all that its step wrote

    def settle(self) -> None:
        """The words that are missing without a reason."""
        if self.window.plan is None:
            return
        self.window.wizard.flush()
        kept = kept_words(self.file)
        unwritten = self.typed - kept - self.may_go
        lost = self.ledger.settle(self.file, self.may_go)
        self.taken_back -= kept
        reachable = self._reachable() if self.taken_back else set()
        forgotten = self.taken_back - reachable
        self.typed, self.may_go = set(), set()
        self.taken_back -= forgotten
        if lost or unwritten:
            raise LostWordsError(f"lost: {sorted(lost)}, never arrived: {sorted(unwritten)}")
        if forgotten:
            raise LostWordsError(f"undone with a step, and not to be redone: {sorted(forgotten)}")

    def _reachable(self) -> set[str]:
        """The words in all states that undo and redo of the draft lead to."""
        draft = self.window.session.draft
        found: set[str] = set()
        for step in (*draft._done, *draft._undone):
            found |= kept_words(step.before) | kept_words(step.after)
        return found

    def visible(self, kind: type[QWidget], root: QWidget | None = None) -> list[QWidget]:
        """What can be used of a kind on the page in front, or in a widget."""
        root = root or self.window.wizard.page
        return [each for each in root.findChildren(kind) if each.isVisible() and each.isEnabled()]
