"""The line below the page on a file that is newer, changed, gone or no longer readable."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.gui.files.file_offers import CAPTIONS
from lpd_desktop.gui.look.flow_layout import FlowLayout
from lpd_desktop.gui.look.wrapped_label import WrappedLabel

_HIDE = "Ausblenden"
_LOW = 420


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
        self._is_told = False
        self._arrange()
        self.hide()

    def tell(self, sentence: str, offers: Sequence[str]) -> None:
        """Shows a sentence and the buttons for it."""
        self.sentence.show_sentence(sentence)
        for key, button in self._buttons.items():
            button.setVisible(key in offers)
            button.setAccessibleDescription(sentence)
        self._hide.setAccessibleDescription(sentence)
        self._show_told(True)

    def withdraw(self) -> None:
        """There is nothing to say any more."""
        self._show_told(False)

    def follow(self, page: QWidget) -> None:
        """A low window leaves its room to the text; the menu says the same."""
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._show_told(self._is_told)
        return super().eventFilter(watched, event)

    def _show_told(self, is_told: bool) -> None:
        self._is_told = is_told
        page = self.parentWidget()
        self.setVisible(is_told and (page is None or page.height() >= _LOW))

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
        self.withdraw()
        self.hidden.emit()
