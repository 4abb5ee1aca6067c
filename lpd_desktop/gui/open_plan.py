"""One open plan with all that belongs to it: saving, findings, wizard, what menus do with it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.editing.office_settings import office_settings
from lpd_desktop.editing.open_draft import OpenDraft
from lpd_desktop.gui.autosave import SaveNews
from lpd_desktop.gui.beside.earlier_files import EarlierFiles
from lpd_desktop.gui.beside.read_earlier import EarlierSource
from lpd_desktop.gui.findings.finding_handling import FindingHandling
from lpd_desktop.gui.pages.page import PageContext, Requests
from lpd_desktop.gui.plan_actions import PlanActions
from lpd_desktop.gui.plan_before import PlanBefore
from lpd_desktop.gui.save_conflict import SaveConflict
from lpd_desktop.gui.save_trouble import SaveTrouble
from lpd_desktop.gui.services import Services
from lpd_desktop.gui.session import PlanSession
from lpd_desktop.gui.steps.steps import APPROVAL, REVIEW
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.work import Editor
from lpd_desktop.runtime.account import account_name
from lpd_desktop.runtime.clock import utc_now

_LAST_SAVE_SECONDS = 10.0
_UNSAVED = "Der letzte Stand ist noch nicht gespeichert; der Datenträger antwortet nicht."


class OpenPlan(QObject):
    """Built when a draft is opened; `close` ends all of it."""

    def __init__(
        self,
        window: QWidget,
        services: Services,
        draft_id: str,
        file: LpdFile,
        source: Path | None = None,
    ) -> None:
        super().__init__(window)
        news = SaveNews()
        self.autosave = services.open_autosave(draft_id, news)
        own_name = office_settings(services.data_folder).own_name
        self.draft = OpenDraft(file, self.autosave, partial(_editor, own_name))
        before = _plan_before(services, draft_id)
        self.session = PlanSession(self.draft, draft_id, services.checks, before, source)
        self.requests = Requests(window)
        context = _context(services, self.session, self.requests)
        self.wizard = PlanWizard(context, services.bookmarks)
        self.actions = PlanActions(window, self.wizard, context, news)
        self.findings = FindingHandling(window, context)
        self.is_replaced = False
        self._follow_saving(window, news)

    def _follow_saving(self, window: QWidget, news: SaveNews) -> None:
        self._news = news
        self.conflict = SaveConflict(window, news, self.wizard.bar)
        self.trouble = SaveTrouble(self.wizard, self.autosave, news)
        self.trouble.bar.copy.clicked.connect(self._on_copy_clicked)
        self.session.changed.connect(self.trouble.watch)

    @property
    def title(self) -> str:
        """What stands in the title bar."""
        file = self.session.file
        name = file.plan.jobcenter.name or "Ohne Jobcenter"
        return f"{name} · {file.form.text(file.form.title)}"

    @property
    def unsaved_sentence(self) -> str:
        """What has become of text that could not be saved."""
        failure = self._news.last_failure
        return str(failure) if failure is not None else _UNSAVED

    @Slot()
    def _on_copy_clicked(self) -> None:
        self.actions.do("save_lpd")

    def save(self) -> bool:
        """Writes what was typed last; returns whether everything is in the store."""
        self.wizard.flush()
        return self.autosave.flush(_LAST_SAVE_SECONDS)

    def close(self) -> bool:
        """Writes what is left and ends everything.

        Returns:
            Whether it is in the store, or somebody has settled what becomes of it.
        """
        self.wizard.flush()
        self.session.close()
        self.trouble.end()
        is_saved = self.autosave.close(_LAST_SAVE_SECONDS)
        self.actions.end()
        self.findings.deleteLater()
        self.conflict.deleteLater()
        self.wizard.close_pages()
        self.wizard.deleteLater()
        self.deleteLater()
        return is_saved or self.is_replaced

    @Slot()
    def keep_open(self) -> None:
        """What should take its place could not be opened."""
        self.is_replaced = False

    def is_open_already(self, draft_id: str) -> bool:
        """Whether this is the newest state of a draft, newer than what the store has."""
        return draft_id == self.session.draft_id and not self.is_replaced

    def read_workbook(self, path: Path) -> None:
        """A workbook goes into the budget that is shown, or the first one."""
        step = self.wizard.steps.current
        self.actions.budget.read_workbook(step.item if step.kind == "budget" else "", path)

    def do(self, key: str) -> None:
        """What the menu entry with this key means."""
        wizard = self.wizard
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
                self._show_finding()
            case "review":
                self._show_step(REVIEW)
            case "approve":
                self._show_step(APPROVAL)
            case _ if key.startswith("format:"):
                wizard.format_text(key.partition(":")[2])
            case _:
                self.actions.do(key)

    def _show_step(self, key: str) -> None:
        self.wizard.go_to(key)
        self.wizard.focus_page()

    def _show_finding(self) -> None:
        """Where nobody was led to a finding yet, the first one is looked for."""
        if self.wizard.current_finding is None:
            self.wizard.lead_to_finding(1)
        if self.wizard.current_finding is not None:
            self.findings.show_finding(self.wizard.current_finding)


def _context(services: Services, session: PlanSession, requests: Requests) -> PageContext:
    return PageContext(
        session,
        services.jobs,
        requests,
        services.drafts,
        services.data_folder,
        services.previews,
        services.added_forms,
        services.memory,
    )


def _editor(own_name: str) -> Editor:
    """Who edits in this window, as far as the program can see it; the name is as once typed."""
    return Editor(account=account_name(), name=own_name, time=utc_now())


def _plan_before(services: Services, draft_id: str) -> PlanBefore:
    files = EarlierFiles(services.data_folder)
    source = EarlierSource(services.drafts, files, services.added_forms, draft_id)
    return PlanBefore(source.plan_before)
