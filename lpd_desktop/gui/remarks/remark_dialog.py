"""What is said about a place: a new remark, an answer, another text for one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.remarks.authors import told_author
from lpd_desktop.plan.remark import Author

_SIZE = (520, 380)
_KEYS = "Strg+Eingabe schließt ab."
_LEAST_LINES = 4
_READING = (
    Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
)


class RemarkDialog(ScrollingDialog):
    """Stays open until what is written was taken, see `show_error`.

    Attributes:
        written: The text is finished.
        author_wanted: Somebody else writes, or another function.
        left: Closed without finishing; tells the text as far as it is.
    """

    written = Signal(str)
    author_wanted = Signal()
    left = Signal(str)

    def __init__(self, parent: QWidget, title: str, about: Sequence[str], done: str) -> None:
        """Opens empty.

        Args:
            parent: The window.
            title: What is written, such as `Anmerkung: B.2 Beratung`.
            about: What it is about: words of the plan, the remark that is answered.
            done: The caption of the button that finishes, with its mnemonic.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleDescription(_KEYS)
        self.text.setMinimumHeight(_LEAST_LINES * self.text.fontMetrics().lineSpacing())
        self._author = quiet_label("")
        self.name = QPushButton("Na&me…")
        self._error = QLabel()
        self._arrange(about, done)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self._on_accepted)
        self.text.setFocus()
        self.resize(*_SIZE)

    def _arrange(self, about: Sequence[str], done: str) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for part in about:
            column.addWidget(_said(part))
        caption = QLabel("&Text:")
        caption.setBuddy(self.text)
        column.addWidget(caption)
        column.addWidget(self.text, 1)
        self._error.setWordWrap(True)
        self._error.setTextFormat(Qt.TextFormat.PlainText)
        self._error.hide()
        column.addWidget(self._error)
        self.name.setAutoDefault(False)
        self.name.clicked.connect(self.author_wanted)
        line = QHBoxLayout()
        line.addWidget(self._author, 1)
        line.addWidget(self.name)
        column.addLayout(line)
        column.addWidget(self._buttons(done))

    def _buttons(self, done: str) -> QDialogButtonBox:
        box = QDialogButtonBox()
        take = box.addButton(done, QDialogButtonBox.ButtonRole.AcceptRole)
        take.setDefault(True)
        take.setToolTip(_KEYS)
        box.addButton("A&bbrechen", QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self._on_accepted)
        box.rejected.connect(self.reject)
        return box

    def show_text(self, text: str) -> None:
        """What was written so far."""
        self.text.setPlainText(text)
        self.text.selectAll()

    def show_author(self, author: Author) -> None:
        """As whom it is written."""
        self._author.setText(told_author(author))

    def show_error(self, sentence: str) -> None:
        """Why what is written was not taken."""
        self._error.setText(f"⚠ {sentence}")
        self._error.show()
        announce(self, sentence)
        self.text.setFocus()

    @Slot()
    def reject(self) -> None:
        """What was written so far is told, so that it can be offered again."""
        self.left.emit(self.text.toPlainText())
        super().reject()

    @Slot()
    def _on_accepted(self) -> None:
        self.written.emit(self.text.toPlainText())


def _said(text: str) -> QLabel:
    """A text that can be read and copied with the keyboard."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(_READING)
    label.setAccessibleName(text)
    return label
