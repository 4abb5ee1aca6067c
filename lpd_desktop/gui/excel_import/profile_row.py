"""Whether the layout of a workbook is remembered, and under which name."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

_TIP = (
    "Die nächste Mappe mit denselben Überschriften und Zeilen wird dann ohne neue Fragen gelesen."
)


class ProfileRow(QWidget):
    """Says which profile was used; the name is asked for only where one is to be kept."""

    def __init__(self) -> None:
        super().__init__()
        self._keep = QCheckBox("Aufbau &merken als")
        self._keep.setToolTip(_TIP)
        self._keep.setAccessibleDescription(_TIP)
        self._name = QLineEdit()
        self._name.setAccessibleName("Name des Profils")
        self._name.setMaximumWidth(320)
        self._name.setEnabled(False)
        self._used = QLabel()
        self._keep.toggled.connect(self._on_toggled)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._keep)
        line.addWidget(self._name, 1)
        line.addStretch(1)
        line.addWidget(self._used)

    @property
    def name(self) -> str:
        """Under which name the layout is kept; empty for not at all."""
        return self._name.text().strip() if self._keep.isChecked() else ""

    def propose(self, name: str, used: str) -> None:
        """Proposes a name, that of the profile in use before any other."""
        if not self._name.isModified():
            self._name.setText(used or name)
        self._used.setText(f"Gelesen mit dem Profil „{used}“." if used else "")

    @Slot(bool)
    def _on_toggled(self, wanted: bool) -> None:
        self._name.setEnabled(wanted)
        if wanted:
            self._name.setFocus()
            self._name.selectAll()
