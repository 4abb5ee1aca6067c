"""Which fields nobody wrote into since words were changed everywhere.

There Ctrl+Z takes the change back, not what had been typed before it.
"""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

Field = QTextEdit | QLineEdit


class StepsBeside(QObject):
    """Remembers for each field how it stood when a step of the draft was made.

    A line that has such a step leaves the key of undo to the menu, as texts always do.
    """

    def __init__(self, window: QWidget, newest: Callable[[], int]) -> None:
        """Looks after all fields of a window; `newest` gives the number of the draft's step."""
        super().__init__(window)
        self._window, self._newest = window, newest
        self._stood: WeakKeyDictionary[Field, dict[int, int | str]] = WeakKeyDictionary()

    def note(self) -> None:
        """The newest step changed words everywhere."""
        for edit in self._window.findChildren(QTextEdit):
            edit.document().setModified(False)  # what is typed next does not join what was
            self._note(edit)
        for line in self._window.findChildren(QLineEdit):
            self._note(line)

    def is_newest_in(self, field: Field) -> bool:
        """Whether nothing was written into a field since the draft's newest step."""
        return self._stood.get(field, {}).get(self._newest()) == _standing(field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The menu, not the line, is given Ctrl+Z where the change is newer."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(watched, QLineEdit):
            return False
        is_undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if not is_undo or not self.is_newest_in(watched):
            return False
        event.ignore()
        return True

    def _note(self, field: Field) -> None:
        if isinstance(field, QLineEdit) and field not in self._stood:
            field.installEventFilter(self)
        self._stood.setdefault(field, {})[self._newest()] = _standing(field)


def _standing(field: Field) -> int | str:
    if isinstance(field, QTextEdit):
        return field.document().availableUndoSteps()
    return field.text()
