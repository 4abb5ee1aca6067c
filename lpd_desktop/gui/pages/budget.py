"""The budget: text, grid of amounts, live sums, repairs, chart, text below."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from lpd_desktop.check.finding import Finding
from lpd_desktop.check.repair import Repair
from lpd_desktop.check.totals import TotalOffer
from lpd_desktop.editing.budget_basis import basis_of, set_basis
from lpd_desktop.editing.budget_rows import (
    print_chart,
    print_table,
    set_amount,
    table_of,
)
from lpd_desktop.editing.open_draft import Change
from lpd_desktop.editing.pasted_cells import clear_cells
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem
from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.budget.basis_row import BasisRow
from lpd_desktop.gui.budget.budget_chart_panel import BudgetChartPanel
from lpd_desktop.gui.budget.budget_grid import BudgetGrid
from lpd_desktop.gui.budget.budget_model import PLAN, PREVIOUS, BudgetModel
from lpd_desktop.gui.budget.budget_row_bar import BudgetRowBar
from lpd_desktop.gui.budget.budget_row_commands import BudgetRowCommands
from lpd_desktop.gui.budget.budget_standing import BudgetStanding
from lpd_desktop.gui.budget.budget_sums import BudgetSums
from lpd_desktop.gui.budget.cell_pasting import CellPasting
from lpd_desktop.gui.findings.finding_notes import FindingNotes
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.pages.texts import TextPage
from lpd_desktop.plan.addresses import Address, below_table, cell_address
from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.budget import Basis, TableRow
from lpd_desktop.plan.budget_versions import versions_of
from lpd_desktop.plan.chart.facts import chart_of
from lpd_desktop.plan.file import LpdFile

_TABLE_BUTTONS = (
    ("Aus &Excel einlesen…", "_on_excel_clicked"),
    ("Als Excel-Datei &speichern…", "_on_save_excel_clicked"),
)


_BELOW = "Steht im Dokument unter der Tabelle; bleibt leer, was nicht gebraucht wird."


class BudgetPage(TextPage):
    """Prose and table may each stand alone."""

    _is_editable = True

    def build(self) -> None:
        item = self.file.form.item(self.step.item)
        if not isinstance(item, BudgetItem):
            return
        self._item = item
        text = self.file.form.text
        self.add_text(Address(item.key), text(item.question) or "&Text zum Budget", text(item.help))
        self._model = BudgetModel(item, self.file.form.year, self.change)
        self._grid = BudgetGrid(self._model)
        self._grid.clear_wanted.connect(self._on_clear_wanted)
        self._grid.gone_on.connect(self.sight_wanted)
        self._pasting = CellPasting(self._grid, item, self.context, self.change)
        self._pasting.told.connect(self._on_amount_taken)
        self._grid.selectionModel().currentChanged.connect(self._on_current_changed)
        self._table_row = FormRow("Tabe&lle", self._grid, note=self._captions())
        self.column.addWidget(self._table_row)
        self._add_notes()
        self._add_row_commands()
        self.column.addWidget(self._buttons(_TABLE_BUTTONS))
        self._add_reckoning()
        self._bases = {column: self._add_basis(column) for column in BUDGET_COLUMNS}
        self._add_print_boxes()
        self._chart = BudgetChartPanel()
        self.column.addWidget(self._chart)
        self.add_text(below_table(item.key), "Text unter der Tabelle", _BELOW)
        self.refresh(None)

    def _add_notes(self) -> None:
        """What the last amount was read as, where it looks other than it was typed."""
        self._read = FindingNotes()
        self._model.amount_taken.connect(self._on_amount_taken)
        self.column.addWidget(self._read)

    def _add_row_commands(self) -> None:
        self._commands = BudgetRowCommands(self._grid, self._model, self._item, self.change)
        self._row_bar = BudgetRowBar(self._commands, self._item)
        self._row_bar.role_wanted.connect(self._commands.give_role)
        self.column.addWidget(self._row_bar)

    def _add_reckoning(self) -> None:
        self._standing = BudgetStanding()
        self._standing.versions_wanted.connect(partial(self._ask_for, "versions"))
        self._standing.text_wanted.connect(partial(self._ask_for, "old_amounts"))
        self.column.addWidget(self._standing)
        self._sums = BudgetSums()
        self._sums.repair_wanted.connect(self._on_repair_wanted)
        self._sums.total_wanted.connect(self._on_total_wanted)
        self.column.addWidget(self._sums)

    def _add_print_boxes(self) -> None:
        self._print = QCheckBox("Tabelle im Dokument druc&ken")
        self._print.clicked.connect(self._on_print_clicked)
        self._print_chart = QCheckBox("Schaubild unter der Tabelle drucken")
        self._print_chart.clicked.connect(self._on_print_chart_clicked)
        for box in (self._print, self._print_chart):
            self.column.addWidget(box)

    def _add_basis(self, column: BudgetColumn) -> BasisRow:
        year = self.file.form.year
        row = BasisRow(year if column == "plan" else year - 1)
        row.changed.connect(partial(self._on_basis_changed, column))
        self.column.addWidget(row)
        return row

    def _captions(self) -> str:
        text = self.file.form.text
        captions = f"{text(self._item.plan_caption)} · {text(self._item.previous_caption)}"
        return f"{captions}. Abzüge stehen ohne Minus."

    def _buttons(self, buttons: Sequence[tuple[str, str]]) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        for caption, slot in buttons:
            button = QPushButton(caption)
            button.clicked.connect(getattr(self, slot))
            layout.addWidget(button)
        layout.addStretch(1)
        return line

    def refresh(self, change: Change | None) -> None:
        super().refresh(change)
        if change is not None and change.text_at is not None:
            return
        self._model.show(self.file)
        table = table_of(self.file, self._item.key)
        self._print.setChecked(table.print)
        self._print_chart.setChecked(table.chart is True)
        self._print_chart.setEnabled(table.print and self._is_editable)
        for column, row in self._bases.items():
            row.show_basis(basis_of(self.file, self._item.key, column))
        self._sums.show_table(self.file.form, self._item, table)
        versions = versions_of(self.file.work, self._item.key)
        self._standing.show_versions(versions, table)
        self._chart.show_chart(chart_of(self._item, table, self.file.form.year))
        self._commands.show_table(self.file)
        self._show_current()

    def set_editable(self, editable: bool) -> None:
        """The grid of an approved plan can still be read cell by cell."""
        super().set_editable(editable)
        self._is_editable = editable
        self._grid.setEnabled(True)
        self._grid.set_editable(editable)
        self._chart.set_readable()
        self._commands.set_editable(editable)
        self._row_bar.set_editable(editable, self._current_row())
        self._sums.set_editable(editable)
        self._print_chart.setEnabled(editable and table_of(self.file, self._item.key).print)

    def show_findings(self) -> None:
        super().show_findings()
        self._standing.show_outdated(len(self.context.session.replaced))
        self._table_row.show_error(" ".join(self._model.problems()))

    def address_at(self, field: QWidget | None) -> str:
        if field is not self._grid:
            return super().address_at(field)
        column = "previous" if self._grid.currentIndex().column() == PREVIOUS else "plan"
        return str(cell_address(self._item.key, self._grid.current_key, column))

    def lead_to(self, address: Address, quote: str) -> None:
        if address.parts[:1] != ("table",):
            super().lead_to(address, quote)
            return
        key = address.parts[1] if len(address.parts) > 1 else ""
        self._go_to_cell(key, "previous" if address.parts[2:] == ("previous",) else "plan")

    @Slot()
    def keep_focus_in_sight(self) -> None:
        area = self.scroll_area()
        if area is None or not self._grid.hasFocus():
            super().keep_focus_in_sight()
            return
        cell = self._grid.visualRect(self._grid.currentIndex())
        place = self._grid.viewport().mapTo(self, cell.center())
        area.ensureVisible(0, place.y(), 0, cell.height())

    def _current_row(self) -> TableRow | None:
        place = self._grid.currentIndex().row()
        return self._model.rows[place] if 0 <= place < len(self._model.rows) else None

    def _show_current(self) -> None:
        self._row_bar.show_row(self._current_row())

    @Slot()
    def _on_current_changed(self) -> None:
        self._show_current()
        self.keep_focus_in_sight()

    @Slot(str)
    def _on_amount_taken(self, sentence: str) -> None:
        said = Finding(rule="", level="hint", where="", place="", message=sentence)
        self._read.show_findings((said,) if sentence else ())
        announce(self._grid, sentence)

    @Slot()
    def _on_excel_clicked(self) -> None:
        self._ask_for("excel")

    @Slot()
    def _on_save_excel_clicked(self) -> None:
        self._ask_for("save_excel")

    def _ask_for(self, action: str) -> None:
        """Hands this budget to an action of the window."""
        self.context.requests.action_wanted.emit(f"{action}:{self._item.key}")

    def _on_basis_changed(self, column: BudgetColumn, basis: Basis) -> None:
        step = partial(_based, self._item.key, column, basis)
        self.change("Grundlage der Beträge ändern", step)

    @Slot(bool)
    def _on_print_clicked(self, wanted: bool) -> None:
        self.change("Tabelle drucken", partial(_printed, self._item.key, wanted))

    @Slot(bool)
    def _on_print_chart_clicked(self, wanted: bool) -> None:
        self.change("Schaubild drucken", partial(_charted, self._item.key, wanted))

    @Slot(object)
    def _on_repair_wanted(self, repair: Repair) -> None:
        if self.change("Betrag berichtigen", partial(_repaired, self._item.key, repair)):
            self._go_to_cell(repair.row, repair.column)

    @Slot(object)
    def _on_total_wanted(self, offer: TotalOffer) -> None:
        if self.change("Summe einsetzen", partial(_summed, self._item.key, offer)):
            self._go_to_cell(offer.row, offer.column)

    def _go_to_cell(self, row: str, column: BudgetColumn) -> None:
        """The button that was pressed is gone, so the focus goes to what it changed."""
        place = PLAN if column == "plan" else PREVIOUS
        self._grid.select_cell(max(0, self._model.row_of(row)), place)

    @Slot(list)
    def _on_clear_wanted(self, cells: list[tuple[int, BudgetColumn]]) -> None:
        title = "Betrag löschen" if len(cells) == 1 else "Beträge löschen"
        self.change(title, partial(_cleared, self._item.key, cells))


def _based(item: str, column: BudgetColumn, basis: Basis, file: LpdFile) -> LpdFile:
    return set_basis(file, item, column, basis)


def _printed(item: str, wanted: bool, file: LpdFile) -> LpdFile:
    return print_table(file, item, wanted)


def _charted(item: str, wanted: bool, file: LpdFile) -> LpdFile:
    return print_chart(file, item, wanted)


def _summed(item: str, offer: TotalOffer, file: LpdFile) -> LpdFile:
    return set_amount(file, item, offer.row, offer.column, format_amount(offer.cents))


def _repaired(item: str, repair: Repair, file: LpdFile) -> LpdFile:
    return set_amount(file, item, repair.row, repair.column, format_amount(repair.cents))


def _cleared(item: str, cells: list[tuple[int, BudgetColumn]], file: LpdFile) -> LpdFile:
    return clear_cells(file, item, cells)
