"""Printing an open plan, and showing it in the PDF program of the machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from lpd_desktop.gui.job_runner import Work
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.pdf_export.remembered_edition import (
    remembered_edition,
    without_idle_options,
)
from lpd_desktop.gui.plan_jobs import RenderTo
from lpd_desktop.gui.printing.viewed_copies import ViewedCopies
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.pdf.edition import DRAFT, FINAL, Edition

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from lpd_desktop.gui.preview.plan_drawing import DrawnPlan

_NO_PRINTER = (
    "Auf diesem Rechner ist kein Drucker eingerichtet. Sie können das Dokument mit „Als PDF "
    "speichern“ im Menü „Datei“ ablegen und an einem anderen Rechner drucken."
)

_NO_PROGRAM = (
    "Auf diesem Rechner öffnet kein Programm PDF-Dateien. Die Vorschau (F5) zeigt dieselben Seiten."
)


class Printing(QObject):
    """Belongs to one open plan."""

    def __init__(self, window: QWidget, wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._wizard, self._context = window, wizard, context
        self._copies = ViewedCopies(context.data_folder)
        self._plan: DrawnPlan | None = None
        self._printer: QPrinter | None = None
        self._dialog: QPrintDialog | None = None

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Printing, and the PDF program."""
        return {
            "print": self.ask,
            "print_edition": self.ask_for_edition,
            "open_pdf": self.show_elsewhere,
        }

    def end(self) -> None:
        """The plan is being closed; what is printing is printed to its end."""
        self._copies.remove()
        self.deleteLater()

    def ask_for_edition(self) -> None:
        """Prints the edition that was chosen for PDFs last."""
        is_approved = self._context.session.file.release is not None
        edition = remembered_edition(self._context.memory, is_approved=is_approved)
        self.ask(without_idle_options(edition))

    def ask(self, edition: Edition | None = None) -> None:
        """Opens the print dialog once the pages are known."""
        from lpd_desktop.gui.preview.plan_drawing import DrawPlan, Wanted
        from lpd_desktop.gui.printing.print_dialog import has_printer

        if not has_printer():
            tell(self._window, "Drucken", _NO_PRINTER, warning=False)
            return
        self._run(
            "Drucken", DrawPlan(self._context.session.file, Wanted(), edition), self._on_drawn
        )

    def show_elsewhere(self) -> None:
        """Shows the document in the program that opens PDF files on this machine."""
        file = self._context.session.file
        name = f"LPD {file.form.year} {file.plan.jobcenter.name} Vorschau.pdf".replace("/", "-")
        try:
            target = self._copies.new(name)
        except OSError as error:
            sentence = f"Die Kopie für das PDF-Programm lässt sich nicht anlegen: {error.strerror}."
            tell(self._window, "Im PDF-Programm öffnen", sentence)
            return
        work = RenderTo(file, target, DRAFT if file.release is None else FINAL)
        self._run("PDF", work, self._on_copy_written)

    def _run(self, title: str, work: Work, done: Callable[..., object]) -> None:
        job = self._context.jobs.start(title, work)
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_drawn(self, plan: DrawnPlan) -> None:
        from lpd_desktop.gui.printing.print_dialog import new_dialog, new_printer

        self._plan = plan
        self._printer = new_printer(len(plan.looks))
        self._dialog = new_dialog(self._printer, self._window)
        self._dialog.finished.connect(self._on_finished)
        QDialog.open(self._dialog)

    @Slot(int)
    def _on_finished(self, result: int) -> None:
        """The printer is given away: from here on the work alone touches it."""
        from lpd_desktop.gui.printing.print_pages import PrintPages

        plan, printer = self._plan, self._printer
        self._plan = self._printer = self._dialog = None
        if result == QDialog.DialogCode.Accepted and plan is not None and printer is not None:
            self._run("Drucken", PrintPages(plan, printer), self._on_printed)

    @Slot(object)
    def _on_printed(self, pages: int) -> None:
        noun = "Seite wurde" if pages == 1 else "Seiten wurden"
        self._wizard.bar.show_notice(f"{pages} {noun} an den Drucker gegeben.")

    @Slot(object)
    def _on_copy_written(self, target: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))):
            tell(self._window, "Im PDF-Programm öffnen", _NO_PROGRAM, warning=False)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self._window, "Das ging nicht", sentence_of(error))
