"""„An das MAGS übergeben“: from the check of the approved PDF to the package and its entry."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget, QWizard

from lpd_desktop.editing.office_settings import hand_over_texts, office_settings
from lpd_desktop.editing.submission_correction import told_corrections
from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.approval.own_name import own_name, remember_own_name
from lpd_desktop.gui.dates import today
from lpd_desktop.gui.handing_over.actor_page import ActorPage
from lpd_desktop.gui.handing_over.check_page import CheckPage
from lpd_desktop.gui.handing_over.done_page import DonePage
from lpd_desktop.gui.handing_over.filling import Filling
from lpd_desktop.gui.handing_over.hand_over_work import (
    TITLE,
    GiveUp,
    HandedOver,
    RecordPackage,
    Wanted,
    WritePackage,
)
from lpd_desktop.gui.handing_over.inspecting import Inspect, Inspection
from lpd_desktop.gui.handing_over.interrupted import Interrupted
from lpd_desktop.gui.handing_over.letter_page import LetterPage
from lpd_desktop.gui.handing_over.package_page import PackagePage
from lpd_desktop.gui.job_runner import Work
from lpd_desktop.gui.look.letters import soften_headings
from lpd_desktop.gui.look.scrolling_dialog import room_on_screen
from lpd_desktop.gui.messages import ask, sentence_of
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.submissions.correction_dialog import TITLE as CORRECTION
from lpd_desktop.gui.submissions.correction_dialog import CorrectionDialog
from lpd_desktop.gui.submissions.submission_work import CorrectEntry
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.states import Actor
from lpd_desktop.store.submission_entries import Correction, Submission, Way

CHECK, PACKAGE, LETTER, ACTOR, DONE = range(5)
_SIZE = (760, 600)
_GIVE_UP = (
    "Soll die begonnene Übergabe aufgegeben werden? Im Verzeichnis bleibt sie als aufgegeben "
    "stehen; Dateien, die schon geschrieben sind, bleiben liegen."
)


class HandOverAssistant(QWizard):
    """Deletes itself when it is closed; `work_wanted` tells what is to be carried out."""

    work_wanted = Signal(object)

    def __init__(self, parent: QWidget, context: PageContext) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setOption(QWizard.WizardOption.NoBackButtonOnLastPage)
        self.setOption(QWizard.WizardOption.NoCancelButtonOnLastPage)
        self.setButtonText(QWizard.WizardButton.FinishButton, "S&chließen")
        self._context, self._session = context, context.session
        self._interrupted: Interrupted | None = None
        self._done: HandedOver | None = None
        settings = office_settings(context.data_folder)
        template = hand_over_texts(settings)
        self.check = CheckPage(context.jobs)
        self.package = PackagePage(self._session.file, template, settings.hand_over_folder)
        self.letter = LetterPage()
        self.actor = ActorPage(context.jobs)
        self.done_page = DonePage()
        pages = (self.check, self.package, self.letter, self.actor, self.done_page)
        for number, page in enumerate(pages):
            self.setPage(number, page)
        self._filling = Filling(context, self.package, self.letter, template)
        self.actor.propose(own_name(context))
        self._connect()
        width, height = _SIZE
        room = room_on_screen(self)
        self.resize(min(width, room.width()), min(height, room.height()))
        self.inspect()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        soften_headings(self)

    def _connect(self) -> None:
        self.check.giving_up_wanted.connect(self._on_giving_up_wanted)
        self.check.check_wanted.connect(self.inspect)
        self.package.changed.connect(self._propose_letter)
        self.package.forgetting_wanted.connect(self._on_forgetting_wanted)
        self.finished.connect(self._filling.keep)
        self.actor.wanted.connect(self._on_wanted)
        self.done_page.recording_wanted.connect(self._on_recording_wanted)
        self.done_page.correction_wanted.connect(self._on_correction_wanted)
        self.currentIdChanged.connect(self._on_page_changed)

    @Slot()
    def inspect(self) -> None:
        """Verifies the document from the beginning."""
        self.check.show_checking()
        work = Inspect(self._context.data_folder, self._session.draft_id, self._flush)
        job = self._context.jobs.start("Prüfung des PDF", work)
        slots = {
            "succeeded": self._on_inspected,
            "failed": self._on_inspection_failed,
            "cancelled": self.check.show_trouble,
        }
        for name, slot in slots.items():
            getattr(job, name).connect(slot)
        self.finished.connect(job.cancel)

    def _flush(self, timeout: float) -> bool:
        return self._session.draft.flush(timeout)

    @Slot(object)
    def _on_inspected(self, inspection: Inspection) -> None:
        self._interrupted = begun = inspection.interrupted
        self.package.show_file(inspection.file, has_predecessor=inspection.has_predecessor)
        self.actor.show_recording_only(self._only_records)
        if begun is not None and begun.way in ("again", "filled"):
            self.package.show_planned(begun.submission.planned)
        self.check.show_inspection(inspection)
        self._propose_letter()
        self._restore(inspection)
        if self.currentId() == CHECK:
            self.check.first_field.setFocus()

    def _restore(self, inspection: Inspection) -> None:
        """What was typed before, once; from then on what is typed is kept."""
        release, words = inspection.file.release, inspection.words
        if release is None or inspection.document is None or self._filling.is_keeping:
            return
        if words is not None:
            self.package.show_words(words)
            self.letter.show_words(words.subject, words.text)
            self.package.restored.show()
        self._filling.begin(release.seal, words)

    @Slot()
    def _on_forgetting_wanted(self) -> None:
        self.package.show_defaults()
        self.letter.forget()

    @Slot(Exception)
    def _on_inspection_failed(self, error: Exception) -> None:
        self.check.show_trouble(sentence_of(error))

    @property
    def _only_records(self) -> bool:
        return self._interrupted is not None and self._interrupted.way == "record"

    @property
    def _is_again(self) -> bool:
        """Whether it was submitted already when the check said so."""
        inspection = self.check.inspection
        return inspection is not None and inspection.file.work.state == "submitted"

    def nextId(self) -> int:
        if self.currentId() == CHECK and self._only_records:
            return ACTOR
        return -1 if self.currentId() == DONE else self.currentId() + 1

    @Slot()
    def _propose_letter(self) -> None:
        self._filling.propose_letter(self.check.inspection)

    @Slot()
    def _on_wanted(self) -> None:
        remember_own_name(self._context, self.actor.person)
        self._filling.keep()
        self.work_wanted.emit(self._work())

    def _work(self) -> Work:
        folder, draft = self._context.data_folder, self._session.draft_id
        actor, begun = self.actor.actor, self._interrupted
        if begun is not None and self._only_records and actor is not None:
            return RecordPackage(folder, draft, begun.submission.id, actor, self._flush)
        target = self.package.target
        assert target is not None, "the page before is left only with a folder"
        wanted = Wanted(
            target,
            self._filling.texts,
            self.package.chosen_way,
            self.package.publishing.isChecked(),
            self.package.changes.isChecked(),
            self._is_again,
        )
        return WritePackage(folder, draft, wanted, actor, self._flush)

    def show_done(self, done: HandedOver) -> None:
        """The package lies there; the assistant goes to its last page."""
        self._done = done
        self._filling.end()
        self.actor.show_done()
        self.done_page.show_done(done, self.actor.person, self._approved_on)
        if self.currentId() != DONE:
            self.next()
        self.done_page.mail.setFocus()

    @Slot(object, str, str)
    def _on_recording_wanted(self, actor: Actor, sent: str, way: Way) -> None:
        """After the package was sent."""
        if self._done is not None:
            remember_own_name(self._context, Signatory(name=actor.name, role=actor.role))
            folder, draft = self._context.data_folder, self._session.draft_id
            submission = self._done.submission
            work = RecordPackage(folder, draft, submission, actor, self._flush, sent, way)
            self.work_wanted.emit(work)

    @property
    def _approved_on(self) -> str:
        release = self._session.file.release
        return release.date if release is not None else ""

    @Slot()
    def _on_correction_wanted(self) -> None:
        """What is recorded stays; the correction stands beside it."""
        if self._done is not None:
            way, day, person = self._done.way, self._done.sent or today(), own_name(self._context)
            dialog = CorrectionDialog(self, way, day, person, self._approved_on)
            dialog.agreed.connect(self._correct)
            dialog.open()

    @Slot(object, object)
    def _correct(self, told: Correction, actor: Actor) -> None:
        if self._done is not None:
            remember_own_name(self._context, Signatory(name=actor.name, role=actor.role))
            work = CorrectEntry(self._context.data_folder, self._done.submission, told, actor)
            job = self._context.jobs.start(CORRECTION, work, is_kept=True)
            job.succeeded.connect(self._on_corrected)
            job.failed.connect(self._on_way_failed)

    @Slot(object)
    def _on_corrected(self, entry: Submission) -> None:
        if self._done is not None:
            self._done = replace(self._done, way=entry.way, sent=entry.sent_day)
            self.done_page.show_way(" ".join(told_corrections(entry)))
            announce(self, self.done_page.way_line.sentence)

    @Slot(Exception)
    def _on_way_failed(self, error: Exception) -> None:
        self.done_page.show_way(f"⚠ {sentence_of(error)}")

    def show_failed(self, sentence: str, *, is_of_folder: bool = False) -> None:
        """Nothing was written; everything that was typed is still there.

        Args:
            sentence: Why.
            is_of_folder: Another folder helps, so the page that asks for it is shown.
        """
        if self.currentId() == DONE:
            self.done_page.sent.show_trouble(sentence)
            return
        if not is_of_folder:
            self.actor.show_trouble(sentence)
            return
        self.actor.show_busy(False)
        while self.currentId() > PACKAGE:
            self.back()
        self.package.show_folder_trouble(sentence)

    @Slot()
    def _on_giving_up_wanted(self) -> None:
        ask(self, TITLE, _GIVE_UP, "&Aufgeben", self._give_up)

    def _give_up(self) -> None:
        if self._interrupted is None:
            return
        work = GiveUp(self._context.data_folder, self._interrupted.submission.id)
        job = self._context.jobs.start("Übergabe aufgeben", work, is_kept=True)
        job.succeeded.connect(self.inspect)
        job.failed.connect(self._on_inspection_failed)

    @Slot(int)
    def _on_page_changed(self, page: int) -> None:
        fields = {
            PACKAGE: self.package.recipient.field,
            LETTER: self.letter.subject.field,
            ACTOR: self.actor.name.field,
            DONE: self.done_page.mail,
        }
        if page in fields:
            fields[page].setFocus()
