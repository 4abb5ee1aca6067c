"""Says that what was typed before is there again, and how to be rid of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lpd_desktop.gui.look.rows import row_of
from lpd_desktop.gui.look.wrapped_label import WrappedLabel

SENTENCE = (
    "Ihre Angaben von zuvor sind wieder eingesetzt, auch im Begleittext: Das Paket war damit noch "
    "nicht geschrieben."
)


class Restored(QWidget):
    """Hidden until something is restored."""

    forgetting_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.forget = QPushButton("Anga&ben verwerfen")
        self.forget.setAutoDefault(False)
        self.forget.clicked.connect(self.forgetting_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(WrappedLabel(SENTENCE))
        column.addLayout(row_of(self.forget, None))
        self.hide()
