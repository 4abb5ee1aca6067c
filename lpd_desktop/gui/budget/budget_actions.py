"""What is done with a budget table beyond typing: workbooks in and out, its earlier states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from lpd_desktop.form.model import BudgetItem, Form
from lpd_desktop.gui.file_choice import choose_to_open, choose_to_save
from lpd_desktop.gui.messages import tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.start.file_drop import BOOK_FILTER
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.runtime.files import write_atomically
from lpd_desktop.runtime.progress import Progress

_BOOK = "Excel-Arbeitsmappe (*.xlsx)"
_FIXED = (
    "Das Dokument ist kein Entwurf, deshalb lässt sich kein Budget einlesen. Nehmen Sie zuerst "
    "die Freigabe zurück."
)


class BudgetActions(QObject):
    """Belongs to one open plan; `work_wanted` hands long work over: title, work, what to tell."""

    work_wanted = Signal(str, object)

    def __init__(self, window: QWidget, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self._session = context.session

    def by_name(self, detail: str) -> dict[str, Callable[[], object]]:
        """The actions; `detail` names the budget, the first one of the form where it is empty."""
        item = self._item(detail)
        if item is None:
            return {}
        return {
            "excel": partial(self._choose_workbook, item),
            "save_excel": partial(self._choose_target, item),
            "versions": partial(self._show_versions, item),
            "old_amounts": partial(self._show_versions, item, at_text=True),
        }

    def read_workbook(self, item: str, path: Path) -> None:
        """Shows what reading a workbook into a budget would do."""
        from lpd_desktop.gui.excel_import.excel_import_dialog import ExcelImportDialog

        found = self._item(item)
        if found is not None and self._may_change():
            ExcelImportDialog(self._window, self._context, found, path).open()

    def _item(self, key: str) -> BudgetItem | None:
        budgets = list(self._session.file.form.budgets)
        return next((item for item in budgets if key in ("", item.key)), None)

    def _may_change(self) -> bool:
        if not self._session.draft.is_editable:
            tell(self._window, "Budget aus Excel einlesen", _FIXED)
        return self._session.draft.is_editable

    def _choose_workbook(self, item: BudgetItem) -> None:
        if self._may_change():
            chosen = partial(self._on_workbook_chosen, item.key)
            choose_to_open(self._window, "Budget aus Excel einlesen", BOOK_FILTER, chosen)

    def _on_workbook_chosen(self, item: str, name: str) -> None:
        self.read_workbook(item, Path(name))

    def _show_versions(self, item: BudgetItem, *, at_text: bool = False) -> None:
        from lpd_desktop.gui.budget_versions.budget_versions_dialog import BudgetVersionsDialog

        dialog = BudgetVersionsDialog(self._window, self._context, item.key, at_text=at_text)
        dialog.open()

    def _choose_target(self, item: BudgetItem) -> None:
        file = self._session.file
        name = f"Budget {file.form.year} {file.plan.jobcenter.name}".strip().replace("/", "-")
        chosen = partial(self._on_target_chosen, item)
        title = "Als Excel-Datei speichern"
        choose_to_save(self._window, title, _BOOK, f"{name}.xlsx", chosen)

    def _on_target_chosen(self, item: BudgetItem, name: str) -> None:
        file = self._session.file
        work = SaveWorkbook(file.form, item, file.plan.table_of(file.form, item.key), Path(name))
        self.work_wanted.emit("Excel-Datei", work)


@dataclass(frozen=True)
class SaveWorkbook:
    """Writes the table of a budget as a workbook; gives its path."""

    form: Form
    item: BudgetItem
    table: BudgetTable
    target: Path

    def __call__(self, progress: Progress) -> Path:
        from lpd_desktop.excel.writing import write_budget

        progress.step(0, "Die Arbeitsmappe wird geschrieben")
        write_atomically(self.target, write_budget(self.form, self.item, self.table))
        return self.target
