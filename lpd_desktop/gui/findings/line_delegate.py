"""How a line of a list is painted: mark, place, wrapped sentence; headings with their arrow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lpd_desktop.gui.findings.lines import Line, LineModel
from lpd_desktop.gui.model_index import Index

MARGIN = 8
MARK = 16
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class LineDelegate(QStyledItemDelegate):
    """Paints mark, place and wrapped sentence."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = _line_at(index)
        painter.save()
        option.widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        painter.setPen(option.palette.color(_ink(option)))
        if line.is_header:
            self._paint_header(painter, option, line)
        else:
            self._paint_line(painter, option, line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = _line_at(index)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        bold = _bold(option.font)
        if line.is_header:
            return QSize(width, _height(bold, width - _indent(line) - MARGIN, line.title) + 14)
        inner = width - MARK - 3 * MARGIN
        height = _height(bold, inner, line.title) + _height(option.font, inner, line.text)
        return QSize(width, height + 2 * MARGIN)

    def _paint_header(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        painter.setFont(_bold(option.font))
        area = option.rect.adjusted(_indent(line), 7, -MARGIN, 0)
        painter.drawText(area, _WRAP, line.title)
        if line.fold:
            self._paint_arrow(painter, option, line)

    def _paint_arrow(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        """A triangle that points down over an open group and right at a closed one."""
        side = 5
        middle = option.rect.top() + 7 + QFontMetrics(painter.font()).height() // 2
        center = QPoint(option.rect.left() + _indent(line) - MARGIN - side, middle)
        right = [QPoint(-3, -side), QPoint(4, 0), QPoint(-3, side)]
        down = [QPoint(-side, -3), QPoint(0, 4), QPoint(side, -3)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon([center + point for point in (down if line.is_open else right)])

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        area = option.rect.adjusted(2 * MARGIN + MARK, MARGIN, -MARGIN, 0)
        painter.setFont(_bold(option.font))
        painter.drawText(area, _WRAP, line.title)
        area.setTop(area.top() + _height(_bold(option.font), area.width(), line.title))
        painter.setFont(option.font)
        painter.drawText(area, _WRAP, line.text)
        if line.icon is not None:
            corner = option.rect.topLeft() + QPoint(MARGIN, MARGIN + 1)
            chosen = _ink(option) == QPalette.ColorRole.HighlightedText
            mode = QIcon.Mode.Selected if chosen else QIcon.Mode.Normal
            line.icon.paint(painter, QRect(corner, QSize(MARK, MARK)), mode=mode)


def _ink(option: QStyleOptionViewItem) -> QPalette.ColorRole:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    return QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text


def _indent(line: Line) -> int:
    """Where the words of a heading begin."""
    return MARGIN + (MARK + 4 if line.fold else 0) + line.depth * (MARK + MARGIN)


def _line_at(index: Index) -> Line:
    model = index.model()
    return model.lines[index.row()] if isinstance(model, LineModel) else Line("")


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _height(font: QFont, width: int, text: str) -> int:
    return QFontMetrics(font).boundingRect(0, 0, max(width, 40), 10_000, _WRAP, text).height()
