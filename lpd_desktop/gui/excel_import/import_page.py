"""The preview of an Excel import: choices, cells, what the import has to say, decisions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from lpd_desktop.check.finding import Finding
from lpd_desktop.check.repair import Repair
from lpd_desktop.excel.choices import OWN, SKIP
from lpd_desktop.excel.preview import BudgetPreview, PreviewCell
from lpd_desktop.form.model import BudgetColumn, BudgetItem
from lpd_desktop.gui.budget.letter_row import LetterRow
from lpd_desktop.gui.budget.repair_lines import RepairLines
from lpd_desktop.gui.excel_import.choice_panel import ChoicePanel
from lpd_desktop.gui.excel_import.decision_bar import DecisionBar, can_confirm_with_others
from lpd_desktop.gui.excel_import.excel_reading import Choices, ReadBook
from lpd_desktop.gui.excel_import.import_decisions import (
    CONFIRMED,
    LEFT_OUT,
    PROVED,
    TYPED,
    Decisions,
)
from lpd_desktop.gui.excel_import.preview_model import OPEN, READ, PreviewModel
from lpd_desktop.gui.excel_import.preview_table import PreviewTable
from lpd_desktop.gui.excel_import.profile_row import ProfileRow
from lpd_desktop.gui.excel_import.reading_choice import ReadingChoice
from lpd_desktop.gui.findings.finding_lines import finding_line
from lpd_desktop.gui.findings.finding_list import LineList
from lpd_desktop.gui.findings.lines import Line
from lpd_desktop.plan.addresses import Address, cell_address
from lpd_desktop.plan.amounts import AmountError, parse_amount
from lpd_desktop.plan.budget import Basis

_OWN = ("eigene Zeile", OWN)
_LEFT_OUT = ("nicht übernehmen", SKIP)


class ImportPage(QWidget):
    """`choices_changed` asks to read anew; `all_decided` tells that no question is left."""

    choices_changed = Signal(object)
    all_decided = Signal()

    def __init__(self, item: BudgetItem, year: int, basis: Basis) -> None:
        super().__init__()
        self._item = item
        self._choices = Choices()
        self._decisions = Decisions()
        self._read: ReadBook | None = None
        self.preview: BudgetPreview | None = None
        self.choices = ChoicePanel(year)
        self._model = PreviewModel(year)
        self.table = PreviewTable(self._model)
        self.findings = LineList("Anmerkungen zum Einlesen")
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._decide = DecisionBar()
        self._readings = ReadingChoice()
        self._repairs = RepairLines()
        self.letter = LetterRow(year, basis)
        self.profile = ProfileRow()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        splitter = QSplitter()
        splitter.addWidget(self.table)
        splitter.addWidget(self.findings)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([840, 260])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choices)
        column.addWidget(self._problem)
        column.addWidget(splitter, 1)
        column.addWidget(self._decide)
        column.addWidget(self._readings)
        column.addWidget(self._repairs)
        column.addWidget(self.letter)
        column.addWidget(self.profile)

    def _connect(self) -> None:
        self.choices.changed.connect(self._on_choices_changed)
        self._model.row_picked.connect(self._on_row_picked)
        self._model.amount_typed.connect(self._on_amount_typed)
        self.findings.chosen.connect(self._on_finding_chosen)
        self._repairs.repair_wanted.connect(self._on_repair_wanted)
        self._readings.picked.connect(self._on_reading_picked)
        self.table.selectionModel().currentChanged.connect(self._show_decisions)
        self._decide.confirmed.connect(self._on_confirmed)
        self._decide.all_confirmed.connect(self._on_all_confirmed)
        self._decide.other_wanted.connect(self._on_other_wanted)
        self._decide.left_out.connect(self._on_left_out)
        self._decide.next_wanted.connect(self.go_to_open)

    def show_read(self, read: ReadBook, choices: Choices) -> None:
        """Shows what was read with some choices."""
        before, now = self._choices.made, choices.made
        if (before.sheet, before.unit) != (now.sheet, now.unit):
            self._decisions.forget()
        self._read, self._choices = read, choices
        self.choices.show_book(read.book, read.preview, choices)
        self._problem.setText(read.problem)
        self._problem.setVisible(bool(read.problem))
        used = read.preview.profile if read.preview else ""
        self.profile.propose(read.book.name.rpartition(".")[0], used)
        self._show_preview()

    @property
    def has_questions(self) -> bool:
        """Whether some cell waits for a decision."""
        return self.preview is not None and not self.preview.is_complete

    def _show_preview(self) -> None:
        found = self._read.preview if self._read else None
        self.preview = self._decisions.applied(found) if found else None
        words = self._decisions.words(found) if found else {}
        self._model.show(self.preview, words)
        self.table.offer_rows(list(self._row_choices()))
        self._show_repairs()
        told = self._addresses_of_open()
        shown = [each for each in self._findings() if each.where not in told]
        self.findings.show_lines([finding_line(each) for each in shown])
        self.findings.setVisible(bool(shown))
        self._show_decisions()

    def _row_choices(self) -> list[tuple[str, str]]:
        """The rows of the form, a row of the plan's own, and leaving it out."""
        return [*((row.label, row.key) for row in self._item.rows), _OWN, _LEFT_OUT]

    def _findings(self) -> Sequence[Finding]:
        return self.preview.findings if self.preview else ()

    def _open_cells(self) -> set[tuple[str, BudgetColumn]]:
        cells = self.preview.cells if self.preview else ()
        return {(cell.row, cell.column) for cell in cells if cell.status in OPEN}

    def _addresses_of_open(self) -> set[str]:
        """What the import has to say of open cells stands in the table already, as their status."""
        return {str(cell_address(self._item.key, *each)) for each in self._open_cells()}

    def _open_repairs(self) -> list[Repair]:
        """The proposals for cells that still wait."""
        waiting, repairs = self._open_cells(), self.preview.repairs if self.preview else ()
        return [each for each in repairs if (each.row, each.column) in waiting]

    def _show_repairs(self) -> None:
        rows = self.preview.rows if self.preview else ()
        self._repairs.show_repairs({row.key: row.label for row in rows}, self._open_repairs())

    @property
    def _current(self) -> PreviewCell | None:
        row = self.table.currentIndex().row()
        return self._model.cells[row] if 0 <= row < len(self._model.cells) else None

    @Slot()
    def _show_decisions(self) -> None:
        current = self._current
        self._decide.show_state(self.preview, current)
        proved = {(each.row, each.column) for each in self._open_repairs()}
        is_proved = current is not None and (current.row, current.column) in proved
        self._readings.show_cell(None if is_proved else current)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Buttons that were made anew would otherwise come last of the window."""
        last = self._decide.buttons[-1]
        for button in (*self._readings.buttons, *self._repairs.buttons):
            QWidget.setTabOrder(last, button)
            last = button

    @Slot()
    def go_to_open(self) -> None:
        """Makes the next cell current that waits for a decision."""
        place = self._model.next_open(self.table.currentIndex().row())
        if place >= 0:
            self.table.select_line(place)

    def _decided(self, cell: PreviewCell, cents: int | None, how: str) -> None:
        self._decisions.decide(cell, cents, how)
        self._after_decision()

    def _after_decision(self) -> None:
        self._show_preview()
        if self.has_questions:
            self.go_to_open()
        else:
            self.all_decided.emit()

    @Slot(object)
    def _on_choices_changed(self, choices: Choices) -> None:
        self.choices_changed.emit(choices)

    @Slot(object, str)
    def _on_row_picked(self, cell: PreviewCell, key: str) -> None:
        row = self._model.row_named(cell.row)
        if row is not None:
            self.choices_changed.emit(self._choices.with_row(row.cell, key))

    @Slot(object, str)
    def _on_amount_typed(self, cell: PreviewCell, text: str) -> None:
        try:
            cents = parse_amount(text)
        except AmountError as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        self._problem.hide()
        self._decided(cell, cents, CONFIRMED if cents == cell.read_as else TYPED)

    @Slot()
    def _on_confirmed(self) -> None:
        """A question about the whole row is answered for both of its years."""
        current = self._current
        if current is None:
            return
        for cell in self._model.cells:
            is_same = (cell.row, cell.questions) == (current.row, current.questions)
            if cell is current or (is_same and "row" in cell.questions):
                self._decisions.decide(cell, cell.read_as, CONFIRMED)
        self._after_decision()

    @Slot()
    def _on_all_confirmed(self) -> None:
        """Amounts at once; which row a label means is asked for each label by itself."""
        for cell in self._model.cells:
            if can_confirm_with_others(cell):
                self._decisions.decide(cell, cell.read_as, CONFIRMED)
        self._after_decision()

    @Slot()
    def _on_other_wanted(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self.table.select_line(row, READ)
            self.table.edit(self._model.index(row, READ))

    @Slot()
    def _on_left_out(self) -> None:
        cell = self._current
        if cell is not None:
            self._decided(cell, None, LEFT_OUT)

    @Slot(object, int)
    def _on_reading_picked(self, cell: PreviewCell, cents: int) -> None:
        self._decided(cell, cents, TYPED)

    @Slot(object)
    def _on_repair_wanted(self, repair: Repair) -> None:
        cell = self.preview.cell(repair.row, repair.column) if self.preview else None
        if cell is not None:
            self._decided(cell, repair.cents, PROVED)

    @Slot(object)
    def _on_finding_chosen(self, line: Line) -> None:
        """Leads to the cell of a finding, where it speaks of one."""
        where = Address.parse(line.where)
        for place, cell in enumerate(self._model.cells):
            if cell_address(self._item.key, cell.row, cell.column) == where:
                self.table.select_line(place)
