"""The editor widget: shows blocks, lets the subset be written, gives blocks back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.rich_text import clipboard, editing_keys, typing_help
from lpd_desktop.gui.rich_text.blocks_edit import BlocksEdit
from lpd_desktop.gui.rich_text.changed_stretch import ChangedStretch
from lpd_desktop.gui.rich_text.context_menu import extend_menu, follow_click
from lpd_desktop.gui.rich_text.deleting import ends_at_table, remove_selected
from lpd_desktop.gui.rich_text.dressing import tidy
from lpd_desktop.gui.rich_text.footnotes import FootnoteMarks
from lpd_desktop.gui.rich_text.growth import Growth
from lpd_desktop.gui.rich_text.note_editing import NoteEditing
from lpd_desktop.gui.rich_text.selection import CursorState, state_at
from lpd_desktop.gui.rich_text.starter import Starter
from lpd_desktop.gui.rich_text.table_grid import paint_grid
from lpd_desktop.gui.rich_text.tables import put_table
from lpd_desktop.gui.rich_text.to_blocks import EVERYTHING
from lpd_desktop.gui.rich_text.whole_words import WholeWords
from lpd_desktop.runtime.courtesy import COURTESY

_UNKNOWN = -1
_READING = (
    Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
)


class RichTextEdit(BlocksEdit):
    """A text field for exactly the rich text of a plan; a view over blocks.

    Attributes:
        state_changed: What holds at the cursor, for the toolbar.
        focused: The field got the focus.
        left_out: What is to be told of a paste, as `word.pasting.Pasted`.
        tool_bar_wanted: The key for the tool bar was pressed.
        menu_made: Tells a context menu before it is shown, for entries beside the editor's.
        notes: Footnotes: their numbers and texts.
        inline_only: Only one run of text can be written, as in a footnote.
        starter: A table that the form proposes for this text.
        jobs: Reads long clipboards beside the GUI thread; without it they are read at once.
    """

    state_changed = Signal(object)
    focused = Signal(object)
    left_out = Signal(object)
    tool_bar_wanted = Signal()
    menu_made = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, inline_only: bool = False) -> None:
        super().__init__(parent)
        self.inline_only = inline_only
        self.jobs: JobRunner | None = None
        self.starter: Starter | None = None
        self._typed_in = QTextBlock()
        self._tidy_lines = self.document().blockCount()
        self._untidy = ChangedStretch(self.document())
        self._tidy_soon = QTimer(self, singleShot=True, interval=0)
        self._prepare_document()
        self.notes = NoteEditing(self, FootnoteMarks(self.document()))
        self._words = WholeWords(self)
        self._growth = Growth(self, fewest_lines=1 if inline_only else 3)
        self._connect()

    def _prepare_document(self) -> None:
        self.setTabChangesFocus(True)
        self.setAcceptRichText(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self.document().contentsChange.connect(self.notes.renumber)
        self.document().contentsChange.connect(self._on_blocks_moved)
        self._tidy_soon.timeout.connect(self._tidy_if_needed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.currentCharFormatChanged.connect(self._on_cursor_moved)

    def setReadOnly(self, read_only: bool) -> None:
        """Who may not write reads and selects with the keyboard all the same."""
        super().setReadOnly(read_only)
        if read_only:
            self.setTextInteractionFlags(_READING)

    # The cursor

    def state(self) -> CursorState:
        """What holds at the cursor."""
        return state_at(self.textCursor(), self.currentCharFormat())

    @Slot()
    def _on_cursor_moved(self) -> None:
        if self._is_filling:
            return
        self.state_changed.emit(self.state())

    def insert_starter(self) -> None:
        """Puts the proposed table below the cursor's line, and the cursor into its first gap."""
        if self.starter is None or self.isReadOnly():
            return
        cursor = self.textCursor()
        with self._steps.noting(f"{self.starter.title} einfügen"):
            # No step around it: Qt knows a new table only when the outermost step has ended.
            put_table(cursor, self.starter.table())
        table = cursor.currentTable()
        if table is not None:
            cursor = table.cellAt(1, 1).firstCursorPosition()
        self.setTextCursor(cursor)

    def run(self, command: str) -> None:
        """Carries a command out, by its name in `shortcuts` or `editing_keys`."""
        editing_keys.run(self, command)
        self._tidy_if_needed()
        self._on_cursor_moved()

    # Events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            if editing_keys.claims(self, event):
                event.accept()
                return True
            if editing_keys.leaves_to_menu(event):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        COURTESY.ask()
        if editing_keys.handle(self, event):
            event.accept()
            self._tidy_if_needed()
        else:
            self._type(event)
            self._tidy_if_needed()

    def _type(self, event: QKeyEvent) -> None:
        typed = event.text() if editing_keys.types(event) and not self.isReadOnly() else ""
        if not typed:
            super().keyPressEvent(event)
            return
        typing_help.before_typed(self, typed)
        if ends_at_table(self.textCursor()):
            with self.step("Eingabe"):
                self.delete_selection(to_write=True)
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)
        typing_help.after_typed(self, typed)
        self._typed_in = self.textCursor().block()

    def delete_selection(self, *, to_write: bool = False) -> None:
        """Deletes what is selected; lists and ids are whole afterwards."""
        cursor = self.textCursor()
        remove_selected(cursor, to_write=to_write)
        self.setTextCursor(cursor)

    def cut(self) -> None:
        """Takes what is selected to the clipboard."""
        if self.textCursor().hasSelection() and not self.isReadOnly():
            self.copy()
            self.delete_selection()
            self._tidy_if_needed()

    @Slot()
    def _on_blocks_moved(self) -> None:
        """Lines came or went; who did it may be Qt itself, by mouse, menu or a screen reader."""
        if self._is_filling:
            self._tidy_lines = self.document().blockCount()
            self._untidy.take()
        elif self.document().blockCount() != self._tidy_lines:
            self._tidy_soon.start()

    @Slot()
    def _tidy_if_needed(self) -> None:
        """Mends lists and ids after Qt joined or cut blocks, as part of that step.

        Within a longer step Qt does not tell yet where that was; it is mended again at its end.
        """
        self._tidy_soon.stop()
        stretch = self._untidy.take()
        if self.document().blockCount() != self._tidy_lines:
            tidy(self.document(), stretch or EVERYTHING)
            self._typed_in = QTextBlock()
        if stretch is not None:
            self._untidy.take()
            self._tidy_lines = self.document().blockCount()

    @property
    def has_typed_here(self) -> bool:
        """Whether the last thing that was typed stands in the cursor's line or cell."""
        return self._typed_in == self.textCursor().block()

    def leave(self, *, forward: bool) -> None:
        """Moves the focus on to the next field, also out of a table."""
        super().focusNextPrevChild(forward)

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
        self.flush_whole()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.notes.open_clicked(event.position().toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self.notes.text_under(event.pos())
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def createStandardContextMenu(self, point: QPoint | None = None) -> QMenu:
        menu = super().createStandardContextMenu()
        if point is not None:
            follow_click(self, point)
        extend_menu(menu, self)
        self.menu_made.emit(menu)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint_grid(painter, self.document(), self.palette(), QRectF(event.rect()))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._words.follow_width()
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
        """What is dropped comes within a longer step of Qt's, at whose end lists are mended."""
        clipboard.insert_mime(self, source)
        self._tidy_lines = _UNKNOWN
