"""Ways to an open plan: new, stored, a file, a text document, the sample."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.choice import choose_one
from lpd_desktop.gui.file_choice import choose_to_open
from lpd_desktop.gui.files.file_offers import CAPTIONS, COMPARE, FURTHER, RETURNED, TAKE
from lpd_desktop.gui.files.met_file import MetFile
from lpd_desktop.gui.job_runner import Job, Work
from lpd_desktop.gui.messages import ask, sentence_of, tell
from lpd_desktop.gui.remarks.met_remarks import FindRemarkedDraft, MetRemarks
from lpd_desktop.gui.services import Services
from lpd_desktop.plan.remark_file import REMARKS_SUFFIX
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.store.errors import READING_ERRORS

if TYPE_CHECKING:
    from lpd_desktop.editing.file_standing import SeenFile
    from lpd_desktop.editing.known_draft import KnownDraft
    from lpd_desktop.plan.file import LpdFile

_PLANS = f"Planungsdokumente und Anmerkungen (*.lpd *.pdf *{REMARKS_SUFFIX})"
_TEXTS = "Textdokumente (*.docx *.md *.txt);;Alle Dateien (*)"


class Opening(QObject):
    """Loads off the GUI thread; `opened` tells draft, file and where it came from.

    Attributes:
        met: A file was opened that differs from its draft, which was opened before.
        damaged: Tells the error where stored drafts cannot be read any more.
        unlisted: Tells in a sentence why the drafts cannot be listed for now.
    """

    opened = Signal(str, object, object)
    met = Signal(object)
    rows_changed = Signal(object)
    damaged = Signal(object)
    unlisted = Signal(str)

    def __init__(self, window: QWidget, services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services

    @Slot()
    def refresh(self) -> None:
        """Reads the list of drafts anew."""
        job = self._services.jobs.start("Entwürfe lesen", _Rows(self._services))
        job.succeeded.connect(self.rows_changed)
        job.failed.connect(self._on_not_listed)

    @Slot(Exception)
    def _on_not_listed(self, error: Exception) -> None:
        """A sentence that stays: whoever closes a dialog would stand before an empty page."""
        if isinstance(error, READING_ERRORS):
            self.damaged.emit(error)
        else:
            self.unlisted.emit(sentence_of(error))

    @Slot(str)
    def load(self, draft: str) -> Job:
        """Opens a stored draft."""
        return self._run("Entwurf öffnen", _Load(self._services, draft))

    @Slot()
    def start_new(self) -> None:
        """Asks for Jobcenter and year."""
        from lpd_desktop.gui.start.new_plan_assistant import NewPlanAssistant

        assistant = NewPlanAssistant(self._window, self._services.added_forms)
        assistant.made.connect(self._on_made)
        assistant.open()

    @Slot(object)
    def _on_made(self, file: LpdFile) -> None:
        self._run("Entwurf anlegen", _AddNew(self._services, file))

    @Slot(object)
    def take(self, file: LpdFile) -> Job:
        """Puts a plan into the store and opens it."""
        return self._run("Entwurf anlegen", _Add(self._services, file, None))

    @Slot(object)
    def take_seen(self, seen: SeenFile) -> None:
        """Puts the plan of a file into the store as a draft of its own and opens it."""
        if seen.file is not None:
            self._run("Entwurf anlegen", _Add(self._services, seen.file, seen))

    @Slot()
    def choose_file(self) -> None:
        """Asks for a .lpd file, one of our PDFs, or remarks."""
        choose_to_open(self._window, "Planungsdokument öffnen", _PLANS, self.open_file)

    @Slot(str)
    def open_file(self, name: str) -> None:
        """Takes a file into the store and opens it; remarks go to the draft they are about."""
        if Path(name).suffix.casefold() == REMARKS_SUFFIX:
            session = getattr(self._window, "session", None)
            shown = session.draft_id if session is not None else ""
            work = FindRemarkedDraft(self._services.data_folder, Path(name), shown)
            self._run("Anmerkungen öffnen", work, self._on_remarks_read)
            return
        self._run("Datei öffnen", _Read(self._services, Path(name)), self._on_file_read)

    @Slot(object)
    def _on_file_read(self, read: _ReadFile) -> None:
        if read.known is None:
            self._take_file(read)
        elif read.known.is_same:
            self.load(read.known.draft.id)
        else:
            self._ask_which(read, read.known)

    def _take_file(self, read: _ReadFile) -> None:
        self._run("Entwurf anlegen", _Add(self._services, read.file, read.seen))

    def _ask_which(self, read: _ReadFile, known: KnownDraft) -> None:
        from lpd_desktop.editing.file_sentences import returned_question

        question = returned_question(read.path.name, known.draft.name, known.relation)
        ways = {
            "": ("Den &Entwurf öffnen", partial(self._meet, read, known, "")),
            TAKE: (CAPTIONS[TAKE], partial(self._meet, read, known, TAKE)),
            COMPARE: (CAPTIONS[COMPARE], partial(self._meet, read, known, COMPARE)),
            FURTHER: ("Datei als &weiteren Entwurf aufnehmen", partial(self._take_file, read)),
        }
        wishes = RETURNED[known.relation.value]
        if read.seen is None:
            wishes = [wish for wish in wishes if wish != TAKE]
        answers = [ways[wish] for wish in wishes]
        choose_one(self._window, "Schon vorhanden", question, answers)

    def _meet(self, read: _ReadFile, known: KnownDraft, wish: str, _checked: bool = False) -> None:
        """Opens the draft first; then its window speaks of the file."""
        met = MetFile(known.draft.id, read.path.name, read.file, read.seen, wish)
        job = self.load(known.draft.id)
        job.succeeded.connect(partial(self._on_draft_of_file_loaded, met))

    @Slot(object)
    def _on_remarks_read(self, met: MetRemarks) -> None:
        job = self.load(met.draft)
        job.succeeded.connect(partial(self._on_draft_of_file_loaded, met))

    def _on_draft_of_file_loaded(self, met: MetFile | MetRemarks, _loaded: object) -> None:
        self.met.emit(met)

    @Slot()
    def choose_text(self) -> None:
        """Asks for the text document of which a draft is made."""
        choose_to_open(self._window, "Aus Word übernehmen", _TEXTS, self._on_text_chosen)

    @Slot(str)
    def _on_text_chosen(self, name: str) -> None:
        from lpd_desktop.gui.start.text_import_dialog import TextImportDialog

        dialog = TextImportDialog(
            self._window, self._services.jobs, Path(name), self._services.added_forms
        )
        dialog.taken.connect(self._on_made)
        dialog.open()

    @Slot()
    def open_sample(self) -> None:
        """Opens the sample as a draft that may be changed."""
        from lpd_desktop.plan.sample import sample_file

        self.take(sample_file())

    @Slot(str, str)
    def ask_removal(self, draft: str, name: str) -> None:
        """Asks before a draft goes to the trash."""
        question = (
            f"Soll der Entwurf „{name}“ gelöscht werden? Er liegt dann ein Jahr lang im "
            "Papierkorb, aus dem Sie ihn zurückholen können."
        )
        ask(self._window, "Entwurf löschen", question, "&Löschen", partial(self._remove, draft))

    def _remove(self, draft: str) -> None:
        self._run("Entwurf löschen", _Remove(self._services, draft), self.rows_changed)

    @Slot(str, str, str, bool)
    def settle_date(self, draft: str, label: str, day: str, done: bool) -> None:
        """Marks a day of a draft as done, or as open again."""
        work = _Settle(self._services, draft, label, day, done)
        job = self._run("Termin ändern", work, self.rows_changed)
        job.failed.connect(self.refresh)

    def _run(self, title: str, work: Work, goal: Any = None) -> Job:
        job = self._services.jobs.start(title, work)
        job.succeeded.connect(goal or self._on_loaded)
        job.failed.connect(self._on_failed)
        return job

    @Slot(object)
    def _on_loaded(self, result: tuple[str, LpdFile, Path | None]) -> None:
        self.opened.emit(*result)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, READING_ERRORS):
            self.damaged.emit(error)
            return
        tell(self._window, "Das ging nicht", sentence_of(error))


@dataclass(frozen=True)
class _ReadFile:
    """A file that was read; `seen` for .lpd files, `known` the draft of the same plan."""

    path: Path
    seen: SeenFile | None
    file: LpdFile
    known: KnownDraft | None


class _Rows:
    def __init__(self, services: Services) -> None:
        self._drafts = services.drafts

    def __call__(self, _progress: Progress) -> object:
        return self._drafts.rows()


class _Load:
    def __init__(self, services: Services, draft: str) -> None:
        self._drafts, self._draft = services.drafts, draft

    def __call__(self, _progress: Progress) -> object:
        return self._draft, self._drafts.load(self._draft), None


class _Add:
    def __init__(self, services: Services, file: LpdFile, seen: SeenFile | None) -> None:
        self._drafts, self._file, self._seen = services.drafts, file, seen

    def __call__(self, _progress: Progress) -> object:
        source = self._seen.path if self._seen is not None else None
        return self._drafts.add(self._file, self._seen), self._file, source


class _AddNew:
    """A new plan begins with the look of the office."""

    def __init__(self, services: Services, file: LpdFile) -> None:
        self._services, self._file = services, file

    def __call__(self, progress: Progress) -> object:
        from lpd_desktop.editing.look import LookTaken, office_look

        file = LookTaken(office_look(self._services.data_folder))(self._file)
        return _Add(self._services, file, None)(progress)


class _Read:
    def __init__(self, services: Services, path: Path) -> None:
        self._drafts, self._path = services.drafts, path

    def __call__(self, _progress: Progress) -> object:
        from lpd_desktop.editing.file_standing import look_at
        from lpd_desktop.plan.file import read_lpd

        data, seen = read_bounded(self._path), None
        if data.lstrip()[:5] == b"%PDF-":
            from lpd_desktop.pdf.attachment import extract_published

            file = read_lpd(extract_published(data))
        else:
            seen = look_at(self._path)
            file = seen.file or read_lpd(data)
        return _ReadFile(self._path, seen, file, self._drafts.known(file, seen))


@dataclass(frozen=True)
class _Settle:
    services: Services
    draft: str
    label: str
    day: str
    done: bool

    def __call__(self, _progress: Progress) -> object:
        drafts = self.services.drafts
        drafts.settle_date(self.draft, self.label, self.day, done=self.done)
        return drafts.rows()


class _Remove:
    def __init__(self, services: Services, draft: str) -> None:
        self._drafts, self._draft = services.drafts, draft

    def __call__(self, _progress: Progress) -> object:
        self._drafts.remove(self._draft)
        return self._drafts.rows()
