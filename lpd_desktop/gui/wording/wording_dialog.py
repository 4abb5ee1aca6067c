"""„Wortlaut der Fragen berichtigen“: all titles and questions of the form as fields."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.editing.form_wording import (
    CorrectedWording,
    original_form,
    wording_faults,
    wordings,
)
from lpd_desktop.form.model import Form
from lpd_desktop.gui.dates import today
from lpd_desktop.gui.draft_dialog import DraftDialog
from lpd_desktop.gui.look.letters import larger, quiet_label
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.wording.wording_row import WordingRow
from lpd_desktop.runtime.german import counted

TITLE = "Wortlaut der Fragen berichtigen"
_ABOUT = (
    "Berichtigen Sie hier, was von der Vorlage des MAGS abweicht. Es gilt für dieses Dokument; "
    "Ihre Antworten bleiben bei ihren Fragen. War die Form schon als abgeglichen bestätigt, "
    "bestätigen Sie es danach bitte noch einmal auf dem Deckblatt."
)
_SECTION_SIZE = 1.15


class WordingDialog(DraftDialog):
    """One step of the draft; faults are told at their fields."""

    def __init__(self, parent: QWidget, context: PageContext) -> None:
        super().__init__(parent, context, TITLE)
        form = self._session.file.form
        self.rows = _rows(form, original_form(form, context.added_forms))
        self._count = quiet_label("")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = self._buttons.addButton("Ü&bernehmen", QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        for row in self.rows:
            row.edited.connect(self._on_edited)
        self._on_edited()
        self.resize(820, 620)

    def _build(self) -> None:
        inner = QWidget()
        fields = QVBoxLayout(inner)
        fields.setSpacing(12)
        section = ""
        for row in self.rows:
            if row.wording.section != section:
                section = row.wording.section
                fields.addWidget(_section_label(section))
            fields.addWidget(row)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(160)
        column = QVBoxLayout(self)
        column.addWidget(quiet_label(_ABOUT))
        column.addWidget(area, 1)
        column.addWidget(self._count)
        column.addWidget(self._buttons)

    @Slot()
    def _on_edited(self) -> None:
        count = sum(row.is_changed for row in self.rows)
        self._count.setText(f"{counted(count, 'Stelle', 'Stellen')} geändert")
        self.take.setEnabled(count > 0)

    @Slot()
    def _on_accepted(self) -> None:
        texts = {row.wording.where: row.text for row in self.rows if row.is_changed}
        faults = wording_faults(self._session.file.form, texts)
        for row in self.rows:
            row.show_error(faults.get(row.wording.where, ""))
        wrong = next((row for row in self.rows if row.wording.where in faults), None)
        if wrong is not None:
            wrong.edit.setFocus()
        elif self._change(TITLE, CorrectedWording(texts, today())):
            self.accept()


def _rows(form: Form, original: Form | None) -> list[WordingRow]:
    known = {each.where: each.text for each in wordings(original)} if original is not None else {}
    origin = _origin(form)
    return [WordingRow(each, known.get(each.where, ""), origin) for each in wordings(form)]


def _origin(form: Form) -> str:
    year = form.provenance.derived_from.rpartition("-")[2]
    return f"von {year}" if year else "der Vorlage"


def _section_label(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(larger(label.font(), _SECTION_SIZE))
    return label
