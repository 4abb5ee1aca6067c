"""Pasting a block of cells into the budget grid: by place, by label, or with questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from lpd_desktop.editing.pasted_cells import (
    Target,
    block_of_clip,
    fill_from,
    names_rows,
    unit_of_header,
)
from lpd_desktop.excel.pasted_block import PastedBlock
from lpd_desktop.excel.unit_words import UNIT_NAMES
from lpd_desktop.form.model import BudgetItem
from lpd_desktop.gui.budget.budget_grid import BudgetGrid
from lpd_desktop.gui.messages import ask, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.plan.amounts import UNIT_FACTORS, Unit
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.progress import Progress

if TYPE_CHECKING:
    from lpd_desktop.editing.pasted_table import PastedTable
    from lpd_desktop.excel.preview import BudgetPreview

TITLE = "Zellen einfügen"
_LONG = 60_000
"""Characters of a clipboard that are still read at once."""
_NOT_ALONE = (
    "Die kopierten Zeilen lassen sich nicht ohne Rückfragen zuordnen. Bitte kopieren Sie sie mit "
    "der Kopfzeile, in der die Jahre stehen, oder nur die Beträge ohne die Bezeichnungen."
)

Change = Callable[[str, Callable[[LpdFile], LpdFile]], bool]


@dataclass(frozen=True)
class ReadLabels:
    """What is to be found out beside the GUI thread: the block, and its rows where it has labels.

    Attributes:
        column: The cell's column that is pasted into.
    """

    html: str
    text: str
    item: BudgetItem
    file: LpdFile
    column: int

    def __call__(self, progress: Progress) -> ReadBlock:
        """Reads the clipboard; for the worker thread.

        Raises:
            NoBudgetFoundError: labels of the budget, but no column of its years.
        """
        from lpd_desktop.editing.pasted_table import preview_of, table_of_block
        from lpd_desktop.excel.choices import ImportChoices

        progress.step(0, "Die Zellen werden gelesen")
        block = block_of_clip(self.html, self.text)
        if not names_rows(block, self.item):
            return ReadBlock(block)
        table = table_of_block(block, self.file.form.year, self.column)
        return ReadBlock(block, table, preview_of(table, self.file, self.item, ImportChoices()))


@dataclass(frozen=True)
class ReadBlock:
    """A block, and where it has labels what taking it would do."""

    block: PastedBlock
    table: PastedTable | None = None
    preview: BudgetPreview | None = None


class CellPasting(QObject):
    """Belongs to one grid; `told` says in one line what there is to say about a paste."""

    told = Signal(str)

    def __init__(
        self, grid: BudgetGrid, item: BudgetItem, context: PageContext, change: Change
    ) -> None:
        super().__init__(grid)
        self._grid, self._item, self._context = grid, item, context
        self._change = change
        self._target = Target(item.key, 0, 0)
        grid.paste_wanted.connect(self.paste)

    @Slot()
    def paste(self) -> None:
        """Takes the clipboard in from the current cell on."""
        source = QGuiApplication.clipboard().mimeData()
        index = self._grid.currentIndex()
        if source is None or not index.isValid() or not self._grid.is_editable:
            return
        self._target = Target(self._item.key, index.row(), index.column())
        html = source.html() if source.hasHtml() else ""
        work = ReadLabels(html, source.text(), self._item, self._file, index.column())
        if len(html) + len(work.text) < _LONG and not _may_have_labels(work.text):
            self._read_now(work)
            return
        job = self._context.jobs.start(TITLE, work)
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_failed)

    @property
    def _file(self) -> LpdFile:
        return self._context.session.file

    def _read_now(self, work: ReadLabels) -> None:
        try:
            self._on_read(ReadBlock(block_of_clip(work.html, work.text)))
        except LpdError as error:
            self._refuse(error)

    @Slot(object)
    def _on_read(self, read: ReadBlock) -> None:
        if read.table is not None and read.preview is not None:
            self._take_labelled(read.block, read.table, read.preview)
            return
        unit = unit_of_header(read.block)
        if unit is None:
            self._fill(read.block, "eur")
        else:
            self._ask_for_unit(read.block, unit)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, LpdError):
            raise error
        self._refuse(error)

    def _refuse(self, error: LpdError) -> None:
        tell(self._grid.window(), TITLE, str(error))

    def _take_labelled(
        self, block: PastedBlock, table: PastedTable, preview: BudgetPreview
    ) -> None:
        """What is sure is taken at once, everything else is asked in the assistant."""
        from lpd_desktop.editing.pasted_table import is_plain, told_of
        from lpd_desktop.gui.budget.pasted_source import PastedSource
        from lpd_desktop.gui.excel_import.excel_import_dialog import ExcelImportDialog

        if is_plain(table, preview, self._target.column):
            step = partial(_filled_by_label, self._item.key, preview, table.is_previous)
            if self._change(TITLE, step):
                self.told.emit(told_of(preview, block.hidden))
            return
        if table.is_previous:
            tell(self._grid.window(), TITLE, _NOT_ALONE)
            return
        window = self._grid.window()
        ExcelImportDialog(window, self._context, self._item, PastedSource(table)).open()

    def _ask_for_unit(self, block: PastedBlock, unit: Unit) -> QMessageBox:
        name, factor = UNIT_NAMES[unit], f"{UNIT_FACTORS[unit]:,}".replace(",", ".")
        question = (
            f"Die Überschrift des kopierten Blocks nennt {name}. Die Tabelle wird in Euro geführt. "
            f"Sollen die Beträge mit {factor} malgenommen und eingefügt werden?"
        )
        agreed = partial(self._fill, block, unit)
        return ask(self._grid.window(), TITLE, question, "&Umrechnen und einfügen", agreed)

    def _fill(self, block: PastedBlock, unit: Unit) -> None:
        """By place; what does not fit is refused before anything changes."""
        try:
            filled = fill_from(self._file, self._target, block, unit)
        except LpdError as error:
            self._refuse(error)
            return
        if self._change(TITLE, partial(_filled, self._target, block, unit)):
            self.told.emit(filled.told)


def _may_have_labels(text: str) -> bool:
    """Whether a block may have labels beside amounts; these are looked up on the worker."""
    return "\t" in text and any(sign.isalpha() for sign in text.replace("EUR", ""))


def _filled(target: Target, block: PastedBlock, unit: Unit, file: LpdFile) -> LpdFile:
    return fill_from(file, target, block, unit).file


def _filled_by_label(
    item: str, preview: BudgetPreview, is_previous: bool, file: LpdFile
) -> LpdFile:
    from lpd_desktop.editing.pasted_table import fill_by_label

    return fill_by_label(file, item, preview, is_previous=is_previous)
