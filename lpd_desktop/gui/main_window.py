"""The window: the start page or one open plan, menus, opening and closing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from lpd_desktop.gui.backup.backups import Backups
from lpd_desktop.gui.damage.store_watch import StoreWatch
from lpd_desktop.gui.focus_editing import FocusEditing
from lpd_desktop.gui.look.schemes import SchemeMenu
from lpd_desktop.gui.menus import Actions
from lpd_desktop.gui.messages import ask, tell
from lpd_desktop.gui.office_settings.office_settings import OfficeSettingsEntry
from lpd_desktop.gui.paste_setting import PasteSetting
from lpd_desktop.gui.pdf_export.blank_form import BlankForm
from lpd_desktop.gui.services import Services
from lpd_desktop.gui.start.file_drop import BOOKS, FileDrop
from lpd_desktop.gui.start.opening import Opening
from lpd_desktop.gui.start.start_page import StartPage
from lpd_desktop.gui.start.warming import Warming
from lpd_desktop.gui.submissions.submissions import Submissions
from lpd_desktop.gui.trash.trash import Trash
from lpd_desktop.gui.typing_setting import TypingSetting
from lpd_desktop.gui.verifying.verifying import Verifying
from lpd_desktop.runtime.courtesy import COURTESY

if TYPE_CHECKING:
    from lpd_desktop.gui.job_runner import Job
    from lpd_desktop.gui.open_plan import OpenPlan
    from lpd_desktop.gui.plan_actions import PlanActions
    from lpd_desktop.gui.session import PlanSession
    from lpd_desktop.gui.wizard import PlanWizard
    from lpd_desktop.plan.file import LpdFile

TITLE = "LPD Desktop"
_FOUND_AGAIN = "Eine Kopie bietet Ihnen danach die Startseite an."
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
        self.plan: OpenPlan | None = None
        self._closes_unsaved = False
        self.actions_by_key = Actions(self)
        SchemeMenu(self.actions_by_key.menus["Ansicht"], services.memory)
        PasteSetting(self.actions_by_key.menus["Format"], services.memory)
        TypingSetting(self.actions_by_key.menus["Format"], services.memory)
        self.opening = Opening(self, services)
        self._editing = FocusEditing(self, self.actions_by_key)
        self._pages = QStackedWidget()
        self.start = StartPage(services.jobs)
        self._pages.addWidget(self.start)
        self.backups = Backups(self, self.start, services.data_folder)
        keep = self.backups.keeper.start
        self.trash = Trash(self, services.jobs, keep, services.data_folder)
        self.submissions = Submissions(self, services.jobs, services.data_folder)
        self.store_watch = StoreWatch(self)
        self.setCentralWidget(self._pages)
        self._blank_form = BlankForm(self, services)
        self._settings = OfficeSettingsEntry(self)
        self.verifying = Verifying(self, services.jobs)
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
        start.settling_wanted.connect(opening.settle_date)
        start.file_wanted.connect(opening.choose_file)
        start.text_wanted.connect(opening.choose_text)
        start.sample_wanted.connect(opening.open_sample)
        start.removal_wanted.connect(opening.ask_removal)
        self.backups.start_wanted.connect(self.show_start)
        self.backups.drafts_changed.connect(opening.refresh)
        self.trash.drafts_changed.connect(opening.refresh)
        start.blank_form_wanted.connect(self._on_blank_form_wanted)
        start.verification_wanted.connect(self.verifying.choose)
        start.trash_wanted.connect(self.trash.show_dialog)
        start.submissions_wanted.connect(self.submissions.show_dialog)
        self.submissions.plan_wanted.connect(opening.load)
        self.backups.closing_done.connect(self.close)
        opening.opened.connect(self.open_plan)
        opening.met.connect(self._on_file_met)
        opening.rows_changed.connect(start.show_drafts)
        opening.rows_changed.connect(Warming(self, self.services).start)
        slots = {
            "new": opening.start_new,
            "open": opening.choose_file,
            "text": opening.choose_text,
            "sample": opening.open_sample,
            "start": self.show_start,
            "backups": self.backups.show_dialog,
            "trash": self.trash.show_dialog,
            "submissions": self.submissions.show_dialog,
            "quit": self.close,
            "about": self._on_about,
            "blank_form": self._on_blank_form_wanted,
            "office_settings": self._settings.show_dialog,
            "verify": self.verifying.choose,
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

    @property
    def wizard(self) -> PlanWizard | None:
        """The wizard of the open plan."""
        return self.plan.wizard if self.plan else None

    @property
    def session(self) -> PlanSession | None:
        """The session of the open plan."""
        return self.plan.session if self.plan else None

    @property
    def plan_actions(self) -> PlanActions | None:
        """What can be done with the open plan."""
        return self.plan.actions if self.plan else None

    @Slot(str, object, object)
    def open_plan(self, draft_id: str, file: LpdFile, source: Path | None = None) -> None:
        """Shows a draft of the store."""
        from lpd_desktop.gui.open_plan import OpenPlan

        if self.plan is not None and self.plan.is_open_already(draft_id):
            self.plan.wizard.focus_page()
            return
        COURTESY.ask()
        self.close_plan()
        plan = self.plan = OpenPlan(self, self.services, draft_id, file, source)
        self._show_wizard(plan.wizard)
        self.actions_by_key.show_plan_open(True)
        plan.conflict.copy_wanted.connect(self._on_copy_wanted)
        plan.conflict.reopen_wanted.connect(self._on_reopen_wanted)
        plan.requests.further_draft_wanted.connect(self.opening.take_seen)
        self._editing.follow(plan.draft)
        self.setWindowTitle(f"{plan.title} – {TITLE}")
        plan.wizard.focus_page()

    @Slot()
    def _on_copy_wanted(self) -> None:
        """What is written here becomes a draft of its own, since its draft went on elsewhere."""
        if self.plan is not None:
            self.plan.wizard.flush()
            self._replace_plan(self.opening.take(self.plan.session.file))

    @Slot()
    def _on_reopen_wanted(self) -> None:
        if self.plan is not None:
            self._replace_plan(self.opening.load(self.plan.session.draft_id))

    @Slot(object)
    def _on_file_met(self, met: object) -> None:
        """A file of the plan that is open now was opened, and is not the same."""
        if self.plan is not None:
            self.plan.requests.file_met.emit(met)

    def _replace_plan(self, job: Job) -> None:
        if self.plan is not None:
            self.plan.is_replaced = True
            job.failed.connect(self.plan.keep_open)

    def _show_wizard(self, wizard: PlanWizard) -> None:
        """Panels are as they were left, unless the window is too narrow for them."""
        memory = self.services.memory
        wizard.panel_shown.connect(self.actions_by_key["panel"].setChecked)
        wizard.steps_shown.connect(self.actions_by_key["steps"].setChecked)
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
        if self.plan is None:
            return
        self._editing.follow(None)
        plan = self.plan
        is_saved = plan.close()
        self._pages.removeWidget(plan.wizard)
        self.plan = None
        if not is_saved:
            tell(self, "Nicht gespeichert", f"{plan.unsaved_sentence} {_FOUND_AGAIN}")

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self._closes_unsaved or self._is_all_saved()):
            event.ignore()
            self._ask_whether_to_close()
            return
        if not self.backups.closing.may_close():
            event.ignore()
            return
        memory = self.services.memory
        memory.remember_geometry(self.saveGeometry())
        self.close_plan()
        self.backups.keeper.shut_down()
        self.services.shut_down()
        super().closeEvent(event)

    def _ask_whether_to_close(self) -> None:
        if self.plan is not None:
            sentence = f"{self.plan.unsaved_sentence} {_FOUND_AGAIN}"
            ask(self, "Nicht gespeichert", sentence, "&Trotzdem schließen", self._close_unsaved)

    def _is_all_saved(self) -> bool:
        return self.plan is None or self.plan.save()

    @Slot()
    def _close_unsaved(self) -> None:
        self._closes_unsaved = True
        self.close()

    @Slot(Path)
    def _on_file_dropped(self, path: Path) -> None:
        """A workbook goes into the budget that is shown, or the first one; a plan is opened."""
        if path.suffix.casefold() not in BOOKS:
            self.opening.open_file(str(path))
        elif self.plan is None:
            tell(self, "Budget aus Excel einlesen", _NO_PLAN)
        else:
            self.plan.read_workbook(path)

    @Slot()
    def _on_plan_action(self) -> None:
        """What the menus do with an open plan."""
        key = self.sender().objectName()
        if self.plan is None:
            return
        if key in ("panel", "steps", "page_help"):
            self._fold(self.plan.wizard, key)
        else:
            self.plan.do(key)

    def _fold(self, wizard: PlanWizard, key: str) -> None:
        """What somebody wishes is remembered; what the window has no room for is not."""
        wanted = key == "page_help" or self.actions_by_key[key].isChecked()
        panel = "steps" if key == "steps" else "panel"
        if not wizard.shows_one_part:
            self.services.memory.remember_panel(panel, wanted)
        if panel == "steps":
            wizard.show_steps(wanted)
        else:
            wizard.show_panel(wanted)
        if key == "page_help":
            wizard.panel.focus_help()

    @Slot()
    def _on_blank_form_wanted(self) -> None:
        self._blank_form.ask(self.plan.session.file.form if self.plan is not None else None)

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
