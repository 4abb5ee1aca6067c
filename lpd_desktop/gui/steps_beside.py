"""Which fields nobody wrote into since words were changed everywhere.

There Ctrl+Z takes the change back, not what had been typed before it.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

Field = QTextEdit | QLineEdit


class StepsBeside:
    """Remembers for each field how it stood when a step of the draft was made."""

    def __init__(self, window: QWidget) -> None:
        """Looks after all fields of a window."""
        self._window = window
        self._stood: WeakKeyDictionary[Field, dict[int, int | str]] = WeakKeyDictionary()

    def note(self, number: int) -> None:
        """A step with this number changed words everywhere."""
        for edit in self._window.findChildren(QTextEdit):
            edit.document().setModified(False)  # what is typed next does not join what was
            self._stood.setdefault(edit, {})[number] = _standing(edit)
        for line in self._window.findChildren(QLineEdit):
            self._stood.setdefault(line, {})[number] = _standing(line)

    def is_newest_in(self, field: Field, number: int) -> bool:
        """Whether nothing was written into a field since the step with this number."""
        return self._stood.get(field, {}).get(number) == _standing(field)


def _standing(field: Field) -> int | str:
    if isinstance(field, QTextEdit):
        return field.document().availableUndoSteps()
    return field.text()
