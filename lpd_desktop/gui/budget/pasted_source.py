"""The clipboard as a workbook for the assistant that reads budgets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lpd_desktop.editing.pasted_table import NAME, PastedTable, preview_of
from lpd_desktop.excel.recognition import NoBudgetFoundError
from lpd_desktop.form.model import BudgetItem
from lpd_desktop.gui.excel_import.excel_reading import Choices, ReadBook
from lpd_desktop.gui.job_runner import Work
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.progress import Progress


@dataclass(frozen=True)
class PastedSource:
    """A block of cells with labels; see `excel_reading.BookSource`."""

    table: PastedTable
    name: str = NAME

    def work(self, item: BudgetItem, file: LpdFile, choices: Choices, _data_folder: Path) -> Work:
        """Reads the block with the choices so far."""
        return partial(_read, self.table, item, file, choices)


def _read(
    table: PastedTable, item: BudgetItem, file: LpdFile, choices: Choices, _progress: Progress
) -> ReadBook:
    try:
        return ReadBook(table.book, preview_of(table, file, item, choices.made))
    except NoBudgetFoundError as error:
        return ReadBook(table.book, None, str(error))
