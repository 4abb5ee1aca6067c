"""One topic that may be chosen: its box with the full title, its place, what is said about it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.gui.findings.finding_notes import FindingNotes
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.wrapping_check_box import WrappingCheckBox

_INDENT = 26
_NARROW = 360
_AT_THE_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_KEYS = "Alt+Pfeil auf und Alt+Pfeil ab ändern die Reihenfolge."


class TopicBox(WrappingCheckBox):
    """A check box that Alt+Up and Alt+Down move among the chosen ones."""

    move_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _MOVES.get(Qt.Key(event.key()), 0)
        if steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(steps)
            event.accept()
        else:
            super().keyPressEvent(event)


class TopicRow(QWidget):
    """`wanted` tells a tick set or taken away, `move_wanted` how far up (-1) or down (1)."""

    wanted = Signal(bool)
    move_wanted = Signal(int)

    def __init__(self, title: str, help_text: str) -> None:
        super().__init__()
        self._help_text = help_text
        self.box = TopicBox(title)
        self._place = QLabel()
        self._up = _arrow("↑", f"„{title}“ nach oben")
        self._down = _arrow("↓", f"„{title}“ nach unten")
        self._waiting = quiet_label("")
        self._waiting.setIndent(_INDENT)
        self._note = FindingNotes()
        self._build()
        self._connect()

    def _build(self) -> None:
        order = QHBoxLayout()
        for widget in (self._place, self._up, self._down):
            order.addWidget(widget)
        self._line = QHBoxLayout()
        self._line.addWidget(self.box, 1)
        self._line.addLayout(order)
        self._line.setAlignment(order, _AT_THE_TOP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._line)
        if self._help_text:
            help_line = quiet_label(self._help_text)
            help_line.setIndent(_INDENT)
            column.addWidget(help_line)
        column.addWidget(self._waiting)
        column.addWidget(self._note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow row has its place and its arrows below the title."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)

    def _connect(self) -> None:
        self.box.toggled.connect(self.wanted)  # screen readers toggle without a click
        self.box.move_wanted.connect(self.move_wanted)
        self._up.clicked.connect(self._on_up_clicked)
        self._down.clicked.connect(self._on_down_clicked)

    def show_choice(self, place: str, *, may_rise: bool, may_sink: bool) -> None:
        """Shows the place in the document, empty for a topic that is not chosen."""
        self._note.show_error("")
        self._tick(bool(place))
        self._place.setText(place)
        for button, is_possible in ((self._up, may_rise), (self._down, may_sink)):
            if button.hasFocus() and not is_possible:
                self.box.setFocus()
            button.setVisible(bool(place))
            button.setEnabled(is_possible)
        self._describe()

    def show_waiting(self, sentence: str) -> None:
        """Says what lies ready for a topic that is not chosen, or nothing."""
        self._waiting.setText(sentence)
        self._waiting.setVisible(bool(sentence))
        self._describe()

    def refuse(self, sentence: str) -> None:
        """Takes the tick back and says why, until something else is done."""
        self._tick(False)
        self._note.explain(sentence)
        self._describe()

    def _tick(self, ticked: bool) -> None:
        """Shows what holds, which nobody wants anew."""
        with QSignalBlocker(self.box):
            self.box.setChecked(ticked)

    def _describe(self) -> None:
        keys = _KEYS if self.box.isChecked() else ""
        parts = (self._note.text, self._waiting.text(), self._help_text, keys)
        self.box.setAccessibleDescription(" ".join(part for part in parts if part))

    @Slot()
    def _on_up_clicked(self) -> None:
        self.move_wanted.emit(-1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self.move_wanted.emit(1)


def _arrow(sign: str, name: str) -> QPushButton:
    button = QPushButton(sign)
    button.setAutoDefault(False)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFixedWidth(button.fontMetrics().height() * 2)
    return button
