"""Footnotes of an editor: writing, changing, deleting, numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QTextCursor

from lpd_desktop.gui.rich_text import commands
from lpd_desktop.gui.rich_text.footnote_dialog import FootnoteDialog
from lpd_desktop.gui.rich_text.footnotes import FootnoteMarks
from lpd_desktop.gui.rich_text.formats import NOTE, note_from
from lpd_desktop.gui.rich_text.selection import format_of_letter, is_note, note_position
from lpd_desktop.plan.rich_text import Runs, plain_text

if TYPE_CHECKING:
    from lpd_desktop.gui.rich_text.editor import RichTextEdit


class NoteEditing(QObject):
    """The footnotes of one editor.

    Attributes:
        dialog: The dialog that is open for a footnote's text, None without one.
    """

    def __init__(self, editor: RichTextEdit, marks: FootnoteMarks) -> None:
        super().__init__(editor)
        self._editor = editor
        self._marks = marks
        self._count = 0
        self._place = QTextCursor()
        self._is_new = True
        self.dialog: FootnoteDialog | None = None

    @property
    def count(self) -> int:
        """How many footnotes there are."""
        return len(self._marks.positions())

    def numbers(self) -> list[int]:
        """The numbers of the footnotes in order."""
        return [self._marks.number_at(position) for position in self._marks.positions()]

    def count_from(self, first_number: int) -> None:
        """Footnotes are counted over the whole plan: the number of the first one here."""
        if first_number != self._marks.first_number:
            self._marks.first_number = first_number
            self._marks.redraw()

    @Slot()
    def renumber(self) -> None:
        """Draws the numbers again when footnotes came or went."""
        if self.count != self._count:
            self._count = self.count
            self._marks.redraw()

    def insert_or_edit(self) -> None:
        """Opens the dialog for the footnote at the cursor, or for a new one."""
        cursor = self._editor.textCursor()
        position = note_position(cursor)
        if position is None:
            self._open(cursor, (), is_new=True)
        else:
            self._edit(position)

    def edit_clicked(self, point: QPoint) -> None:
        """Opens the footnote whose number was clicked."""
        position = self._note_under(point)
        if position is not None:
            self._edit(position)

    def text_under(self, point: QPoint) -> str:
        """The text of the footnote whose number is under the mouse."""
        position = self._note_under(point)
        return "" if position is None else plain_text(self._note_at(position))

    def _note_under(self, point: QPoint) -> int | None:
        layout = self._editor.document().documentLayout()
        position = layout.hitTest(point.toPointF(), Qt.HitTestAccuracy.ExactHit)
        return position if is_note(self._editor.textCursor(), position) else None

    def _note_at(self, position: int) -> Runs:
        form = format_of_letter(self._editor.textCursor(), position)
        return note_from(form.stringProperty(NOTE))

    def _edit(self, position: int) -> None:
        cursor = self._editor.textCursor()
        cursor.setPosition(position)
        self._open(cursor, self._note_at(position), is_new=False)

    def _open(self, place: QTextCursor, note: Runs, *, is_new: bool) -> None:
        self._place = place
        self._is_new = is_new
        at = place.selectionEnd()
        number = self._marks.number_at(at)
        self.dialog = FootnoteDialog(number, note, is_new=is_new, parent=self._editor.window())
        self.dialog.written.connect(self._on_dialog_written)
        self.dialog.deleted.connect(self._on_dialog_deleted)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    @Slot(object)
    def _on_dialog_written(self, note: Runs) -> None:
        if self._is_new:
            if note:
                commands.insert_note(self._place, note)
        elif note:
            commands.change_note(self._editor.document(), self._place.position(), note)
        else:
            self._on_dialog_deleted()

    @Slot()
    def _on_dialog_deleted(self) -> None:
        commands.delete_note(self._editor.document(), self._place.position())

    @Slot()
    def _on_dialog_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
        self._editor.setFocus()
        self._editor.flush()
