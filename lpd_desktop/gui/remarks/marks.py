"""A dashed line below the words of one editor that somebody remarked on.

Like the marks of spelling the lines are extra selections: they change neither the document nor its
stack of undo, and a key press costs no more than before. Where both mark a word, both are seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QHelpEvent, QPalette, QTextCharFormat, QTextFormat
from PySide6.QtWidgets import QTextEdit, QToolTip

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.search.passage_cursor import Span, cursors_for

_IS_MARK = int(QTextFormat.Property.UserProperty) + 710
_TELL_MS = 350
"""Who only passes through marked words hears nothing."""

_TINT = 0.16


@dataclass(frozen=True)
class Marked:
    """Words with a remark: its id, where they stand, what is said about them."""

    ident: str
    span: Span
    spoken: str


class RemarkMarks(QObject):
    """Belongs to its editor; shows the marks that it is given.

    Attributes:
        entered: The cursor came into the words of a remark; its id.
    """

    entered = Signal(str)

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self.edit = edit
        self._marked: list[tuple[Marked, QTextEdit.ExtraSelection]] = []
        self._told = ""
        self._soon = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._soon.timeout.connect(self._tell)
        edit.document().contentsChange.connect(self._on_contents_change)
        edit.cursorPositionChanged.connect(self._soon.start)
        edit.installEventFilter(self)
        edit.viewport().installEventFilter(self)

    @property
    def words(self) -> list[str]:
        """What is marked now."""
        return [selection.cursor.selectedText() for _marked, selection in self._marked]

    def show(self, marked: Sequence[Marked]) -> None:
        """Replaces the marks; words that are not in the text are not marked."""
        if not marked and not self._marked:
            return
        cursors = cursors_for(self.edit.document(), [each.span for each in marked])
        mark = mark_format(self.edit.palette())
        self._marked = []
        for each in marked:
            cursor = cursors.get(each.span)
            if cursor is not None and cursor.hasSelection():
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, mark
                selection.cursor.setKeepPositionOnInsert(True)
                self._marked.append((each, selection))
        self._paint()

    def _paint(self) -> None:
        """Below the marks of spelling, which are drawn last."""
        others = [each for each in self.edit.extraSelections() if not is_mark(each)]
        self.edit.setExtraSelections([*(own for _marked, own in self._marked), *others])

    def at(self, position: int) -> Marked | None:
        """The remark on the words at a position; of several the one on the fewest words."""
        found = [
            (selection.cursor.selectionEnd() - selection.cursor.selectionStart(), number)
            for number, (_marked, selection) in enumerate(self._marked)
            if selection.cursor.selectionStart() <= position <= selection.cursor.selectionEnd()
        ]
        return self._marked[min(found)[1]][0] if found else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Colours change with the scheme; who points at marked words reads the remark."""
        if event.type() == QEvent.Type.PaletteChange and watched is self.edit:
            mark = mark_format(self.edit.palette())
            for _marked, selection in self._marked:
                selection.format = mark
            self._paint()
        if isinstance(event, QHelpEvent) and watched is self.edit.viewport():
            return self._show_tip(event)
        return False

    def _show_tip(self, event: QHelpEvent) -> bool:
        found = self.at(self.edit.cursorForPosition(event.pos()).position())
        if found is None or event.type() != QEvent.Type.ToolTip:
            return False
        QToolTip.showText(event.globalPos(), found.spoken, self.edit.viewport())
        return True

    @Slot(int, int, int)
    def _on_contents_change(self, _position: int, removed: int, added: int) -> None:
        """Qt stretches marks over what takes the place of their words, with their ends turned."""
        if self._marked and removed and added > 1:
            kept = [each for each in self._marked if _is_straight(each[1])]
            if len(kept) < len(self._marked):
                self._marked = kept
                self._paint()

    @Slot()
    def _tell(self) -> None:
        """Says the remark at the cursor, once for each time it is entered."""
        cursor = self.edit.textCursor()
        found = self.at(cursor.position()) if self._marked and self.edit.hasFocus() else None
        ident = found.ident if found is not None else ""
        if ident == self._told:
            return
        self._told = ident
        if found is not None:
            announce(self.edit, found.spoken)
            self.entered.emit(ident)


def _is_straight(selection: QTextEdit.ExtraSelection) -> bool:
    return selection.cursor.anchor() < selection.cursor.position()


def mark_format(palette: QPalette) -> QTextCharFormat:
    """A dashed line, which no text and no other mark has, over a breath of colour."""
    ink, paper = palette.color(QPalette.ColorRole.Highlight), palette.color(QPalette.ColorRole.Base)
    mark = QTextCharFormat()
    mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    mark.setUnderlineColor(palette.color(QPalette.ColorRole.Text))
    mark.setBackground(_blended(ink, paper))
    mark.setProperty(_IS_MARK, True)
    return mark


def _blended(ink: QColor, paper: QColor) -> QColor:
    pairs = (
        (ink.red(), paper.red()),
        (ink.green(), paper.green()),
        (ink.blue(), paper.blue()),
    )
    return QColor(*(round(_TINT * one + (1 - _TINT) * other) for one, other in pairs))


def is_mark(selection: QTextEdit.ExtraSelection) -> bool:
    """Whether an extra selection of an editor is one of these marks."""
    return selection.format.hasProperty(_IS_MARK)
