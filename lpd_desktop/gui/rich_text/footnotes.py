"""Draws footnotes as raised numbers, counted in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_left

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt, Slot
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from lpd_desktop.gui.rich_text.formats import NOTE_OBJECT
from lpd_desktop.gui.rich_text.normal_form import NOTE_MARK

_SIZE = 0.72

_WIDE = re.compile("[\U00010000-\U0010ffff]")
"""Letters that Qt counts as two."""


class FootnoteMarks(QPyTextObject):
    """The raised numbers of one document.

    Attributes:
        first_number: The number of the document's first footnote; footnotes are counted over
            the whole plan.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._found_at: tuple[int, int] | None = None
        self._positions: list[int] = []
        self.first_number = 1
        document.documentLayout().registerHandler(NOTE_OBJECT, self)
        document.contentsChange.connect(self._on_contents_change)

    def positions(self) -> list[int]:
        """Where footnotes stand."""
        state = (self._document.revision(), self._document.characterCount())
        if self._found_at != state:
            self._found_at = state
            text = _WIDE.sub("  ", self._document.toRawText())
            marks = re.finditer(NOTE_MARK, text)
            self._positions = [mark.start() for mark in marks]
        return self._positions

    @Slot()
    def _on_contents_change(self) -> None:
        """Revisions are counted from the start again when the document is filled anew."""
        self._found_at = None

    def number_at(self, position: int) -> int:
        """The number of the footnote at a position."""
        return self.first_number + bisect_left(self.positions(), position)

    def redraw(self) -> None:
        """Lays all numbers out again."""
        for position in self.positions():
            self._document.markContentsDirty(position, 1)

    def intrinsicSize(self, _document: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        font = self._font(form)
        metrics = QFontMetricsF(font)
        full = QFontMetricsF(form.toCharFormat().font())
        return QSizeF(metrics.horizontalAdvance(self._label(position)) + 1, full.ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        position: int,
        form: QTextFormat,
    ) -> None:
        painter.save()
        painter.setFont(self._font(form))
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(rect), flags, self._label(position))
        painter.restore()

    def _label(self, position: int) -> str:
        return str(self.number_at(position))

    def _font(self, form: QTextFormat) -> QFont:
        font = QFont(self._document.defaultFont())
        chosen = form.toCharFormat()
        font.setItalic(chosen.fontItalic())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(max(1.0, font.pointSizeF() * _SIZE))
        return font
