"""What an open plan needs is loaded while somebody looks at the start page.

Rules, store and readers are loaded beside the GUI thread; what builds widgets follows on the GUI
thread, a module for each turn of its event loop, so that nothing waits for long.
"""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Slot

from lpd_desktop.gui.services import Services
from lpd_desktop.runtime.progress import Progress

_BESIDE = (
    "lpd_desktop.editing.open_draft",
    "lpd_desktop.editing.writer",
    "lpd_desktop.check.engine",
    "lpd_desktop.check.replaced.found",
    "lpd_desktop.check.spelling.process",
    "lpd_desktop.editing.pasted_cells",
    "lpd_desktop.excel.preview",
    "lpd_desktop.excel.grid",
    "lpd_desktop.pdf.read_text",
    "lpd_desktop.pdf.styles",
    "lpd_desktop.plan.chart.layout",
    "lpd_desktop.plan.comparing.comparison",
    "lpd_desktop.editing.draft_states",
    "lpd_desktop.editing.office_settings",
    "lpd_desktop.release.approval",
    "lpd_desktop.word.html",
)
_WIDGETS = (
    "lpd_desktop.gui.session",
    "lpd_desktop.gui.pages.page",
    "lpd_desktop.gui.rich_text.clipboard",
    "lpd_desktop.gui.rich_text.editing_keys",
    "lpd_desktop.gui.text_editor",
    "lpd_desktop.gui.pages.texts",
    "lpd_desktop.gui.budget.budget_chart",
    "lpd_desktop.gui.budget.budget_chart_panel",
    "lpd_desktop.gui.budget.budget_grid",
    "lpd_desktop.gui.pages.budget",
    "lpd_desktop.gui.pages.review",
    "lpd_desktop.gui.page_book",
    "lpd_desktop.gui.beside.earlier_tab",
    "lpd_desktop.gui.side_panel",
    "lpd_desktop.gui.wizard",
    "lpd_desktop.gui.budget.budget_actions",
    "lpd_desktop.gui.search.word_places",
    "lpd_desktop.gui.changes.cleaning",
    "lpd_desktop.gui.preview.page_stack",
    "lpd_desktop.gui.preview.preview",
    "lpd_desktop.gui.spelling.spelling",
    "lpd_desktop.gui.files.files",
    "lpd_desktop.gui.approval.document_states",
    "lpd_desktop.gui.approval.approving",
    "lpd_desktop.gui.handing_over.handing_over",
    "lpd_desktop.gui.remarks.remarks",
    "lpd_desktop.gui.features",
    "lpd_desktop.gui.findings.finding_handling",
    "lpd_desktop.gui.open_plan",
    "lpd_desktop.gui.preview.shown_preview",
    "lpd_desktop.gui.reading.reading_window",
    "lpd_desktop.gui.comparing.comparison_panel",
    "lpd_desktop.gui.approval.names_page",
    "lpd_desktop.gui.approval.assistant",
)


class Warming(QObject):
    """Starts once; a plan that is opened earlier loads what is left by itself."""

    def __init__(self, window: QObject, services: Services) -> None:
        super().__init__(window)
        self._services = services
        self._left: list[str] = list(_WIDGETS)
        self._is_started = False

    @Slot()
    def start(self) -> None:
        """Begins as soon as the event loop has nothing else to do."""
        if not self._is_started:
            self._is_started = True
            QTimer.singleShot(0, self, self._load_beside)

    @Slot()
    def _load_beside(self) -> None:
        job = self._services.checks.start("Vorbereitung", _LoadBeside(self._services))
        job.succeeded.connect(self._load_widgets)

    @Slot()
    def _load_widgets(self) -> None:
        if self._left:
            import_module(self._left.pop(0))
            QTimer.singleShot(0, self, self._load_widgets)
        else:
            _rehearse()


def _rehearse() -> None:
    """Qt's classes of widgets are made when the first of them is asked for by its base class."""
    from lpd_desktop.gui.rich_text.tool_bar import RichTextToolBar

    RichTextToolBar().deleteLater()


class _LoadBeside:
    def __init__(self, services: Services) -> None:
        self._drafts, self._data_folder = services.drafts, services.data_folder

    def __call__(self, progress: Progress) -> None:
        from lpd_desktop.editing.rescue import rescue_folders

        rescue_folders(self._data_folder)
        for name in _BESIDE:
            import_module(name)
            progress.step(0, "Vorbereitung")
        self._drafts.warm_up()
