"""Reading a workbook for the assistant, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace as changed

from lpd_desktop.excel.choices import ImportChoices
from lpd_desktop.excel.preview import BudgetPreview
from lpd_desktop.form.model import BudgetColumn, BudgetItem
from lpd_desktop.gui.job_runner import Work
from lpd_desktop.plan.amounts import Unit
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.progress import Progress

if TYPE_CHECKING:
    from lpd_desktop.excel.workbook import Workbook


@dataclass(frozen=True)
class Choices:
    """What a person chose; everything else is recognised. The password is held in memory only."""

    made: ImportChoices = field(default_factory=ImportChoices)
    password: str | None = field(default=None, repr=False)

    def on_sheet(self, sheet: str) -> Choices:
        """Another sheet: what was chosen on the first does not count for it."""
        return replace(self, made=ImportChoices(sheet=sheet, unit=self.made.unit))

    def below(self, header_row: int) -> Choices:
        """Another header row on the same sheet."""
        return self._with(header_row=header_row, columns={}, label_column="")

    def in_unit(self, unit: Unit | None) -> Choices:
        """Another unit; None for the one that the workbook names."""
        return self._with(unit=unit)

    def with_column(self, column: BudgetColumn, letters: str) -> Choices:
        """Another column for the amounts of one year."""
        return self._with(columns={**self.made.columns, column: letters})

    def with_labels_in(self, letters: str) -> Choices:
        """Another column of labels."""
        return self._with(label_column=letters)

    def with_row(self, cell: str, key: str) -> Choices:
        """Another meaning of the row whose label stands in a cell."""
        return self._with(mapping={**self.made.mapping, cell: key})

    def opened_by(self, password: str) -> Choices:
        """With the password that was typed."""
        return replace(self, password=password)

    def _with(self, **fields: object) -> Choices:
        return replace(self, made=changed(self.made, **fields))


@dataclass(frozen=True)
class ReadBook:
    """What was read: the workbook, and what its import would do, or why nothing was found."""

    book: Workbook
    preview: BudgetPreview | None
    problem: str = ""


class BookSource(Protocol):
    """Where a workbook comes from; `name` is what people call it."""

    @property
    def name(self) -> str:
        """What people call it."""

    def work(self, item: BudgetItem, file: LpdFile, choices: Choices, data_folder: Path) -> Work:
        """Reads it with the choices so far; for the worker thread."""


@dataclass(frozen=True)
class BookFile:
    """A file."""

    path: Path

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name

    def work(self, item: BudgetItem, file: LpdFile, choices: Choices, data_folder: Path) -> Work:
        """Reads the file with the choices so far."""
        return ReadWorkbook(self.path, item, file, choices, data_folder)


@dataclass(frozen=True)
class ReadWorkbook:
    """Reads a file with the choices so far; for the worker thread."""

    path: Path
    item: BudgetItem
    file: LpdFile
    choices: Choices
    data_folder: Path

    def __call__(self, progress: Progress) -> ReadBook:
        from lpd_desktop.excel.package import workbook_bytes
        from lpd_desktop.excel.reading import read_workbook
        from lpd_desktop.excel.recognition import NoBudgetFoundError

        progress.step(5, "Die Datei wird geladen")
        data = workbook_bytes(self.path)
        progress.step(20, "Die Mappe wird gelesen")
        password = self.choices.password
        sheet = self.choices.made.sheet
        book = read_workbook(data, self.path.name, sheet=sheet, password=password)
        progress.step(70, "Die Zeilen werden zugeordnet")
        try:
            return ReadBook(book, self._preview(book, sha256(data).hexdigest()))
        except NoBudgetFoundError as error:
            return ReadBook(book, None, str(error))

    def _preview(self, book: Workbook, digest: str) -> BudgetPreview:
        from lpd_desktop.excel.budget_import import known_amounts, preview_workbook
        from lpd_desktop.excel.profiles import ProfileFolder, fitting_profile

        made, form = self.choices.made, self.file.form
        profiles = ProfileFolder(self.data_folder).all()
        return preview_workbook(
            book,
            digest,
            self.item,
            form,
            choices=made,
            profile=fitting_profile(book, self.item, form.year, made, profiles),
            known=known_amounts(self.file, self.item),
        )


@dataclass(frozen=True)
class KeepProfile:
    """Remembers the layout of a workbook with all decisions; for the worker thread."""

    preview: BudgetPreview
    name: str
    year: int
    data_folder: Path

    def __call__(self, _progress: Progress) -> Path:
        from lpd_desktop.excel.profiles import ProfileFolder, profile_of

        return ProfileFolder(self.data_folder).save(profile_of(self.preview, self.name, self.year))
