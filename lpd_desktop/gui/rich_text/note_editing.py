"""The footnotes of an editor: their numbers, their texts, and where each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QTextCursor

from lpd_desktop.gui.rich_text import commands
from lpd_desktop.gui.rich_text.footnotes import FootnoteMarks
from lpd_desktop.gui.rich_text.formats import NOTE, note_from
from lpd_desktop.gui.rich_text.selection import format_of_letter, is_note, note_position
from lpd_desktop.plan.rich_text import Runs, plain_text

if TYPE_CHECKING:
    from lpd_desktop.gui.rich_text.editor import RichTextEdit

INSERTED = "Fußnote einfügen"
CHANGED = "Fußnote ändern"
DELETED = "Fußnote löschen"


class NoteEditing(QObject):
    """The footnotes of one editor, counted from 0 in the order of its text.

    Attributes:
        opened: The text of the footnote with this index is to be edited.
    """

    opened = Signal(int)

    def __init__(self, editor: RichTextEdit, marks: FootnoteMarks) -> None:
        super().__init__(editor)
        self._editor = editor
        self._marks = marks
        self._count = 0
        self._changed = QTextCursor()

    @property
    def count(self) -> int:
        """How many footnotes there are."""
        return len(self._marks.positions())

    def numbers(self) -> list[int]:
        """The numbers of the footnotes in order, as the whole plan counts them."""
        return [self._marks.number_at(position) for position in self._marks.positions()]

    def texts(self) -> list[Runs]:
        """What the footnotes say, in order."""
        return [self._note_at(position) for position in self._marks.positions()]

    def written(self) -> tuple[str, ...]:
        """What the footnotes say, as their marks carry it: cheap to compare."""
        cursor = self._editor.textCursor()
        places = self._marks.positions()
        return tuple(format_of_letter(cursor, place).stringProperty(NOTE) for place in places)

    def marks(self) -> list[QTextCursor]:
        """The numbers of the footnotes in order, selected; they move with the text."""
        return [self._selected(position) for position in self._marks.positions()]

    def index_at(self, position: int | None) -> int:
        """The footnote whose number stands at a position; -1 where there is none."""
        places = self._marks.positions()
        return places.index(position) if position in places else -1

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
        """Opens the footnote at the cursor, or makes a new one behind what is selected."""
        position = note_position(self._editor.textCursor())
        if position is None:
            position = self._editor.textCursor().selectionEnd()
            with self._editor.step(INSERTED) as cursor:
                commands.insert_note(cursor, ())
            self._editor.setTextCursor(self._behind(position))
            self._changed = self._selected(position)
        self._open(position)

    def open_clicked(self, point: QPoint) -> None:
        """Opens the footnote whose number was clicked."""
        position = self._note_under(point)
        if position is not None:
            self._open(position)

    def _open(self, position: int) -> None:
        self.opened.emit(self._marks.positions().index(position))

    def change(self, index: int, note: Runs) -> None:
        """Gives a footnote another text; one step as long as nothing else is done between."""
        newest = self._editor.step_to_undo.title
        joins = newest in {INSERTED, CHANGED} and self._is_newest(index)
        self._changed = self.marks()[index]
        with self._editor.step(newest if joins else CHANGED, join=joins):
            position = self._marks.positions()[index]
            commands.change_note(self._editor.document(), position, note)

    def delete(self, index: int) -> None:
        """Takes a footnote and its number away."""
        with self._editor.step(DELETED):
            commands.delete_note(self._editor.document(), self._marks.positions()[index])

    def give_up(self, index: int) -> None:
        """Takes away a footnote that nobody wrote; one that was just made leaves no step."""
        if self._editor.step_to_undo.title == INSERTED and self._is_newest(index):
            self._editor.undo()
        else:
            self.delete(index)

    def show_place(self, index: int) -> None:
        """Sets the cursor behind the number of a footnote, and the focus into the text."""
        if index < self.count:
            self._editor.setTextCursor(self._behind(self._marks.positions()[index]))
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def text_under(self, point: QPoint) -> str:
        """The text of the footnote whose number is under the mouse."""
        position = self._note_under(point)
        return "" if position is None else plain_text(self._note_at(position))

    def _behind(self, position: int) -> QTextCursor:
        cursor = self._editor.textCursor()
        cursor.setPosition(position + 1)
        return cursor

    def _is_newest(self, index: int) -> bool:
        """Whether this footnote was the last one to be made or changed."""
        place = self._changed.selectionStart() if self._changed.hasSelection() else None
        return self.index_at(place) == index

    def _selected(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _note_under(self, point: QPoint) -> int | None:
        layout = self._editor.document().documentLayout()
        position = layout.hitTest(point.toPointF(), Qt.HitTestAccuracy.ExactHit)
        return position if is_note(self._editor.textCursor(), position) else None

    def _note_at(self, position: int) -> Runs:
        form = format_of_letter(self._editor.textCursor(), position)
        return note_from(form.stringProperty(NOTE) or "[]")
