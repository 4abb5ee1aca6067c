"""The steps on an editor's stack of undo that have a name: a replacement, or a change elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextDocument


@dataclass(frozen=True)
class NamedStep:
    """A step that was not typed.

    Attributes:
        title: What it did, in German; empty for typed text.
        number: That of the draft's step that it shows, 0 where it was made in the editor.
        before: How long the stack was before it, and `after` behind it.
    """

    title: str = ""
    number: int = 0
    before: int = 0
    after: int = 0


class NamedSteps(QObject):
    """Knows those steps of one document that were not typed into it."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._steps: list[NamedStep] = []
        self._is_noting = False
        self._last = 0
        document.undoCommandAdded.connect(self._on_undo_command_added)
        document.contentsChange.connect(self._on_contents_change)

    @contextmanager
    def noting(self, title: str, number: int = 0, *, join: bool = False) -> Iterator[None]:
        """What is changed meanwhile is one step with a title; typing never becomes part of it.

        Args:
            title: What it does.
            number: That of the draft's step, 0 for none.
            join: It belongs to the newest step, which has this title.
        """
        document = self._document
        document.setModified(False)
        before = self.to_undo.before if join else document.availableUndoSteps()
        self._is_noting = True
        try:
            yield
        finally:
            self._is_noting = False
        after = document.availableUndoSteps()
        self._steps = [each for each in self._steps if each.after <= before]
        if after > before:
            self._steps.append(NamedStep(title, number, before, after))
        document.setModified(False)

    def forget(self) -> None:
        """The stack was emptied."""
        self._steps.clear()

    @property
    def to_undo(self) -> NamedStep:
        """The step that undo takes back; without a title for typed text."""
        now = self._document.availableUndoSteps()
        return next((each for each in self._steps if each.after == now), NamedStep())

    @property
    def to_redo(self) -> NamedStep:
        """The step that redo brings back; without a title for typed text."""
        now = self._document.availableUndoSteps()
        is_possible = self._document.isRedoAvailable()
        found = (each for each in self._steps if is_possible and each.before == now)
        return next(found, NamedStep())

    @Slot()
    def _on_undo_command_added(self) -> None:
        """What was undone before something new was written cannot come back."""
        if not self._is_noting:
            self._steps = [each for each in self._steps if each.after <= self._last]

    @Slot()
    def _on_contents_change(self, *_change: int) -> None:
        self._last = self._document.availableUndoSteps()
