"""The window in which the whole plan is read: outline, text, search."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.look.rows import row_of
from lpd_desktop.gui.look.scrolling_dialog import room_on_screen
from lpd_desktop.gui.reading.text_reader import TextReader
from lpd_desktop.pdf.read_text import Part

_SIZE = (1060, 760)
_PARTS = (280, 780)
_INDENT = "    "


class ReadingWindow(QWidget):
    """A window of its own, so that one may read beside writing."""

    place_wanted = Signal(str)
    save_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.reader = TextReader()
        self.outline = QListWidget()
        self.wanted = QLineEdit()
        self._found = QLabel()
        self._back, self._on = _button("&Zurück"), _button("&Weiter")
        self.place = _button("Zur S&telle")
        self._save = _button("Als &HTML speichern…")
        self._close = _button("S&chließen")
        self._build()
        self._connect()
        self.resize(QSize(*_SIZE).boundedTo(room_on_screen(self)))

    def show_parts(self, parts: Iterable[Part]) -> None:
        """Shows a newer state of the plan."""
        self.reader.show_parts(parts)
        row = self.outline.currentRow()
        self.outline.clear()
        for heading in self.reader.headings:
            item = QListWidgetItem(_INDENT * (heading.level - 1) + heading.text)
            spoken = f"{heading.text}, Ebene {heading.level}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(heading.text)
            self.outline.addItem(item)
        self.outline.setCurrentRow(max(0, row))

    def show_another_state(self, parts: Iterable[Part]) -> None:
        """Shows what is not the open draft: nothing leads from here into it."""
        for button in (self.place, self._save):
            button.hide()
        self.show_parts(parts)

    def _build(self) -> None:
        caption = QLabel("&Suchen:")
        caption.setBuddy(self.wanted)
        self.wanted.setAccessibleName("Suchen")
        self.wanted.setClearButtonEnabled(True)
        self.outline.setAccessibleName("Gliederung")
        self.outline.setAccessibleDescription("Die Eingabetaste führt zur Überschrift.")
        self.outline.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.outline.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.place.setToolTip(
            "Zu der Frage, unter der dieser Absatz geschrieben wurde (Strg+Eingabe)"
        )
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.outline)
        split.addWidget(self.reader)
        split.setStretchFactor(1, 1)
        split.setSizes(_PARTS)
        layout = QVBoxLayout(self)
        layout.addLayout(row_of(caption, self.wanted, self._back, self._on, self._found, None))
        layout.addWidget(split, 1)
        layout.addLayout(row_of(self.place, self._save, None, self._close))

    def _connect(self) -> None:
        self.outline.itemActivated.connect(self._on_heading_chosen)
        self.outline.itemClicked.connect(self._on_heading_chosen)
        self.wanted.returnPressed.connect(self._on_next_wanted)
        self._on.clicked.connect(self._on_next_wanted)
        self._back.clicked.connect(self._on_previous_wanted)
        self.place.clicked.connect(self._on_place_wanted)
        self._save.clicked.connect(self.save_wanted)
        self._close.clicked.connect(self.close)
        keys = {
            "Ctrl+F": self._on_search_wanted,
            "F3": self._on_next_wanted,
            "Shift+F3": self._on_previous_wanted,
            "Ctrl+Return": self._on_place_wanted,
            "Escape": self.close,
        }
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    @Slot(QListWidgetItem)
    def _on_heading_chosen(self, item: QListWidgetItem) -> None:
        heading = self.reader.headings[self.outline.row(item)]
        self.reader.go_to(heading.position)
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_search_wanted(self) -> None:
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.selectAll()

    @Slot()
    def _on_next_wanted(self) -> None:
        self._tell(self.reader.find_next(self.wanted.text()))

    @Slot()
    def _on_previous_wanted(self) -> None:
        self._tell(self.reader.find_next(self.wanted.text(), backward=True))

    def _tell(self, sentence: str) -> None:
        self._found.setText(sentence)
        self.wanted.setAccessibleDescription(sentence)

    @Slot()
    def _on_place_wanted(self) -> None:
        if self.reader.address:
            self.place_wanted.emit(self.reader.address)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def _button(caption: str) -> QPushButton:
    button = QPushButton(caption)
    button.setAutoDefault(False)
    return button
