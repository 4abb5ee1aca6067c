"""Reading a workbook for the assistant, off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.excel.preview import BudgetPreview
from lpd_desktop.form.model import BudgetItem, Form
from lpd_desktop.plan.amounts import Unit
from lpd_desktop.runtime.progress import Progress

if TYPE_CHECKING:
    from lpd_desktop.excel.workbook import Workbook


@dataclass(frozen=True)
class Choices:
    """What a person chose; everything else is recognised.

    Attributes:
        header_row: The last row of the header, counted from 1.
        columns: From plan, previous and label to the letters of a column.
        mapping: From a label of the workbook to the key of a row; empty leaves the row out.
        password: Opens a protected workbook; held in memory only.
    """

    sheet: str | None = None
    header_row: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    unit: Unit | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    password: str | None = field(default=None, repr=False)

    def on_sheet(self, sheet: str) -> Choices:
        """Another sheet: what was chosen on the first does not count for it."""
        return Choices(sheet=sheet, unit=self.unit, password=self.password)

    def below(self, header_row: int) -> Choices:
        """Another header row on the same sheet."""
        return replace(self, header_row=header_row, columns={})

    def in_unit(self, unit: Unit | None) -> Choices:
        """Another unit; None for the one that the workbook names."""
        return replace(self, unit=unit)

    def opened_by(self, password: str) -> Choices:
        """With the password that was typed."""
        return replace(self, password=password)

    def with_column(self, role: str, letters: str) -> Choices:
        """Another column for plan, previous or label."""
        return replace(self, columns={**self.columns, role: letters})

    def with_row(self, label: str, key: str) -> Choices:
        """Another row of the plan for a label of the workbook."""
        return replace(self, mapping={**self.mapping, label: key})


@dataclass(frozen=True)
class ReadBook:
    """What was read: the workbook, and what its import would do, or why nothing was found."""

    book: Workbook
    preview: BudgetPreview | None
    problem: str = ""


@dataclass(frozen=True)
class ReadWorkbook:
    """Reads a file with the choices so far; for the worker thread."""

    path: Path
    item: BudgetItem
    form: Form
    choices: Choices

    def __call__(self, progress: Progress) -> ReadBook:
        from lpd_desktop.excel.budget_import import preview_budget
        from lpd_desktop.excel.package import workbook_bytes
        from lpd_desktop.excel.reading import read_workbook
        from lpd_desktop.excel.recognition import NoBudgetFoundError

        progress.step(5, "Die Datei wird geladen")
        data, name, choices = workbook_bytes(self.path), self.path.name, self.choices
        progress.step(20, "Die Mappe wird gelesen")
        book = read_workbook(data, name, sheet=choices.sheet, password=choices.password)
        progress.step(70, "Die Zeilen werden zugeordnet")
        try:
            preview = preview_budget(
                data,
                name,
                self.item,
                self.form,
                sheet=choices.sheet,
                unit=choices.unit,
                password=choices.password,
            )
        except NoBudgetFoundError as error:
            return ReadBook(book, None, str(error))
        return ReadBook(book, preview)
