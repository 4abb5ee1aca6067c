"""The preview table of changed words: a tick, the place, the words before and afterwards."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from lpd_desktop.gui.changes.changes_model import NEW, OLD, PLACE, REASON, ChangesModel
from lpd_desktop.gui.changes.piece_painting import draw_piece

_AIR = 10


class PieceDelegate(QStyledItemDelegate):
    """The background as everywhere, over it the line with its words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        own.text = ""
        style = own.widget.style() if own.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget)
        model = index.model()
        if isinstance(model, ChangesModel):
            draw_piece(painter, model.piece(index.row(), index.column()), own)


class ChangesTable(QTableView):
    """Space ticks the current line, a double click leads to its place.

    Enter is left to the dialog, which does what its framed button says.
    """

    place_wanted = Signal(int)

    def __init__(self, model: ChangesModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        for column in (OLD, NEW):
            self.setItemDelegateForColumn(column, PieceDelegate(self))
        self.setAccessibleName("Stellen, die geändert werden")
        self.setAccessibleDescription(
            "Die Leertaste kreuzt eine Stelle an oder ab, ein Doppelklick führt zu ihr."
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the number of a question ends a place
        self._prepare_headers()
        self.doubleClicked.connect(self._on_double_clicked)
        if model.rowCount():
            self.setCurrentIndex(model.index(0, PLACE))

    def _prepare_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + _AIR)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(self._model.columnCount()):
            is_text = column in (OLD, NEW)
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, mode.Stretch if is_text else mode.Interactive)
        self.setColumnWidth(PLACE, 26 * self.fontMetrics().averageCharWidth())
        if self._model.columnCount() > REASON:
            self.setColumnWidth(REASON, 24 * self.fontMetrics().averageCharWidth())

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.place_wanted.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() == Qt.Key.Key_Space:
            self._model.turn(row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
