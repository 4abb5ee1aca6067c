"""The line below the page on a file that is newer, changed, gone or no longer readable."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.gui.files.file_offers import CAPTIONS
from lpd_desktop.gui.look.flow_layout import FlowLayout
from lpd_desktop.gui.look.wrapped_label import WrappedLabel

_HIDE = "Ausblenden"


class FileBar(QWidget):
    """A sentence with what may be done; `wanted` tells which, `hidden` that nobody wants it.

    The buttons have no letters to press with Alt: those belong to the page. The menu leads here
    as well.
    """

    wanted = Signal(str)
    hidden = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sentence = WrappedLabel()
        self._mark = QLabel("⚠")
        self._buttons = {key: self._button(caption) for key, caption in CAPTIONS.items()}
        self._hide = self._button(_HIDE)
        self._hide.clicked.connect(self._on_hide_clicked)
        for key, button in self._buttons.items():
            button.clicked.connect(partial(self._on_clicked, key))
        self._arrange()
        self.hide()

    def tell(self, sentence: str, offers: Sequence[str]) -> None:
        """Shows a sentence and the buttons for it."""
        self.sentence.show_sentence(sentence)
        for key, button in self._buttons.items():
            button.setVisible(key in offers)
            button.setAccessibleDescription(sentence)
        self._hide.setAccessibleDescription(sentence)
        self.show()

    def _arrange(self) -> None:
        told = QHBoxLayout()
        told.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.sentence, 1)
        flow = FlowLayout()
        for button in (*self._buttons.values(), self._hide):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(4)
        column.addLayout(told)
        column.addLayout(flow)

    def _button(self, caption: str) -> QPushButton:
        button = QPushButton(caption.replace("&", ""))
        button.setAutoDefault(False)
        return button

    def _on_clicked(self, key: str, _checked: bool = False) -> None:
        self.wanted.emit(key)

    @Slot()
    def _on_hide_clicked(self) -> None:
        self.hide()
        self.hidden.emit()
