"""„Einstellungen des Jobcenters“: the user's name, the rule of approval, words of a hand-over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.editing.office_settings import OWN_KEYS, ReadSettings
from lpd_desktop.gui.file_choice import choose_folder
from lpd_desktop.gui.job_runner import Job, JobRunner
from lpd_desktop.gui.look.letters import larger, quiet_label
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.office_settings.examples import example_name, example_subject
from lpd_desktop.gui.office_settings.settings_rows import (
    SettingRow,
    SwitchSettingRow,
    TextSettingRow,
)
from lpd_desktop.gui.office_settings.settings_work import KeepSettings
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.release.hand_over_fields import NAME_FIELDS, TEXT_FIELDS
from lpd_desktop.release.hand_over_texts import HandOverTexts

TITLE = "Einstellungen des Jobcenters"
_OWN = "Ihre Angaben"
_APPROVAL = "Freigabe"
_HAND_OVER = "Übergabe an das MAGS"
_OWN_ABOUT = "Wird überall vorgeschlagen, wo Sie Ihren Namen eintippen; keine Unterschrift."
_ROLE_ABOUT = "Zum Beispiel „Geschäftsführung“ oder „Planung“."
_FOUR_EYES = "Vier Augen: Wer freigibt, ist eine andere Person als die, die zuletzt bearbeitet hat"
_FOUR_EYES_ABOUT = (
    "Verglichen werden eingetippte Namen und Anmeldenamen, wie das Programm sie sieht. Das hilft "
    "gegen Versehen; wer jemand ist, prüft das Programm nicht."
)
_NAME_ABOUT = "In geschweiften Klammern stehen Angaben des Dokuments: "
_RECIPIENT_ABOUT = "Leer bedeutet: wie im Formular des Jahres angegeben."
_EMAIL_ABOUT = (
    "Mehrere Adressen trennt ein Komma. Leer bedeutet: wie im Formular des Jahres, sonst keine. "
    "Das Programm versendet nichts."
)
_SUBJECT_ABOUT = "Wie im Dateinamen, dazu: "
_TEXT_ABOUT = "Darin können dieselben Angaben stehen wie im Betreff."
_FOLDER_ABOUT = "Hier legt das Programm die Pakete ab. Leer bedeutet: Sie werden jedes Mal gefragt."
_EMPTY = "Ein leeres Feld bedeutet die Vorgabe; sie steht grau darin."


class SettingsDialog(ScrollingDialog):
    """Nothing is kept before „Übernehmen“."""

    def __init__(
        self, parent: QWidget, jobs: JobRunner, folder: Path, read: ReadSettings, example: LpdFile
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._jobs, self._folder, self._read, self._example = jobs, folder, read, example
        self.rows: dict[str, SettingRow] = {}
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = self._buttons.addButton("Ü&bernehmen", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        self._column = _scrolled_column(outer)
        outer.addWidget(self._buttons)
        for sentence in read.troubles:
            self._column.addWidget(WrappedLabel(f"⚠ {sentence}"))
        self._build()
        self._show_examples()
        self.resize(660, 720)

    def _build(self) -> None:
        self._add_heading(_OWN)
        self._add_text("own_name", "Ihr &Name", _OWN_ABOUT)
        self._add_text("own_role", "Ihre &Funktion", _ROLE_ABOUT)
        self._add_heading(_APPROVAL)
        self._add(SwitchSettingRow("four_eyes", _FOUR_EYES, _FOUR_EYES_ABOUT, self._read))
        self._add_heading(_HAND_OVER)
        self._column.addWidget(quiet_label(_EMPTY))
        self._add_text("file_name_rule", "&Dateiname des PDF", _NAME_ABOUT + _listed(NAME_FIELDS))
        self._add_text("recipient_name", "&Empfänger", _RECIPIENT_ABOUT)
        self._add_text("recipient_email", "E-&Mail des Empfängers", _EMAIL_ABOUT)
        more = {key: text for key, text in TEXT_FIELDS.items() if key not in NAME_FIELDS}
        self._add_text("mail_subject", "Bet&reff der E-Mail", _SUBJECT_ABOUT + _listed(more))
        self._add_text("mail_text", "&Text der E-Mail", _TEXT_ABOUT)
        self._add_folder()
        self._column.addStretch(1)
        back = self._buttons.addButton("Vor&gaben einsetzen", QDialogButtonBox.ButtonRole.ResetRole)
        back.setAutoDefault(False)
        back.setAccessibleDescription("Name und Funktion bleiben, wie sie sind.")
        back.clicked.connect(self.show_standard)

    def _add_heading(self, text: str) -> None:
        label = QLabel(text)
        label.setFont(larger(label.font(), 1.15))
        self._column.addWidget(label)

    def _add_text(self, key: str, caption: str, note: str) -> TextSettingRow:
        row = TextSettingRow(key, caption, note, self._read)
        self._add(row)
        return row

    def _add(self, row: SettingRow) -> None:
        self.rows[row.key] = row
        row.changed.connect(self._show_examples)
        self._column.addWidget(row.widget)

    def _add_folder(self) -> None:
        row = self._add_text("hand_over_folder", "&Ordner für Übergaben", _FOLDER_ABOUT)
        choose = QPushButton("&Wählen…")
        choose.setAutoDefault(False)
        choose.setAccessibleDescription("Wählt den Ordner für Übergaben aus.")
        choose.setEnabled("hand_over_folder" not in self._read.fixed)
        choose.clicked.connect(self._on_choose)
        row.row.add_beside(choose)

    def text_row(self, key: str) -> TextSettingRow:
        """The row of a setting that is text."""
        row = self.rows[key]
        assert isinstance(row, TextSettingRow), "only four_eyes is none"
        return row

    @Slot()
    def _show_examples(self) -> None:
        values = {key: str(row.value) for key, row in self.rows.items()}
        standard = vars(self._read.standard)
        rule = values["file_name_rule"].strip() or standard["file_name_rule"]
        name = "" if self.rows["file_name_rule"].fault else example_name(rule, self._example)
        self.text_row("file_name_rule").show_example(name)
        subject = values["mail_subject"].strip() or standard["mail_subject"]
        texts = HandOverTexts(
            file_name_rule=rule, recipient_name=values["recipient_name"], mail_subject=subject
        )
        self.text_row("mail_subject").show_example(example_subject(texts, self._example))

    @Slot()
    def show_standard(self) -> None:
        """Puts the standard into all fields of the office."""
        for key, row in self.rows.items():
            if key not in OWN_KEYS and key not in self._read.fixed:
                row.show_value(getattr(self._read.standard, key))

    @Slot()
    def _on_choose(self) -> None:
        row = self.text_row("hand_over_folder")
        choose_folder(self, "Ordner für Übergaben", row.show_value)

    @Slot()
    def _on_accepted(self) -> None:
        wrong = next((row for row in self.rows.values() if row.fault), None)
        if wrong is not None:
            wrong.focus()
            return
        open_rows = [row for key, row in self.rows.items() if key not in self._read.fixed]
        self._keep({row.key: row.value for row in open_rows})

    def _keep(self, values: dict[str, str | bool]) -> Job:
        job = self._jobs.start(TITLE, KeepSettings(self._folder, values))
        job.succeeded.connect(self._on_kept)
        job.failed.connect(self._on_failed)
        return job

    @Slot(object)
    def _on_kept(self, _path: Path) -> None:
        self.accept()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self, TITLE, sentence_of(error))


def _scrolled_column(outer: QVBoxLayout) -> QVBoxLayout:
    """Where the rows go: they scroll, the buttons below them stay."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(10)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(content)
    outer.addWidget(area)
    return column


def _listed(fields: dict[str, str]) -> str:
    return ", ".join(f"{{{key}}} {text}" for key, text in fields.items()) + "."
