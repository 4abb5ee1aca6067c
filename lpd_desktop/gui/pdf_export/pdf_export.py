"""Saving an open plan as PDF, in one of its editions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.approval.document_name import approved_name
from lpd_desktop.gui.file_choice import PDF, choose_to_save, proposed_name
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.pdf_export.remembered_edition import (
    remember_edition,
    remembered_edition,
    without_idle_options,
)
from lpd_desktop.gui.pdf_export.written import tell_written
from lpd_desktop.gui.plan_jobs import RenderTo
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.release.consistency import standing_fault

if TYPE_CHECKING:
    from lpd_desktop.gui.pdf_export.edition_dialog import EditionDialog
    from lpd_desktop.pdf.edition import Edition
    from lpd_desktop.pdf.edition_marks import Kind

_TITLES: dict[Kind, str] = {
    "draft": "Entwurf als PDF speichern",
    "final": "Freigegebenes PDF speichern",
    "publishing": "Veröffentlichungsfassung speichern",
}
_ENDINGS: dict[Kind, str] = {
    "draft": " Entwurf.pdf",
    "final": ".pdf",
    "publishing": " Veröffentlichung.pdf",
}
_COPY_ENDING = "_Veroeffentlichung.pdf"
"""As in the package of the hand-over."""


class PdfExport(QObject):
    """Belongs to one open plan."""

    def __init__(self, window: QWidget, _wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self.dialog: EditionDialog | None = None

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """The dialog; from the page of the approval with an edition chosen."""
        return {
            "pdf": self.ask,
            "pdf_final": partial(self.ask, "final"),
            "pdf_public": partial(self.ask, "publishing"),
        }

    def end(self) -> None:
        """The plan is being closed; what is being written is written to its end."""
        self.deleteLater()

    def ask(self, kind: Kind | None = None) -> None:
        """Asks for the edition; the one chosen last is proposed, unless a kind is named."""
        from lpd_desktop.gui.pdf_export.edition_dialog import EditionDialog

        is_approved = self._is_approved
        edition = remembered_edition(self._context.memory, is_approved=is_approved)
        if kind is not None and is_approved:
            edition = replace(edition, kind=kind)
        self.dialog = EditionDialog(self._window, edition, is_approved=is_approved)
        self.dialog.saving_wanted.connect(self._on_saving_wanted)
        self.dialog.printing_wanted.connect(self._on_printing_wanted)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    @property
    def _is_approved(self) -> bool:
        """Whether there is a document of an approval, which a broken one does not give."""
        file = self._context.session.file
        return file.release is not None and not standing_fault(file)

    @Slot(object)
    def _on_saving_wanted(self, edition: Edition) -> None:
        remember_edition(self._context.memory, edition, is_approved=self._is_approved)
        name = self._name_for(edition.kind)
        chosen = partial(self._on_target_chosen, without_idle_options(edition))
        choose_to_save(self._window, _TITLES[edition.kind], PDF, name, chosen)

    def _name_for(self, kind: Kind) -> str:
        """Of an approved plan by the rule of the office, so that each version has its own."""
        file = self._context.session.file
        if not self._is_approved or kind == "draft":
            return proposed_name(file, _ENDINGS[kind])
        name = approved_name(self._context.data_folder, file)
        return name if kind == "final" else name.removesuffix(".pdf") + _COPY_ENDING

    @Slot(object)
    def _on_printing_wanted(self, edition: Edition) -> None:
        """The edition goes to the printing through what is remembered."""
        remember_edition(self._context.memory, edition, is_approved=self._is_approved)
        self._context.requests.action_wanted.emit("print_edition")

    def _on_target_chosen(self, edition: Edition, name: str) -> None:
        work = RenderTo(self._context.session.file, Path(name), edition)
        job = self._context.jobs.start("PDF", work)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_written(self, target: Path) -> None:
        tell_written(self._window, "Gespeichert", target)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self._window, "Das ging nicht", sentence_of(error))
