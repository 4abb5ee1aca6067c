"""How a step is painted in the list: its mark and name, and at the right its state in a word."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lpd_desktop.gui.model_index import Index

SHORT_STATE = Qt.ItemDataRole.UserRole + 1
_GAP = 8
_NAME_AT_LEAST = 110
"""Where the name would get less than this, the mark alone tells the state."""


class StepDelegate(QStyledItemDelegate):
    """The name is elided where it and the state have no room; the tooltip has both in full."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = str(index.data(SHORT_STATE) or "")
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        if shown.state & QStyle.StateFlag.State_Selected:
            shown.font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(option.font)
        width = metrics.horizontalAdvance(state) + 2 * _GAP if state else 0
        name_width = option.rect.width() - shown.decorationSize.width() - 2 * _GAP - width
        if name_width < min(_NAME_AT_LEAST, QFontMetrics(shown.font).horizontalAdvance(shown.text)):
            name_width, state = name_width + width, ""
        shown.text = QFontMetrics(shown.font).elidedText(
            shown.text, Qt.TextElideMode.ElideRight, name_width
        )
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, option.widget)
        if state:
            self._paint_state(painter, option, state)

    def _paint_state(self, painter: QPainter, option: QStyleOptionViewItem, state: str) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        area = QRect(option.rect).adjusted(0, -1, -_GAP, -1)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, state)
        painter.restore()
