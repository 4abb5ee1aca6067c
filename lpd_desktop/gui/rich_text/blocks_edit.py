"""A text field that shows blocks, says what became of them, and keeps its undo when they change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from lpd_desktop.gui.rich_text.cursor_memory import CursorMemory
from lpd_desktop.gui.rich_text.formats import INDENT_WIDTH
from lpd_desktop.gui.rich_text.from_blocks import fill_document
from lpd_desktop.gui.rich_text.named_steps import NamedStep, NamedSteps
from lpd_desktop.gui.rich_text.normal_form import Originals
from lpd_desktop.gui.rich_text.reading import Reading
from lpd_desktop.gui.rich_text.rewriting import rewrite
from lpd_desktop.gui.rich_text.text_edits import TextEdit, make_edits, replace_words
from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.runtime.courtesy import COURTESY

EMIT_AFTER_MS = 250
"""How long typed text waits for `blocks_changed` at most."""

_MARGIN = 10


class BlocksEdit(QTextEdit):
    """A view over blocks.

    Attributes:
        blocks_changed: What is written now; at most 300 ms after a key press.
        draft_undoes: Undoes the draft's step of a number where that is its newest, and says
            whether it did; `draft_redoes` likewise.
    """

    blocks_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft_undoes: Callable[[int], bool] | None = None
        self.draft_redoes: Callable[[int], bool] | None = None
        self._originals = Originals()
        self._blocks: Blocks = ()
        self._reported: Blocks = ()
        self._is_stale = False
        self._is_touched = False
        self._is_filling = False
        self._emit_timer = QTimer(self, singleShot=True, interval=EMIT_AFTER_MS)
        document = self.document()
        document.setIndentWidth(INDENT_WIDTH)
        document.setDocumentMargin(_MARGIN)
        fill_document(document, ())
        self._steps = NamedSteps(document)
        self._reading = Reading(document)
        self._emit_timer.timeout.connect(self.flush)
        document.contentsChange.connect(self._on_contents_change)

    @property
    def blocks(self) -> Blocks:
        """What is written at this moment."""
        if self._is_stale:
            self._blocks = self._originals.restore(self._reading.blocks())
            self._is_stale = False
        return self._blocks

    @property
    def has_news(self) -> bool:
        """Whether something was written that is not reported yet."""
        return self._emit_timer.isActive()

    def set_blocks(self, blocks: Blocks) -> None:
        """Shows blocks that were changed elsewhere.

        Where they are what is written anyway, or what the field itself reported last, nothing
        happens and undo goes on; otherwise undo starts anew.
        """
        if blocks in (self._reported, self.blocks):
            self._reported = blocks
            return
        memory = CursorMemory.of(self.textCursor())
        self._emit_timer.stop()
        self._is_filling = True
        fill_document(self.document(), blocks)
        self._is_filling = False
        self._steps.forget()
        self._reading.forget()
        self._originals = Originals(blocks)
        self._blocks = self._reported = blocks
        self._is_stale = False
        self.setTextCursor(memory.found_in(self.document()))

    def replace_blocks(self, blocks: Blocks, title: str, number: int = 0) -> None:
        """Shows blocks that were changed elsewhere, as one step of undo with a German title.

        Steps before stay on the stack. Where the blocks are those before the newest step with
        this title, or behind the one that was undone last, that step is undone or redone.

        Args:
            blocks: What the document shall say.
            title: What the step did.
            number: That of the draft's step, 0 for none; see `draft_undoes`.
        """
        if blocks in (self._reported, self.blocks):
            self._reported = blocks
            return
        self._originals.remember(blocks)
        if not self._has_stepped_to(blocks, title):
            memory = CursorMemory.of(self.textCursor())
            with self._steps.noting(title, number):
                rewrite(self.document(), blocks)
            self.setTextCursor(memory.found_in(self.document()))
        self._emit_timer.stop()
        self._blocks = self._reported = blocks
        self._is_stale = False

    def _has_stepped_to(self, blocks: Blocks, title: str) -> bool:
        """Whether undo or redo of a step with this title gives the blocks.

        Such a step may have written the whole text anew: Qt's cursor would stand at its end.
        """
        memory = CursorMemory.of(self.textCursor())
        for there, back, found in (
            (super().undo, super().redo, self.step_to_undo),
            (super().redo, super().undo, self.step_to_redo),
        ):
            if found.title and found.title == title:
                there()
                if self.blocks == blocks:
                    self.setTextCursor(memory.found_in(self.document()))
                    return True
                back()
        return False

    def replace_in(self, edits: Iterable[TextEdit], title: str = "Ersetzen") -> int:
        """Replaces words where their places are known, as one step of undo.

        The new words take the style of the first letter that they replace.

        Returns:
            How many edits were made; those whose block or place is gone are left out.
        """
        with self._steps.noting(title):
            made = make_edits(self.document(), edits)
        self.flush()
        return made

    def replace_words(self, start: int, end: int, text: str, title: str) -> None:
        """Replaces what stands between two positions of the document, as one step of undo."""
        with self.step(title) as writer:
            replace_words(writer, start, end, text)
        self.flush()

    @contextmanager
    def step(self, title: str, *, join: bool = False) -> Iterator[QTextCursor]:
        """What is done with the cursor meanwhile is one step of undo with a German title.

        Args:
            title: What it does.
            join: It belongs to the newest step, which has this title.
        """
        with self._steps.noting(title, join=join):
            cursor = self.textCursor()
            if join:
                cursor.joinPreviousEditBlock()
            else:
                cursor.beginEditBlock()
            try:
                yield cursor
            finally:
                cursor.endEditBlock()

    def start_typing_step(self) -> None:
        """What is typed from now on is undone by itself."""
        self.document().setModified(False)

    @property
    def step_to_undo(self) -> NamedStep:
        """What undo takes back here; without a title for typed text."""
        return self._steps.to_undo

    @property
    def step_to_redo(self) -> NamedStep:
        """What redo brings back here; without a title for typed text."""
        return self._steps.to_redo

    def undo(self) -> None:
        """Takes the newest step back, in the whole plan where it was made there."""
        step = self.step_to_undo
        if not (step.number and self.draft_undoes and self.draft_undoes(step.number)):
            super().undo()

    def redo(self) -> None:
        """Brings the step back that was undone last, in the whole plan where it was made there."""
        step = self.step_to_redo
        if not (step.number and self.draft_redoes and self.draft_redoes(step.number)):
            super().redo()

    @Slot()
    def flush(self) -> None:
        """Reports at once what was written since the last report."""
        COURTESY.ask()
        self._emit_timer.stop()
        if self.blocks != self._reported:
            self._reported = self._blocks
            self.blocks_changed.emit(self._blocks)

    def flush_whole(self) -> None:
        """Reports what is written after reading all of it, whatever Qt told of its changes."""
        if self._is_touched:
            self._is_touched = False
            self._reading.forget()
            self._is_stale = True
        self.flush()

    @Slot(int, int, int)
    def _on_contents_change(self, _position: int, removed: int, added: int) -> None:
        if self._is_filling or not (removed or added):
            return
        self._is_stale = self._is_touched = True
        if not self._emit_timer.isActive():
            self._emit_timer.start()
