"""The dialog for the text of a footnote."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from lpd_desktop.gui.scrolling_dialog import ScrollingDialog
from lpd_desktop.plan.rich_text import Paragraph, Runs, plain_text
from lpd_desktop.runtime.identity import new_id

_WIDTH = 480


class FootnoteDialog(ScrollingDialog):
    """Asks for the text of one footnote; opened with `open()`.

    Attributes:
        written: The text to take over; empty to take the footnote away.
        deleted: The footnote is to go.
    """

    written = Signal(object)
    deleted = Signal()

    def __init__(self, number: int, note: Runs, *, is_new: bool, parent: QWidget | None) -> None:
        from lpd_desktop.gui.rich_text.editor import RichTextEdit

        super().__init__(parent)
        self.setWindowTitle("Fußnote einfügen" if is_new else f"Fußnote {number}")
        self.editor = RichTextEdit(self, inline_only=True)
        self.editor.setAccessibleName("Text der Fußnote")
        self.editor.setMinimumWidth(_WIDTH)
        if note:
            self.editor.set_blocks((Paragraph(new_id(), note),))
        label = QLabel("&Text der Fußnote")
        label.setBuddy(self.editor)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        layout.addWidget(self.editor)
        layout.addWidget(self._buttons(is_new=is_new))
        self.editor.setFocus()

    def _buttons(self, *, is_new: bool) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        box.button(kinds.Ok).setText("Einfügen" if is_new else "Übernehmen")
        box.button(kinds.Cancel).setText("Abbrechen")
        if not is_new:
            remove = box.addButton("Fußnote &löschen", QDialogButtonBox.ButtonRole.DestructiveRole)
            remove.clicked.connect(self._on_remove_clicked)
        box.accepted.connect(self.accept_text)
        box.rejected.connect(self.reject)
        return box

    @Slot()
    def accept_text(self) -> None:
        """Hands the text over and closes."""
        runs = tuple(run for block in self.editor.blocks for run in getattr(block, "runs", ()))
        self.written.emit(runs if plain_text(runs).strip() else ())
        self.accept()

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.deleted.emit()
        self.accept()
