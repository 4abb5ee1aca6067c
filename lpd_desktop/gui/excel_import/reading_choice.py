"""What an open cell may mean, one button for each amount."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from lpd_desktop.excel.preview import PreviewCell
from lpd_desktop.gui.excel_import.preview_model import OPEN
from lpd_desktop.plan.amounts import format_amount

_AT_MOST = 4
_EXCERPT = 40


class ReadingChoice(QWidget):
    """Hidden while the current cell has no other reading than the one to confirm."""

    picked = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons: list[QPushButton] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addStretch(1)
        self._line.addWidget(self._label)
        self.hide()

    def show_cell(self, cell: PreviewCell | None) -> None:
        """Offers the readings of a cell; what is read already is confirmed elsewhere."""
        for button in self.buttons:
            self._line.removeWidget(button)
            button.deleteLater()
        others = _others(cell) if cell else ()
        self.buttons = [self._button(cell, cents) for cents in others]
        self.setVisible(bool(others))
        if cell and others:
            word = "kann heißen" if cell.read_as is None else "kann auch heißen"
            self._label.setText(f"„{cell.shows[:_EXCERPT]}“ in {cell.cell} {word}:")

    def _button(self, cell: PreviewCell | None, cents: int) -> QPushButton:
        button = QPushButton(f"{format_amount(cents)} €")
        button.setAutoDefault(False)
        button.setAccessibleName(f"{format_amount(cents)} € einsetzen")
        button.clicked.connect(partial(self.picked.emit, cell, cents))
        self._line.addWidget(button)
        return button


def _others(cell: PreviewCell) -> tuple[int, ...]:
    """None where the unit of the whole table is asked about: that is chosen once, above it."""
    if cell.status not in OPEN or "unit" in cell.questions:
        return ()
    return tuple(cents for cents in cell.readings if cents != cell.read_as)[:_AT_MOST]
