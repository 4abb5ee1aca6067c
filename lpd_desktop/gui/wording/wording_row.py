"""One title or question of the form, with the way back to the original."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton

from lpd_desktop.editing.form_wording import Wording
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.wording.line_edit import WrappedLineEdit


class WordingRow(FormRow):
    """`edited` tells that the text is another one now."""

    edited = Signal()

    def __init__(self, wording: Wording, original: str, origin: str) -> None:
        self.wording = wording
        self.edit = WrappedLineEdit(wording.text)
        super().__init__(wording.caption, self.edit)
        self._original = original
        self.restore = QPushButton(f"Wortlaut {origin}")
        self.restore.setAutoDefault(False)
        name = f"Zurück zum Wortlaut {origin}"
        self.restore.setToolTip(f"{name}:\n{original}")
        self.restore.setAccessibleName(f"{name}: {wording.caption}")
        self.restore.setAccessibleDescription(original)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.edit.textChanged.connect(self._on_text_changed)
        self.add_beside(self.restore)
        self._show_restore()

    @property
    def text(self) -> str:
        """What is written, without blanks around it."""
        return " ".join(self.edit.toPlainText().split())

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what the form says now."""
        return self.text != self.wording.text

    def _show_restore(self) -> None:
        self.restore.setVisible(bool(self._original) and self.text != self._original)

    @Slot()
    def _on_text_changed(self) -> None:
        self._show_restore()
        self.edited.emit()

    @Slot()
    def _on_restore_clicked(self) -> None:
        self.edit.selectAll()
        self.edit.insertPlainText(self._original)
        self.edit.setFocus()
