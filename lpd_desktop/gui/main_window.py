"""The window: the start page or one open plan, menus, opening and closing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from lpd_desktop.editing.open_draft import OpenDraft
from lpd_desktop.gui.autosave import SaveNews
from lpd_desktop.gui.drafts import Autosave
from lpd_desktop.gui.file_drop import BOOKS, FileDrop
from lpd_desktop.gui.finding_handling import FindingHandling
from lpd_desktop.gui.focus_editing import FocusEditing
from lpd_desktop.gui.menus import Actions
from lpd_desktop.gui.messages import ask, sentence_of, tell
from lpd_desktop.gui.opening import Opening
from lpd_desktop.gui.pages.page import PageContext, Requests
from lpd_desktop.gui.plan_actions import PlanActions
from lpd_desktop.gui.plan_before import PlanBefore
from lpd_desktop.gui.schemes import SchemeMenu
from lpd_desktop.gui.services import Services
from lpd_desktop.gui.session import PlanSession
from lpd_desktop.gui.start_page import StartPage
from lpd_desktop.gui.steps import APPROVAL, REVIEW
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.file import LpdFile

TITLE = "LPD Desktop"
_LAST_SAVE_SECONDS = 10.0
_UNSAVED = (
    "Der letzte Stand ließ sich nicht in der Ablage speichern. Er liegt als Kopie im Ordner "
    "„LPD Desktop“ Ihrer Dokumente; bitte öffnen Sie sie mit „Datei öffnen“."
)
_NO_PLAN = (
    "Bitte öffnen Sie zuerst ein Planungsdokument; danach können Sie sein Budget aus der Mappe "
    "einlesen."
)
_DIALOG_OPEN = (
    "„{name}“ ist noch nicht geöffnet: In diesem Fenster wartet eine Frage auf Ihre Antwort. "
    "Beantworten Sie bitte zuerst diese und öffnen Sie die Datei dann noch einmal."
)
_FRAME = QSize(16, 56)
"""What title bar and borders take, so that the window fits the screen."""


class MainWindow(QMainWindow):
    """One window, one open plan at most."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.services = services
        self.wizard: PlanWizard | None = None
        self.session: PlanSession | None = None
        self.plan_actions: PlanActions | None = None
        self._autosave: Autosave | None = None
        self._findings: FindingHandling | None = None
        self._closes_unsaved = False
        self.actions_by_key = Actions(self)
        SchemeMenu(self.actions_by_key.menus["Ansicht"], services.memory)
        self.opening = Opening(self, services)
        self._editing = FocusEditing(self, self.actions_by_key)
        self._pages = QStackedWidget()
        self.start = StartPage()
        self._pages.addWidget(self.start)
        self.setCentralWidget(self._pages)
        self._drop = FileDrop(self)
        self._drop.dropped.connect(self._on_file_dropped)
        self._connect()
        self._restore()
        self.show_start()

    def _restore(self) -> None:
        screen = QGuiApplication.primaryScreen().availableGeometry()
        width, height = screen.width() - _FRAME.width(), screen.height() - _FRAME.height()
        self.resize(min(1366, width), min(860, height))
        self.restoreGeometry(self.services.memory.geometry())
        for panel in ("panel", "steps"):
            self.actions_by_key[panel].setChecked(self.services.memory.shows(panel))

    def _connect(self) -> None:
        start, opening = self.start, self.opening
        start.new_wanted.connect(opening.start_new)
        start.draft_wanted.connect(opening.load)
        start.file_wanted.connect(opening.choose_file)
        start.text_wanted.connect(opening.choose_text)
        start.sample_wanted.connect(opening.open_sample)
        start.removal_wanted.connect(opening.ask_removal)
        opening.opened.connect(self.open_plan)
        opening.rows_changed.connect(start.show_drafts)
        slots = {
            "new": opening.start_new,
            "open": opening.choose_file,
            "text": opening.choose_text,
            "sample": opening.open_sample,
            "start": self.show_start,
            "quit": self.close,
            "about": self._on_about,
        }
        for key, slot in slots.items():
            self.actions_by_key[key].triggered.connect(slot)
        for key in self.actions_by_key:
            if key not in slots:
                self.actions_by_key[key].triggered.connect(self._on_plan_action)

    @Slot()
    def show_start(self) -> None:
        """Closes the open plan and shows the drafts."""
        self.close_plan()
        self.actions_by_key.show_plan_open(False)
        self._pages.setCurrentWidget(self.start)
        self.setWindowTitle(TITLE)
        self.opening.refresh()
        self.start.focus()

    @Slot(str, object, object)
    def open_plan(self, draft_id: str, file: LpdFile, source: Path | None = None) -> None:
        """Shows a draft of the store."""
        self.close_plan()
        news = SaveNews()
        self._autosave = self.services.open_autosave(draft_id, news)
        draft = OpenDraft(file, self._autosave)
        before = PlanBefore(self.services.drafts)
        self.session = PlanSession(draft, draft_id, self.services.checks, before, source)
        context = PageContext(
            self.session,
            self.services.jobs,
            Requests(self),
            self.services.drafts,
            self.services.data_folder,
            self.services.previews,
        )
        self.wizard = PlanWizard(context, self.services.bookmarks)
        self._show_wizard(self.wizard)
        self.plan_actions = PlanActions(self, self.wizard, context, news)
        self._findings = FindingHandling(self, context)
        self.actions_by_key.show_plan_open(True)
        self.session.changed.connect(self._show_approved)
        self._show_approved()
        self._editing.follow(draft)
        name = file.plan.jobcenter.name or "Ohne Jobcenter"
        self.setWindowTitle(f"{name} · {file.form.text(file.form.title)} – {TITLE}")
        self.wizard.focus_page()

    @Slot()
    def _show_approved(self) -> None:
        if self.session is not None:
            self.actions_by_key.show_approved(self.session.file.release is not None)

    def _show_wizard(self, wizard: PlanWizard) -> None:
        """Panels are as they were left, unless the window is too narrow for them."""
        memory = self.services.memory
        wizard.panel_shown.connect(self.actions_by_key["panel"].setChecked)
        wizard.show_panel(memory.shows("panel"))
        wizard.show_steps(memory.shows("steps"))
        self._pages.addWidget(wizard)
        self._pages.setCurrentWidget(wizard)

    @Slot(str)
    def take_over(self, file: str) -> None:
        """The program was started once more: this window comes forward and opens its file."""
        state = self.windowState() & ~Qt.WindowState.WindowMinimized
        self.setWindowState(state | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()
        if file and QApplication.activeModalWidget() is not None:
            tell(self, "Datei öffnen", _DIALOG_OPEN.format(name=Path(file).name))
        elif file:
            self.opening.open_file(file)

    def close_plan(self) -> None:
        """Writes what is left and closes the open plan."""
        if self.wizard is None or self.session is None:
            return
        self.wizard.flush()
        self._editing.follow(None)
        self.session.close()
        self._close_autosave()
        if self.plan_actions is not None:
            self.plan_actions.end()
        if self._findings is not None:
            self._findings.deleteLater()
        self._pages.removeWidget(self.wizard)
        self.wizard.close_pages()
        self.wizard.deleteLater()
        self.wizard = self.session = self.plan_actions = self._findings = None

    def _close_autosave(self) -> None:
        if self._autosave is not None and not self._autosave.close(_LAST_SAVE_SECONDS):
            tell(self, "Nicht gespeichert", _UNSAVED)
        self._autosave = None

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self._closes_unsaved or self._is_all_saved()):
            event.ignore()
            ask(self, "Nicht gespeichert", _UNSAVED, "&Trotzdem schließen", self._close_unsaved)
            return
        memory = self.services.memory
        memory.remember_geometry(self.saveGeometry())
        self.close_plan()
        self.services.bookmarks.close()
        self.services.jobs.shut_down()
        self.services.checks.shut_down()
        self.services.previews.shut_down()
        super().closeEvent(event)

    def _is_all_saved(self) -> bool:
        if self.wizard is None or self._autosave is None:
            return True
        self.wizard.flush()
        return self._autosave.flush(_LAST_SAVE_SECONDS)

    @Slot()
    def _close_unsaved(self) -> None:
        self._closes_unsaved = True
        self.close()

    def tell_error(self, title: str, error: Exception) -> None:
        """Shows an error that a person can meet."""
        tell(self, title, sentence_of(error))

    @Slot(Path)
    def _on_file_dropped(self, path: Path) -> None:
        """A workbook goes into the budget that is shown, or the first one; a plan is opened."""
        if path.suffix.casefold() not in BOOKS:
            self.opening.open_file(str(path))
        elif self.plan_actions is None or self.wizard is None:
            tell(self, "Budget aus Excel einlesen", _NO_PLAN)
        else:
            step = self.wizard.steps.current
            item = step.item if step.kind == "budget" else ""
            self.plan_actions.budget.read_workbook(item, path)

    @Slot()
    def _on_plan_action(self) -> None:
        """What the menus do with an open plan."""
        wizard, key = self.wizard, self.sender().objectName()
        if wizard is None or self.plan_actions is None:
            return
        match key:
            case "next_page":
                wizard.go_next()
            case "previous_page":
                wizard.go_back()
            case "next_finding":
                wizard.lead_to_finding(1)
            case "previous_finding":
                wizard.lead_to_finding(-1)
            case "finding":
                self._show_finding(wizard)
            case "review":
                wizard.go_to(REVIEW)
                wizard.focus_page()
            case "approve":
                wizard.go_to(APPROVAL)
                wizard.focus_page()
            case "panel" | "steps" | "page_help":
                self._fold(wizard, key)
            case _ if key.startswith("format:"):
                wizard.format_text(key.partition(":")[2])
            case _:
                self.plan_actions.do(key)

    def _show_finding(self, wizard: PlanWizard) -> None:
        """Where nobody was led to a finding yet, the first one is looked for."""
        if wizard.current_finding is None:
            wizard.lead_to_finding(1)
        if wizard.current_finding is not None and self._findings is not None:
            self._findings.show_finding(wizard.current_finding)

    def _fold(self, wizard: PlanWizard, key: str) -> None:
        """What somebody wishes is remembered; what the window has no room for is not."""
        wanted = key == "page_help" or self.actions_by_key[key].isChecked()
        panel = "steps" if key == "steps" else "panel"
        self.services.memory.remember_panel(panel, wanted)
        if panel == "steps":
            wizard.show_steps(wanted)
        else:
            wizard.show_panel(wanted)
        if key == "page_help":
            wizard.panel.focus_help()

    @Slot()
    def _on_about(self) -> None:
        version = QGuiApplication.applicationVersion()
        text = (
            f"LPD Desktop {version}\n\nSchreibt, prüft und besiegelt Lokale Planungsdokumente der "
            "Jobcenter in Nordrhein-Westfalen. Alle Daten bleiben auf diesem Rechner.\n\n"
            "Lizenz: EUPL 1.2. Schrift: IBM Plex Sans, SIL Open Font License 1.1. "
            "Oberfläche: Qt for Python, LGPL 3."
        )
        tell(self, "Über LPD Desktop", text, warning=False)
