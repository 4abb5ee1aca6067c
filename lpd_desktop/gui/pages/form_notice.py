"""The notice that a form was derived from another year's, and its confirmation."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.form.derive import unconfirmed_notice
from lpd_desktop.form.model import Form
from lpd_desktop.gui.form_row import FormRow

_NOTE = "Zum Beispiel „Vorlage des MAGS vom 28.09.2026“. Tag und Quelle werden festgehalten."


class FormNotice(QWidget):
    """Shown as long as nobody has compared the form with the ministry's."""

    confirmed = Signal(str)
    wording_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._edit = QLineEdit()
        self._row = FormRow("Ver&glichen mit", self._edit, _NOTE, _NOTE)
        button = QPushButton("Abgle&ich bestätigen")
        button.setAccessibleDescription("Hält fest, dass die Form mit der Vorlage übereinstimmt.")
        button.clicked.connect(self._on_clicked)
        self._row.add_beside(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)
        layout.addWidget(self._row)
        layout.addLayout(self._correction())

    def _correction(self) -> QHBoxLayout:
        button = QPushButton("Wortlaut beri&chtigen…")
        button.setAccessibleDescription("Ändert Titel und Fragen, die von der Vorlage abweichen.")
        button.clicked.connect(self.wording_wanted)
        line = QHBoxLayout()
        line.addWidget(button)
        line.addStretch(1)
        return line

    def show_form(self, form: Form) -> None:
        """Shows the notice for an unconfirmed form, nothing for others."""
        notice = unconfirmed_notice(form)
        self._label.setText(f"{notice}. Bitte vergleichen Sie Titel, Themen und Fragen.")
        self.setVisible(bool(notice))

    @Slot()
    def _on_clicked(self) -> None:
        self.confirmed.emit(self._edit.text())
