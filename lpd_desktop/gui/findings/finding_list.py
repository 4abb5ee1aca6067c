"""Findings as a list: two or three wrapped lines each, with headings that open and close."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from lpd_desktop.gui.findings.line_delegate import LineDelegate
from lpd_desktop.gui.findings.lines import Line, LineModel


class LineList(QListView):
    """The list; `chosen` tells the line that was entered, or clicked where a click leads."""

    chosen = Signal(object)
    fold_wanted = Signal(object)
    current_changed = Signal()

    def __init__(self, name: str, *, click_leads: bool = True) -> None:
        super().__init__()
        self._lines = LineModel()
        self.setModel(self._lines)
        self.setItemDelegate(LineDelegate(self))
        self.setAccessibleName(name)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(False)
        self.clicked.connect(self._on_activated if click_leads else self._on_clicked)
        self.activated.connect(self._on_activated)
        self.selectionModel().currentChanged.connect(self.current_changed)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replaces what is shown; the current line stays current where it is still there."""
        if tuple(lines) == self.lines:
            return
        row, line, place = self.currentIndex().row(), self.current, self._scrolled
        self._lines.show(lines)
        if row >= 0 and lines:
            self._make_current(self._row_of(line, row))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place)
        self.current_changed.emit()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines.lines

    @property
    def current(self) -> Line | None:
        """The line that is selected."""
        row = self.currentIndex().row()
        return self.lines[row] if 0 <= row < len(self.lines) else None

    @property
    def subject(self) -> object:
        """What the selected line stands for; None without one."""
        line = self.current
        return line.subject if line is not None else None

    def go_to(self, subject: object) -> bool:
        """Makes the line about something current; whether it is shown."""
        rows = (row for row, line in enumerate(self.lines) if line.subject == subject)
        row = next(rows, -1)
        if row >= 0:
            self._make_current(row)
        return row >= 0

    @property
    def _scrolled(self) -> int:
        return self.verticalScrollBar().value()

    def _row_of(self, line: Line | None, row: int) -> int:
        """The place of the same line or group, else the line that took its place."""
        for place, each in enumerate(self.lines):
            if line is not None and (each == line or (each.fold and each.fold == line.fold)):
                return place
        return min(row, len(self.lines) - 1)

    def _first_row(self) -> int:
        """The first line with which something can be done."""
        return next((row for row, line in enumerate(self.lines) if not line.is_inert), 0)

    def _make_current(self, row: int) -> None:
        self.setCurrentIndex(self._lines.index(row))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes with the keyboard has a line at once, one that does something."""
        super().focusInEvent(event)
        current = self.current
        if (
            (current is None or current.is_inert)
            and self.lines
            and event.reason() != Qt.FocusReason.MouseFocusReason
        ):
            self._make_current(self._first_row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right close and open a group, Space turns it, Enter acts."""
        line = self.current
        turns = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
        key = Qt.Key(event.key())
        if line is not None and line.fold and key in turns:
            if line.is_open == turns[key]:
                self.fold_wanted.emit(line)
        elif line is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        line = self.lines[index.row()]
        if line.fold:
            self.fold_wanted.emit(line)
        elif not line.is_header:
            self.chosen.emit(line)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        line = self.lines[index.row()]
        if line.fold:
            self.fold_wanted.emit(line)
