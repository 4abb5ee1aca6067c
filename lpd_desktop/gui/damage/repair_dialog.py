"""„Entwürfe reparieren“: what is wrong, where the missing comes from, what became of each draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.damage.repair_work import Damage, FindCopies, GoOn, Repair
from lpd_desktop.gui.findings.finding_list import LineList
from lpd_desktop.gui.findings.lines import Line
from lpd_desktop.gui.job_runner import Job, JobRunner, Work
from lpd_desktop.gui.look.marks import mark
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.messages import sentence_of
from lpd_desktop.runtime.german import counted

if TYPE_CHECKING:
    from lpd_desktop.store.repair.rebuilding import Outcome
    from lpd_desktop.store.repair.repairing import RepairReport
    from lpd_desktop.store.repair.sound_copies import StoreCopy

_PROBLEMS_AT_MOST = 3
_PROMISE = (
    "Das Programm legt eine neue Datei an und übernimmt in sie alles, was noch lesbar ist. Fehlt "
    "einem Entwurf etwas, kommt es aus der Sicherung, die Sie hier wählen, oder aus seinen "
    "früheren Texten. Die beschädigte Datei bleibt unter anderem Namen erhalten."
)
_SEARCHING = "Die Sicherungen werden gelesen …"
_WITHOUT = Line("Ohne Sicherung", "Nur, was in der beschädigten Datei selbst lesbar ist.")


class RepairDialog(ScrollingDialog):
    """Works beside the GUI thread; `mended` is emitted when the store may be read again."""

    mended = Signal()

    def __init__(self, parent: QWidget, jobs: JobRunner, folder: Path, damage: Damage) -> None:
        super().__init__(parent)
        self.setWindowTitle("Entwürfe reparieren")
        self._jobs, self._folder = jobs, folder
        self._job: Job | None = None
        self._about = WrappedLabel(_said(damage))
        self._heading = QLabel("Fehlendes ergänzen &aus:")
        self.list = LineList("Sicherungen", click_leads=False)
        self._heading.setBuddy(self.list)
        self._bar = QProgressBar()
        self._bar.setAccessibleName("Fortschritt der Reparatur")
        self._bar.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.repair = self.buttons.addButton("&Reparieren", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on = self.buttons.addButton(
            "So weiterarbei&ten", QDialogButtonBox.ButtonRole.ActionRole
        )
        self.go_on.setVisible(damage.can_go_on)
        self._arrange()
        self._find()

    def _arrange(self) -> None:
        self.repair.setEnabled(False)
        self.repair.clicked.connect(self._on_repair_clicked)
        self.list.chosen.connect(self.repair.click)
        self.go_on.clicked.connect(self._on_go_on_clicked)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._about)
        column.addWidget(self._heading)
        column.addWidget(self.list, 1)
        column.addWidget(self._bar)
        column.addWidget(self.buttons)
        self.resize(760, 520)

    def _find(self) -> None:
        self.list.show_lines([Line(_SEARCHING)])
        self._start("Sicherungen suchen", FindCopies(self._folder), self._on_found)

    def _start(self, title: str, work: Work, goal: Callable[..., object]) -> None:
        self._job = self._jobs.start(title, work)
        self._job.progressed.connect(self._on_progressed)
        self._job.succeeded.connect(goal)
        self._job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_found(self, copies: list[StoreCopy]) -> None:
        self._job = None
        self.list.show_lines([*(_copy_line(copy) for copy in copies), _WITHOUT])
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.repair.setEnabled(True)
        self.repair.setDefault(True)
        self.list.setFocus()

    @Slot()
    def _on_repair_clicked(self) -> None:
        chosen = self.list.subject
        self._show_working()
        copy = chosen if isinstance(chosen, Path) else None
        self._start("Entwürfe reparieren", Repair(self._folder, copy), self._on_repaired)

    @Slot()
    def _on_go_on_clicked(self) -> None:
        self._show_working()
        self._start("Entwürfe prüfen", GoOn(self._folder), self._on_gone_on)

    def _show_working(self) -> None:
        for widget in (self.list, self.repair, self.go_on):
            widget.setEnabled(False)
        self._bar.show()

    @Slot(int, str)
    def _on_progressed(self, percent: int, text: str) -> None:
        self._bar.setValue(percent)
        self._bar.setAccessibleDescription(text)

    @Slot(object)
    def _on_repaired(self, report: RepairReport) -> None:
        self._job = None
        self._bar.hide()
        self.repair.hide()
        self.go_on.hide()
        self._heading.setText("Was aus den &einzelnen Entwürfen wurde:")
        self.list.setAccessibleName("Entwürfe nach der Reparatur")
        self.list.setEnabled(True)
        self.list.show_lines([_outcome_line(outcome) for outcome in report.outcomes])
        self._about.show_sentence(_told(report))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText("Schließen")
        self.list.setFocus()
        announce(self, self._about.sentence)
        self.mended.emit()

    @Slot(object)
    def _on_gone_on(self, _nothing: object) -> None:
        self._job = None
        self.mended.emit()
        self.accept()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        """Nothing was changed; the same can be tried again."""
        self._job = None
        self._bar.hide()
        for widget in (self.list, self.repair, self.go_on):
            widget.setEnabled(True)
        self._about.show_sentence(sentence_of(error))
        announce(self, self._about.sentence)

    def done(self, result: int) -> None:
        """What still works is asked to stop; until the new file is whole nothing is changed."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)


def _said(damage: Damage) -> str:
    shown = damage.problems[:_PROBLEMS_AT_MOST]
    rest = len(damage.problems) - len(shown)
    more = [f"{counted(rest, 'weitere Stelle ist', 'weitere Stellen sind')} betroffen."]
    return "\n\n".join([*shown, *(more if rest else []), _PROMISE])


def _copy_line(copy: StoreCopy) -> Line:
    from lpd_desktop.store.repair.draft_assembly import day_and_time

    drafts = counted(copy.drafts, "Entwurf", "Entwürfe")
    stand = f"Stand {day_and_time(copy.changed)}" if copy.changed else "ohne Entwürfe"
    return Line(f"Sicherung, {stand}", f"{drafts}, unversehrt: {copy.path}", subject=copy.path)


def _outcome_line(outcome: Outcome) -> Line:
    is_whole = outcome.kind == "whole"
    level = "Unversehrt" if is_whole else "Bitte ansehen"
    return Line(outcome.name, outcome.told, mark("done" if is_whole else "warning"), level)


def _told(report: RepairReport) -> str:
    whole = sum(outcome.kind == "whole" for outcome in report.outcomes)
    number = len(report.outcomes)
    first = (
        f"Die Entwürfe sind repariert; vollständig auf dem letzten Stand: {whole} von {number}."
        if number
        else "Es war kein Entwurf mehr lesbar, und keine Sicherung enthielt einen."
    )
    kept = f"Die beschädigte Datei liegt unverändert in „{report.kept}“." if report.kept else ""
    return "\n\n".join(part for part in (first, *report.notes, kept) if part)
