"""Words inside of a line of text, drawn so that they are seen at once."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

_MARGIN = 5.0
_WIDE = 100_000.0
_WEIGHT = QFont.Weight.DemiBold
"""The heaviest that the program's own letters come in; a heavier one would be smeared."""


@dataclass(frozen=True)
class Piece:
    """Words with what stands around them, in one line."""

    before: str
    words: str
    after: str

    @property
    def text(self) -> str:
        """All of it."""
        return f"{self.before}{self.words}{self.after}"


def fitted(piece: Piece, font: QFont, width: float) -> Piece:
    """As much of a piece as there is room for, with ellipses at its ends.

    What stands before the words gets two fifths of the width at most.
    """
    metrics, bold = QFontMetricsF(font), QFont(font)
    bold.setWeight(_WEIGHT)
    before = metrics.elidedText(piece.before, Qt.TextElideMode.ElideLeft, width * 0.4)
    taken = metrics.horizontalAdvance(before) + QFontMetricsF(bold).horizontalAdvance(piece.words)
    room = max(0.0, width - taken)
    return Piece(
        before, piece.words, metrics.elidedText(piece.after, Qt.TextElideMode.ElideRight, room)
    )


def draw_piece(
    painter: QPainter, piece: Piece, option: QStyleOptionViewItem, indent: float = 0.0
) -> None:
    """One line with its words bold and underlined; cut as `fitted` says."""
    rect = QRectF(option.rect).adjusted(_MARGIN + indent, 0, -_MARGIN, 0)
    shown = fitted(piece, option.font, rect.width())
    layout = QTextLayout(shown.text, option.font)
    layout.setFormats([_emphasis(len(shown.before), len(shown.words))])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_WIDE)
    layout.endLayout()
    top = rect.top() + (rect.height() - line.height()) / 2
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(option.palette.color(_group(option), _role(option)))
    layout.draw(painter, QPointF(rect.left(), top))
    painter.restore()


def _group(option: QStyleOptionViewItem) -> QPalette.ColorGroup:
    is_active = bool(option.state & QStyle.StateFlag.State_Active)
    return QPalette.ColorGroup.Active if is_active else QPalette.ColorGroup.Inactive


def _role(option: QStyleOptionViewItem) -> QPalette.ColorRole:
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    return QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text


def _emphasis(start: int, length: int) -> QTextLayout.FormatRange:
    emphasis = QTextLayout.FormatRange()
    emphasis.start, emphasis.length = start, length
    form = QTextCharFormat()
    form.setFontWeight(_WEIGHT)
    form.setFontUnderline(True)
    emphasis.format = form
    return emphasis
