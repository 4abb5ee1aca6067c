"""Last year's answer to be read: with a cursor, and a button beside each paragraph."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit

from lpd_desktop.gui.beside.answer_document import AnswerDocument, Takeable
from lpd_desktop.gui.beside.take_margin import TakeMargin
from lpd_desktop.gui.look.letters import reading_font
from lpd_desktop.gui.rich_text.clipboard import mime_of_selection
from lpd_desktop.gui.rich_text.footnotes import FootnoteMarks
from lpd_desktop.gui.rich_text.formats import INDENT_WIDTH
from lpd_desktop.gui.rich_text.growth import LINE_LENGTH
from lpd_desktop.gui.rich_text.table_grid import paint_grid
from lpd_desktop.plan.earlier.answers import EarlierAnswer
from lpd_desktop.plan.rich_text import Blocks

_READABLE = (
    Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
)

_OVERHANG = 16
"""Pixels by which a table stands out; so little needs no bar to scroll with."""


class AnswerReader(QTextEdit):
    """Read only. `take_wanted` tells blocks that somebody wants in this year's answer.

    Attributes:
        margin: Stands to the left of it.
    """

    take_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTextInteractionFlags(_READABLE)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setFont(reading_font(self.font()))
        self.setAccessibleName("Antwort im Vorjahr")
        self.setAccessibleDescription(
            "Nur zum Lesen. Die Eingabetaste übernimmt den Absatz, in dem der Cursor steht."
        )
        self.document().setIndentWidth(INDENT_WIDTH)
        self.document().setDocumentMargin(8)
        self._marks = FootnoteMarks(self.document())
        self._limit_width()
        self._answer = AnswerDocument(self.document())
        self.margin = TakeMargin(self)
        self._can_take = True
        self.margin.clicked.connect(self._take)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.horizontalScrollBar().rangeChanged.connect(self._on_range_changed)

    def _limit_width(self) -> None:
        """A line has about as many letters as on paper, however wide the window is."""
        letters = QFontMetrics(self.font()).averageCharWidth() * LINE_LENGTH
        around = 2 * round(self.document().documentMargin())
        self.setMaximumWidth(letters + around + self.verticalScrollBar().sizeHint().width())

    def show_answer(self, answer: EarlierAnswer) -> None:
        """Shows another answer from its start."""
        self._answer.show(answer)
        self.setAccessibleName(f"Antwort im Vorjahr: {answer.name}")
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._answer.takeable[0].first if self._answer.takeable else 0)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(0)
        self.margin.show_places(self._answer.takeable if self._can_take else ())

    def allow_taking(self, allowed: bool) -> None:
        """Whether this page has a text into which something can be taken over."""
        self._can_take = allowed
        self.margin.setVisible(allowed)
        self.margin.show_places(self._answer.takeable if allowed else ())
        self._on_cursor_moved()

    @property
    def count_at_cursor(self) -> int:
        """How many paragraphs and tables would be taken over."""
        return len(self._answer.at(self.textCursor())) if self._can_take else 0

    def take_at_cursor(self) -> None:
        """Takes over where the cursor stands; it goes on to the next paragraph."""
        places = self._answer.at(self.textCursor()) if self._can_take else ()
        if places:
            self._take(places)
            following = self._answer.behind(places)
            if following is not None:
                cursor = self.textCursor()
                cursor.setPosition(following.first)
                self.setTextCursor(cursor)

    @Slot(object)
    def _take(self, places: tuple[Takeable, ...]) -> None:
        blocks: Blocks = self._answer.blocks_of(places)
        self.take_wanted.emit(blocks)

    @Slot()
    def _on_cursor_moved(self) -> None:
        """The paragraph that Enter would take is marked while the cursor is here."""
        marked = []
        if self.hasFocus() and self._can_take and not self.textCursor().hasSelection():
            for place in self._answer.at(self.textCursor()):
                mark = QTextEdit.ExtraSelection()
                mark.cursor = QTextCursor(self.document())
                mark.cursor.setPosition(place.first)
                mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
                mark.format.setBackground(self.palette().color(QPalette.ColorRole.AlternateBase))
                marked.append(mark)
        self.setExtraSelections(marked)

    @Slot(int, int)
    def _on_range_changed(self, _least: int, most: int) -> None:
        policy = Qt.ScrollBarPolicy
        needed = policy.ScrollBarAsNeeded if most > _OVERHANG else policy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(needed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.take_at_cursor()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._on_cursor_moved()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._on_cursor_moved()

    def paintEvent(self, event: QPaintEvent) -> None:
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.translate(-left, -top)
        seen = QRectF(event.rect()).translated(left, top)
        paint_grid(painter, self.document(), self.palette(), seen)
        painter.end()
        super().paintEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        return mime_of_selection(self.textCursor())
