"""„Leeres Formular als PDF“: the form of the open plan, or of a year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from lpd_desktop.gui.file_choice import PDF, choose_to_save
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pdf_export.written import tell_written
from lpd_desktop.gui.services import Services
from lpd_desktop.runtime.progress import Progress

if TYPE_CHECKING:
    from lpd_desktop.form.model import Form

TITLE = "Leeres Formular als PDF"


@dataclass(frozen=True)
class WriteBlankForm:
    """Writes the blank form of a year, or a given one; gives its path."""

    year: int
    form: Form | None
    added_forms: Path
    target: Path

    def __call__(self, progress: Progress) -> Path:
        from lpd_desktop.editing.file_targets import write_output
        from lpd_desktop.form.library import form_for_year
        from lpd_desktop.pdf.blank_story import blank_file
        from lpd_desktop.pdf.edition import BLANK
        from lpd_desktop.pdf.rendering import render_edition

        progress.step(0, "Das Formular wird gesetzt")
        form = self.form or form_for_year(self.year, self.added_forms)
        data = render_edition(blank_file(form), BLANK).data
        progress.step(90, "Das PDF wird geschrieben")
        write_output(self.target, data, "blank")
        return self.target


class BlankForm(QObject):
    """Belongs to the window: no plan has to be open."""

    def __init__(self, window: QMainWindow, services: Services) -> None:
        super().__init__(window)
        self._window, self._services = window, services

    def ask(self, form: Form | None) -> None:
        """Asks where the form shall lie; without a form also for which year."""
        if form is not None:
            self._choose_target(form.year, form)
            return
        from lpd_desktop.form.library import newest_year
        from lpd_desktop.gui.pdf_export.year_dialog import YearDialog

        dialog = YearDialog(self._window, newest_year(self._services.added_forms))
        dialog.year_chosen.connect(self._on_year_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(int)
    def _on_year_chosen(self, year: int) -> None:
        self._choose_target(year, None)

    def _choose_target(self, year: int, form: Form | None) -> None:
        chosen = partial(self._on_target_chosen, year, form)
        choose_to_save(self._window, TITLE, PDF, f"LPD {year} Formular.pdf", chosen)

    def _on_target_chosen(self, year: int, form: Form | None, name: str) -> None:
        work = WriteBlankForm(year, form, self._services.added_forms, Path(name))
        job = self._services.jobs.start(TITLE, work)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_written(self, target: Path) -> None:
        tell_written(self._window, "Gespeichert", target)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self._window, TITLE, sentence_of(error))
