"""The bar below the page in which is typed what is looked for, with the list of all places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMoveEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.look.flow_layout import FlowLayout
from lpd_desktop.gui.search.match_list import FoundLine, MatchList
from lpd_desktop.plan.search import Query

_TYPING_MS = 150
_FIELD_LETTERS = 34
_HIDE, _SHOW = "Liste ausblenden", "Liste zeigen"
_FIXED = "Das Dokument ist kein Entwurf; es lässt sich durchsuchen, aber nicht ändern."


class FindBar(QWidget):
    """Enter and F3 go on, Shift+Enter and Shift+F3 go back, Escape leads into the text.

    Attributes:
        query_changed: Something else is looked for.
        step_wanted: To the next (1) or previous (-1) place.
        preview_wanted: All places before they are replaced.
        left: Back into the text.
    """

    query_changed = Signal()
    step_wanted = Signal(int)
    preview_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wanted, self.replacement = QLineEdit(), QLineEdit()
        self.case, self.words = QCheckBox("Groß/klein"), QCheckBox("Ganze Wörter")
        self.count = QLabel()
        self.back, self.next = QPushButton("Vorige"), QPushButton("Nächste")
        self.folding, self.close_button = QPushButton(_HIDE), QPushButton("Schließen")
        self.preview = QPushButton("Ersetzen…")
        self.list = MatchList()
        self._soon = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._describe()
        self._arrange()
        self._connect()
        self.hide()

    @property
    def query(self) -> Query:
        """What is looked for."""
        case, words = self.case.isChecked(), self.words.isChecked()
        return Query(self.wanted.text(), match_case=case, whole_words=words)

    def open_for(self, words: str, *, replacing: bool, editable: bool) -> None:
        """Shows the bar and sets the cursor into its first line."""
        if words:
            self.wanted.setText(words)
        self._replacing.setVisible(replacing and editable)
        self._fixed.setVisible(replacing and not editable)
        self.show()
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.selectAll()

    def show_matches(self, lines: Sequence[FoundLine], count: str) -> None:
        """Shows all places, and in words how many there are."""
        self.list.show_lines(lines)
        self.list.setVisible(self.folding.isChecked() and bool(lines))
        for button in (self.next, self.back, self.folding):
            button.setEnabled(bool(lines))
        self.show_count(count)

    def show_count(self, count: str) -> None:
        """Shows which of how many is meant."""
        self.count.setText(count)
        self.wanted.setAccessibleDescription(count)

    def moveEvent(self, event: QMoveEvent) -> None:
        """The window may be of another height by now."""
        super().moveEvent(event)
        self.list.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_enter and self.wanted.hasFocus():
            self._say_query()
            self.step_wanted.emit(-1 if is_back else 1)
        elif is_enter and self.replacement.hasFocus():
            self.preview_wanted.emit()
        elif is_enter and isinstance(focused := self.focusWidget(), QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _describe(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for edit, name in ((self.wanted, "Suchen"), (self.replacement, "Ersetzen durch")):
            edit.setAccessibleName(name)
            edit.setMinimumWidth(_FIELD_LETTERS * letter)
        self.wanted.setClearButtonEnabled(True)
        self.count.setMinimumWidth(self.fontMetrics().horizontalAdvance("1.000 von 1.000"))
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.case.setToolTip("Groß- und Kleinschreibung unterscheiden")
        self.case.setAccessibleName("Groß- und Kleinschreibung unterscheiden")
        self.folding.setCheckable(True)
        self.folding.setChecked(True)
        self.close_button.setAccessibleName("Suche schließen")
        self.next.setToolTip("F3 oder Eingabetaste")
        self.back.setToolTip("Umschalt+F3")
        for button in (self.next, self.back, self.folding, self.close_button, self.preview):
            button.setAutoDefault(False)

    def _arrange(self) -> None:
        self._replacing = _in_line(_field("Ersetzen durch:", self.replacement), self.preview)
        self._fixed = QLabel(_FIXED)
        self._fixed.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(6)
        options = (self.case, self.words, self.count)
        buttons = (self.back, self.next, self.folding, self.close_button)
        column.addWidget(_in_line(_field("Suchen:", self.wanted), *options, *buttons))
        for widget in (self._replacing, self._fixed, self.list):
            column.addWidget(widget)
        inputs = (self.wanted, self.replacement, self.preview, self.case, self.words, *buttons)
        for one, following in pairwise((*inputs, self.list)):
            self.setTabOrder(one, following)

    def _connect(self) -> None:
        self._soon.timeout.connect(self.query_changed)
        self.wanted.textChanged.connect(self._soon.start)
        self.case.toggled.connect(self._say_query)
        self.words.toggled.connect(self._say_query)
        self.next.clicked.connect(partial(self._on_step_clicked, 1))
        self.back.clicked.connect(partial(self._on_step_clicked, -1))
        self.folding.toggled.connect(self._on_folding_toggled)
        self.close_button.clicked.connect(self.left)
        self.preview.clicked.connect(self.preview_wanted)

    @Slot()
    def _say_query(self) -> None:
        self._soon.stop()
        self.query_changed.emit()

    def _on_step_clicked(self, direction: int, _checked: bool = False) -> None:
        self.step_wanted.emit(direction)

    @Slot(bool)
    def _on_folding_toggled(self, wanted: bool) -> None:
        self.folding.setText(_HIDE if wanted else _SHOW)
        self.list.setVisible(wanted and bool(self.list.lines))


def _field(caption: str, edit: QLineEdit) -> QWidget:
    """A caption with its field."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    label = QLabel(caption)
    label.setBuddy(edit)
    line.addWidget(label)
    line.addWidget(edit, 1)
    return holder


def _in_line(*widgets: QWidget) -> QWidget:
    """Widgets beside each other, in more lines where the window is narrow."""
    holder = QWidget()
    flow = FlowLayout()
    for widget in widgets:
        flow.addWidget(widget)
    holder.setLayout(flow)
    return holder
