"""A wavy line below the words of one editor that nothing knows.

The lines are extra selections: they change neither the document nor its layout, its stack of undo
or what the editor reports, and they cost a key press nothing but the start of a timer.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QPalette, QTextCharFormat, QTextFormat
from PySide6.QtWidgets import QTextEdit

from lpd_desktop.gui.spelling.speller import Judged, Speller
from lpd_desktop.gui.spelling.word_places import Place, pieces_of, places_in, places_of

_REFRESH_MS = 300
_OTHER_LOOKS = (QEvent.Type.Show, QEvent.Type.PaletteChange, QEvent.Type.FocusOut)
_MOST_KEPT = 5000
_IS_MARK = int(QTextFormat.Property.UserProperty) + 700


class SpellingMarks(QObject):
    """Belongs to its editor; asks the speller and shows what it knows."""

    def __init__(self, edit: QTextEdit, speller: Speller) -> None:
        super().__init__(edit)
        self.edit, self._speller = edit, speller
        self._pieces: dict[str, tuple[Place, ...]] = {}
        self._judged_pieces: dict[str, Judged] = {}
        self._wrong: dict[str, tuple[Place, ...]] = {}
        self._version = -1
        self._shown: list[Place] = []
        self._selections: list[QTextEdit.ExtraSelection] = []
        self._mark = QTextCharFormat()
        self._typed_at = -1
        self._soon = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._soon.timeout.connect(self.refresh)
        edit.document().contentsChange.connect(self._on_contents_change)
        edit.cursorPositionChanged.connect(self._on_cursor_moved)
        speller.learned.connect(self.refresh)
        edit.installEventFilter(self)
        self.refresh()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _OTHER_LOOKS and not self._soon.isActive():
            self._soon.start()
        return False

    @property
    def wrong(self) -> tuple[Place, ...]:
        """The words that are marked."""
        return tuple(self._shown)

    @Slot(int, int, int)
    def _on_contents_change(self, _position: int, removed: int, added: int) -> None:
        if removed and added > 1:
            self._drop_turned()
        self._typed_at = self.edit.textCursor().position()
        if not self._soon.isActive():
            self._soon.start()

    def _drop_turned(self) -> None:
        """Qt stretches the mark of a word over what takes its place, with its ends turned round."""
        kept = [each for each in self._selections if _span(each)[0] <= _span(each)[1]]
        if len(kept) < len(self._selections):
            self._show_selections(kept)

    @Slot()
    def _on_cursor_moved(self) -> None:
        if self._typed_at >= 0 and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def refresh(self) -> None:
        """Shows what the speller knows by now; what it does not know is asked."""
        if not self.edit.isVisible():
            return
        self._forget_gone()
        if not self._speller.is_on:
            self._show([])
            return
        found = list(places_of(self.edit.document(), self._wrong_in))
        typed = self._typed_position()
        wrong = [place for place in found if not place.touches(typed)]
        self._show(wrong)

    def _forget_gone(self) -> None:
        """What was read of texts that changed, or of an older state of the lists."""
        if self._version != self._speller.version or len(self._judged_pieces) > _MOST_KEPT:
            self._version = self._speller.version
            self._wrong.clear()
            self._judged_pieces.clear()
        if len(self._pieces) > _MOST_KEPT:
            self._pieces.clear()

    def _wrong_in(self, text: str) -> tuple[Place, ...]:
        if text not in self._wrong:
            judged = [(start, self._judged(piece)) for start, piece in pieces_of(text)]
            wrong = tuple(place.moved(start) for start, each in judged for place in each.wrong)
            if not all(each.is_final for _start, each in judged):
                return wrong
            self._wrong[text] = wrong
        return self._wrong[text]

    def _judged(self, piece: str) -> Judged:
        found = self._judged_pieces.get(piece)
        if found is None or not found.is_final:
            if piece not in self._pieces:
                self._pieces[piece] = places_in(piece)
            found = self._judged_pieces[piece] = self._speller.judge(self._pieces[piece])
        return found

    def _typed_position(self) -> int:
        """Where a word is being typed; -1 where the cursor is elsewhere by now."""
        cursor = self.edit.textCursor()
        stays = self.edit.hasFocus() and not cursor.hasSelection()
        if not stays or cursor.position() != self._typed_at:
            self._typed_at = -1
        return self._typed_at

    def _show(self, wrong: list[Place]) -> None:
        """Marks move with their words, so most of them stand where they should."""
        self._shown = wrong
        mark = mark_format(self.edit.palette())
        kept = {_span(each): each for each in self._selections} if mark == self._mark else {}
        self._mark = mark
        fresh = [place for place in wrong if (place.start, place.end) not in kept]
        kept |= {(place.start, place.end): self._selection(place, mark) for place in fresh}
        selections = [kept[place.start, place.end] for place in wrong]
        if len(selections) == len(self._selections) and not fresh:
            return
        self._show_selections(selections)

    def _show_selections(self, selections: list[QTextEdit.ExtraSelection]) -> None:
        self._selections = selections
        others = [each for each in self.edit.extraSelections() if not is_mark(each)]
        self.edit.setExtraSelections([*others, *selections])

    def _selection(self, place: Place, mark: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = place.cursor_in(self.edit.document())
        selection.cursor.setKeepPositionOnInsert(True)
        selection.format = mark
        return selection


def _span(selection: QTextEdit.ExtraSelection) -> tuple[int, int]:
    cursor = selection.cursor
    return cursor.anchor(), cursor.position()


def mark_format(palette: QPalette) -> QTextCharFormat:
    """A wavy line, which no text of a plan has otherwise, in a colour of the palette."""
    mark = QTextCharFormat()
    mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    mark.setUnderlineColor(palette.color(QPalette.ColorRole.Link))
    mark.setProperty(_IS_MARK, True)
    return mark


def is_mark(selection: QTextEdit.ExtraSelection) -> bool:
    """Whether an extra selection of an editor is one of these marks."""
    return selection.format.hasProperty(_IS_MARK)
