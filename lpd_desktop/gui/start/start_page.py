"""The start page: all drafts, and what one may do with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.drafts import DraftRow
from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.job_strip import JobStrip
from lpd_desktop.gui.look.letters import larger, quiet_label
from lpd_desktop.gui.look.roomy_delegate import RoomyDelegate
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.start.next_dates import NextDates
from lpd_desktop.gui.start.start_notices import StartNotices

_EMPTY = (
    "Noch gibt es keinen Entwurf. Beginnen Sie mit „Neues Planungsdokument“, übernehmen Sie ein "
    "vorhandenes Dokument oder sehen Sie sich das Beispiel an."
)
_COLUMNS = ("Jobcenter", "Dokument", "Zustand", "Ausgefüllt", "Zuletzt geändert")
_FILLED = 3
_ALL = 10_000
_NARROW = 600
_ROWS_AT_LEAST = 4
_LETTERS_AT_LEAST = 16
_ROWS_MEASURED = 200
"""So many rows decide how wide a column is; measuring a thousand takes a tenth of a second."""

_ID = Qt.ItemDataRole.UserRole


class StartPage(QWidget):
    """Lists the drafts; emits what is wanted.

    Attributes:
        notices: What somebody must know before, above the list.
        dates: What is due in any draft.
    """

    new_wanted = Signal()
    draft_wanted = Signal(str)
    settling_wanted = Signal(str, str, str, bool)
    file_wanted = Signal()
    text_wanted = Signal()
    sample_wanted = Signal()
    blank_form_wanted = Signal()
    verification_wanted = Signal()
    submissions_wanted = Signal()
    removal_wanted = Signal(str, str)
    backups_wanted = Signal()
    trash_wanted = Signal()

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        heading = QLabel("Lokale Planungsdokumente")
        heading.setFont(larger(heading.font(), 1.7))
        self._empty = quiet_label(_EMPTY)
        self._list = self._new_list()
        outer = self._new_room()
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(heading)
        intro = "Ihre Entwürfe liegen auf diesem Rechner und werden beim Schreiben gespeichert."
        column.addWidget(quiet_label(intro))
        column.addSpacing(8)
        self.notices = StartNotices()
        column.addWidget(self.notices)
        self.dates = self._new_dates()
        column.addWidget(self.dates)
        column.addWidget(self._empty)
        column.addWidget(self._list, _ALL)
        self._backup = WrappedLabel()
        column.addWidget(self._backup)
        column.addStretch(1)
        column.addWidget(JobStrip(jobs))
        outer.addLayout(column, 1)
        outer.addWidget(self._buttons())
        self._empty.hide()
        self._list.hide()
        self._on_selection_changed()

    def _new_dates(self) -> NextDates:
        dates = NextDates()
        dates.draft_wanted.connect(self.draft_wanted)
        dates.settling_wanted.connect(self.settling_wanted)
        return dates

    def _new_room(self) -> QBoxLayout:
        """The layout of list and buttons: side by side, one below the other where it is narrow."""
        content = QWidget()
        self._room = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._room.setSpacing(24)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        return self._room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        direction = QBoxLayout.Direction
        self._room.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        side = 8 if is_narrow else 32
        self._room.setContentsMargins(side, side * 3 // 4, side, side * 3 // 4)

    def show_drafts(self, rows: Sequence[DraftRow]) -> None:
        """Shows the drafts; the one changed last is chosen. Who is at the dates stays there."""
        was_at_dates = self.dates.has_focus
        self.dates.show_drafts(rows)
        self._list.clear()
        named = Counter(_called(row) for row in rows)
        items = [_item(row, has_namesake=named[_called(row)] > 1) for row in rows]
        self._list.addTopLevelItems(items)
        self._empty.setVisible(not rows)
        self._list.setVisible(bool(rows))
        first = self._list.topLevelItem(0)
        if first is not None:
            self._list.setCurrentItem(first)
        if self.isVisible():
            goal = self.dates if was_at_dates and self.dates.isVisible() else self
            goal.focus()
        self._on_selection_changed()

    def show_backup(self, sentence: str) -> None:
        """Says below the list how the drafts are backed up; nothing where a notice says it."""
        self._backup.show_sentence(sentence)
        self._backup.setVisible(bool(sentence))

    @property
    def chosen(self) -> str:
        """The id of the draft that is chosen, empty for none."""
        item = self._list.currentItem()
        return str(item.data(0, _ID)) if item is not None else ""

    def focus(self) -> None:
        """Sets the focus to the list, or to the first button where it is empty."""
        goal = self._list if self._list.topLevelItemCount() else self._new
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_list(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName("Entwürfe")
        tree.setAccessibleDescription("Die Eingabetaste öffnet den gewählten Entwurf.")
        tree.setHeaderLabels(_COLUMNS)
        tree.headerItem().setTextAlignment(_FILLED, Qt.AlignmentFlag.AlignCenter)
        tree.setItemDelegate(RoomyDelegate(tree))
        tree.setRootIsDecorated(False)
        tree.setAlternatingRowColors(True)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setMinimumHeight(tree.fontMetrics().height() * 2 * (_ROWS_AT_LEAST + 1))
        header = tree.header()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(tree.fontMetrics().averageCharWidth() * _LETTERS_AT_LEAST)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(_ROWS_MEASURED)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.activated.connect(self._on_activated)
        tree.currentItemChanged.connect(self._on_selection_changed)
        return tree

    def _buttons(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._new = self._button("&Neues Planungsdokument", self.new_wanted)
        self._continue = self._button("&Fortsetzen", None)
        self._continue.clicked.connect(self._on_continue_clicked)
        self._remove = self._button("&Löschen", None)
        self._remove.clicked.connect(self._on_remove_clicked)
        for button in (
            self._new,
            self._continue,
            _rule(),
            self._button("Datei &öffnen…", self.file_wanted),
            self._button("Aus &Word übernehmen…", self.text_wanted),
            self._button("Beisp&iel ansehen", self.sample_wanted),
            self._button("Leere&s Formular…", self.blank_form_wanted),
            self._button("PDF pr&üfen…", self.verification_wanted),
            self._button("Ein&gereichte Dokumente…", self.submissions_wanted),
            _rule(),
            self._remove,
            self._button("Papier&korb…", self.trash_wanted),
            _rule(),
            self._button("Sicherung&en…", self.backups_wanted),
        ):
            column.addWidget(button)
        column.addStretch(1)
        return holder

    def _button(self, caption: str, signal: Any) -> QPushButton:
        button = QPushButton(caption)
        button.setMinimumWidth(210)
        button.setMinimumHeight(32)
        if signal is not None:
            button.clicked.connect(signal)
        return button

    @Slot()
    def _on_selection_changed(self) -> None:
        if hasattr(self, "_continue"):
            self._continue.setEnabled(bool(self.chosen))
            self._remove.setEnabled(bool(self.chosen))

    @Slot()
    def _on_continue_clicked(self) -> None:
        if self.chosen:
            self.draft_wanted.emit(self.chosen)

    @Slot()
    def _on_remove_clicked(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.removal_wanted.emit(self.chosen, f"{item.text(0)}: {item.text(1)}")

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        self._on_continue_clicked()


def _called(row: DraftRow) -> tuple[str, str]:
    return row.jobcenter or "ohne Jobcenter", row.title


def _item(row: DraftRow, *, has_namesake: bool) -> QTreeWidgetItem:
    """Drafts of the same Jobcenter and year are told apart by when they came to be."""
    name, filled = _called(row)[0], f"{row.completeness} %"
    if has_namesake and row.created:
        name = f"{name} (angelegt {local_time(row.created)})"
    item = QTreeWidgetItem((name, row.title, row.state, filled, local_time(row.changed)))
    item.setData(0, _ID, row.id)
    item.setTextAlignment(_FILLED, Qt.AlignmentFlag.AlignCenter)
    return item


def local_time(utc: str) -> str:
    """`2022-11-08T09:30:00Z` as `08.11.2022, 10:30` in the time zone of this machine."""
    try:
        return datetime.fromisoformat(utc).astimezone().strftime("%d.%m.%Y, %H:%M")
    except ValueError:
        return utc


def _rule() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Sunken)
    return line
