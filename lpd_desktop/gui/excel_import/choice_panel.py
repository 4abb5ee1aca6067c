"""Where in a workbook the budget stands: sheet, header row, columns, unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from lpd_desktop.excel.grid import Grid
from lpd_desktop.excel.preview import BudgetPreview
from lpd_desktop.excel.workbook import Workbook, column_letters
from lpd_desktop.form.model import BUDGET_COLUMNS
from lpd_desktop.gui.excel_import.excel_reading import Choices
from lpd_desktop.gui.form_row import FormRow, QuietComboBox
from lpd_desktop.plan.amounts import Unit

_UNITS: tuple[tuple[str, Unit | None], ...] = (
    ("wie in der Mappe angegeben", None),
    ("Euro", "eur"),
    ("Tausend Euro", "teur"),
    ("Millionen Euro", "mio"),
)
_HEADER_ROWS = 40
_COLUMNS = 40
_EXCERPT = 60
_RECOGNISED = "selbst erkannt"


class ChoicePanel(QWidget):
    """Shows what was recognised; `changed` tells the choices after a person picked another."""

    changed = Signal(object)

    def __init__(self, year: int) -> None:
        super().__init__()
        self._choices = Choices()
        self._sheet, self._header, self._unit = (QuietComboBox() for _ in range(3))
        self._labels = QuietComboBox()
        self._columns = {column: QuietComboBox() for column in BUDGET_COLUMNS}
        for caption, unit in _UNITS:
            self._unit.addItem(caption, unit)
        boxes = (self._sheet, self._header, self._unit, self._labels, *self._columns.values())
        self._year = year
        self._rows = [
            FormRow(caption, box) for caption, box in zip(self._captions(), boxes, strict=True)
        ]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, (row, box) in enumerate(zip(self._rows, boxes, strict=True)):
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            grid.addWidget(row, place // 3, place % 3)
            grid.setColumnStretch(place % 3, 1)
        self._connect()

    def _captions(self, *, is_transposed: bool = False) -> tuple[str, ...]:
        """In a table that runs to the right the years stand in rows, the labels in columns."""
        head, years = ("&Kopfspalte", "Zeile") if is_transposed else ("&Kopfzeile", "Spalte")
        plan = f"Ze&ile {self._year}" if is_transposed else f"S&palte {self._year}"
        return (
            "&Tabellenblatt",
            f"{head} endet in",
            "&Einheit der Zahlen",
            f"{years} der &Bezeichnungen",
            plan,
            f"{years} &Vorjahr {self._year - 1}",
        )

    def _connect(self) -> None:
        self._sheet.activated.connect(self._on_sheet_picked)
        self._header.activated.connect(self._on_header_picked)
        self._unit.activated.connect(self._on_unit_picked)
        self._labels.activated.connect(self._on_labels_picked)
        for box in self._columns.values():
            box.activated.connect(self._on_column_picked)

    def show_book(self, book: Workbook, preview: BudgetPreview | None, choices: Choices) -> None:
        """Shows the sheets of a workbook and what was recognised on the one that is read."""
        self._choices = choices
        wanted = preview.sheet if preview else choices.made.sheet
        shown = next((each for each in book.sheets if each.name == wanted), book.sheets[0])
        self._sheet.clear()
        for sheet in book.sheets:
            name = f"{sheet.name} (verborgen)" if sheet.is_hidden else sheet.name
            self._sheet.addItem(name, sheet.name)
        self._sheet.setCurrentIndex(self._sheet.findData(shown.name))
        header = choices.made.header_row or (preview.header_row if preview else 0)
        table = Grid(shown, is_transposed=preview is not None and preview.is_transposed)
        captions = self._captions(is_transposed=table.is_transposed)
        for row, caption in zip(self._rows, captions, strict=True):
            row.rename(caption)
        self._offer_headers(table, header)
        self._offer_columns(table, header, preview)
        self._unit.setCurrentIndex(self._unit.findData(choices.made.unit))

    def _offer_headers(self, table: Grid, header: int) -> None:
        self._header.clear()
        if not header:
            self._header.addItem(f"nicht {_RECOGNISED}", 0)
        for number, text in _line_texts(table):
            name = f"Spalte {column_letters(number)}" if table.is_transposed else f"Zeile {number}"
            self._header.addItem(f"{name}: {text}", number)
        self._header.setCurrentIndex(max(0, self._header.findData(header)))

    def _offer_columns(self, table: Grid, header: int, preview: BudgetPreview | None) -> None:
        columns = list(_place_texts(table, header))
        _offer(self._labels, columns, preview.label_column if preview else "")
        for column, box in self._columns.items():
            _offer(box, columns, preview.columns.get(column, "") if preview else "")

    @Slot()
    def _on_sheet_picked(self) -> None:
        self.changed.emit(self._choices.on_sheet(self._sheet.currentData()))

    @Slot()
    def _on_header_picked(self) -> None:
        number = self._header.currentData()
        if number:
            self.changed.emit(self._choices.below(number))

    @Slot()
    def _on_unit_picked(self) -> None:
        self.changed.emit(self._choices.in_unit(self._unit.currentData()))

    @Slot()
    def _on_column_picked(self) -> None:
        for column in BUDGET_COLUMNS:
            letters = self._columns[column].currentData()
            if self._columns[column] is self.sender() and letters:
                self.changed.emit(self._choices.with_column(column, letters))

    @Slot()
    def _on_labels_picked(self) -> None:
        letters = self._labels.currentData()
        if letters:
            self.changed.emit(self._choices.with_labels_in(letters))


def _offer(box: QuietComboBox, columns: Sequence[tuple[str, str]], shown: str) -> None:
    """Fills a box with columns; none is one of them only where none was recognised."""
    box.clear()
    if not shown:
        box.addItem("keine", "")
    for letters, text in columns:
        box.addItem(f"{letters}: {text}" if text else letters, letters)
    box.setCurrentIndex(max(0, box.findData(shown)))


def _line_texts(table: Grid) -> Iterator[tuple[int, str]]:
    """The first lines on which something stands, by number and what they show."""
    for number, cells in enumerate(table.lines[:_HEADER_ROWS], 1):
        text = " | ".join(" ".join(cell.shows.split()) for cell in cells if cell.shows)
        if cells:
            yield number, text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"


def _place_texts(table: Grid, header: int) -> Iterator[tuple[str, str]]:
    """The places that may hold labels or a year, by name and caption."""
    last = max((table.place_of(cell) for cell in table.sheet.cells), default=0)
    for place in range(1, min(last, _COLUMNS) + 1):
        cell = table.caption(header, place) if header else None
        yield table.name_of_place(place), " ".join(cell.shows.split())[:_EXCERPT] if cell else ""
