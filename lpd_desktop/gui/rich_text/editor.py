"""The editor widget: shows blocks, lets the subset be written, gives blocks back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.rich_text import clipboard, editing_keys
from lpd_desktop.gui.rich_text.cursor_memory import CursorMemory
from lpd_desktop.gui.rich_text.footnotes import FootnoteMarks
from lpd_desktop.gui.rich_text.formats import INDENT_WIDTH
from lpd_desktop.gui.rich_text.from_blocks import fill_document
from lpd_desktop.gui.rich_text.growth import Growth
from lpd_desktop.gui.rich_text.named_steps import NamedStep, NamedSteps
from lpd_desktop.gui.rich_text.normal_form import Originals
from lpd_desktop.gui.rich_text.note_editing import NoteEditing
from lpd_desktop.gui.rich_text.reading import Reading
from lpd_desktop.gui.rich_text.rewriting import rewrite
from lpd_desktop.gui.rich_text.selection import CursorState, state_at
from lpd_desktop.gui.rich_text.table_grid import paint_grid
from lpd_desktop.gui.rich_text.text_edits import TextEdit, make_edits
from lpd_desktop.plan.rich_text import Blocks

EMIT_AFTER_MS = 250
"""How long typed text waits for `blocks_changed` at most."""


class RichTextEdit(QTextEdit):
    """A text field for exactly the rich text of a plan; a view over blocks.

    Attributes:
        blocks_changed: What is written now; at most 300 ms after a key press, at once when the
            focus leaves.
        state_changed: What holds at the cursor, for the toolbar.
        focused: The field got the focus.
        left_out: What is to be told of a paste, as `word.pasting.Pasted`.
        notes: Footnotes: their numbers and the dialog for their text.
        inline_only: Only one run of text can be written, as in a footnote.
        jobs: Reads long clipboards beside the GUI thread; without it they are read at once.
        draft_undoes: Undoes the draft's step of a number where that is its newest, and says
            whether it did; `draft_redoes` likewise.
    """

    blocks_changed = Signal(object)
    state_changed = Signal(object)
    focused = Signal(object)
    left_out = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, inline_only: bool = False) -> None:
        super().__init__(parent)
        self.inline_only = inline_only
        self.jobs: JobRunner | None = None
        self.draft_undoes: Callable[[int], bool] | None = None
        self.draft_redoes: Callable[[int], bool] | None = None
        self._originals = Originals()
        self._blocks: Blocks = ()
        self._reported: Blocks = ()
        self._is_stale = False
        self._is_filling = False
        self._emit_timer = QTimer(self, singleShot=True, interval=EMIT_AFTER_MS)
        self._prepare_document()
        self._steps = NamedSteps(self.document())
        self._reading = Reading(self.document())
        self.notes = NoteEditing(self, FootnoteMarks(self.document()))
        self._growth = Growth(self)
        self._connect()

    def _prepare_document(self) -> None:
        self.setTabChangesFocus(True)
        self.setAcceptRichText(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        document = self.document()
        document.setIndentWidth(INDENT_WIDTH)
        document.setDocumentMargin(10)
        fill_document(document, ())

    def _connect(self) -> None:
        self._emit_timer.timeout.connect(self.flush)
        self.document().contentsChange.connect(self._on_contents_change)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.currentCharFormatChanged.connect(self._on_cursor_moved)

    # What is written

    @property
    def blocks(self) -> Blocks:
        """What is written at this moment."""
        if self._is_stale:
            self._blocks = self._originals.restore(self._reading.blocks())
            self._is_stale = False
        return self._blocks

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
        """Whether undo or redo of a step with this title gives the blocks."""
        for there, back, found in (
            (super().undo, super().redo, self.step_to_undo),
            (super().redo, super().undo, self.step_to_redo),
        ):
            if found.title and found.title == title:
                there()
                if self.blocks == blocks:
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
        self._emit_timer.stop()
        if self.blocks != self._reported:
            self._reported = self._blocks
            self.blocks_changed.emit(self._blocks)

    @Slot(int, int, int)
    def _on_contents_change(self, _position: int, removed: int, added: int) -> None:
        if self._is_filling or not (removed or added):
            return
        self._is_stale = True
        self.notes.renumber()
        if not self._emit_timer.isActive():
            self._emit_timer.start()

    # The cursor

    def state(self) -> CursorState:
        """What holds at the cursor."""
        return state_at(self.textCursor(), self.currentCharFormat())

    @Slot()
    def _on_cursor_moved(self) -> None:
        if self._is_filling:
            return
        self.state_changed.emit(self.state())

    def run(self, command: str) -> None:
        """Carries a command out, by its name in `shortcuts` or `editing_keys`."""
        editing_keys.run(self, command)
        self._on_cursor_moved()

    # Events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and editing_keys.claims(self, event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        blocks_before = self.document().blockCount()
        if editing_keys.handle(self, event):
            event.accept()
        else:
            super().keyPressEvent(event)
            editing_keys.mend_after(self, blocks_before)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if editing_keys.step_through_cells(self, backwards=not forward):
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self)
        self._on_cursor_moved()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.notes.edit_clicked(event.position().toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self.notes.text_under(event.pos())
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint_grid(painter, self.document(), self.palette(), QRectF(event.rect()))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._growth.follow_page()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_growth"):
            self._growth.limit_width()

    # Clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        return clipboard.mime_of_selection(self.textCursor())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return clipboard.has_something(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        clipboard.insert_mime(self, source)
