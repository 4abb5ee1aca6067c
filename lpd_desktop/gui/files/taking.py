"""Making the draft what its file holds: one step that can be taken back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.editing.file_standing import SeenFile
from lpd_desktop.editing.file_taking import file_as_draft, with_remarks_of
from lpd_desktop.gui.files.file_jobs import NoteTaken
from lpd_desktop.gui.job_runner import Work
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.versions.kept_states import DraftPlace, KeepPoint
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.errors import LpdError

TITLE = "Stand der Datei übernehmen"


class Taking(QObject):
    """`taken` brings what is remembered of the files of the draft afterwards."""

    taken = Signal(object)

    def __init__(self, parent: QObject, window: QWidget, context: PageContext) -> None:
        super().__init__(parent)
        self._window, self._context = window, context
        self._session = context.session
        self._seen: SeenFile | None = None
        self._kept: LpdFile | None = None

    def take(self, seen: SeenFile) -> None:
        """Keeps the present state as one to go back to, then takes the file's."""
        self._seen = seen
        self._kept = self._session.file
        place = DraftPlace(self._context.data_folder, self._session.draft_id)
        self._run(KeepPoint(place, self._kept, "import"), self._on_kept)

    @Slot(object)
    def _on_kept(self, _point: int) -> None:
        """What was written meanwhile is kept first as well."""
        seen = self._seen
        if seen is None or seen.file is None:
            return
        if self._kept is not self._session.file:
            self.take(seen)
            return
        try:
            self._become(seen.file)
        except LpdError as error:
            tell(self._window, TITLE, str(error))
            return
        self.note(seen)

    def note(self, seen: SeenFile) -> None:
        """Remembers the file as one that the draft knows; `taken` tells when that is done."""
        session = self._session
        folder, draft = self._context.data_folder, session.draft_id
        self._run(NoteTaken(folder, draft, seen, session.draft.flush), self._on_noted)

    def _become(self, file: LpdFile) -> None:
        """An approval that comes with a file fixes the draft, so nothing before it is undone."""
        taken = with_remarks_of(self._session.file, file_as_draft(file))
        if self._session.draft.is_editable and taken.work.state != "draft":
            self._session.draft.move_on(TITLE, taken)
        else:
            self._session.draft.change(TITLE, lambda _now: taken)
        self._session.check_now()

    @Slot(object)
    def _on_noted(self, known: object) -> None:
        self.taken.emit(known)

    def _run(self, work: Work, done: object) -> None:
        job = self._context.jobs.start(TITLE, work)
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self._window, TITLE, sentence_of(error))
