"""Fourth page of the hand-over: who hands over; from here the package is written."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWizard, QWizardPage

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.form_row import LineRow
from lpd_desktop.gui.handing_over.scrolled import scrolled
from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.job_strip import JobStrip
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.states import Actor
from lpd_desktop.runtime.account import account_name

_COMMIT = QWizard.WizardButton.CommitButton
_NO_SIGNATURE = (
    "Name und Funktion stehen danach in der Historie. Das ist ein Vermerk, keine Unterschrift."
)
_FIXES = (
    "Mit dem Vermerk „eingereicht“ steht die Nummer der Fassung fest, und die Freigabe lässt sich "
    "nicht mehr zurücknehmen. Ohne Haken wird nur das Paket geschrieben; die letzte Seite fragt "
    "nach dem Versand."
)


class ActorPage(QWizardPage):
    """`wanted`: the button was pressed and everything is filled in."""

    wanted = Signal()

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self.setTitle("Wer übergibt?")
        self.setSubTitle("Erst jetzt wird geschrieben: das ganze Paket oder nichts davon.")
        self.setCommitPage(True)
        self.setButtonText(_COMMIT, "Über&geben")
        self._is_busy = self._is_done = False
        self.name = LineRow("&Name")
        self.role = LineRow("&Funktion", "Zum Beispiel Leitung des Jobcenters.")
        self.at_once = QCheckBox("Gleich als &eingereicht festhalten")
        self.fixes = quiet_label(_FIXES)
        self.trouble = WrappedLabel()
        self.trouble.hide()
        column = QVBoxLayout()
        column.setSpacing(10)
        for widget in (self.name, self.role, quiet_label(_NO_SIGNATURE), self.at_once, self.fixes):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self.trouble)
        column.addWidget(JobStrip(jobs))
        scrolled(self, column)
        for row in (self.name, self.role):
            row.edit.textChanged.connect(self._on_typed)

    def show_recording_only(self, only: bool) -> None:
        """The package lies there already: only the entry is left."""
        self.at_once.setVisible(not only)
        self.at_once.setChecked(only)
        self.setButtonText(_COMMIT, "Fest&halten" if only else "Über&geben")

    def propose(self, person: Signatory) -> None:
        """Fills in who it probably is."""
        self.name.edit.setText(person.name)
        self.role.edit.setText(person.role)

    @property
    def person(self) -> Signatory:
        """What is typed."""
        name, role = self.name.edit.text().strip(), self.role.edit.text().strip()
        return Signatory(name=name, role=role)

    @property
    def actor(self) -> Actor | None:
        """Who it is; None where the entry is made later."""
        person = self.person
        is_now = self.at_once.isChecked()
        return Actor(person.name, person.role, account_name()) if is_now else None

    def validatePage(self) -> bool:
        """Starts the work; the page is left when that is done."""
        if self._is_done:
            return True
        gaps = [row for row in (self.name, self.role) if not row.edit.text().strip()]
        gaps = gaps if self.at_once.isChecked() else []
        for row in gaps:
            row.show_error("Bitte angeben.")
        if gaps:
            gaps[0].field.setFocus()
        elif not self._is_busy:
            self.show_busy(True)
            self.wanted.emit()
        return False

    def show_busy(self, is_busy: bool) -> None:
        """While it is written nothing can be changed or asked for twice."""
        self._is_busy = is_busy
        self.trouble.hide()
        for widget in (self.name, self.role, self.at_once):
            widget.setEnabled(not is_busy)
        self.completeChanged.emit()

    def show_done(self) -> None:
        """The page may be left."""
        self.show_busy(False)
        self._is_done = True

    def show_trouble(self, sentence: str) -> None:
        """Why it did not work; nothing was written, and everything can be tried again."""
        self.show_busy(False)
        self.trouble.show_sentence(f"⚠ {sentence}")
        self.trouble.show()
        announce(self, sentence)

    @Slot()
    def _on_typed(self) -> None:
        for row in (self.name, self.role):
            if row.edit.text().strip():
                row.show_error("")

    def isComplete(self) -> bool:
        return not self._is_busy
