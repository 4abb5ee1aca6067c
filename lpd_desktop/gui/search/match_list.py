"""The places that were found: one line each, under the names of their questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from lpd_desktop.gui.changes.piece_painting import Piece, draw_piece
from lpd_desktop.gui.spoken_lines import SpokenLines
from lpd_desktop.plan.search import Match

_INDENT = 16.0
_AIR = 4
_FEWEST, _MOST = 2, 7
_PART_OF_WINDOW = 7
"""The list takes a seventh of the window's height at most: the text is what is searched."""


@dataclass(frozen=True)
class FoundLine:
    """The name of a place, or below it one match."""

    place: str
    match: Match | None = None

    @property
    def spoken(self) -> str:
        """The line in words."""
        if self.match is None:
            return self.place
        return f"{self.match.before}{self.match.words}{self.match.after}. {self.place}"

    @property
    def is_inert(self) -> bool:
        """Whether this is a name, which leads nowhere."""
        return self.match is None


class FoundModel(SpokenLines[FoundLine]):
    """The names of places, and what was found there."""


class FoundDelegate(QStyledItemDelegate):
    """Names in bold; below them the lines with the words that were found."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        model = index.model()
        line = model.lines[index.row()] if isinstance(model, FoundModel) else None
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        match = line.match if line is not None else None
        if match is None:
            own.font.setWeight(QFont.Weight.DemiBold)
        else:
            own.text = ""
        style = own.widget.style() if own.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget)
        if match is not None:
            draw_piece(painter, Piece(match.before, match.words, match.after), own, _INDENT)

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(0, option.fontMetrics.height() + _AIR)


class MatchList(QListView):
    """`chosen` tells the match that was entered or clicked."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._found = FoundModel()
        self._found.setParent(self)
        self.setModel(self._found)
        self.setItemDelegate(FoundDelegate(self))
        self.setUniformItemSizes(True)
        self.setAccessibleName("Fundstellen")
        self.setAccessibleDescription("Die Eingabetaste führt zur Stelle.")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    @property
    def lines(self) -> tuple[FoundLine, ...]:
        """What is shown."""
        return self._found.lines

    def show_lines(self, lines: Sequence[FoundLine]) -> None:
        """Replaces what is shown."""
        if tuple(lines) != self.lines:
            self._found.show(lines)
        self.fit()

    def fit(self) -> None:
        """As high as its lines, and no higher than the window has room for."""
        row = self.fontMetrics().height() + _AIR
        room = self.window().height() // _PART_OF_WINDOW // row
        shown = max(_FEWEST, min(len(self.lines), _MOST, room))
        self.setFixedHeight(shown * row + 2 * self.frameWidth())

    def go_to(self, match: Match) -> None:
        """Makes a match the current line."""
        rows = (row for row, line in enumerate(self.lines) if line.match == match)
        row = next(rows, -1)
        if row >= 0:
            self.setCurrentIndex(self._found.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        line = self.lines[index.row()] if index.isValid() else None
        if line is not None and line.match is not None:
            self.chosen.emit(line.match)
