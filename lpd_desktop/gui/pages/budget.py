"""The budget: text, grid of amounts, live sums, repairs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from lpd_desktop.check.repair import Repair
from lpd_desktop.editing.budget_basis import basis_of, set_basis
from lpd_desktop.editing.budget_rows import (
    add_row,
    move_row,
    print_table,
    remove_row,
    rename_row,
    set_amount,
    table_of,
)
from lpd_desktop.editing.open_draft import Change
from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem
from lpd_desktop.gui.basis_row import BasisRow
from lpd_desktop.gui.budget_grid import BudgetGrid
from lpd_desktop.gui.budget_model import LABEL, PLAN, PREVIOUS, BudgetModel
from lpd_desktop.gui.budget_standing import BudgetStanding
from lpd_desktop.gui.budget_sums import BudgetSums
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.pages.texts import TextPage
from lpd_desktop.plan.addresses import Address, cell_address
from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.budget import Basis
from lpd_desktop.plan.budget_versions import versions_of
from lpd_desktop.plan.file import LpdFile

_TABLE_BUTTONS = (
    ("Aus &Excel einlesen…", "_on_excel_clicked"),
    ("Als Excel-Datei &speichern…", "_on_save_excel_clicked"),
)
_ROW_BUTTONS = (
    ("Zeile h&inzufügen", "_on_add_clicked"),
    ("U&mbenennen…", "_on_rename_clicked"),
    ("Na&ch oben", "_on_up_clicked"),
    ("Nach &unten", "_on_down_clicked"),
    ("Entfer&nen", "_on_remove_clicked"),
)


class BudgetPage(TextPage):
    """Prose and table may each stand alone."""

    def build(self) -> None:
        item = self.file.form.item(self.step.item)
        if not isinstance(item, BudgetItem):
            return
        self._item = item
        text = self.file.form.text
        self.add_text(Address(item.key), text(item.question) or "&Text zum Budget", text(item.help))
        self._model = BudgetModel(item, self.file.form.year, self.change)
        self._grid = BudgetGrid(self._model)
        self._grid.block_pasted.connect(self._on_block_pasted)
        self._grid.selectionModel().currentChanged.connect(self.keep_focus_in_sight)
        self._table_row = FormRow("Tabe&lle", self._grid, note=self._captions())
        self.column.addWidget(self._table_row)
        for buttons in (_TABLE_BUTTONS, _ROW_BUTTONS):
            self.column.addWidget(self._buttons(buttons))
        self._standing = BudgetStanding()
        self._standing.versions_wanted.connect(partial(self._ask_for, "versions"))
        self._standing.text_wanted.connect(partial(self._ask_for, "old_amounts"))
        self.column.addWidget(self._standing)
        self._sums = BudgetSums()
        self._sums.repair_wanted.connect(self._on_repair_wanted)
        self.column.addWidget(self._sums)
        self._bases = {column: self._add_basis(column) for column in BUDGET_COLUMNS}
        self._print = QCheckBox("Tabelle im Dokument druc&ken")
        self._print.clicked.connect(self._on_print_clicked)
        self.column.addWidget(self._print)
        self.refresh(None)

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
        for column, row in self._bases.items():
            row.show_basis(basis_of(self.file, self._item.key, column))
        self._sums.show_table(self.file.form, self._item, table)
        versions = versions_of(self.file.work, self._item.key)
        self._standing.show_versions(versions, table)

    def show_findings(self) -> None:
        super().show_findings()
        self._standing.show_outdated(len(self.context.session.replaced))
        problems = [
            problem
            for row in range(self._model.rowCount())
            for column in (PLAN, PREVIOUS)
            if (problem := self._model.problem(self._model.index(row, column)))
        ]
        self._table_row.show_error(" ".join(problems))

    def address_at(self, field: QWidget | None) -> str:
        if field is not self._grid:
            return super().address_at(field)
        column = "previous" if self._grid.currentIndex().column() == PREVIOUS else "plan"
        return str(cell_address(self._item.key, self._row_key(), column))

    def lead_to(self, address: Address, quote: str) -> None:
        if address.parts[:1] != ("table",):
            super().lead_to(address, quote)
            return
        key = address.parts[1] if len(address.parts) > 1 else ""
        column = PREVIOUS if address.parts[2:] == ("previous",) else PLAN
        self._grid.select_cell(max(0, self._model.row_of(key)), column)

    @Slot()
    def keep_focus_in_sight(self) -> None:
        area = self.scroll_area()
        if area is None or not self._grid.hasFocus():
            super().keep_focus_in_sight()
            return
        cell = self._grid.visualRect(self._grid.currentIndex())
        place = self._grid.viewport().mapTo(self, cell.center())
        area.ensureVisible(0, place.y(), 0, cell.height())

    def _row_key(self) -> str:
        row = self._grid.currentIndex().row()
        return self._model.rows[row].key if 0 <= row < len(self._model.rows) else ""

    def _keep_selected(self, key: str) -> None:
        row = self._model.row_of(key)
        if row >= 0:
            self._grid.select_cell(row, max(0, self._grid.currentIndex().column()))

    @Slot()
    def _on_excel_clicked(self) -> None:
        self._ask_for("excel")

    @Slot()
    def _on_save_excel_clicked(self) -> None:
        self._ask_for("save_excel")

    def _ask_for(self, action: str) -> None:
        """Hands this budget to an action of the window."""
        self.context.requests.action_wanted.emit(f"{action}:{self._item.key}")

    @Slot()
    def _on_add_clicked(self) -> None:
        if self.change("Zeile hinzufügen", partial(_added, self._item.key)):
            index = self._model.index(self._model.rowCount() - 1, LABEL)
            self._grid.select_cell(index.row(), LABEL)
            self._grid.edit(index)

    @Slot()
    def _on_rename_clicked(self) -> None:
        index = self._grid.currentIndex()
        if index.isValid():
            self._grid.select_cell(index.row(), LABEL)
            self._grid.edit(index.siblingAtColumn(LABEL))

    @Slot()
    def _on_remove_clicked(self) -> None:
        key = self._row_key()
        if key:
            self.change("Zeile entfernen", partial(_removed, self._item.key, key))

    @Slot()
    def _on_up_clicked(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self._move(1)

    def _move(self, steps: int) -> None:
        key = self._row_key()
        if key and self.change("Zeile verschieben", partial(_moved, self._item.key, key, steps)):
            self._keep_selected(key)

    def _on_basis_changed(self, column: BudgetColumn, basis: Basis) -> None:
        step = partial(_based, self._item.key, column, basis)
        self.change("Grundlage der Beträge ändern", step)

    @Slot(bool)
    def _on_print_clicked(self, wanted: bool) -> None:
        self.change("Tabelle drucken", partial(_printed, self._item.key, wanted))

    @Slot(object)
    def _on_repair_wanted(self, repair: Repair) -> None:
        self.change("Betrag berichtigen", partial(_repaired, self._item.key, repair))

    @Slot(int, int, list)
    def _on_block_pasted(self, row: int, column: int, block: list[list[str]]) -> None:
        self.change("Zellen einfügen", partial(_pasted, self._item.key, row, column, block))


def _added(item: str, file: LpdFile) -> LpdFile:
    return add_row(file, item, "Neue Zeile")


def _removed(item: str, row: str, file: LpdFile) -> LpdFile:
    return remove_row(file, item, row)


def _moved(item: str, row: str, steps: int, file: LpdFile) -> LpdFile:
    return move_row(file, item, row, steps)


def _based(item: str, column: BudgetColumn, basis: Basis, file: LpdFile) -> LpdFile:
    return set_basis(file, item, column, basis)


def _printed(item: str, wanted: bool, file: LpdFile) -> LpdFile:
    return print_table(file, item, wanted)


def _repaired(item: str, repair: Repair, file: LpdFile) -> LpdFile:
    return set_amount(file, item, repair.row, repair.column, format_amount(repair.cents))


def _pasted(item: str, row: int, column: int, block: list[list[str]], file: LpdFile) -> LpdFile:
    """Fills cells from a corner on; what does not fit into the table is left out."""
    keys = [each.key for each in table_of(file, item).rows[row:]]
    for key, cells in zip(keys, block, strict=False):
        for place, text in enumerate(cells, column):
            if place == LABEL and text.strip():
                file = rename_row(file, item, key, text)
            elif PLAN <= place <= PREVIOUS:
                file = set_amount(file, item, key, BUDGET_COLUMNS[place - PLAN], text)
    return file
