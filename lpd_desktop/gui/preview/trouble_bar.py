"""Why there are no newer pages, and the way to what has to be mended."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


class TroubleBar(QWidget):
    """One sentence above the pages; hidden while all is well."""

    place_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._where = ""
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton("Zur Stelle")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_button_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 8)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.button)
        self.hide()

    def tell(self, sentence: str, where: str) -> None:
        """Says what is wrong; the button leads to the address, if there is one."""
        self._where = where
        self.sentence.setText(f"⚠ {sentence}")
        self.button.setVisible(bool(where))
        self.button.setAccessibleDescription(sentence)
        self.show()

    @Slot()
    def _on_button_clicked(self) -> None:
        self.place_wanted.emit(self._where)
