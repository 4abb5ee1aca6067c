"""„Datei aktualisieren“ and all else about the .lpd file of an open draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.editing.file_sentences import SHORT, standing_sentence
from lpd_desktop.editing.file_standing import DraftFiles, SeenFile, Standing
from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.application import running_application
from lpd_desktop.gui.choice import choose_one
from lpd_desktop.gui.files import file_offers as offers
from lpd_desktop.gui.files.file_bar import FileBar
from lpd_desktop.gui.files.file_jobs import (
    REPLACED_IS_KEPT,
    FileKept,
    FileKnowledge,
    FileWritten,
)
from lpd_desktop.gui.files.file_look import FileLook, Question
from lpd_desktop.gui.files.met_file import MetFile
from lpd_desktop.gui.files.saving import FileSaving
from lpd_desktop.gui.files.taking import Taking
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.file import LpdFile

_TITLE = "Datei des Entwurfs"
_AFTER_TYPING_MS = 1500
_NOW_AND_THEN_MS = 20_000
_NO_FILE = (
    "Zu diesem Entwurf gehört noch keine Datei; er ist auf diesem Rechner gespeichert. „In "
    ".lpd-Datei speichern“ schreibt eine, die Sie weitergeben können."
)
_REPLACE = "Soll „{name}“ durch diesen Entwurf ersetzt werden? {what}"
_IS_KEPT = "Was in der Datei steht, bleibt unter „Frühere Fassungen“ erhalten."
_IS_LOST = "Was nur in der Datei steht, geht dabei verloren."


class Files(QObject):
    """Belongs to one open plan; looks at its file now and then and says which is newer."""

    def __init__(self, window: QWidget, wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._wizard, self._context = window, wizard, context
        self._session = context.session
        self._saving = FileSaving(self, window, context)
        self._path: Path | None = None
        self._seen: SeenFile | None = None
        self._standing: Standing | None = None
        self._is_met = False
        self._noted = ""
        self._hidden_at: object = None
        self._look = FileLook(self)
        self._taking = Taking(self, window, context)
        self.bar = FileBar()
        wizard.add_bar(self.bar)
        self.bar.follow(wizard)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_TYPING_MS)
        self._often = QTimer(self, interval=_NOW_AND_THEN_MS)
        self._is_open = True
        self._connect()
        self._read_known()

    def _connect(self) -> None:
        self.bar.wanted.connect(self._do)
        self.bar.hidden.connect(self._on_hidden)
        self._saving.written.connect(self._on_written)
        self._saving.kept.connect(self._on_kept)
        self._saving.failed.connect(self.look)
        self._taking.taken.connect(self._on_taken)
        self._look.seen.connect(self._on_seen)
        self._wizard.header.file.clicked.connect(self.show_standing)
        self._soon.timeout.connect(self.look)
        self._often.timeout.connect(self.look)
        self._session.changed.connect(self._on_changed)
        self._context.requests.file_met.connect(self._on_file_met)
        running_application().applicationStateChanged.connect(self._on_state_changed)

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Writing the file, writing another one, saying how it stands."""
        return {
            "update_file": self.update,
            "save_lpd": self._saving.choose,
            "file_standing": self.show_standing,
        }

    def end(self) -> None:
        """The plan is being closed."""
        self._is_open = False
        self._look.end()
        for timer in (self._soon, self._often):
            timer.stop()
        running_application().applicationStateChanged.disconnect(self._on_state_changed)
        self.deleteLater()

    def _read_known(self) -> None:
        work = FileKnowledge(self._context.data_folder, self._session.draft_id)
        job = self._context.jobs.start(_TITLE, work)
        job.succeeded.connect(self._on_known)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_known(self, known: DraftFiles) -> None:
        """The file of the draft is what it was read from or written to last."""
        if not self._is_open:
            return
        self._saving.known = known
        if known.origin is not None and not self._is_met:
            self._path = known.origin.path
        self._often.start()
        self.look()

    @Slot(object)
    def _on_taken(self, known: DraftFiles) -> None:
        self._is_met = False
        self._on_known(known)

    @Slot()
    def look(self) -> None:
        """Looks at the file, if there is one."""
        if self._path is not None:
            self._look.look(
                Question(self._path, self._session.file, self._saving.known, self._seen)
            )

    @Slot(object)
    def _on_changed(self, _change: object) -> None:
        """A file that is older stays so while one writes; a look now and then is enough."""
        if self._standing is not Standing.OLDER:
            self._soon.start()

    @Slot(Qt.ApplicationState)
    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        """Whoever comes back from the mail program or the file manager may have changed it."""
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    @Slot(object, object, object)
    def _on_seen(self, question: Question, seen: SeenFile, standing: Standing) -> None:
        if not self._is_open or question.path != self._path:
            return
        self._show(seen, standing)
        if standing is Standing.SAME:
            self._note_equal(seen)
        if question.file is not self._session.file:
            self._on_changed(None)

    def _note_equal(self, seen: SeenFile) -> None:
        """Draft and file became the same by themselves, such as answer by answer."""
        if seen.sha256 != self._noted and not self._saving.known.has_bytes(seen.sha256):
            self._noted = seen.sha256
            self._taking.note(seen)

    def _show(self, seen: SeenFile, standing: Standing) -> None:
        is_news = standing is not self._standing
        self._seen, self._standing = seen, standing
        sentence = standing_sentence(seen, standing)
        self._wizard.header.show_file(SHORT[standing], sentence)
        if standing.value in offers.QUIET:
            self.bar.withdraw()
        elif (standing, seen.sha256) != self._hidden_at:
            self.bar.tell(sentence, offers.OFFERS[standing.value])
            if is_news:
                announce(self._wizard, sentence)

    @Slot()
    def _on_hidden(self) -> None:
        seen = self._seen
        self._hidden_at = (self._standing, seen.sha256 if seen is not None else "")
        self._wizard.focus_page()

    @Slot()
    def show_standing(self) -> None:
        """Says which is newer, and offers what one may do."""
        seen, standing = self._seen, self._standing
        if seen is None or standing is None:
            tell(self._window, _TITLE, _NO_FILE, warning=False)
        else:
            self._ask(seen, standing)

    def _ask(self, seen: SeenFile, standing: Standing) -> None:
        answers = [
            (offers.CAPTIONS[key], partial(self._do, key)) for key in offers.OFFERS[standing.value]
        ]
        choose_one(self._window, _TITLE, standing_sentence(seen, standing), answers)

    @Slot(str)
    def _do(self, key: str, _checked: bool = False) -> None:
        """Carries out one of the offers."""
        seen = self._seen
        if key == offers.UPDATE:
            self.update()
        elif key == offers.ELSEWHERE:
            self._saving.choose()
        elif key == offers.LOOK or seen is None or seen.file is None:
            self.look()
        elif key == offers.TAKE:
            self._taking.take(seen)
        elif key == offers.COMPARE:
            self._compare(seen.file, seen.path.name)
        elif key == offers.FURTHER:
            self._context.requests.further_draft_wanted.emit(seen)
        elif key == offers.REPLACE:
            self._ask_replacement(seen)

    def _compare(self, other: LpdFile, name: str) -> None:
        from lpd_desktop.gui.comparing.draft_comparison import DraftComparison

        is_older = self._standing is Standing.OLDER
        name = f"der Datei „{name}“"
        DraftComparison(self._window, self._context, other, name, other_is_older=is_older).open()

    def _ask_replacement(self, seen: SeenFile) -> None:
        what = _IS_KEPT if self._standing in REPLACED_IS_KEPT else _IS_LOST
        question = _REPLACE.format(name=seen.path.name, what=what)
        answers = (
            (offers.CAPTIONS[offers.COMPARE], partial(self._do, offers.COMPARE)),
            ("Datei &ersetzen", partial(self._replace, seen)),
        )
        choose_one(self._window, "Datei ersetzen", question, answers)

    def _replace(self, seen: SeenFile, _checked: bool = False) -> None:
        self._saving.write(seen.path, agreed=seen.sha256)

    @Slot()
    def update(self) -> None:
        """Writes the draft into its file; without one, asks where."""
        self._wizard.flush()
        if self._path is None:
            self._saving.choose()
        else:
            self._saving.write(self._path)

    @Slot(object)
    def _on_written(self, result: FileWritten) -> None:
        self._path, self._seen, self._is_met = result.path, None, False
        self._on_known(result.known)
        self._wizard.bar.show_notice(f"„{result.path.name}“ hat jetzt diesen Stand")

    @Slot(object)
    def _on_kept(self, result: FileKept) -> None:
        self._path = result.seen.path
        self._show(result.seen, result.standing)
        self._ask(result.seen, result.standing)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self._window, _TITLE, sentence_of(error))

    @Slot(object)
    def _on_file_met(self, met: object) -> None:
        """Somebody opened a file of this plan; until it is settled the window speaks of that."""
        if not isinstance(met, MetFile) or met.draft != self._session.draft_id:
            return
        if met.seen is not None:
            self._path, self._seen, self._standing = met.seen.path, met.seen, None
            self._is_met = True
            self.look()
        if met.wish == offers.TAKE and met.seen is not None:
            self._taking.take(met.seen)
        elif met.wish == offers.COMPARE:
            self._compare(met.file, met.name)
