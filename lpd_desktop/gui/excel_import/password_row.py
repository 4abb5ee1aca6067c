"""Asks for the password of a workbook. It stays in this field and in the job that reads."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton

from lpd_desktop.gui.form_row import FormRow


class PasswordRow(FormRow):
    """`entered` tells what was typed; nothing of it is kept anywhere else."""

    entered = Signal(str)

    def __init__(self) -> None:
        self._edit = QLineEdit()
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._edit.setMaximumWidth(320)
        note = "Das Kennwort wird nur zum Lesen benutzt und nirgends gespeichert."
        super().__init__("&Kennwort der Mappe", self._edit, note, note)
        button = QPushButton("Ö&ffnen")
        button.setAutoDefault(False)
        button.clicked.connect(self._on_entered)
        self._edit.returnPressed.connect(self._on_entered)
        self.add_beside(button)
        self.hide()

    def ask(self, sentence: str) -> None:
        """Shows the field with the reason, and takes the focus."""
        self.show()
        self.show_error(sentence)
        self._edit.selectAll()
        self._edit.setFocus()

    @Slot()
    def _on_entered(self) -> None:
        if self._edit.text():
            self.show_error("")
            self.entered.emit(self._edit.text())
