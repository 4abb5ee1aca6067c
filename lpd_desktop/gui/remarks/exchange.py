"""Remarks on their way: given out as a file or a list, taken back from those who made them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.editing.remarks import TakeRemarks
from lpd_desktop.gui.file_choice import PDF, choose_to_open, choose_to_save, proposed_name
from lpd_desktop.gui.job_runner import Work
from lpd_desktop.gui.messages import ask, sentence_of, tell, tell_with_ways
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.pdf_export.written import tell_written
from lpd_desktop.gui.remarks.met_remarks import MetRemarks
from lpd_desktop.gui.remarks.remark_work import (
    JudgeReturned,
    ListFormat,
    LossError,
    ReadReturned,
    ReturnedRemarks,
    WriteList,
    WriteRemarks,
)
from lpd_desktop.plan.remark import open_remarks, shown_remarks
from lpd_desktop.plan.remark_file import REMARKS_SUFFIX
from lpd_desktop.runtime.errors import LpdError

TAKING, GIVING = "Anmerkungen aufnehmen", "Anmerkungen weitergeben"
FILES = f"Anmerkungen (*{REMARKS_SUFFIX})"
_FILTERS: dict[str, str] = {".docx": "Word (*.docx)", ".pdf": PDF, ".md": "Markdown (*.md)"}
_NOTHING = "In diesem Planungsdokument gibt es keine Anmerkungen."


class RemarkExchange(QObject):
    """Belongs to one open plan.

    Attributes:
        taken: Remarks came in.
        show_wanted: Somebody wants to see what came in.
    """

    taken = Signal()
    show_wanted = Signal()

    def __init__(self, parent: QObject, window: QWidget, context: PageContext) -> None:
        super().__init__(parent)
        self._window, self._context = window, context
        self._session = context.session
        context.requests.file_met.connect(self._on_file_met)

    def _run(self, title: str, work: Work, done: Callable[..., object]) -> None:
        job = self._context.jobs.start(title, work)
        job.succeeded.connect(done)
        job.failed.connect(partial(self._on_failed, title))

    def _on_failed(self, title: str, error: Exception) -> None:
        tell(self._window, title, sentence_of(error))

    # Out

    @Slot()
    def give(self) -> None:
        """Asks for a file that holds the remarks without the plan."""
        if self._has_some(GIVING):
            name = proposed_name(self._session.file, REMARKS_SUFFIX)
            choose_to_save(self._window, GIVING, FILES, name, self._on_target_chosen)

    @Slot(str)
    def _on_target_chosen(self, name: str) -> None:
        self._write_remarks(Path(name), replaces=False)

    def _write_remarks(self, path: Path, *, replaces: bool) -> None:
        work = WriteRemarks(self._session.file, path, replaces)
        job = self._context.jobs.start(GIVING, work)
        job.succeeded.connect(self._on_written)
        job.failed.connect(partial(self._on_giving_failed, path))

    def _on_giving_failed(self, path: Path, error: Exception) -> None:
        """The system's own question does not say what would be lost."""
        if not isinstance(error, LossError):
            self._on_failed(GIVING, error)
            return
        anyway = partial(self._write_remarks, path, replaces=True)
        ask(self._window, GIVING, str(error), "Trotzdem &ersetzen", anyway)

    @Slot()
    def save_list(self) -> None:
        """Asks for the kind of a document with all remarks."""
        from lpd_desktop.gui.remarks.list_dialog import TITLE, ListDialog

        if self._has_some(TITLE):
            dialog = ListDialog(self._window, only_open=False)
            dialog.only_open.setEnabled(bool(open_remarks(self._session.file.work.remarks)))
            dialog.wanted.connect(self._on_list_wanted)
            dialog.open()

    @Slot(str, bool)
    def _on_list_wanted(self, suffix: ListFormat, only_open: bool) -> None:
        name = proposed_name(self._session.file, f" Anmerkungen{suffix}")
        choose_to_save(
            self._window,
            "Als Liste speichern",
            _FILTERS[suffix],
            name,
            partial(self._write_list, suffix, only_open),
        )

    def _write_list(self, suffix: ListFormat, only_open: bool, name: str) -> None:
        work = WriteList(self._session.file, Path(name), suffix, only_open)
        self._run("Liste der Anmerkungen", work, self._on_written)

    @Slot(object)
    def _on_written(self, target: Path) -> None:
        tell_written(self._window, "Gespeichert", target)

    def _has_some(self, title: str) -> bool:
        if shown_remarks(self._session.file.work.remarks):
            return True
        tell(self._window, title, _NOTHING, warning=False)
        return False

    # In

    @Slot()
    def choose(self) -> None:
        """Asks for a file that came back."""
        choose_to_open(self._window, TAKING, f"{FILES};;Alle Dateien (*)", self._on_source_chosen)

    @Slot(str)
    def _on_source_chosen(self, name: str) -> None:
        self._run(TAKING, ReadReturned(Path(name), self._session.file), self._on_read)

    @Slot(object)
    def _on_file_met(self, met: object) -> None:
        """A file of remarks was opened, dropped or double-clicked; its plan is open now."""
        if isinstance(met, MetRemarks) and met.draft == self._session.draft_id:
            work = JudgeReturned(met.name, met.content, self._session.file)
            self._run(TAKING, work, self._on_read)

    @Slot(object)
    def _on_read(self, returned: ReturnedRemarks) -> None:
        try:
            self._session.draft.remark(TAKING, TakeRemarks(returned.content))
        except LpdError as error:
            tell(self._window, TAKING, str(error))
            return
        self.taken.emit()
        ways = [("Anmerkungen &zeigen", self.show_wanted.emit)]
        tell_with_ways(self._window, TAKING, returned.sentence(), ways)
