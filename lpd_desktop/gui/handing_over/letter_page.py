"""Third page of the hand-over: subject and text of the mail, as they will be."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWizardPage

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.form_row import FormRow, LineRow
from lpd_desktop.gui.handing_over.scrolled import scrolled
from lpd_desktop.gui.look.rows import row_of
from lpd_desktop.release.hand_over_texts import Letter

_ABOUT = (
    "Steht im E-Mail-Entwurf und in einer Textdatei des Pakets. Namen der Unterzeichnenden, "
    "Datei und Prüfsumme sind eingesetzt."
)
_LINES_AT_LEAST = 10


class LetterPage(QWizardPage):
    """What is typed here stays; only the name of the file follows the page before.

    Attributes:
        changed: Subject or text are others now.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTitle("Begleittext")
        self.setSubTitle("Ändern Sie ihn, wie Sie möchten; Ihre Vorlage bleibt, wie sie ist.")
        self._proposed: Letter | None = None
        self._name = ""
        self.subject = LineRow("&Betreff")
        self.edit = QPlainTextEdit()
        self.text = FormRow("&Text", self.edit, _ABOUT, _ABOUT)
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumHeight(self.edit.fontMetrics().lineSpacing() * _LINES_AT_LEAST)
        self.copy = QPushButton("Text &kopieren")
        self.reset = QPushButton("Vorlage &neu einsetzen")
        self.copy.clicked.connect(self._on_copy_clicked)
        self.reset.clicked.connect(self._on_reset_clicked)
        self.subject.edit.textChanged.connect(self._on_changed)
        self.edit.textChanged.connect(self._on_changed)
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.subject)
        column.addWidget(self.text, 1)
        column.addLayout(row_of(self.copy, self.reset, None))
        scrolled(self, column)

    def propose(self, letter: Letter, name: str) -> None:
        """Shows the text by the template; in a text that was changed only the name follows."""
        is_own = self.is_changed
        before, self._proposed = self._name, letter
        self._name = name
        if not is_own:
            self._on_reset_clicked()
        elif before and before != name:
            self.subject.edit.setText(self.subject.edit.text().replace(before, name))
            self.edit.setPlainText(self.edit.toPlainText().replace(before, name))
        self._on_changed()

    def show_template_fault(self, sentence: str) -> None:
        """The template of the office gives no text; somebody may write one all the same."""
        self.text.show_error(sentence)

    @property
    def is_changed(self) -> bool:
        """Whether somebody wrote another text than the proposed one."""
        known = self._proposed
        if known is None:
            return False
        return (self.subject.edit.text(), self.edit.toPlainText()) != (known.subject, known.text)

    @property
    def own_words(self) -> tuple[str | None, str | None]:
        """Subject and text where they differ from the proposed ones; None where they do not."""
        subject, text = self.subject.edit.text(), self.edit.toPlainText()
        known = self._proposed
        if known is None:
            return None, None
        return (
            None if subject == known.subject else subject,
            None if text == known.text else text,
        )

    def show_words(self, subject: str | None, text: str | None) -> None:
        """What was written before, over the proposal."""
        if subject is not None:
            self.subject.edit.setText(subject)
        if text is not None:
            self.edit.setPlainText(text)

    @Slot()
    def forget(self) -> None:
        """Subject and text as they are proposed."""
        self._on_reset_clicked()

    @Slot()
    def _on_reset_clicked(self) -> None:
        if self._proposed is not None:
            self.subject.edit.setText(self._proposed.subject)
            self.edit.setPlainText(self._proposed.text)

    @Slot()
    def _on_changed(self) -> None:
        self.reset.setEnabled(self.is_changed)
        for row, text in (
            (self.subject, self.subject.edit.text()),
            (self.text, self.edit.toPlainText()),
        ):
            is_empty = self._proposed is not None and not text.strip()
            row.show_error("Bitte schreiben Sie hier etwas." if is_empty else "")
        self.completeChanged.emit()
        self.changed.emit()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.edit.toPlainText())
        announce(self, "Der Text ist kopiert.")

    def isComplete(self) -> bool:
        return bool(self.subject.edit.text().strip() and self.edit.toPlainText().strip())
