"""Findings as a list: two or three wrapped lines each, Enter or click leads to the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

Index = QModelIndex | QPersistentModelIndex
MARGIN = 8
MARK = 16
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True)
class Line:
    """One entry: what is said, where, and whereto it leads; a header leads nowhere."""

    title: str
    text: str = ""
    icon: QIcon | None = None
    level: str = ""
    where: str = ""
    quote: str = ""

    @property
    def is_header(self) -> bool:
        """Whether this is the heading of a group."""
        return not self.text


class LineModel(QAbstractListModel):
    """The lines of a list."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Replaces all lines."""
        if tuple(lines) == self.lines:
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ". ".join(part for part in (line.level, line.title, line.text) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.lines[index.row()].is_header:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LineDelegate(QStyledItemDelegate):
    """Paints mark, place and wrapped sentence."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = _line_at(index)
        painter.save()
        if line.is_header:
            self._paint_header(painter, option, line)
        else:
            self._paint_line(painter, option, line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = _line_at(index)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        if line.is_header:
            return QSize(width, QFontMetrics(_bold(option.font)).height() + 2 * MARGIN)
        inner = width - MARK - 3 * MARGIN
        height = _height(_bold(option.font), inner, line.title) + _height(
            option.font, inner, line.text
        )
        return QSize(width, height + 2 * MARGIN)

    def _paint_header(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        painter.setFont(_bold(option.font))
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        area = option.rect.adjusted(MARGIN, MARGIN, -MARGIN, 0)
        painter.drawText(area, _WRAP, line.title)

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        area = option.rect.adjusted(2 * MARGIN + MARK, MARGIN, -MARGIN, 0)
        painter.setPen(option.palette.color(role))
        painter.setFont(_bold(option.font))
        painter.drawText(area, _WRAP, line.title)
        area.setTop(area.top() + _height(_bold(option.font), area.width(), line.title))
        painter.setFont(option.font)
        painter.drawText(area, _WRAP, line.text)
        if line.icon is not None:
            corner = option.rect.topLeft() + QPoint(MARGIN, MARGIN + 1)
            mode = QIcon.Mode.Selected if chosen else QIcon.Mode.Normal
            line.icon.paint(painter, QRect(corner, QSize(MARK, MARK)), mode=mode)


class LineList(QListView):
    """The list; `chosen` tells the line that was clicked or entered."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = LineModel()
        self.setModel(self._lines)
        self.setItemDelegate(LineDelegate(self))
        self.setAccessibleName(name)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(False)
        self.clicked.connect(self._on_activated)
        self.activated.connect(self._on_activated)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replaces what is shown."""
        self._lines.show(lines)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines.lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        line = self._lines.lines[index.row()]
        if not line.is_header:
            self.chosen.emit(line)


def _line_at(index: Index) -> Line:
    model = index.model()
    return model.lines[index.row()] if isinstance(model, LineModel) else Line("")


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _height(font: QFont, width: int, text: str) -> int:
    return QFontMetrics(font).boundingRect(0, 0, max(width, 40), 10_000, _WRAP, text).height()
