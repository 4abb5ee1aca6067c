"""Second page of the hand-over: to whom, under which name, where to, with what."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWizardPage

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.file_choice import choose_folder
from lpd_desktop.gui.form_row import FormRow, LineRow
from lpd_desktop.gui.handing_over.kept_words import KeptWords
from lpd_desktop.gui.handing_over.restored import Restored
from lpd_desktop.gui.handing_over.scrolled import scrolled
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.submissions.way_box import WayBox
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.release.file_names import file_name
from lpd_desktop.release.hand_over_fields import NAME_FIELDS, TemplateError
from lpd_desktop.release.hand_over_texts import HandOverTexts, addresses_in
from lpd_desktop.store.submission_entries import Planned, Way

_RULE = "Möglich sind " + ", ".join(f"{{{key}}} ({told})" for key, told in NAME_FIELDS.items())
_NO_FOLDER = "Bitte nennen Sie einen Ordner mit seinem ganzen Pfad."
_NO_RECIPIENT = "Bitte nennen Sie, an wen das Dokument geht."


class PackagePage(QWizardPage):
    """Everything is proposed, and can be changed for this time.

    Attributes:
        changed: Something is typed or chosen otherwise.
        forgetting_wanted: What was restored shall go.
    """

    changed = Signal()
    forgetting_wanted = Signal()

    def __init__(self, file: LpdFile, texts: HandOverTexts, folder: str) -> None:
        super().__init__()
        self.setTitle("Empfänger und Paket")
        self.setSubTitle("Ein neuer Ordner mit dem PDF, einem E-Mail-Entwurf und den Prüfsummen.")
        self._file, self._parent = file, Path(folder) if folder else _documents()
        self._texts, self._proposed = texts, ""
        self.restored = Restored()
        self.recipient = LineRow("&Empfänger")
        self.address = LineRow("E-&Mail-Adresse", "Darf leer sein; mehrere mit Komma getrennt.")
        self._ways = WayBox()
        self.way = FormRow("Au&f welchem Weg", self._ways)
        self.rule = LineRow("&Dateiname (Regel)", f"{_RULE}.")
        self.name_line = WrappedLabel()
        self.rule.add_below(self.name_line)
        self.folder = LineRow("&Ordner für das Paket", "Neu oder leer; überschrieben wird nichts.")
        self.choose = QPushButton("&Anderswo…")
        self.folder.add_beside(self.choose)
        self.publishing = QCheckBox("&Veröffentlichungsfassung ohne Daten beilegen")
        self.changes = QCheckBox("Ä&nderungen gegenüber der ersetzten Fassung beilegen")
        self._arrange()
        self.show_file(file)
        self.show_defaults()
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(10)
        rows = (self.recipient, self.address, self.way, self.rule, self.folder)
        for widget in (self.restored, *rows, self.publishing, self.changes):
            column.addWidget(widget)
        column.addStretch(1)
        scrolled(self, column)

    def _connect(self) -> None:
        self.rule.edit.textChanged.connect(self._on_rule_changed)
        for row in (self.recipient, self.address, self.folder):
            row.edit.textChanged.connect(self._on_text_changed)
        self.choose.clicked.connect(self._on_choose_clicked)
        self._ways.currentIndexChanged.connect(self.changed)
        self.restored.forgetting_wanted.connect(self.forgetting_wanted)
        for box in (self.publishing, self.changes):
            box.toggled.connect(self.changed)

    def show_file(self, file: LpdFile, *, has_predecessor: bool = False) -> None:
        """The plan that is handed over, and whether the version before is at hand."""
        self._file, self._has_predecessor = file, has_predecessor
        self.changes.setVisible(has_predecessor)
        self.changes.setChecked(has_predecessor)

    @property
    def _defaults(self) -> dict[str, str]:
        """What the office, else the form, says."""
        texts, form = self._texts, self._file.form
        return {
            "recipient": texts.recipient_name or form.text(form.recipient.name),
            "address": texts.recipient_email or form.recipient.email,
            "rule": texts.file_name_rule,
        }

    def show_defaults(self) -> None:
        """Everything as it is proposed."""
        self.restored.hide()
        for name, text in self._defaults.items():
            self._rows[name].edit.setText(text)
        self._ways.setCurrentIndex(0)
        self.publishing.setChecked(False)
        self.changes.setChecked(self._has_predecessor)
        self._show_name()
        self._propose_folder()

    @property
    def _rows(self) -> dict[str, LineRow]:
        return {
            "recipient": self.recipient,
            "address": self.address,
            "rule": self.rule,
            "folder": self.folder,
        }

    def own_words(self, words: KeptWords) -> KeptWords:
        """The words of the letter with what differs here from the proposals."""
        proposed = {**self._defaults, "folder": self._proposed}
        typed = {name: row.edit.text() for name, row in self._rows.items()}
        own = {name: text for name, text in typed.items() if text != proposed[name]}
        chosen = {
            "way": self.chosen_way if self._ways.currentIndex() else None,
            "publishing": self.publishing.isChecked() or None,
            "changes": False if self._has_predecessor and not self.changes.isChecked() else None,
        }
        return msgspec.structs.replace(words, **own, **chosen)

    def show_words(self, words: KeptWords) -> None:
        """What was typed before, over the proposals."""
        for name, row in self._rows.items():
            text = getattr(words, name)
            if text is not None:
                row.edit.setText(text)
        if words.way is not None:
            self._ways.choose(words.way)
        for box, value in ((self.publishing, words.publishing), (self.changes, words.changes)):
            if value is not None:
                box.setChecked(value)

    def show_planned(self, planned: Planned) -> None:
        """What was wanted when a hand-over was interrupted."""
        self.recipient.edit.setText(planned.recipient)
        self.rule.edit.setText(planned.file_name)
        self._ways.choose(planned.way)
        if planned.folder:
            self.folder.edit.setText(planned.folder)

    def show_folder_trouble(self, sentence: str) -> None:
        """Why the package could not be put there, until something else is typed."""
        self.folder.show_error(sentence)
        self.folder.field.setFocus()
        announce(self, sentence)

    @property
    def name(self) -> str:
        """The name of the PDF by the rule of now; empty where it gives none."""
        try:
            return file_name(self.rule.edit.text(), self._file)
        except TemplateError:
            return ""

    @property
    def target(self) -> Path | None:
        """The folder; None while no whole path is typed."""
        typed = self.folder.edit.text().strip()
        path = Path(typed)
        return path if typed and path.is_absolute() else None

    @property
    def chosen_way(self) -> Way:
        """How the package gets there."""
        return self._ways.way

    @Slot()
    def _on_rule_changed(self) -> None:
        before = self._proposed
        self._show_name()
        if self.folder.edit.text() == before:
            self._propose_folder()
        self.changed.emit()

    def _show_name(self) -> None:
        try:
            name = file_name(self.rule.edit.text(), self._file)
        except TemplateError as error:
            self.rule.show_error(str(error))
            name = ""
        else:
            self.rule.show_error("")
        self.name_line.show_sentence(f"Ergibt: {name}" if name else "")
        self.rule.describe_also(self.name_line.sentence)
        self.completeChanged.emit()

    def _propose_folder(self) -> None:
        if self.name:
            self._proposed = str(self._parent / self.name.removesuffix(".pdf"))
            self.folder.edit.setText(self._proposed)

    @Slot()
    def _on_text_changed(self) -> None:
        self._show_problems()
        self.completeChanged.emit()
        self.changed.emit()

    def _show_problems(self) -> None:
        self.recipient.show_error("" if self.recipient.edit.text().strip() else _NO_RECIPIENT)
        self.address.show_error(self._address_problem())
        self.folder.show_error("" if self.target else _NO_FOLDER)

    def _address_problem(self) -> str:
        try:
            addresses_in(self.address.edit.text())
        except TemplateError as error:
            return str(error)
        return ""

    def isComplete(self) -> bool:
        is_addressed = bool(self.recipient.edit.text().strip()) and not self._address_problem()
        return is_addressed and bool(self.name) and self.target is not None

    @Slot()
    def _on_choose_clicked(self) -> None:
        choose_folder(self, "Wohin kommt der Ordner des Pakets?", self._on_folder_chosen)

    @Slot(str)
    def _on_folder_chosen(self, name: str) -> None:
        self._parent = Path(name)
        self._propose_folder()


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))
