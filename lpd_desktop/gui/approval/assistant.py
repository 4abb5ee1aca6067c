"""The assistant: what is open, what changed, the pages, who approves, and the summary."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from lpd_desktop.editing.open_draft import Change
from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.approval.assistant_page import AssistantPage
from lpd_desktop.gui.approval.changes_page import ChangesPage
from lpd_desktop.gui.approval.entries import Entries
from lpd_desktop.gui.approval.names_page import NamesPage
from lpd_desktop.gui.approval.office_rule import ReadFourEyes
from lpd_desktop.gui.approval.open_page import OpenPage
from lpd_desktop.gui.approval.pages_page import PagesPage
from lpd_desktop.gui.approval.state_work import IsStoredSo
from lpd_desktop.gui.approval.summary_page import SummaryPage
from lpd_desktop.gui.draft_dialog import DraftDialog
from lpd_desktop.gui.findings.finding_notes import FindingNotes
from lpd_desktop.gui.look.letters import larger, quiet_label
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.versions.kept_states import DraftPlace

TITLE = "Freigabe"
_SIZE = (980, 680)
_CHANGED = (
    "Das Dokument wurde geändert, während dieser Assistent offen ist. Er zeigt jetzt den neuen "
    "Stand; bitte sehen Sie Änderungen und Seiten noch einmal an."
)
_ELSEWHERE = (
    "Der Entwurf wurde inzwischen an anderer Stelle gespeichert, etwa in einem zweiten Fenster; "
    "was hier steht, ist nicht mehr der neueste Stand. Bitte schließen Sie den Assistenten und "
    "öffnen Sie den Entwurf neu. Ihre Angaben bleiben, solange das Programm läuft."
)
_RUNNING = "Das Dokument wird besiegelt, das PDF geschrieben und geprüft …"


class ApprovalAssistant(DraftDialog):
    """Closing it loses nothing that was typed: `typed` tells every letter.

    Attributes:
        typed: What stands in the fields now (`Entries`).
        sign_wanted: Everything is there and nothing stands against it (`Entries`).
    """

    typed = Signal(object)
    sign_wanted = Signal(object)

    def __init__(self, parent: QWidget, context: PageContext, entries: Entries) -> None:
        super().__init__(parent, context, TITLE)
        self._is_running = self._is_elsewhere = False
        self.rule_fault = ""
        self._entries = entries
        self.open_page, self.changes = OpenPage(context), ChangesPage(context)
        self.pages = PagesPage(context, self._newest_entries)
        self.names = NamesPage(context, entries)
        summary = SummaryPage(context, self._newest_entries, self.changes, self.pages)
        self._stack: tuple[AssistantPage, ...] = (
            self.open_page,
            self.changes,
            self.pages,
            self.names,
            summary,
        )
        self._build()
        self._connect()
        self._show(0)
        self._ask_rule()

    def _build(self) -> None:
        self._step, self._heading = quiet_label(""), QLabel()
        self._heading.setFont(larger(self._heading.font(), 1.25))
        self.news, self.notes = FindingNotes(), FindingNotes()
        self._shown = QStackedWidget()
        for page in self._stack:
            self._shown.addWidget(page)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for widget in (self._step, self._heading, self.news):
            column.addWidget(widget)
        column.addWidget(self._shown, 1)
        column.addWidget(self.notes)
        column.addLayout(self._buttons())
        self.resize(*_SIZE)

    def _buttons(self) -> QHBoxLayout:
        self.cancel, self.back = QPushButton("S&chließen"), QPushButton("< &Zurück")
        self.next = QPushButton("&Weiter >")
        self.sign = QPushButton("Frei&geben und PDF speichern…")
        line = QHBoxLayout()
        line.addWidget(self.cancel)
        line.addStretch(1)
        for button in (self.back, self.next, self.sign):
            line.addWidget(button)
        for button in (self.cancel, self.back):
            button.setAutoDefault(False)
        return line

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_next)
        self.sign.clicked.connect(self.ask_to_sign)
        for page in self._stack:
            page.place_wanted.connect(self._on_place_wanted)
            page.action_wanted.connect(self._on_action_wanted)
        self.names.changed.connect(self._on_typed)
        self._session.changed.connect(self._on_draft_changed)
        self.finished.connect(self._on_finished)

    # Going through the pages

    @property
    def page(self) -> AssistantPage:
        """The page in front."""
        return self._stack[self._shown.currentIndex()]

    @Slot()
    def go_next(self) -> None:
        """Shows the next page, unless something stands against it here."""
        problem = self.page.problem()
        if problem:
            self._refuse(problem)
        elif self.page is not self._stack[-1]:
            self._turn(1)

    @Slot()
    def go_back(self) -> None:
        """Shows the page before."""
        if self.page is not self._stack[0]:
            self._turn(-1)

    def _turn(self, direction: int) -> None:
        self._show(self._shown.currentIndex() + direction)
        announce(self, f"{self._step.text()}: {self.page.title}")

    def _show(self, index: int) -> None:
        self.page.leave()
        self._shown.setCurrentIndex(index)
        page, number = self.page, len(self._stack)
        self._step.setText(f"Schritt {index + 1} von {number}")
        self._heading.setText(page.title)
        self.setWindowTitle(f"{TITLE} – {page.title}")
        self.notes.show_error("")
        is_last = index == number - 1
        self.back.setEnabled(index > 0)
        self.next.setVisible(not is_last)
        self.sign.setVisible(is_last)
        (self.sign if is_last else self.next).setDefault(True)
        page.enter()
        page.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_into_sight(self._heading)
        self._compare_with_store()

    def _refuse(self, sentence: str) -> None:
        self.notes.show_error(sentence)
        self.bring_into_sight(self.notes)
        announce(self, sentence)

    @Slot()
    def ask_to_sign(self) -> None:
        """Everything is asked once more: something may have changed since its page."""
        for index, page in enumerate(self._stack):
            problem = page.problem()
            if problem:
                self._show(index)
                page.problem()
                self._refuse(problem)
                return
        if self._is_elsewhere:
            self._refuse(_ELSEWHERE)
        elif not self._is_running:
            self.sign_wanted.emit(self._entries)

    # What is typed

    def _newest_entries(self) -> Entries:
        return self._entries

    @Slot()
    def _on_typed(self) -> None:
        self._entries = self.names.entries
        self.notes.show_error("")
        self.typed.emit(self._entries)

    # What happens meanwhile

    def show_running(self, is_running: bool) -> None:
        """While the approval is made nothing else is done here."""
        self._is_running = is_running
        for widget in (self._shown, self.back, self.next, self.sign):
            widget.setEnabled(not is_running)
        if is_running:
            self.notes.explain(_RUNNING)
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.notes.show_error("")
            self.back.setEnabled(self.page is not self._stack[0])

    @Slot(object)
    def _on_draft_changed(self, change: Change) -> None:
        """The approval itself is a change too."""
        if self._is_running:
            return
        if not change.only_remarks:
            self.news.show_error("")
            self.news.explain(_CHANGED)
            announce(self, _CHANGED)
        self._session.check_now()
        self.page.enter()

    def _compare_with_store(self) -> None:
        place = DraftPlace(self._context.data_folder, self._session.draft_id)
        shown = self._session.file
        job = self._context.jobs.start(
            "Entwurf vergleichen", IsStoredSo(place, shown, self._session.draft.flush)
        )
        job.succeeded.connect(self._on_compared)
        job.failed.connect(self._on_not_compared)

    @Slot(object)
    def _on_compared(self, compared: tuple[object, bool]) -> None:
        """A comparison of an older state says nothing."""
        shown, is_same = compared
        if shown is not self._session.file or self._is_running:
            return
        if not is_same and not self._is_elsewhere:
            announce(self, _ELSEWHERE)
        self._is_elsewhere = not is_same
        if not is_same:
            self.news.show_error(_ELSEWHERE)

    @Slot(Exception)
    def _on_not_compared(self, _error: Exception) -> None:
        """The approval compares once more, and then says what is wrong with the store."""

    def _ask_rule(self) -> None:
        job = self._context.jobs.start("Einstellungen", ReadFourEyes(self._context.data_folder))
        job.succeeded.connect(self._on_rule)
        job.failed.connect(self._on_rule_unknown)

    @Slot(object)
    def _on_rule(self, holds: bool) -> None:
        self.names.hold_rule(holds)

    @Slot(Exception)
    def _on_rule_unknown(self, error: Exception) -> None:
        """A rule that may stand in a damaged file holds up the approval."""
        self.rule_fault = str(error)
        self.news.show_error(self.rule_fault)

    @Slot(str)
    def _on_action_wanted(self, key: str) -> None:
        self.reject()
        self._context.requests.action_wanted.emit(key)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.pages.leave()

    @Slot()
    def _on_finished(self) -> None:
        self.pages.end()
        self._session.changed.disconnect(self._on_draft_changed)
