"""„Nächste Termine“ on the start page: what is due in any draft, with what is over on top."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.dates import today
from lpd_desktop.gui.drafts import DraftRow
from lpd_desktop.gui.look.letters import larger, quiet_label
from lpd_desktop.gui.look.marks import mark
from lpd_desktop.gui.look.roomy_delegate import RoomyDelegate
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.start.due_rows import DueRow, due_rows, is_settled

_COLUMNS = ("Wann", "Termin", "Tag", "Planungsdokument")
_DESCRIPTION = "Die Eingabetaste öffnet den Entwurf, die Leertaste hakt den Termin als erledigt ab."
_ROW = Qt.ItemDataRole.UserRole
_ROWS_SEEN = 4
_MINUTE_MS = 60_000
_LETTERS_AT_LEAST = 8


class NextDates(QWidget):
    """Hidden while nothing is due; counts anew when the day changes."""

    draft_wanted = Signal(str)
    settling_wanted = Signal(str, str, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._drafts: Sequence[DraftRow] = ()
        self._day = ""
        self._settled: DueRow | None = None
        heading = QLabel("Nächste Termine")
        heading.setFont(larger(heading.font(), 1.15))
        self.list = self._new_list()
        self._rest = quiet_label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(self.list)
        column.addWidget(self._rest)
        column.addWidget(self._new_settled_line())
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE_MS)
        self._timer.timeout.connect(self.look_at_day)
        self._timer.start()
        self.hide()

    def _new_list(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName("Nächste Termine")
        tree.setAccessibleDescription(_DESCRIPTION)
        tree.setHeaderLabels(_COLUMNS)
        tree.setItemDelegate(RoomyDelegate(tree))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = tree.header()
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(tree.fontMetrics().averageCharWidth() * _LETTERS_AT_LEAST)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tree.activated.connect(self._on_activated)
        tree.itemChanged.connect(self._on_item_changed)
        return tree

    def _new_settled_line(self) -> QWidget:
        self._settled_line = QWidget()
        self._settled_words = WrappedLabel()
        self.take_back = QPushButton("Doch nicht erledigt")
        self.take_back.setAutoDefault(False)
        self.take_back.clicked.connect(self._on_take_back)
        line = QHBoxLayout(self._settled_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._settled_words, 1)
        line.addWidget(self.take_back)
        self._settled_line.hide()
        return self._settled_line

    def show_drafts(self, drafts: Sequence[DraftRow]) -> None:
        """Shows what is due in these drafts."""
        self._drafts = drafts
        self._day = today()
        if self._settled is not None and not is_settled(self._settled, drafts):
            self.forget_settled()
        found = due_rows(drafts, self._day)
        chosen = self.list.currentIndex().row()
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addTopLevelItems([_item(row) for row in found.rows])
            if chosen >= 0:
                row = min(chosen, len(found.rows) - 1)
                self.list.setCurrentIndex(self.list.model().index(row, 0))
        self._rest.setText(found.rest_sentence)
        self._rest.setVisible(bool(found.rest_sentence))
        self.list.setVisible(bool(found.rows))
        self._fit(len(found.rows))
        self.setVisible(bool(found.rows) or self._settled is not None)

    def _fit(self, rows: int) -> None:
        """As high as its rows, at most a few; the rest scrolls."""
        height = max(self.list.sizeHintForRow(0), self.list.fontMetrics().height())
        frame = 2 * self.list.frameWidth() + self.list.horizontalScrollBar().sizeHint().height()
        needed = self.list.header().sizeHint().height() + height * min(rows, _ROWS_SEEN) + frame
        self.list.setFixedHeight(needed)

    @property
    def has_focus(self) -> bool:
        """Whether somebody is just here."""
        return self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False

    def focus(self) -> None:
        """Sets the focus to the list, or to what is there instead."""
        goal = self.list if self.list.topLevelItemCount() else self.take_back
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def look_at_day(self) -> None:
        """A window may stay open over midnight, and a machine may sleep over days."""
        if self._day and self._day != today():
            self.show_drafts(self._drafts)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        row = self.list.itemFromIndex(index).data(0, _ROW)
        self.draft_wanted.emit(row.draft)

    @Slot(QTreeWidgetItem)
    def _on_item_changed(self, item: QTreeWidgetItem) -> None:
        row = item.data(0, _ROW)
        if item.checkState(0) is Qt.CheckState.Checked and isinstance(row, DueRow):
            self._settled = row
            self._settled_words.show_sentence(f"Erledigt: {row.label}, {row.day} ({row.plan}).")
            self._settled_line.show()
            announce(self, self._settled_words.sentence)
            self.settling_wanted.emit(row.draft, row.label, row.date, True)

    @Slot()
    def forget_settled(self) -> None:
        """Offers no longer to take back what was settled last."""
        self._settled = None
        self._settled_line.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget_settled()

    @Slot()
    def _on_take_back(self) -> None:
        row = self._settled
        self.forget_settled()
        if row is not None:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.settling_wanted.emit(row.draft, row.label, row.date, False)


def _item(row: DueRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem((row.words, row.label, row.day, row.plan))
    item.setData(0, _ROW, row)
    item.setCheckState(0, Qt.CheckState.Unchecked)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{row.words}, erledigt abhaken")
    if row.is_over:
        item.setIcon(0, mark("warning"))
    return item
