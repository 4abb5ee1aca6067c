"""„Aus Word übernehmen“: what was placed, what was not, before it becomes a draft."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lpd_desktop.form.library import YEARS, form_for_year
from lpd_desktop.gui.dates import today
from lpd_desktop.gui.findings.finding_list import LineList
from lpd_desktop.gui.findings.lines import Line
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.job_runner import Job, JobRunner
from lpd_desktop.gui.look.marks import mark
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.messages import sentence_of
from lpd_desktop.gui.year_box import YearBox
from lpd_desktop.plan.import_rules import IMPORT_RULES
from lpd_desktop.plan.work import ImportNote
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.german import counted, grouped
from lpd_desktop.runtime.progress import Progress

if TYPE_CHECKING:
    from lpd_desktop.word.result import ImportResult


class TextImportDialog(ScrollingDialog):
    """Reads off the GUI thread; `taken` is emitted with the new file."""

    taken = Signal(object)

    def __init__(self, parent: QWidget, jobs: JobRunner, path: Path, added_forms: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle("Aus Word übernehmen")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._jobs, self._path, self._added_forms = jobs, path, added_forms
        self._job: Job | None = None
        self._result: ImportResult | None = None
        self._year = YearBox(_likely_year(path))
        self._year_read: int | None = None
        self._year.valueChanged.connect(self._on_year_changed)
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._list = LineList("Anmerkungen zur Übernahme")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._take = self._buttons.addButton(
            "Als neues Dokument ü&bernehmen", QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._arrange()
        self._read(None)

    def _arrange(self) -> None:
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        title = QLabel(f"Datei: {self._path.name}")
        title.setWordWrap(True)
        layout.addWidget(title)
        line = QHBoxLayout()
        line.addWidget(FormRow("&Planjahr", self._year))
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(self._summary)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._buttons)
        self._take.setDefault(True)
        self.resize(760, 520)

    @Slot(int)
    def _on_year_changed(self, year: int) -> None:
        """The box tells its year on Enter as well, when it is the one that was read."""
        if year != self._year_read:
            self._read(year)

    def _read(self, year: int | None) -> None:
        """Reads for a year, or for the one that the document names."""
        self._year_read = year
        self._take.setEnabled(False)
        self._summary.setText("Das Dokument wird gelesen …")
        work = _Import(self._path, year, self._year.value(), self._added_forms)
        self._job = self._jobs.start("Text einlesen", work)
        self._job.succeeded.connect(self._on_read)
        self._job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_read(self, result: tuple[int, ImportResult]) -> None:
        year, found = result
        if self._year_read not in (None, year):
            return
        self._year_read, self._result = year, found
        with QSignalBlocker(self._year):
            self._year.setValue(year)
        self._summary.setText(_summary(self._result))
        self._list.show_lines(list(_lines(self._result)))
        self._take.setEnabled(True)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._summary.setText(sentence_of(error))
        self._list.show_lines([])

    @Slot()
    def _on_accepted(self) -> None:
        if self._result is None:
            return
        self.accept()
        self.taken.emit(self._result.file)


class _Import:
    def __init__(self, path: Path, year: int | None, likely: int, added_forms: Path) -> None:
        self._path, self._year, self._likely = path, year, likely
        self._added_forms = added_forms

    def __call__(self, _progress: Progress) -> object:
        from lpd_desktop.word.importing import import_document

        data = read_bounded(self._path)
        year = self._year or self._named_year(data)
        form = form_for_year(year, self._added_forms)
        return year, import_document(data, self._path.name, form)

    def _named_year(self, data: bytes) -> int:
        from lpd_desktop.word.planning_year import planning_year

        form = form_for_year(self._likely, self._added_forms)
        named = planning_year(data, self._path.name, form)
        return named if named is not None and named in YEARS else self._likely


def _likely_year(path: Path) -> int:
    """A year in the file's name, else the coming one."""
    digits = "".join(sign if sign.isdigit() else " " for sign in path.stem).split()
    years = [int(word) for word in digits if len(word) == 4 and int(word) in YEARS]
    return years[-1] if years else int(today()[:4]) + 1


def _summary(result: ImportResult) -> str:
    placed, unplaced = result.words_placed, len(result.unplaced)
    name = result.file.plan.jobcenter.name or "ohne Jobcenter"
    text = (
        f"{name}: {grouped(placed)} von {grouped(result.words_in)} Wörtern sind Ihren Antworten "
        f"zugeordnet, {grouped(result.words_form)} gehören zum Vordruck."
    )
    if unplaced:
        text += f" {counted(unplaced, 'Stelle blieb', 'Stellen blieben')} ohne Zuordnung."
    return f"{text} Alle Anmerkungen stehen später auch unter den Hinweisen."


def _lines(result: ImportResult) -> Iterator[Line]:
    for unplaced in result.unplaced:
        title = f"Nicht zugeordnet, Zeile {unplaced.line}"
        yield Line(title, unplaced.text[:400], mark("warning"), "Warnung")
    for note in result.notes:
        yield _note_line(note)


def _note_line(note: ImportNote) -> Line:
    rule = IMPORT_RULES.get(note.rule)
    level = rule.level if rule else "hint"
    text = rule.message.format(quote=note.quote, done=note.done) if rule else note.quote
    title = f"Zeile {note.line}" if note.line else "Ganzes Dokument"
    return Line(title, text, mark(level), "Warnung" if level == "warning" else "Hinweis")
