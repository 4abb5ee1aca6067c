"""The short straight way to a new plan: Jobcenter, then year."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget, QWizard, QWizardPage

from lpd_desktop.form.derive import unconfirmed_notice
from lpd_desktop.form.library import form_for_year
from lpd_desktop.form.model import Form
from lpd_desktop.gui.dates import today
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.jobcenter_box import JobcenterBox, unlisted_note
from lpd_desktop.gui.look.letters import soften_headings
from lpd_desktop.gui.year_box import YearBox
from lpd_desktop.plan.new import jobcenter_named, new_file


class NewPlanAssistant(QWizard):
    """Emits `made` with the new file."""

    made = Signal(object)

    def __init__(self, parent: QWidget, added_forms: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle("Neues Planungsdokument")
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setButtonText(QWizard.WizardButton.FinishButton, "&Anlegen")
        self._jobcenter = _JobcenterPage()
        self._year = _YearPage(added_forms)
        self.addPage(self._jobcenter)
        self.addPage(self._year)
        self.resize(620, 380)
        self.accepted.connect(self._on_accepted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        soften_headings(self)

    @Slot()
    def _on_accepted(self) -> None:
        form = self._year.form
        jobcenter = jobcenter_named(self._jobcenter.text, form.year)
        self.made.emit(new_file(form, jobcenter))


class _JobcenterPage(QWizardPage):
    def __init__(self) -> None:
        super().__init__()
        self.setTitle("Für welches Jobcenter?")
        self.setSubTitle("Eines der 53 in Nordrhein-Westfalen, oder ein anderer Name.")
        self._box = JobcenterBox()
        self._row = FormRow("&Jobcenter", self._box, "Wählen Sie aus der Liste oder tippen Sie.")
        layout = QVBoxLayout(self)
        layout.addWidget(self._row)
        layout.addStretch(1)
        self._noted = ""

    @property
    def text(self) -> str:
        return self._box.text

    def validatePage(self) -> bool:
        """A name that is none of the 53 is noted first, and taken the second time."""
        missing = "" if self.text else "Bitte wählen Sie ein Jobcenter oder tippen Sie einen Namen."
        note = unlisted_note(self.text)
        is_fine = not missing and note in ("", self._noted)
        self._noted = note
        self._row.hold("error" if missing else "hint", missing or note)
        if not is_fine:
            self._box.setFocus()
        return is_fine


class _YearPage(QWizardPage):
    def __init__(self, added_forms: Path) -> None:
        super().__init__()
        self._added_forms = added_forms
        self.setTitle("Für welches Jahr?")
        self.setSubTitle("Die Form des Jahres bestimmt, was gefragt wird.")
        self._box = YearBox(int(today()[:4]) + 1)
        self._box.setMaximumWidth(120)
        self._box.valueChanged.connect(self._on_year_changed)
        self._about = QLabel()
        self._about.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(FormRow("&Planjahr", self._box))
        layout.addWidget(self._about)
        layout.addStretch(1)
        self._on_year_changed()

    @property
    def form(self) -> Form:
        return form_for_year(self._box.value(), self._added_forms)

    @Slot()
    def _on_year_changed(self) -> None:
        form = self.form
        notice = unconfirmed_notice(form)
        about = f"{notice}." if notice else f"Quelle der Form: {form.provenance.source}."
        self._about.setText(f"{form.text(form.title)}. {about}")
