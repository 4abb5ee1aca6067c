"""Above a page whose text is fixed: why, and the step that has to be done first."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.gui.approval.told_states import way_to_text
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.rows import row_of
from lpd_desktop.plan.file import LpdFile


class FixedNotice(QWidget):
    """Hidden while the text can be changed; `step_wanted` tells the key of the step."""

    step_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._key = ""
        self.sentence: QLabel = quiet_label("")
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sentence)
        column.addLayout(row_of(self.button, None))
        self.hide()

    def show_state(self, file: LpdFile, sentence: str) -> None:
        """Says why the text is fixed, where it is: the state of the plan, or a lock."""
        way = way_to_text(file)
        self.sentence.setText(sentence)
        self._key = way[0] if way else ""
        self.button.setText(f"{way[1]}…" if way else "")
        self.button.setAccessibleDescription(sentence)
        self.button.setVisible(way is not None)
        self.setVisible(bool(sentence))

    @Slot()
    def _on_clicked(self) -> None:
        self.step_wanted.emit(self._key)
