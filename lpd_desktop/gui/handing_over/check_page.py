"""First page of the hand-over: what the check of the document says, and what was interrupted."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget, QWizardPage

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.handing_over.inspecting import Inspection
from lpd_desktop.gui.handing_over.interrupted import Interrupted
from lpd_desktop.gui.handing_over.scrolled import scrolled
from lpd_desktop.gui.handing_over.verdict_list import VerdictList
from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.job_strip import JobStrip
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.rows import row_of
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.release.verdicts import NO_FORGERS

_CHECKING = "Das freigegebene PDF wird gründlich geprüft …"
_AGAIN = (
    "Dieses Dokument ist schon als eingereicht festgehalten. Sie können das Paket noch einmal "
    "schreiben; es steht dann ein weiteres Mal im Verzeichnis."
)
_OFFLINE = (
    "Geprüft und zusammengestellt wird auf diesem Rechner. Das Programm verschickt nichts und "
    "öffnet keine Verbindung."
)
_CANCELLED = "Die Prüfung ist abgebrochen; „Noch einmal prüfen“ beginnt sie von vorn."


class CheckPage(QWizardPage):
    """`giving_up_wanted`: the interrupted hand-over shall not go on; `check_wanted`: once more."""

    giving_up_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self.setTitle("Das freigegebene PDF")
        self.setSubTitle("Übergeben wird nur, was Byte für Byte so ist, wie es freigegeben wurde.")
        self.inspection: Inspection | None = None
        self.interrupted = WrappedLabel()
        self.give_up = QPushButton("Begonnene Übergabe auf&geben…")
        self.summary = WrappedLabel(_CHECKING)
        self.verdicts = VerdictList()
        self.again = QPushButton("Noch einmal &prüfen")
        for button in (self.give_up, self.again):
            button.setAutoDefault(False)
        self.give_up.clicked.connect(self.giving_up_wanted)
        self.again.clicked.connect(self.check_wanted)
        self._arrange(jobs)
        self.show_checking()

    def _arrange(self, jobs: JobRunner) -> None:
        column = QVBoxLayout()
        column.addWidget(self.interrupted)
        column.addLayout(row_of(self.give_up, None))
        column.addWidget(self.summary)
        column.addWidget(self.verdicts, 1)
        column.addLayout(row_of(self.again, None))
        column.addWidget(JobStrip(jobs))
        column.addWidget(quiet_label(f"{NO_FORGERS} {_OFFLINE}"))
        scrolled(self, column)

    @Slot()
    def show_checking(self) -> None:
        """The check runs."""
        self.inspection = None
        self.summary.show_sentence(_CHECKING)
        self.verdicts.clear()
        self.again.hide()
        self._show_interrupted(None)
        self.completeChanged.emit()

    def show_inspection(self, inspection: Inspection) -> None:
        """What the check says; „Weiter“ goes on only with a sound document."""
        self.inspection = inspection
        begun = inspection.interrupted
        self._show_interrupted(begun)
        verdicts = inspection.verdicts
        parts = [inspection.problem or (verdicts.summary if verdicts else "")]
        if inspection.document is not None and inspection.file.work.state == "submitted":
            parts.append(_AGAIN)
        self.summary.show_sentence(" ".join(parts))
        self.verdicts.show_verdicts(verdicts)
        self.completeChanged.emit()
        announce(self, f"{begun.sentence if begun else ''} {self.summary.sentence}".strip())

    def show_trouble(self, sentence: str = _CANCELLED) -> None:
        """The check itself failed or was stopped."""
        self.summary.show_sentence(sentence)
        self.again.show()
        announce(self, sentence)

    def _show_interrupted(self, begun: Interrupted | None) -> None:
        self.interrupted.show_sentence(begun.sentence if begun else "")
        self.interrupted.setVisible(begun is not None)
        self.give_up.setVisible(begun is not None and begun.way != "filled")

    @property
    def first_field(self) -> QWidget:
        """Where the focus goes once the check is done."""
        return self.verdicts

    def isComplete(self) -> bool:
        return self.inspection is not None and self.inspection.document is not None
